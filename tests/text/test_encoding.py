"""Bytes in any encoding become characters, and a guess is said to be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.encoding import decode, kind_of_binary

WORDS = "“Köln”, said Žižek — €5 naïve"
RUSSIAN = "Правительство сообщило во вторник, что переговоры продолжатся на следующей неделе в Женеве. " * 4
JAPANESE = "政府は火曜日、来週ジュネーブで協議を続けると発表した。首相は記者会見でそう述べた。" * 6


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marks_and_utf8_need_no_notice(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == (WORDS, "")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark(encoding: str) -> None:
    text, notice = decode(("The council met on Tuesday – in Köln. " * 9).encode(encoding))
    assert text.startswith("The council met on Tuesday – in Köln.")
    assert "UTF-16" in notice


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The café owner said “no” on Tuesday – again.", "cp1252"),
        ("Zürich, Malmö and São Paulo", "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
    ],
)
def test_other_encodings_are_guessed_and_said(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert "guess" in decoded.notice


def test_a_few_broken_places_in_utf8() -> None:
    data = ("Ärzte und Köche in Zürich. " * 20).encode() + b"\xe9 and cut \xc3"
    text, notice = decode(data)
    assert text.startswith("Ärzte und Köche")
    assert "\ufffd" in text
    assert "UTF-8" in notice


def test_a_page_names_its_own_encoding() -> None:
    data = f'<meta charset="windows-1251"><p>{RUSSIAN}</p>'.encode("cp1251")
    assert RUSSIAN in decode(data, page=True).text
    assert decode(b'<meta charset="no-such-thing">na\xefve town', page=True).text.endswith("naïve town")
    assert decode(b'<meta charset="base64">na\xefve town', page=True).text.endswith("naïve town")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x7fELF\x02\x01", "program"),
        (bytes(range(32)) * 100, "not text"),
    ],
)
def test_what_is_not_text(data: bytes, words: str) -> None:
    assert words in kind_of_binary(data)


@pytest.mark.parametrize(
    "data", [b"a few \x00 nuls \x00 in text", "漢字".encode("utf-16"), b"\x1b[31mred\x1b[0m", b"\xff\xfe"]
)
def test_what_is_text(data: bytes) -> None:
    assert kind_of_binary(data) == ""


@given(st.binary(max_size=300), st.booleans())
def test_never_raises(data: bytes, page: bool) -> None:
    kind_of_binary(data)
    assert isinstance(decode(data, page).text, str)
