"""What is known of an article while it is read, and the pane and the panel that show it."""
