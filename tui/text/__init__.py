"""1. A file becomes an Article."""
