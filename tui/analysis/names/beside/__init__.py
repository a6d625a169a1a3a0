"""The words that stand beside a name and say what it is."""
