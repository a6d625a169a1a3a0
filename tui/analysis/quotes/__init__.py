"""Who said what: words become quotations with their speakers."""
