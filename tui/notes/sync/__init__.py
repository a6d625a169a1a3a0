"""Two places become one set of notes."""
