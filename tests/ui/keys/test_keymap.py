"""Which action a typed key means, and what is said about keys that a person set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.ui.keys.actions import ACTIONS, BY_ID
from tui.ui.keys.contexts import ARTICLE, ENTITIES, LOOKUP, SELECTING, SHELF
from tui.ui.keys.keymap import NAMED, build_keymap, is_key, sequences, show, spell

DEFAULT, _ = build_keymap({})


@pytest.mark.parametrize(
    ("context", "typed", "id"),
    [
        (ARTICLE, ("j",), "line_down"),
        (ARTICLE, ("g", "g"), "top"),
        (ARTICLE, ("e",), "entities"),
        (SELECTING, ("e",), "word_end"),
        (SELECTING, ("j",), "line_down"),
        (ENTITIES, ("j",), "row_down"),
        (ENTITIES, ("n",), "next_again"),
        (ENTITIES, ("q",), "back"),
        (SHELF, ("enter",), "shelf_open"),
    ],
)
def test_the_nearest_place_decides(context: str, typed: tuple[str, ...], id: str) -> None:
    action = DEFAULT.find(context, typed)
    assert action is not None
    assert action.id == id


def test_the_beginning_of_a_longer_key_waits() -> None:
    assert DEFAULT.waits(ARTICLE, ("g",))
    assert DEFAULT.waits(ARTICLE, ("]",))
    assert not DEFAULT.waits(ARTICLE, ("j",))


@pytest.mark.parametrize(("named", "character"), NAMED.items())
def test_both_spellings_of_a_key_are_one(named: str, character: str) -> None:
    assert spell(named) == spell(character) == character


def test_every_key_of_the_table_is_a_key() -> None:
    assert [
        (action.id, key) for action in ACTIONS for typed in sequences(action.keys) for key in typed if not is_key(key)
    ] == []


def test_own_keys_take_the_place_of_those_there_were() -> None:
    keymap, troubles = build_keymap({"line_down": "ctrl+n, f5", "line_up": ""})
    assert troubles == ()
    assert keymap.find(ARTICLE, ("ctrl+n",)) is BY_ID["line_down"]
    assert keymap.find(ARTICLE, ("f5",)) is BY_ID["line_down"]
    assert keymap.find(ARTICLE, ("j",)) is None
    assert keymap.find(ARTICLE, ("k",)) is None


@pytest.mark.parametrize(
    ("own", "named"),
    [
        ({"fly": "x"}, "fly"),
        ({"page_down": "j"}, "“line_down” and “page_down”"),
        ({"page_down": "g"}, "begins a longer one"),
        ({"line_down": "pgdn"}, "“pgdn”"),
        ({"line_down": "hyper+x"}, "“hyper+x”"),
        ({"line_down": "f25"}, "“f25”"),
        ({"line_down": "5 x"}, "digits are counts"),
        ({"line_down": "ctrl+i"}, "Tab"),
        ({"quit": "j, Q"}, "wherever"),
    ],
)
def test_what_is_wrong_is_said_by_name(own: dict[str, str], named: str) -> None:
    _, troubles = build_keymap(own)
    assert any(named in trouble for trouble in troubles), troubles


@given(st.dictionaries(st.sampled_from([action.id for action in ACTIONS]), st.text(max_size=12)))
def test_no_setting_breaks_the_keymap(own: dict[str, str]) -> None:
    keymap, _ = build_keymap(own)
    for context in LOOKUP:
        for typed, action in keymap.tables[context].items():
            assert show(typed)
            assert keymap.find(context, typed) is action


def test_keys_are_printed_for_people() -> None:
    assert show(("g", "g")) == "g g"
    assert show(("ctrl+d",)) == "Ctrl+d"
    assert show(("pagedown",)) == "PgDn"
    assert show(("ctrl++",)) == "Ctrl++"
