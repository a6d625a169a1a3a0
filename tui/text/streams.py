"""What comes through a pipe becomes an Article: read once, to its end, never asked for its size."""

import select
import stat
from pathlib import Path

from tui.errors import UnreadableArticle
from tui.text.article import Article
from tui.text.harmless import harmless_line
from tui.text.read import LARGEST, read_bytes

LOOK_SECONDS = 0.2
PIECE = 65_536  # bytes: what a pipe holds
STANDARD_INPUT = "-"
_ITS_NAMES = frozenset({STANDARD_INPUT, "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"})


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


def read_stream(name: str) -> Article:
    """The article that comes through; waits for its end, which Ctrl+C breaks off. Raises UnreadableArticle.

    Its source is a digest of its text, so that the same text finds its notes again."""
    if is_standard_input(name):
        return read_bytes(_read(0, "Standard input"), "-")
    path = Path(name)
    shown = "The pipe" if path.name.isdigit() else path.name  # /dev/fd/63 tells a person nothing
    return read_bytes(_read(path, harmless_line(name)), "-", path.suffix, shown)


def _read(file: Path | int, shown: str) -> bytes:
    pieces, size = [], 0
    try:
        with open(file, "rb", buffering=0, closefd=file != 0) as stream:
            while size <= LARGEST:  # what is written without end must not fill the memory
                while not select.select([stream], [], [], LOOK_SECONDS)[0]:
                    continue  # a Ctrl+C that came just before the waiting is heard now
                piece = stream.read(PIECE)
                if piece == b"":
                    break
                pieces.append(piece or b"")  # None where somebody else was faster
                size += len(pieces[-1])
    except OSError as error:
        raise UnreadableArticle(f"{shown} cannot be read ({error.strerror}); pipe a text into it.") from error
    return b"".join(pieces)
