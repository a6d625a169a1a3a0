"""What the program hears of what a terminal sends: keys, pastes, the mouse, and never an answer as a key."""

from random import Random

import pytest
from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.message import Message

from tests.ui.terminal.input.noise import noise
from tui.ui.key import Key
from tui.ui.terminal.input.heard import Heard, Pasted


def messages(*pieces: str) -> list[Message]:
    heard = Heard(0.025)
    found = [message for piece in pieces for message in heard.feed(piece)]
    return [*found, *heard.silence()]


def keys(*pieces: str) -> list[tuple[str, str | None]]:
    found = messages(*pieces)
    assert all(isinstance(message, Key) for message in found), found
    return [(message.key, message.character) for message in found if isinstance(message, Key)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("j", [("j", "j")]),
        ("é", [("é", "é")]),
        ("/ ", [("slash", "/"), ("space", " ")]),
        ("\r\t\x7f", [("enter", "\r"), ("tab", "\t"), ("backspace", "\x7f")]),
        ("\x01\x1b", [("ctrl+a", "\x01"), ("escape", "\x1b")]),
        ("\x1b[A\x1bOB", [("up", None), ("down", None)]),
        ("\x1b[5~\x1b[15~\x1b[Z", [("pageup", None), ("f5", None), ("shift+tab", None)]),
        ("\x1bo\x1bO", [("alt+o", None), ("alt+shift+o", None)]),
        ("\x1b[27u", [("escape", None)]),
        ("\x1b[13u\x1b[13;;13u", [("enter", "\r"), ("enter", "\r")]),
        ("\x1b[106;;106u", [("j", "j")]),
        ("\x1b[106u", [("j", "j")]),
        ("\x1b[97;2u", [("A", "A")]),
        ("\x1b[97:65;2u", [("A", "A")]),
        ("\x1b[47:63;2;63u", [("question_mark", "?")]),
        ("\x1b[97;65u", [("A", "A")]),
        ("\x1b[106;1:2u", [("j", "j")]),
        ("\x1b[1;1:2B", [("down", None)]),
        ("\x1b[100;5u\x1b[100;133u", [("ctrl+d", None), ("ctrl+d", None)]),
        ("\x1b[1074::100;5u", [("ctrl+d", None)]),
        ("\x1b[1097::111;3u", [("alt+o", None)]),
        ("\x1b[27;5;100~", [("ctrl+d", None)]),
        ("\x1b[57410u\x1b[57400;;49u", [("slash", "/"), ("1", "1")]),
        ("\x1b[0;;229u", [("å", "å")]),
    ],
)
def test_keys_are_known(typed: str, found: list[tuple[str, str | None]]) -> None:
    assert keys(typed) == found
    assert keys(*typed) == found


@pytest.mark.parametrize(
    "nothing",
    [
        "\x1b[106;1:3u",  # let go
        "\x1b[1;1:3B",
        "\x1b[99999999u",  # no character has such a number
        "\x1b[1114112u",
        "\x1b[55296u",
        "\x1b[;;u",
        "\x1b[57441;2u",  # Shift alone
        "\x1b[57358u",
        "\x1b[99~",
        "\x1b[?62;22c",  # answers
        "\x1b[>41;354;0c",
        "\x1b[0n",
        "\x1b[?997;1n",
        "\x1b[8;24;80t",
        "\x1b[12;40R",
        "\x1b[1;2R",
        "\x1b[?29u",
        "\x1b[?1;2S",
        "\x9b?62;22c",
        "\x1bP>|tmux 3.4\x1b\\",
        "\x1bP1$r0m\x1b\\",
        "\x1b]11;rgb:0000/0000/0000\x07",
        "\x1b]52;c;Zm9v\x1b\\",
        "\x1b_Gi=31;OK\x1b\\",
        "\x1b[48;0;0;0;0t",
        f"\x1b[<0;{'9' * 20};1M",
        f"\x1b[48;{'9' * 20};1;1;1t",
    ],
)
def test_what_is_no_key_is_nothing(nothing: str) -> None:
    for cut in range(len(nothing)):
        assert messages(nothing[:cut], nothing[cut:]) == []


def test_where_a_key_lies_is_told() -> None:
    found = [
        message for message in messages("\x1b[1092::97;;1092u\x1b[1046:1078:59;2;1046u") if isinstance(message, Key)
    ]
    assert [(key.key, key.position) for key in found] == [("ф", "a"), ("Ж", ":")]


def test_escape_and_a_key_at_once_can_be_told_apart() -> None:
    (key,) = messages("\x1bq")
    assert isinstance(key, Key)
    assert [(one.key, one.character) for one in key.apart] == [("escape", "\x1b"), ("q", "q")]


def test_the_mouse_and_the_focus_are_heard() -> None:
    found = messages("\x1b[I\x1b[<0;11;6M\x1b[<0;11;6m\x1b[<64;1;1M\x1b[O")
    kinds = [events.AppFocus, events.MouseDown, events.MouseUp, events.MouseScrollUp, events.AppBlur]
    assert [type(message) for message in found] == kinds


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_a_paste_is_text(end: str) -> None:
    (pasted,) = messages(f"\x1b[200~one{end}\x1b]0;two\x07\x1b[201~")
    assert isinstance(pasted, Pasted)
    assert (pasted.text, pasted.cut, pasted.handler_name) == ("one\n]0;two", False, "on_paste")


def test_every_key_that_textual_knows_is_a_key() -> None:
    answers = {"\x1b[1;2R", "\x1b[1;5R", "\x1b[1;6R", "\x1b[1;3R", "\x1b[1;4R", "\x1b[1;7R", "\x1b[1;8R"}
    silent = [
        sequence
        for sequence, meant in ANSI_SEQUENCES_KEYS.items()
        if isinstance(meant, tuple) and not messages(sequence) and sequence not in answers
    ]
    assert [sequence for sequence in silent if not sequence.startswith("\x1b[1;")] == []


def check_noise(seed: int, count: int) -> None:
    """Nothing raises, and whatever comes of it is something that the program knows."""
    random = Random(seed)
    known = (Key, Pasted, events.MouseEvent, events.AppFocus, events.AppBlur, events.Resize)
    for _ in range(count):
        piece = noise(random)
        for message in messages(piece):
            assert isinstance(message, known) or "$y" in piece, (piece, message)


def test_noise_raises_nothing() -> None:
    check_noise(3, 3000)


@pytest.mark.torture
def test_much_noise_raises_nothing() -> None:
    check_noise(4, 100_000)
