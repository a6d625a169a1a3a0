"""The library: its articles, its feeds, what is watched."""
