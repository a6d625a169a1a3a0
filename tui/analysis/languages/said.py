"""What is said of a text that is not English."""

FOREIGN = "This text looks {language}: only names that repeat are listed."
