"""What keys do in the panel: its lists, dates, repairs and notes."""
