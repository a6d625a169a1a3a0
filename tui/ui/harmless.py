"""The last gate before the terminal: whatever reaches a row, no control character leaves it."""

import re

UNDRAWABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\ud800-\udfff]"
)


def drawable(text: str) -> str:
    """The text with every control character, bidi override and lone surrogate as one space each."""
    return UNDRAWABLE.sub(" ", text)
