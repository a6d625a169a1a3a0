"""Names are found again as whole words, the longest first, as fast among thousands as among a few."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.names.wanted import Wanted
from tui.text.span import Span

PIECES = st.lists(st.sampled_from(["Al", "Anna", " ", "-", "Berg", ".", "’s", "_", "é", "B"]), min_size=1, max_size=6)
WORDS = PIECES.map("".join).filter(lambda name: name[0] not in " _" and name[-1] != " ")


@pytest.mark.parametrize(
    ("names", "text", "found"),
    [
        (["Berg"], "Berg, Bergen and Berg", ["Berg", "Berg"]),
        (["Anna", "Anna Berg"], "Anna Berg met Anna Bergen", ["Anna Berg", "Anna"]),
        (["Al-Qaida", "Al"], "Al-Qaida and Al-Nusra", ["Al-Qaida", "Al"]),
        (["U.S."], "the U.S. and U.S.A", ["U.S."]),
        ([], "Anna", []),
    ],
)
def test_names_are_found_as_whole_words(names: list[str], text: str, found: list[str]) -> None:
    assert [text[slice(*place)] for place in Wanted(names).places(text, Span(0, len(text)))] == found


@given(st.lists(WORDS, min_size=1, max_size=5), PIECES.map("".join))
def test_what_is_found_is_what_a_pattern_of_all_names_would_find(names: list[str], text: str) -> None:
    longest_first = "|".join(map(re.escape, sorted(set(names), key=lambda name: (-len(name), name))))
    expected = [match.span() for match in re.finditer(rf"(?<!\w)(?:{longest_first})(?!\w)", text)]
    assert list(Wanted(names).places(text, Span(0, len(text)))) == expected
