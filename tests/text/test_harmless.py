"""Whatever a file holds, what is shown can neither drive a terminal nor hide."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.harmless import harmless, harmless_line

UNDRAWABLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text", "plain text"),
        ("[bold]not mark-up[/bold] [link=x]", "[bold]not mark-up[/bold] [link=x]"),
        ("a\x1b[31mred\x1b[0m b", "ared b"),
        ("a\x1b[?1049h\x1b[2J\x1b[10;10Hb", "ab"),
        ("a\x1b]52;c;cm0gLXJmIC8=\x07b", "ab"),
        ("a\x1b]52;c;cm0gLXJmIC8=\x1b\\b", "ab"),
        ("a\x1b]0;a title that never ends\nb", "a\nb"),
        ("a\x1bP+q544e\x1b\\b", "ab"),
        ("a\x1b_Gi=1;AAAA\x1b\\b", "ab"),
        ("a\x1b(0b\x1bce\x1b7", "abe"),
        ("a\x9b31mb", "ab"),
        ("a\x9d52;c;AAAA\x9cb", "ab"),
        ("a\x9d without an end", "a without an end"),
        ("a\x1b", "a"),
        ("nul\x00 bell\x07 del\x7f", "nul bell del"),
        ("N\x08NA\x08AM\x08ME\x08E _\x08x", "NAME x"),
        (
            "one\r\ntwo\rthree\x0bfour\x0cfive\x85six\u2028seven\u2029eight",
            "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight",
        ),
        ("a\tb\n\tc", "a   b\n    c"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("a\u2066b\u2069c\u200ed\u200fe\u061cf", "abcdef"),
        ("pay\u200bpal pay\u2060pal \ufeffpaypal", "paypal paypal paypal"),
        ("hy\xadphen", "hyphen"),
        ("12\xa0March 10\u202f000", "12 March 10 000"),
        ("family 👨‍👩‍👧 and ❤️", "family 👨‍👩‍👧 and ❤️"),
        ("می‌خواهم", "می‌خواهم"),
        ("smuggled\U000e0041\U000e0042", "smuggled"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("Z" + "\u0301" * 50, "Z" + "\u0301" * 6),
        ("漢字 العربية עברית ไทย", "漢字 العربية עברית ไทย"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert harmless(text) == shown


@given(st.text(st.characters(codec=None), max_size=60))
def test_nothing_undrawable_is_left(text: str) -> None:
    shown = harmless(text)
    assert not UNDRAWABLE.search(shown)
    assert harmless(shown) == shown


@given(st.text(alphabet="ab\x1b[]P\\;0m\x07\x9b\x9c\x9d\x08\r\n\t\x00", max_size=40))
def test_no_mixture_of_sequences_leaves_a_control(text: str) -> None:
    assert not UNDRAWABLE.search(harmless(text))


def test_a_line_is_one_line() -> None:
    assert harmless_line(" a\x1b[1m\n\n b\tc ") == "a b c"


@pytest.mark.parametrize(
    "piece", ["Plain words “in quotes”, ", "\x1b]52;", "\x9d", "a\x01", "\t", "\u202e漢", "e\u0301"]
)
def test_five_megabytes_take_no_time(piece: str) -> None:
    text = piece * (5_000_000 // len(piece.encode()))
    began = time.process_time()
    harmless(text)
    assert time.process_time() - began < 1.5  # a quadratic pattern would take minutes
