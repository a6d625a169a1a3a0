"""Whoever types before the program is there, faster than it draws, or over a bad line gets what the keys say."""

import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pexpect
import pytest

from tests.in_brief import in_brief
from tests.ui.terminal.input.noise import noise
from tui.paths import bundled

Open = Callable[..., Any]
SAMPLES = bundled("sample_articles")
SUEZ = next(SAMPLES.glob("suez-1*"))
TITLE = "Giant container ship"
TERMS = ["xterm", "screen", "tmux-256color", "xterm-kitty", "linux", "vt100", "dumb", "nothing-known"]
LONG = 120.0


@pytest.fixture
def busy() -> Iterator[None]:
    """Four programs that want all of the machine."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(4)]
    yield
    for loop in loops:
        loop.kill()
        loop.wait()


def ended(terminal: Any, seconds: float = LONG) -> int | None:
    """Its exit status, when it has ended."""
    end = time.monotonic() + seconds
    with suppress(pexpect.EOF):
        while True:
            assert time.monotonic() < end, f"it did not end:\n{terminal.text}"
            terminal.drink(0.05)
    terminal.child.wait()
    return terminal.child.exitstatus  # type: ignore[no-any-return]


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("term", in_brief(TERMS, ["xterm", "tmux-256color", "dumb"]))
def test_what_is_typed_with_the_first_byte_is_done(open_terminal: Open, term: str) -> None:
    terminal = open_terminal(SUEZ, env={"TERM": term})
    terminal.child.send("/canal\rn")
    terminal.wait_for("2 of ", LONG)  # found, entered, and the next one gone to
    terminal.child.send("q")
    assert ended(terminal) == 0


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("term", in_brief(TERMS, ["screen", "xterm-kitty"]))
def test_q_with_the_first_byte_leaves(open_terminal: Open, term: str) -> None:
    terminal = open_terminal(SUEZ, env={"TERM": term})
    terminal.child.send("q")
    assert ended(terminal) == 0


@pytest.mark.parametrize("way", ["library", "folder", "pipe", "small"])
def test_it_is_so_without_a_first_page(open_terminal: Open, way: str) -> None:
    line = f"cat {shlex.quote(str(SUEZ))} | {shlex.quote(sys.executable)} -m tui -"
    terminal = {
        "library": lambda: open_terminal(),
        "folder": lambda: open_terminal(SAMPLES),
        "pipe": lambda: open_terminal(command=("sh", "-c", line)),
        "small": lambda: open_terminal(SUEZ, columns=40, rows=3),
    }[way]()
    terminal.child.send("?\x1bq")
    assert ended(terminal) == 0


def test_what_is_typed_before_the_list_is_there_waits_for_it(open_terminal: Open) -> None:
    terminal = open_terminal(SAMPLES)
    terminal.child.send("/apollo\r\r/oxygen\rn")
    terminal.wait_for("2 of ", LONG)
    terminal.child.send("qq")
    assert ended(terminal) == 0


def test_keys_that_come_together_are_done_one_after_the_other(open_terminal: Open) -> None:
    terminal = open_terminal(SAMPLES)
    terminal.wait_for(TITLE)
    terminal.child.send("/apollo\r\r")  # narrows the list, enters the filter, opens what is left
    terminal.wait_for("% ", LONG)
    terminal.child.send("/oxygen\rnq")
    terminal.wait_for("1 of 10 articles", LONG)
    terminal.child.send("?\x1b\x1bqq")
    assert ended(terminal) == 0


def test_the_terminal_is_as_it_was_afterwards(open_terminal: Open) -> None:
    terminal = open_terminal(
        command=("sh", "-c", f"{shlex.quote(sys.executable)} -m tui {shlex.quote(str(SUEZ))}; stty")
    )
    terminal.wait_for(TITLE, LONG)
    terminal.child.send("q")
    assert ended(terminal) == 0
    assert "-icanon" not in terminal.text
    assert "-icrnl" not in terminal.text
    assert "-echo" not in terminal.text


def test_an_error_leaves_the_terminal_as_it_was(open_terminal: Open, tmp_path: Path) -> None:
    missing = shlex.quote(str(tmp_path / "missing.md"))
    terminal = open_terminal(command=("sh", "-c", f"{shlex.quote(sys.executable)} -m tui {missing}; stty"), columns=200)
    assert ended(terminal) == 0
    assert "does not exist" in terminal.text
    assert "-icanon" not in terminal.text
    assert "-echo" not in terminal.text


@pytest.mark.parametrize("pieces", in_brief([60, 3000], [60]))
def test_noise_on_the_line_ends_nothing(open_terminal: Open, pieces: int) -> None:
    terminal = open_terminal(SUEZ)
    terminal.wait_for("left")
    random = Random(5)
    for _ in range(pieces):
        piece = noise(random)
        if not set(piece) & set("qQ:|@&!\x03\x11\x1a"):
            terminal.child.send(piece.encode("utf-8", "replace"))
            terminal.drink(0.01)
    terminal.child.send("\x18")
    assert terminal.quit(LONG) == 0
    assert "Traceback" not in terminal.text


def test_a_sequence_in_two_parts_is_one_key(open_terminal: Open) -> None:
    terminal = open_terminal(SUEZ, env={"SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"})
    terminal.wait_for("left")
    for begun, rest in (("\x1b[", "6~"), ("\x1b[4", "~"), ("\x1bO", "F"), ("\x1b", "[F")):
        terminal.child.send(begun)
        terminal.drink(0.06 if begun == "\x1b" else 0.3)
        terminal.child.send(rest)
        terminal.drink(0.1)
    terminal.wait_for("100%")
    assert terminal.quit() == 0
