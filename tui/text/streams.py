"""What comes through a pipe becomes an Article: read once, to its end, never asked for its size."""

import os
import select
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tui.errors import UnreadableArticle
from tui.text.article import Article
from tui.text.harmless import harmless_line
from tui.text.opened import Opened
from tui.text.read import LARGEST, identity_of, open_bytes, the_article

LOOK_SECONDS = 0.2
PATIENT_SECONDS = 1.0
WAITS = "Nothing comes through {name} yet; waiting for a program that writes into it."
PIECE = 65_536  # bytes: what a pipe holds
STANDARD_INPUT = "-"
_ITS_NAMES = frozenset({STANDARD_INPUT, "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"})


class Piped(NamedTuple):
    """What came through a pipe. It cannot be asked for a second time."""

    data: bytes
    suffix: str  # of the pipe's name
    shown: str  # what sentences call it

    @property
    def source(self) -> str:
        """A digest, so that the same text finds its notes again."""
        return identity_of(self.data)

    def opened(self, part: str = "") -> Opened:
        """What it holds, or one part of it. Raises UnreadableArticle."""
        return open_bytes(self.data, STANDARD_INPUT, self.suffix, self.shown, part)


def is_standard_input(name: str) -> bool:
    """Whether the name stands for standard input, whatever that is: a pipe, a file or the keyboard."""
    return name in _ITS_NAMES


def is_stream(name: str) -> bool:
    """Whether it can be read only once: standard input, or a pipe such as the shell makes for <(command)."""
    if is_standard_input(name):
        return True
    try:
        return stat.S_ISFIFO(Path(name).stat().st_mode)
    except (OSError, ValueError):
        return False


def take_stream(name: str, tell: Callable[[str], object] | None = None) -> Piped:
    """All that comes through; waits for its end, which Ctrl+C breaks off. `tell` hears a sentence where nothing comes
    for a second. Raises UnreadableArticle."""
    if is_standard_input(name):
        return Piped(_read(0, "Standard input"), "", "Standard input")
    path = Path(name)
    shown = "The pipe" if path.name.isdigit() else path.name  # /dev/fd/63 tells a person nothing
    return Piped(_read(path, harmless_line(name), tell), path.suffix, shown)


def read_stream(name: str) -> Article:
    """The article that comes through. Raises UnreadableArticle."""
    piped = take_stream(name)
    return the_article(piped.opened(), piped.shown)


def _at_once(path: str, flags: int) -> int:
    """A pipe that nobody writes into yet would keep us waiting, where no Ctrl+C that came just before is heard."""
    return os.open(path, flags | os.O_NONBLOCK)


def _read(file: Path | int, shown: str, tell: Callable[[str], object] | None = None) -> bytes:
    pieces: list[bytes] = []
    size = 0
    patient = time.monotonic() + PATIENT_SECONDS
    try:
        with open(file, "rb", buffering=0, closefd=file != 0, opener=None if file == 0 else _at_once) as stream:
            while size <= LARGEST:  # what is written without end must not fill the memory
                while not select.select([stream], [], [], LOOK_SECONDS)[0]:
                    # a Ctrl+C that came just before the waiting is heard now
                    if tell is not None and not pieces and time.monotonic() > patient:
                        tell(WAITS.format(name=shown))
                        tell = None
                piece = stream.read(PIECE)
                if piece == b"":
                    break
                pieces.append(piece or b"")  # None where somebody else was faster
                size += len(pieces[-1])
    except OSError as error:
        raise UnreadableArticle(f"{shown} cannot be read ({error.strerror}); pipe a text into it.") from error
    return b"".join(pieces)
