"""Keys: the one table of actions, the person's keys over it, and how typed keys are read."""
