"""What the keys of a story do: moving in it, leading to its articles, putting it together and keeping it."""
