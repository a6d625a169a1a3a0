"""Rows of a timeline as lines to draw, in the panel and over the whole screen; knows no widget."""
