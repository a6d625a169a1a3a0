"""What stands beside an article or a list of them: names, timeline, quotations, figures, notes, facets."""
