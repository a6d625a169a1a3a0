"""Formats: one file each, with one function that turns its text into an Article."""
