"""Whatever signal comes, and in whatever order: the terminal is sane, and the program can be left or has left."""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.in_brief import in_brief
from tests.system.conftest import LOOK, LOOKS
from tests.system.resting import turns
from tui.paths import bundled, data_folder
from tui.ui.terminal.departing import SIGNALS

pytestmark = pytest.mark.usefixtures("known_samples")

Open = Callable[..., Any]
SUEZ = next(bundled("sample_articles").glob("suez-1*"))
TITLE = "Giant container ship"
ENDS = ("[?1049l", "[?25h", "[?2004l", "[<u", "[?1000l", "[?1006l", "[?1004l", "[?7h")
KNOWN = (signal.SIGINT, signal.SIGQUIT, signal.SIGUSR1, signal.SIGALRM, signal.SIGXCPU)
IGNORED = (signal.SIGPIPE, signal.SIGXFSZ)  # by Python: a write that fails is an error like another


@pytest.fixture
def here() -> Path:
    """Where the shell writes how the terminal was."""
    return data_folder().parent.parent


def in_a_shell(open_terminal: Open, here: Path, environment: dict[str, str]) -> tuple[Any, psutil.Process]:
    """The reader with a shell round it that says how the terminal was before and after, and what it ended with."""
    line = "stty -a > before; $PYTHON -m tui $ARTICLE; echo it is over $?; stty -a > after; echo gone; sleep 9"
    known = {"PYTHON": sys.executable, "ARTICLE": str(SUEZ), "HERE": str(here)} | environment
    terminal = open_terminal(command=("sh", "-c", f"cd $HERE; {line}"), env=known)
    terminal.wait_for(TITLE)
    terminal.wait_for("min left")
    return terminal, next(child for child in terminal.process.children() if "tui" in child.cmdline())


def listen(terminal: Any) -> list[bytes]:
    """What is sent to the terminal from now on."""
    sent: list[bytes] = []
    feed = terminal._stream.feed
    terminal._stream.feed = lambda data: (sent.append(data), feed(data))
    return sent


@pytest.mark.parametrize(
    "way",
    [
        pytest.param(way, id=way.name, marks=() if way in KNOWN else pytest.mark.torture)
        for way in SIGNALS
        if way not in IGNORED
    ],
)
def test_a_deadly_signal_gives_the_terminal_back(open_terminal: Open, here: Path, way: signal.Signals) -> None:
    terminal, reader = in_a_shell(open_terminal, here, {})
    sent = listen(terminal)
    reader.send_signal(way)
    terminal.until(lambda: b"gone" in b"".join(sent))
    after = b"".join(sent)
    assert f"it is over {128 + way}\r\n".encode() in after
    for end in ENDS:
        assert b"\x1b" + end.encode() in after, end
    assert (here / "before").read_text() == (here / "after").read_text()


@pytest.mark.parametrize("way", IGNORED, ids=lambda way: way.name)
def test_a_signal_that_python_ignores_ends_nothing(open_terminal: Open, here: Path, way: signal.Signals) -> None:
    terminal, reader = in_a_shell(open_terminal, here, {})
    reader.send_signal(way)
    terminal.press("G")
    terminal.wait_for("100%")


def stopped(reader: psutil.Process) -> None:
    end = time.monotonic() + 120
    while reader.status() != psutil.STATUS_STOPPED:
        assert time.monotonic() < end, "it did not stop"
        time.sleep(0.02)


def go_on(terminal: Any, reader: psutil.Process) -> None:
    """Wake it until it rests awake: a stop may still be on its way."""
    end = time.monotonic() + 120
    before, calm = -1, 0
    while calm < LOOKS:
        assert time.monotonic() < end, f"it never rests awake: {reader}"
        if reader.status() == psutil.STATUS_STOPPED:
            reader.send_signal(signal.SIGCONT)
        silent, runs = terminal.drank_nothing(LOOK), turns(reader)
        before, calm = runs, calm + 1 if silent and runs == before >= 0 else 0


def leave(terminal: Any, reader: psutil.Process, sent: list[bytes]) -> None:
    """Press q until the reader and the shell round it have ended."""
    end = time.monotonic() + 120
    while b"gone" not in b"".join(sent):
        assert time.monotonic() < end, f"q does not end it, {reader}:\n{terminal.text}"
        terminal.press("q")
    assert b"it is over 0\r\n" in b"".join(sent)


@pytest.mark.parametrize("times", [200, pytest.param(600, marks=pytest.mark.torture)])
def test_a_signal_amid_a_drawing_leaves_a_reader_that_hears_keys(open_terminal: Open, here: Path, times: int) -> None:
    terminal, reader = in_a_shell(open_terminal, here, {})
    sent = listen(terminal)
    for _ in range(times):
        terminal.child.send("\x0c")  # all is drawn again
        for _ in range(5):
            reader.send_signal(signal.SIGCONT)
        terminal.drink(0)
        terminal.drank_nothing(0.002)
    leave(terminal, reader, sent)


@pytest.mark.parametrize(
    ("rounds", "seed"), [(12, 1), *(pytest.param(60, seed, marks=pytest.mark.torture) for seed in range(2, 12))]
)
def test_it_goes_on_in_any_order(open_terminal: Open, here: Path, rounds: int, seed: int) -> None:
    terminal, reader = in_a_shell(open_terminal, here, {})
    sent, chance = listen(terminal), random.Random(seed)
    for _ in range(rounds):
        match chance.randrange(4):
            case 0:  # nobody stopped it
                for _ in range(chance.randrange(1, 9)):
                    reader.send_signal(signal.SIGCONT)
            case 1:  # somebody else did
                reader.send_signal(signal.SIGSTOP)
                stopped(reader)
            case 2:  # it did itself
                reader.send_signal(signal.SIGTSTP)
            case _:
                terminal.press(chance.choice(["j", "k", "G", "g", "/", "\x1b"]))
        reader.send_signal(signal.SIGCONT)
        terminal.drink(0.05)
    go_on(terminal, reader)
    terminal.press("\x1b", "\x1b", "g", "g")
    terminal.wait_for(TITLE)
    leave(terminal, reader, sent)
    assert (here / "before").read_text() == (here / "after").read_text()
    all_of_it = b"".join(sent)
    pushed, popped = all_of_it.count(b"\x1b[>29u"), all_of_it.count(b"\x1b[<u")
    assert popped == pushed + 1  # the first was before we listened
    assert all_of_it.rfind(b"\x1b[?1049l") > all_of_it.rfind(b"\x1b[?1049h")


EDITORS = {
    **dict.fromkeys(
        ("/no/such/editor", "nosuchprogram", "/", "/etc/passwd", '""', "\x1b]52;c;x\x07"), "cannot be started"
    ),
    **dict.fromkeys(("'unfinished", "vi 'a", "vim 'unclosed", "nosuchprogram -w", "/tmp", '""'), "cannot be started"),
    **{"sh -c 'exit 3'": "ended with status 3", "sh -c 'exit 127' nano": "ended with status 127", "false": "status 1"},
    **{f"sh -c 'kill -{name} $$' vi": f"was ended by SIG{name}" for name in ("KILL", "TERM", "SEGV", "HUP")},
    "sh -c 'rm \"$0\"'": "left no file",
}


EVERY_TIME = [
    ("nosuchprogram", "EDITOR"),
    ("vi 'a", "VISUAL"),
    ("sh -c 'exit 3'", "VISUAL"),
    ("sh -c 'kill -KILL $$' vi", "EDITOR"),
]


@pytest.mark.parametrize(
    ("editor", "variable"),
    in_brief([(editor, variable) for editor in EDITORS for variable in ("EDITOR", "VISUAL")], EVERY_TIME),
)
def test_an_editor_that_cannot_be_used_gives_the_note_back(open_terminal: Open, editor: str, variable: str) -> None:
    told = EDITORS[editor]
    terminal = open_terminal(SUEZ, env={variable: editor, "PATH": os.environ["PATH"]})
    _try_the_editor(terminal, told)
    if told == "cannot be started":
        terminal.wait_for(f"set {variable} to another one")
    _go_on(terminal)


@pytest.mark.parametrize("value", in_brief([None, "", "  "], [None]))
def test_without_any_editor_the_note_goes_on(open_terminal: Open, tmp_path: Path, value: str | None) -> None:
    env = {"PATH": str(tmp_path), **({} if value is None else {"EDITOR": value})}
    terminal = open_terminal(SUEZ, env=env)
    _try_the_editor(terminal, "No other editor was found: set EDITOR to one.")
    _go_on(terminal)


WRITES = 'printf "%s" "kept all" > "$0"'
STOPS = {
    "only itself": f"sh -c 'kill -STOP $$; {WRITES}'",
    "itself as Ctrl+Z does": f"sh -c 'kill -TSTP $$; {WRITES}'",
    "all that run with it": f"sh -c 'kill -TSTP 0; {WRITES}'",
    "again and again": f"sh -c 'for i in 1 2 3 4 5; do kill -STOP $$; done; {WRITES}'",
}


@pytest.mark.parametrize("way", in_brief(STOPS, ["all that run with it", "again and again"]))
def test_an_editor_that_stops_where_nobody_can_wake_it_goes_on(open_terminal: Open, way: str) -> None:
    terminal = open_terminal(SUEZ, env={"EDITOR": STOPS[way]})
    _try_the_editor(terminal, "kept all")
    assert terminal.process.status() != psutil.STATUS_STOPPED
    terminal.press("\x1b")
    terminal.wait_for("Note saved")
    assert terminal.quit() == 0


@pytest.mark.parametrize(
    "way", in_brief([way for way in STOPS if way != "again and again"], ["only itself", "itself as Ctrl+Z does"])
)
def test_the_reader_stops_with_its_editor_where_a_shell_can_wake_both(
    open_terminal: Open, here: Path, way: str
) -> None:
    line = "set -m; $PYTHON -m tui $ARTICLE; echo stopped here; read x; fg; echo gone; sleep 99"
    known = {"PYTHON": sys.executable, "ARTICLE": str(SUEZ), "EDITOR": STOPS[way]}
    terminal = open_terminal(command=("bash", "-c", line), env=known)
    sent = listen(terminal)
    _try_the_editor(terminal, "stopped here")
    terminal.press("\r")
    terminal.wait_for("kept all")
    terminal.press("\x1b")
    terminal.wait_for("Note saved")
    terminal.press("q", "q")
    terminal.until(lambda: b"gone" in b"".join(sent))


def test_an_editor_that_bars_itself_from_the_terminal_gives_the_note_back(open_terminal: Open) -> None:
    act = "import os, termios; os.setpgrp(); termios.tcsetattr(0, 0, termios.tcgetattr(0))"
    terminal = open_terminal(SUEZ, env={"EDITOR": f"{sys.executable} -c '{act}'"})
    _try_the_editor(terminal, "was ended by SIGKILL")
    _go_on(terminal)


def _try_the_editor(terminal: Any, told: str) -> None:
    terminal.wait_for(TITLE)
    terminal.wait_for("min left")
    terminal.press("a")
    terminal.wait_for("Esc keeps nothing")
    terminal.press("half a thought")
    terminal.press("\x0f")  # Ctrl+O
    terminal.wait_for(told)


def _go_on(terminal: Any) -> None:
    terminal.press(" more")
    terminal.wait_for("half a thought more")
    terminal.press("\x1b")
    terminal.wait_for("Note saved")
    assert terminal.quit() == 0
