"""What commands print: words for people hold nothing that a terminal would obey; data in a file or a pipe is exact."""

import argparse
import os
import sys
import threading
import time
from typing import IO, TYPE_CHECKING, Any, NoReturn

from tui.errors import ReaderError
from tui.text.harmless import harmless, harmless_line

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

LONGEST = 4_096  # bytes of a line that is passed on
_OFTEN = 0.1  # seconds between two lines of progress
_CLEAR = "\r\x1b[K"
_NOUNS = {"paths": "file", "words": "word", "options": "option"}  # what one of them is
_WANTED = {"PATH": "an article or a folder", "URL": "an address", "FILE": "a file", "file": "a file"}  # by its metavar


def out(text: str) -> None:
    """Print words for people, wherever they go: what a pipe takes is shown on a terminal in the end."""
    _write(harmless(text))


def out_data(text: str) -> None:
    """Print what another program reads, character by character; only a terminal gets it as words are."""
    _write(harmless(text) if sys.stdout is not None and sys.stdout.isatty() else text)


def _write(text: str) -> None:
    """Bytes of file names that are no text are replaced. Raises ReaderError where it cannot be written."""
    if sys.stdout is None:
        raise ReaderError("There is nothing to print to: standard output is closed.")
    try:
        sys.stdout.write(text.encode("utf-8", "replace").decode())
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what was not written must not be tried again at the end
        raise ReaderError(f"What is printed cannot be written ({error.strerror}); choose another place.") from error


def say(sentence: str) -> None:
    """One line for the person, not for the pipe, and from whom it comes."""
    tell(f"dateline: {sentence}")


def tell(line: str) -> None:
    """One line for the person, not for the pipe."""
    if sys.stderr is not None:
        sys.stderr.write(f"{harmless_line(line)}\n")


def pass_on(errors: IO[bytes]) -> threading.Thread:
    """Tell what another program, or a machine far away, has to say, as long as it speaks. Reads in a thread."""

    def read() -> None:
        with errors:
            while line := errors.readline(LONGEST):  # what never ends its line must not fill the memory
                if words := harmless_line(line.decode("utf-8", "replace")):
                    tell(words)

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    return thread


class Parser(argparse.ArgumentParser):
    """Its help and its complaints name what was typed, and that may be anything.

    An empty word names nothing: a variable of the shell has no value. To the disk it would be the folder one is in."""

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:
        own = arg_strings[:1] if action.nargs == argparse.PARSER else arg_strings  # the rest is the sub-command's
        for word in own:
            if not word.strip():
                raise ReaderError(_named_nothing(action, word))
        return super()._get_values(action, arg_strings)

    def error(self, message: str) -> NoReturn:
        """One sentence where nothing was named; what is wrong in another way comes with the usage."""
        _, missing, names = message.partition("arguments are required: ")
        if missing:
            raise ReaderError(_left_out(self, names.split(", ")[0]))
        super().error(message)

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        super()._print_message(harmless(message), file)


def _left_out(parser: argparse.ArgumentParser, name: str) -> str:
    """What is to be written behind the words that were typed."""
    for action in parser._actions:
        if action.nargs == argparse.PARSER and action.required and action.choices is not None:
            return f"Say what is to be done: {parser.prog} with {', '.join(action.choices)}."
    what = _WANTED.get(name, f"the {name}")
    return f"Name {what}: {parser.prog} {name.upper()}."


def _named_nothing(action: argparse.Action, word: str) -> str:
    if action.option_strings:
        option = action.option_strings[-1]
        return f"{option} is followed by “{word}”, which names nothing: write a value there, or leave {option} out."
    noun = "command" if action.nargs == argparse.PARSER else _NOUNS.get(action.dest, action.dest)
    return f"There is no {noun} named “{word}”: write a name there; a variable of the shell may be empty."


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
