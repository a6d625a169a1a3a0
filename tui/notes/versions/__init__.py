"""Versions of a row: which is newer, and how two of them become one without losing either."""
