"""Letters of another alphabet do what the key does that they are typed with - where nothing else is meant."""

import pytest

from tui.ui.keys.actions import BY_ID
from tui.ui.keys.contexts import ARTICLE
from tui.ui.keys.keymap import build_keymap
from tui.ui.keys.layouts import LAYOUTS, QWERTY, SHIFTED, at_place

DEFAULT, _ = build_keymap({})


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_row_is_a_keyboard(layout: str) -> None:
    assert len(LAYOUTS[layout]) == len(QWERTY) == len(SHIFTED)


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("о", "j"),
        ("О", "J"),
        ("й", "q"),
        ("Ж", ":"),
        ("і", "s"),
        ("ў", "o"),
        ("ξ", "j"),
        ("Σ", "S"),
        ("ח", "j"),
        ("ت", "j"),
        ("ی", "d"),
        ("alt+щ", "alt+o"),
        ("ctrl+г", "ctrl+u"),
        ("j", ""),
        ("é", ""),
        ("船", ""),
        ("escape", ""),
        ("+", ""),
    ],
)
def test_a_letter_has_its_place(key: str, place: str) -> None:
    assert at_place(key) == place


@pytest.mark.parametrize(
    ("before", "key", "position", "meant"),
    [
        ((), "о", "", "line_down"),
        (("g",), "п", "", "top"),
        ((), "щ", "j", "line_down"),  # what the terminal says of the place is truer than the table
        ((), "alt+щ", "", "jump_forward"),
        ((), "ö", "j", "line_down"),
        ((), "j", "k", "line_down"),  # what is bound is meant
        ((), "Ё", "", None),  # nothing is there either
    ],
)
def test_what_is_meant(before: tuple[str, ...], key: str, position: str, meant: str | None) -> None:
    found = DEFAULT.find(ARTICLE, DEFAULT.meant(ARTICLE, before, key, position))
    assert found is (BY_ID[meant] if meant else None)


def test_a_letter_that_a_person_bound_is_its_own() -> None:
    keymap, troubles = build_keymap({"line_up": "о"})
    assert troubles == ()
    assert keymap.find(ARTICLE, keymap.meant(ARTICLE, (), "о")) is BY_ID["line_up"]


def test_it_can_be_switched_off() -> None:
    keymap, _ = build_keymap({}, by_place=False)
    assert keymap.meant(ARTICLE, (), "о", "j") == ("о",)
    assert keymap.letter("о", "j") == "о"


def test_a_letter_that_is_asked_for() -> None:
    assert DEFAULT.letter("о") == DEFAULT.letter("щ", "j") == "j"
    assert DEFAULT.letter("j", "c") == "j"
    assert DEFAULT.letter("船") == "船"
