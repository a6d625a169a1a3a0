"""Repairs: what a person put right, replayed over what was found."""
