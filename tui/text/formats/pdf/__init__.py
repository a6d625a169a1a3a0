"""PDF: places of words on paper become lines, lines become paragraphs."""
