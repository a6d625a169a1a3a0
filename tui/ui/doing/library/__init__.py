"""What the keys do in the library."""
