"""The answers of a question, each behind the key that gives it, become one line in which no key is missing."""

from collections.abc import Sequence

from rich.cells import cell_len

APART = "  "
SHORTEST = 1  # characters of an answer that stay, with the sign that the rest is left out

Choices = Sequence[tuple[str, str]]  # key and words


def choices_line(choices: Choices, cells: int, about: str = "") -> str:
    """All keys with their words in `cells` cells, the words as long as there is room; then what it is about."""
    longest = max((len(words) for _, words in choices), default=0)
    line = ""
    for length in range(longest, SHORTEST - 1, -1):
        line = APART.join(f"{key} {_cut(words, length)}" for key, words in choices)
        if cell_len(line) <= cells:
            break
    return f"{line}{APART}{about}" if about else line


def _cut(words: str, length: int) -> str:
    return words if len(words) <= length else f"{words[:length]}…"
