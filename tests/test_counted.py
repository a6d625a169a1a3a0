"""One of something is not many of it."""

import pytest

from tui.counted import counted


@pytest.mark.parametrize(
    ("number", "nouns", "words"),
    [
        (0, ("note",), "0 notes"),
        (1, ("note",), "1 note"),
        (2, ("note",), "2 notes"),
        (1, ("entry", "entries"), "1 entry"),
    ],
)
def test_singular_and_plural(number: int, nouns: tuple[str, ...], words: str) -> None:
    assert counted(number, *nouns) == words


def test_nouns_without_an_s() -> None:
    assert counted(2, "entry", "entries") == "2 entries"
