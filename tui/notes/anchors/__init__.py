"""Anchors: where a note's words stand, also in a text that has changed."""
