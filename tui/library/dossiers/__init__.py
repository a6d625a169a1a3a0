"""All that the articles say of one person, organisation or place."""
