"""3. What can be read, and what is already known about it."""
