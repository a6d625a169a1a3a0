"""What commands print: a terminal gets nothing that it would obey, files and pipes get every character."""

import os
import sys
import time

from tui.errors import ReaderError
from tui.text.harmless import harmless, harmless_line

_OFTEN = 0.1  # seconds between two lines of progress
_CLEAR = "\r\x1b[K"


def out(text: str) -> None:
    """Print text; bytes of file names that are no text are replaced. Raises ReaderError where it cannot be written."""
    if sys.stdout is None:
        raise ReaderError("There is nothing to print to: standard output is closed.")
    if sys.stdout.isatty():
        text = harmless(text)
    try:
        sys.stdout.write(text.encode("utf-8", "replace").decode())
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what was not written must not be tried again at the end
        raise ReaderError(f"What is printed cannot be written ({error.strerror}); choose another place.") from error


def say(sentence: str) -> None:
    """One line for the person, not for the pipe."""
    if sys.stderr is not None:
        sys.stderr.write(f"dateline: {harmless_line(sentence)}\n")


class Progress:
    """One line on the terminal that is written anew, and gone at the end; nothing where there is no terminal."""

    def __init__(self, total: int = 0) -> None:
        self._total = total  # 0 where nobody knows
        self._done = 0
        self._told = time.monotonic()
        self._shown = False
        self._wanted = total != 1 and sys.stderr is not None and sys.stderr.isatty()

    def step(self) -> None:
        """One more article is done."""
        self._done += 1
        if self._wanted and time.monotonic() - self._told >= _OFTEN:
            self._told = time.monotonic()
            self._shown = True
            of = f" of {self._total:,}" if self._total else ""
            noun = "article" if self._done == 1 and not of else "articles"
            sys.stderr.write(f"{_CLEAR}{self._done:,}{of} {noun} analysed")
            sys.stderr.flush()

    def close(self) -> None:
        """Leave nothing behind."""
        self.clear()

    def clear(self) -> None:
        """Make room for something else."""
        if self._shown:
            self._shown = False
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
