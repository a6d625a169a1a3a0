"""The page: an article laid out at a width, and every question about it; pure, without Textual."""
