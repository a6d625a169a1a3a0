"""How many and how much: numbers become figures with unit, bound and whose they are."""
