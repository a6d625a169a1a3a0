"""The rows of any number of articles as one timeline, and as files for other programs."""
