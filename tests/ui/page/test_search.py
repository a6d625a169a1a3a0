"""Words are found however they are written."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.ui.page.search import Finder, without_accents

TEXT = "Zürich and ZURICH. The café\nOlé said “no” — Naïve 10.5%? (a) [b] ship\nship"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("zurich", ["Zürich", "ZURICH"]),
        ("Zurich", ["Zürich"]),
        ("ZURICH", ["ZURICH"]),
        ("café ole", ["café\nOlé"]),
        ('"no"', ["“no”"]),
        ("no” - na", ["no” — Na"]),
        ("10.5%?", ["10.5%?"]),
        ("(a) [b]", ["(a) [b]"]),
        (r"\v\bs\w+p$", ["ship", "ship"]),
        (r"\v", []),
        ("", []),
        ("absent", []),
    ],
)
def test_hits(query: str, found: list[str]) -> None:
    result = Finder(TEXT).find(query)
    assert [TEXT[span.start : span.end] for span in result.hits] == found
    assert result.trouble == ""


def test_a_wrong_pattern_is_said() -> None:
    result = Finder(TEXT).find(r"\v(")
    assert result.hits == ()
    assert "regular expression" in result.trouble


@given(st.text(max_size=60), st.text(max_size=6))
def test_hits_are_sorted_disjoint_and_never_raise(text: str, query: str) -> None:
    hits = Finder(text).find(query).hits
    assert all(a.end <= b.start for a, b in pairwise(hits))
    assert all(0 <= span.start < span.end <= len(text) for span in hits)


@given(st.text(max_size=60))
def test_bare_letters_stand_where_the_accented_ones_stood(text: str) -> None:
    assert len(without_accents(text)) == len(text)
