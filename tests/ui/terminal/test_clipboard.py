"""What is sent to a terminal's clipboard, and what stands in the file beside it."""

from base64 import b64decode
from pathlib import Path

import pytest

from tui.ui.terminal.clipboard import FILE, MOST_BYTES, keep, request, said

WORDS = "Ein Schiff — 船"


def payload(sequence: str) -> str:
    assert sequence.startswith("\x1b]52;c;")
    return b64decode(sequence.removeprefix("\x1b]52;c;").removesuffix("\x07")).decode()


def test_a_terminal_gets_the_words() -> None:
    assert payload(request(WORDS, {"TERM": "xterm-256color"})) == WORDS


@pytest.mark.parametrize("environment", [{"TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default"}, {"TERM": "tmux"}])
def test_tmux_gets_them_and_passes_them_on(environment: dict[str, str]) -> None:
    plain, _, wrapped = request(WORDS, environment).partition("\x1bPtmux;")
    assert payload(plain) == WORDS
    assert wrapped.endswith("\x1b\\")
    assert payload(wrapped.removesuffix("\x1b\\").replace("\x1b\x1b", "\x1b")) == WORDS


def test_screen_passes_them_on_in_pieces() -> None:
    words = WORDS * 200
    pieces = request(words, {"TERM": "screen", "STY": "1.pts-0"}).split("\x1bP")
    assert payload(pieces[0]) == words
    assert payload("".join(piece.removesuffix("\x1b\\") for piece in pieces[1:])) == words
    assert all(len(piece) < 768 for piece in pieces[1:])


@pytest.mark.parametrize("term", ["linux", "vt100", "dumb", ""])
def test_terminals_that_might_print_it_get_nothing(term: str) -> None:
    assert request(WORDS, {"TERM": term}) == ""


def test_what_is_too_long_for_a_terminal_is_not_sent() -> None:
    assert request("x" * MOST_BYTES, {"TERM": "xterm"})
    assert request("x" * (MOST_BYTES + 1), {"TERM": "xterm"}) == ""


def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    for words in (WORDS, "other words \ud800"):
        path = keep(words, tmp_path / "data")
    assert path == tmp_path / "data" / FILE
    assert path.read_bytes() == b"other words ?"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == [FILE]


def test_a_folder_that_is_none_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    assert keep(WORDS, tmp_path / "data") is None


def test_nobody_says_that_it_was_copied() -> None:
    for sent in (True, False):
        for path in (Path("/data/clipboard.txt"), None):
            assert "copied" not in said(WORDS, sent, path).lower()
