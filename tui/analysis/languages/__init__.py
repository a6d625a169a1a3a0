"""The language that a text looks like."""
