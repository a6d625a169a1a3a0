"""Names: which words are names, which of them mean the same one, and what kind it is."""
