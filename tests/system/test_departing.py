"""However a session ends: the draft is on disk and offered again, the terminal is clean, nothing goes on running."""

import os
import pty
import signal
import sys
import termios
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest

from tui.notes.store import NoteStore
from tui.paths import bundled, data_folder

pytestmark = pytest.mark.usefixtures("known_samples")

Open = Callable[..., Any]
SUEZ = next(bundled("sample_articles").glob("suez-1*"))
TITLE = "Giant container ship"
WORDS = "half a thought"


def drafts() -> list[str]:
    return [draft.body for _, draft in NoteStore(data_folder()).pending_drafts()]


def until(condition: Callable[[], bool], seconds: float = 120) -> float:
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < seconds, "it did not happen in time"
        time.sleep(0.05)
    return time.monotonic() - began


def gone(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def hang_up(terminal: Any) -> None:
    """Close the other side of the terminal."""
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, terminal.child.child_fd)
    os.close(nothing)


def begin_a_note(terminal: Any, pause: bool = True) -> None:
    terminal.wait_for(TITLE)
    terminal.wait_for("min left")
    terminal.press("a")
    terminal.wait_for("Esc keeps nothing")
    terminal.press(WORDS)
    terminal.wait_for(WORDS)
    if pause:
        folder = data_folder() / "drafts"
        until(lambda: any(WORDS in path.read_text() for path in folder.glob("*.json")))


@pytest.mark.parametrize("way", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL], ids=lambda way: way.name)
def test_a_note_is_offered_again(open_terminal: Open, way: signal.Signals) -> None:
    terminal = open_terminal(SUEZ)
    begin_a_note(terminal, pause=way is signal.SIGKILL)
    os.kill(terminal.child.pid, way)
    until(lambda: gone(terminal.process))
    until(lambda: drafts() == [WORDS])  # its last thread may still be ending, and hold the draft
    again = open_terminal(SUEZ)
    again.wait_for("g n goes on")
    again.press("g", "n")
    again.wait_for(WORDS)
    again.press("\x1b")
    again.wait_for("Note saved")
    assert drafts() == []
    store = NoteStore(data_folder())
    assert [note.body for note in store.all_notes()] == [WORDS]
    assert again.quit() == 0


@pytest.mark.parametrize("way", [signal.SIGTERM, signal.SIGHUP], ids=lambda way: way.name)
def test_the_terminal_is_given_back(open_terminal: Open, way: signal.Signals) -> None:
    line = "stty -a > before; $PYTHON -m tui $ARTICLE; stty -a > after; echo it is over"
    terminal = open_terminal(
        command=("sh", "-c", f"cd $HERE; {line}; sleep 5"),
        env={"PYTHON": sys.executable, "ARTICLE": str(SUEZ), "HERE": str(data_folder().parent.parent)},
    )
    begin_a_note(terminal)
    reader = next(child for child in terminal.process.children() if "tui" in child.cmdline())
    sent: list[bytes] = []
    feed = terminal._stream.feed
    terminal._stream.feed = lambda data: (sent.append(data), feed(data))
    reader.send_signal(way)
    terminal.wait_for("it is over")
    after = b"".join(sent)
    for end in ("[?1049l", "[?25h", "[?2004l", "[<u", "[?1000l", "[?1006l", "[?1004l"):
        assert after.count(b"\x1b" + end.encode()) == 1
    assert b"\x1b[?1049h" not in after
    here = data_folder().parent.parent
    assert (here / "before").read_text() == (here / "after").read_text()


@pytest.mark.parametrize("ignored", [False, True], ids=["told", "SIGHUP ignored"])
def test_it_ends_when_the_terminal_is_gone(open_terminal: Open, ignored: bool) -> None:
    wanted = ("sh", "-c", f"{'trap  HUP;' if ignored else ''} exec {sys.executable} -m tui {SUEZ}")
    terminal = open_terminal(command=wanted)
    begin_a_note(terminal)
    children = terminal.process.children(recursive=True)
    hang_up(terminal)
    until(lambda: gone(terminal.process))
    until(lambda: all(gone(child) for child in children))
    until(lambda: drafts() == [WORDS])


def test_it_ends_when_output_is_frozen_and_the_line_drops(open_terminal: Open) -> None:
    wanted = ("sh", "-c", f"trap '' HUP; exec {sys.executable} -m tui {SUEZ}")
    terminal = open_terminal(command=wanted)
    terminal.wait_for(TITLE)
    terminal.wait_for("min left")
    for _ in range(60):  # nobody reads what they draw
        with suppress(OSError):
            os.write(terminal.child.child_fd, b" b" * 20)
        time.sleep(0.02)
    hang_up(terminal)
    until(lambda: gone(terminal.process))


def test_a_signal_while_output_is_frozen_saves_the_draft(open_terminal: Open) -> None:
    terminal = open_terminal(SUEZ)
    begin_a_note(terminal, pause=False)
    for _ in range(200):
        with suppress(OSError):
            os.write(terminal.child.child_fd, b"and more words ")
        time.sleep(0.005)
    os.kill(terminal.child.pid, signal.SIGTERM)
    until(lambda: gone(terminal.process))
    until(lambda: any(body.startswith(WORDS) for body in drafts()))


def test_the_place_is_kept(open_terminal: Open) -> None:
    terminal = open_terminal(SUEZ)
    terminal.wait_for(TITLE)
    terminal.wait_for("min left")
    terminal.press(" ")
    terminal.settle()
    os.kill(terminal.child.pid, signal.SIGHUP)
    until(lambda: gone(terminal.process))
    place = NoteStore(data_folder()).place_of(str(SUEZ.resolve()))
    assert place is not None
    assert place.offset > 0


def test_attributes_of_a_terminal_that_was_never_cooked_stay(tmp_path: Path) -> None:
    """The reader gives back what it found, not what is usual."""
    master, slave = pty.openpty()
    found = termios.tcgetattr(slave)
    found[3] &= ~termios.ECHO
    termios.tcsetattr(slave, termios.TCSANOW, found)
    pid = os.fork()
    if pid == 0:
        os.setsid()
        for number in (0, 1, 2):
            os.dup2(slave, number)
        os.environ["TERM"] = "xterm-256color"
        os.execv(sys.executable, [sys.executable, "-m", "tui", str(SUEZ)])
    seen = b""
    while b"\x1b[?1049h" not in seen or b"min left" not in seen:  # the reader has taken over
        seen += os.read(master, 65536)
    os.kill(pid, signal.SIGTERM)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGTERM
    assert termios.tcgetattr(slave)[3] == found[3]
    os.close(master)
    os.close(slave)
