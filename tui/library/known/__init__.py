"""What an article tells that the articles read before it did not."""
