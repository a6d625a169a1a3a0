"""Days: which days a value denotes, how they are written, and on which of them feasts fall."""
