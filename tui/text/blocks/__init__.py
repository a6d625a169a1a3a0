"""What an article is built of: paragraphs, tables, and the furniture around them."""
