"""What the widgets are made of: rows, lines, offers, bars."""
