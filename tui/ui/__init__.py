"""4. All of it on the screen."""
