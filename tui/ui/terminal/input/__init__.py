"""What comes from the terminal: bytes, characters, whole tokens, and the keys they are."""
