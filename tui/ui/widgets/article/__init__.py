"""The article itself, and how a line of it is drawn."""
