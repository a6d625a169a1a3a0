"""Where a note is written, and how it will look."""
