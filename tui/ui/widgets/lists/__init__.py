"""What fills a screen with rows: articles, notes, repairs, feeds, dossiers, stories, watches."""
