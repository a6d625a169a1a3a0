"""The feeds that a person follows: which they are, when each is asked, and what is new in it."""
