"""Articles that tell one story become one chronicle: who told what of which day, first, and where they differ."""
