"""Files that tests make for themselves, byte by byte."""
