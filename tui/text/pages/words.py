"""Texts are compared by their letters and figures alone: spaces, signs and case are each page's own."""

import re

_SIGNS = re.compile(r"[\W_]+")


def bare(words: str) -> str:
    """The letters and figures of a text, in lower case."""
    return _SIGNS.sub("", words.casefold())
