"""What reaches the terminal can do it no harm, and an ASCII terminal gets nothing it cannot draw."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.ui.terminal.harmless import UNDRAWABLE, ascii_only, drawable


@given(st.text())
def test_no_control_character_is_drawn(text: str) -> None:
    assert not UNDRAWABLE.search(drawable(text))
    assert len(drawable(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("│ • “Café”… — ▐", '| * "Cafe". - |'),
        ("┌──┐", "+--+"),
        ("船 e\u0301", "?? e"),
        ("Łódź Straße Ærø", "Lodz Strase Aro"),
        ("plain", "plain"),
    ],
)
def test_what_comes_nearest(text: str, drawn: str) -> None:
    assert ascii_only(text) == drawn


@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Mn", "Me", "Mc", "Zl", "Zp"))))
def test_ascii_is_as_wide(text: str) -> None:
    drawn = ascii_only(text)
    assert drawn.isascii()
    assert len(drawn) == sum(cell_len(letter) for letter in text)
