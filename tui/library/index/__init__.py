"""What is known about articles, in one SQLite file that may be deleted at any moment."""
