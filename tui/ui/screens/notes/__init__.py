"""Notes: the editor of one, and the list of all."""
