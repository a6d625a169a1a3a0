"""Letters: what is written as mail is written, pages that browsers save so among it."""
