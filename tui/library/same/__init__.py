"""Which articles are the same one, from other places."""
