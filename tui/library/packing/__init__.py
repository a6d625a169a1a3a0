"""What is found in articles becomes few bytes."""
