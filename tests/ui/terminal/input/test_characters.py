"""Bytes that are no UTF-8 become the characters they were meant for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.ui.terminal.input.characters import new_decoder


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ((b"abc",), "abc"),
        ((b"caf\xe9!",), "café!"),
        ((b"\xe9", b"j"), "éj"),
        ((b"\xc3", b"\xa9"), "é"),
        (("船".encode()[:2], "船".encode()[2:]), "船"),
        ((b"a\x9bb\x80c",), "a\x9bb\x80c"),
        ((b"\xff\xfe",), "ÿþ"),
    ],
)
def test_known_bytes(pieces: tuple[bytes, ...], text: str) -> None:
    decoder = new_decoder()
    assert "".join(decoder.decode(piece) for piece in pieces) + decoder.decode(b"", final=True) == text


def test_half_a_character_does_not_wait_for_ever() -> None:
    decoder = new_decoder()
    assert decoder.decode(b"\xe9") == ""
    assert decoder.decode(b"", final=True) == "é"
    assert decoder.decode("é".encode()) == "é"


@given(st.binary(), st.integers(0, 20))
def test_nothing_raises_wherever_it_is_cut(body: bytes, cut: int) -> None:
    whole, cut_up = new_decoder(), new_decoder()
    text = cut_up.decode(body[:cut]) + cut_up.decode(body[cut:]) + cut_up.decode(b"", final=True)
    assert text == whole.decode(body, final=True)
    assert len(text) <= len(body)
