"""A terminal to run `dateline` in, as a person sees it."""

import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pexpect
import psutil
import pyte
import pytest

from tests.patience import HANGS, Patience
from tests.system.resting import turns
from tui.library.index.schema import FILE
from tui.paths import bundled, cache_folder, make_private

Cell = tuple[str, ...]
# What a terminal may not be sent. It gets text, sequences that begin with ESC, and line feeds inside margins.
UNKNOWN_CONTROL = re.compile(rb"[\0-\x06\x08\x09\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]|\xc2[\x80-\x9f]")
LOOK = 0.05  # seconds between looks at whether a program waits
LOOKS = 4  # so many of them found it waiting, and it had done nothing in between


class Terminal:
    """A program in a terminal of its own: what stands on the screen, and keys for it."""

    _taken = False  # by the program, which is to send no control characters but its own; a shell may send others

    def __init__(self, command: list[str], columns: int = 80, rows: int = 24, **options: Any) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        environment = os.environ | {"TERM": "xterm-256color"} | options.pop("env", {})
        size = (rows, columns)
        options.setdefault("preexec_fn", hearing_the_line)
        self.child = pexpect.spawn(
            command[0], command[1:], dimensions=size, env=environment, timeout=120, use_poll=True, **options
        )
        self.process = psutil.Process(self.child.pid)

    @property
    def text(self) -> str:
        """The screen, line by line."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def drink(self, seconds: float = 0.1) -> None:
        """Let the program draw for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with suppress(pexpect.TIMEOUT):
                self._feed(self.child.read_nonblocking(65536, timeout=0.05))

    def _feed(self, data: bytes) -> None:
        entered, left = data.rfind(b"\x1b[?1049h"), data.rfind(b"\x1b[?1049l")
        if self._taken and left < 0:
            found = UNKNOWN_CONTROL.search(data)
            assert found is None, f"sent to the terminal: {data[max(0, found.start() - 60) : found.end() + 20]!r}"
        self._taken = entered > left or (self._taken and left < 0)
        self._stream.feed(data)

    @property
    def cells(self) -> list[list[Cell]]:
        """Every cell of the screen as it is seen: the colour of a letter that is not there is not."""
        buffer, columns = self._screen.buffer, range(self._screen.columns)
        return [[seen(buffer[y][x]) for x in columns] for y in range(self._screen.lines)]

    def spoil(self) -> None:
        """Something else writes all over the screen."""
        for y in range(self._screen.lines):
            for x in range(self._screen.columns):
                self._screen.buffer[y][x] = pyte.screens.Char("#", "red", "green", bold=True)

    @property
    def is_spoiled(self) -> bool:
        """Whether anything of that still stands."""
        return any(cell[0] == "#" and cell[1] == "green" for row in self.cells for cell in row)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; what was outside of it is lost."""
        self._screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def settle(self, seconds: float = HANGS) -> None:
        """Draw until the program waits for keys and nothing else: it has not run between some looks."""
        patience = Patience(seconds)
        before, calm = -1, 0
        while calm < LOOKS:
            assert not patience.ends, f"it never rests:\n{self.text}"
            drank = not self.drank_nothing(LOOK)
            runs = turns(self.process)
            calm = 0 if drank or runs < 0 or runs != before else calm + 1
            before = runs

    def drank_nothing(self, seconds: float) -> bool:
        """Draw what comes next; whether the program is silent for so long."""
        try:
            self._feed(self.child.read_nonblocking(65536, timeout=seconds))
        except pexpect.TIMEOUT:
            return True
        return False

    def wait_for(self, text: str, seconds: float = HANGS) -> None:
        """Wait until some text is on the screen."""
        patience = Patience(seconds)
        while text not in self.text:
            assert not patience.ends, f"no “{text}” in:\n{self.text}"
            try:
                self.drink(0.05)
            except pexpect.EOF:
                pytest.fail(f"it ended without “{text}”:\n{self.text}")

    def until(self, condition: Callable[[], bool], seconds: float = HANGS) -> None:
        """Draw until something is so."""
        patience = Patience(seconds)
        while not condition():
            assert not patience.ends, f"it did not happen in time:\n{self.text}"
            self.drank_nothing(LOOK)

    def press(self, *keys: str) -> None:
        """Type keys, one after another."""
        for key in keys:
            self.child.send(key)
            self.drink()

    def quit(self, seconds: float = HANGS) -> int | None:
        """Press q until the program is gone; its exit status."""
        patience = Patience(seconds)
        with suppress(pexpect.EOF, OSError):
            while not patience.ends:
                self.press("q")
                self.drink(0.3)
        assert not patience.ends, f"q did not end it:\n{self.text}"
        self.child.close()
        return self.child.exitstatus

    def close(self) -> None:
        """End it, whatever it does."""
        self.child.close(force=True)


def hearing_the_line() -> None:
    """A terminal's programs end when its line is lost; those of `nohup` would not, nor what they start."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def seen(char: pyte.screens.Char) -> Cell:
    """What one sees of a cell."""
    letter = char.data if char.data != "" else " "
    looks = (char.bg, str(char.reverse), str(char.underscore))
    return (letter, *looks, *((char.fg, str(char.bold)) if letter.strip() or char.reverse or char.underscore else ()))


@pytest.fixture
def open_terminal() -> Iterator[Callable[..., Terminal]]:
    """Starts `dateline` with these arguments in a terminal."""
    terminals: list[Terminal] = []

    def start(*arguments: object, command: tuple[str, ...] = (sys.executable, "-m", "tui"), **options: Any) -> Terminal:
        terminals.append(Terminal([*command, *map(str, arguments)], **options))
        return terminals[-1]

    yield start
    for terminal in terminals:
        terminal.close()


@pytest.fixture(scope="session")
def index_of_samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index that has read the sample articles, made once for all processes of a run."""
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    home, made = folder / "home-of-samples", folder / "made"
    with (folder / "turn").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not made.exists():
            words = [sys.executable, "-m", "tui", "index", str(bundled("sample_articles"))]
            environment = os.environ | {"DATELINE_HOME": str(home)}
            subprocess.run(words, env=environment, check=True, stdout=subprocess.DEVNULL, timeout=600)
            made.touch()
    return home / "cache" / FILE


@pytest.fixture
def known_samples(own_folders: Path, index_of_samples: Path) -> Path:
    """A person who has read the sample articles before: where finding their names and days is not what is tried."""
    return Path(shutil.copy(index_of_samples, make_private(cache_folder()) / FILE))
