"""The rules of times, a table a file: a row is a name, a pattern, a meaning and its own example."""
