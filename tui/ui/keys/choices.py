"""The answers of a question, each behind the key that gives it, become one line in which no key is missing."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

APART = "  "
SHORTEST = 1  # characters of an answer that stay, with the sign that the rest is left out

Choices = Sequence[tuple[str, str]]  # key and words


class Frame(NamedTuple):
    """What small letters and capitals mean: words around the choices, or a sentence where there is no room for them."""

    before: str
    behind: str
    sentence: str


def choices_line(choices: Choices, cells: int, about: str = "") -> str:
    """All keys with their words in `cells` cells, the words as long as there is room; then what it is about."""
    longest = max((len(words) for _, words in choices), default=0)
    line = ""
    for length in range(longest, SHORTEST - 1, -1):
        line = APART.join(f"{key} {_cut(words, length)}" for key, words in choices)
        if cell_len(line) <= cells:
            break
    return f"{line}{APART}{about}" if about else line


def framed_line(choices: Choices, cells: int, frame: Frame) -> str:
    """All keys with all their words between the two of a frame; "" where there is no room for that."""
    line = f"{frame.before} {choices_line(choices, cells)}{APART}{frame.behind}"
    return line if cell_len(line) <= cells else ""


def question_line(question: str, keys: str, cells: int) -> str:
    """A question and the keys that end it, which stay whole."""
    room = cells - cell_len(APART) - cell_len(keys)
    while question and cell_len(question) > room:
        question = f"{question.removesuffix('…')[:-1]}…" if len(question) > SHORTEST + 1 else ""
    return f"{question}{APART}{keys}" if question else keys


def _cut(words: str, length: int) -> str:
    return words if len(words) <= length else f"{words[:length]}…"
