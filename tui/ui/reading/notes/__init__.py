"""Notes as they are written, listed and watched."""
