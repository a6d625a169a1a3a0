"""Spellings of one name meet under one key; other names stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.naming import clean_name, fold_name, is_telling

SAME = [
    ("U.S.", "US"),
    ("the U.S.'s", "US"),
    ("Erdoğan", "ERDOGAN"),
    ("O'Neill", "O’Neill"),
    ("O’Neill’s", "ONeill"),
    ("J. K. Rowling", "J.K. Rowling"),
    ("al-Qaeda", "Al Qaeda"),
    ("The Home Depot", "Home Depot"),
    ("Lech Wałęsa", "Lech Walesa"),
    ("Reuters'", "Reuters"),
    ("Côte  d’Ivoire", "Cote d'Ivoire"),
    ("Straße", "STRASSE"),
    ("İstanbul", "Istanbul"),
]
APART = [("Iran", "Iraq"), ("John Smith", "Smith"), ("Kim", "Kims"), ("北京", "東京"), ("कि", "का"), ("The", "Them")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_meet(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_names_stay_apart(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_and_loses_no_name(text: str) -> None:
    folded = fold_name(text)
    assert fold_name(folded) == folded
    assert bool(folded) == bool(text.strip())


@pytest.mark.parametrize("name", ["Barack Obama", "ISIL", "U.N."])
def test_telling_names(name: str) -> None:
    assert is_telling(name)


@pytest.mark.parametrize("name", ["Smith", "McDonald", "X", ""])
def test_bare_names_are_not_telling(name: str) -> None:
    assert not is_telling(name)


def test_a_cleaned_name_cannot_reach_the_terminal() -> None:
    assert clean_name(" a\x1b]52;c;x\x07b\n\u202ec\ud800 ") == "a ]52;c;x b c"
    assert len(clean_name("x" * 500)) == 200
