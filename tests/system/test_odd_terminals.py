"""Terminals of every kind: noise on the line, odd names, changes of size, a stop in between."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.in_brief import in_brief
from tui.paths import bundled

pytestmark = pytest.mark.usefixtures("known_samples")

Open = Callable[..., Any]
SUEZ = next(bundled("sample_articles").glob("suez-1*"))
TITLE = "Giant container ship"
PASTED = "The quick brown fox jumps over the lazy dog.\rQuit it now, quickly! Quite so.\r"


def alive(terminal: Any) -> bool:
    return bool(terminal.child.isalive())


def test_stray_bytes_end_nothing(open_terminal: Open) -> None:
    terminal = open_terminal(SUEZ)
    terminal.wait_for("left")
    for noise in (b"\xe9", b"\xff\xfe\x80", b"\x9b31m", b"\xc3", b"\x1b]0;x\x07", b"\x1bP1$r\x1b\\"):
        terminal.child.send(noise)
        terminal.drink(0.4)
    terminal.press("j", "G")
    terminal.wait_for("100%")
    assert terminal.quit() == 0


@pytest.mark.parametrize("bracketed", [True, False])
def test_what_is_pasted_is_not_typed(open_terminal: Open, bracketed: bool) -> None:
    terminal = open_terminal(SUEZ)
    terminal.wait_for("left")
    terminal.press(f"\x1b[200~{PASTED}\x1b[201~" if bracketed else PASTED)
    terminal.wait_for("not taken for keys")
    assert alive(terminal)
    assert terminal.quit() == 0


@pytest.mark.parametrize(
    "term",
    in_brief(
        ["xterm", "screen", "tmux-256color", "linux", "vt100", "dumb", "nothing-known"],
        ["linux", "dumb", "nothing-known"],
    ),
)
def test_terminals_of_any_name(open_terminal: Open, term: str) -> None:
    terminal = open_terminal(SUEZ, env={"TERM": term})
    terminal.wait_for(TITLE)
    terminal.press(" ", "j", "e")
    terminal.wait_for("Entities")
    assert terminal.quit() == 0


def test_an_ascii_terminal_gets_ascii(open_terminal: Open, tmp_path: Path) -> None:
    path = tmp_path / "accents.md"
    path.write_text("# Café “Łódź”\n\n- one… — two\n\n> 船\n", encoding="utf-8")
    terminal = open_terminal(path, env={"LANG": "C", "LC_ALL": "C", "LC_CTYPE": "C"})
    terminal.wait_for('Cafe "Lodz"')
    terminal.press("e", "?")
    terminal.drink(1)
    assert terminal.text.isascii(), terminal.text
    terminal.press("\x1b")
    terminal.settle()
    assert terminal.quit() == 0


def test_any_size_is_survived(open_terminal: Open) -> None:
    terminal = open_terminal(SUEZ)
    terminal.wait_for("left")
    for keys in ("", "e", "|"):
        terminal.press(*keys)
        for rows, columns in ((1, 1), (2, 80), (40, 3), (12, 40), (24, 80)):
            terminal.child.setwinsize(rows, columns)
            terminal.drink(0.3)
        assert alive(terminal)
    assert terminal.quit() == 0


def test_it_can_be_stopped_and_comes_back(open_terminal: Open) -> None:
    terminal = open_terminal(SUEZ)
    terminal.wait_for("left")
    process = psutil.Process(terminal.child.pid)
    terminal.press("\x1a")
    end = time.monotonic() + 120
    while process.status() != psutil.STATUS_STOPPED:
        assert time.monotonic() < end, "it did not stop"
        terminal.drink(0.1)
    terminal._screen.reset()
    assert TITLE not in terminal.text
    os.kill(terminal.child.pid, signal.SIGCONT)
    terminal.wait_for(TITLE)
    terminal.press("G")
    terminal.wait_for("100%")
    assert terminal.quit() == 0


def test_without_colours(open_terminal: Open) -> None:
    terminal = open_terminal(SUEZ, env={"NO_COLOR": "1"})
    terminal.wait_for(TITLE)
    terminal.press("e")
    terminal.wait_for("Entities")
    colours = {cell.fg for row in terminal._screen.buffer.values() for cell in row.values()}
    assert colours <= {"default"}
    assert terminal.quit() == 0
