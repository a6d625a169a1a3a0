"""The index is kept up to date beside a reader: `python -m tui.library.indexing.process INDEX PATH...`

It looks at the files, does what is to be done, and looks again after a while, or at once when anything comes on
standard input. What it does goes out on standard output, a line of JSON for each step; it ends when standard input
does, whatever it is doing.
"""

import contextlib
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import Any, TextIO

from tui.errors import ReaderError
from tui.flags import Move
from tui.library.index.database import Database
from tui.library.indexing.pool import cores, in_order
from tui.library.indexing.run import TEXTS, Step, Summary, bring_up_to_date
from tui.library.indexing.task import Outcome
from tui.library.indexing.turn import my_turn
from tui.library.indexing.work import read_some

NICENESS = 10  # keys come first, then the article that is open
AGAIN = 10.0  # seconds until the files are looked at again
SELDOM = 100  # and so many times what looking takes
TELL_SECONDS = 1.0  # between two steps that are told: each is drawn, which costs a slow line something for minutes
TEXTS_SECONDS = 0.25  # of what takes seconds
PATIENCE = 120.0  # seconds for some articles


def main() -> None:
    """Until standard input ends."""
    os.nice(NICENESS)
    asked = threading.Event()
    threading.Thread(target=_listen, args=(asked,), daemon=True).start()
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    index, paths = Path(sys.argv[1]), [Path(path) for path in sys.argv[2:]]
    tell = _Teller(answers)
    while True:
        began = time.monotonic()
        try:
            with my_turn(index) as mine:
                if mine:
                    tell.end(_run(index, paths, tell))
                else:
                    tell.line(stage="others")
        except ReaderError as error:
            tell.line(stage="trouble", sentence=str(error))
        except OSError as error:
            tell.line(stage="trouble", sentence=f"{index} cannot be locked ({error.strerror}).")
        asked.wait(max(AGAIN, SELDOM * (time.monotonic() - began) if tell.quiet else 0))
        asked.clear()


def _run(index: Path, paths: list[Path], tell: "_Teller") -> Summary:
    database = Database(index)
    try:
        return bring_up_to_date(database, paths, _run_tasks, tell, moved=tell.moved)
    finally:
        database.close()


def _run_tasks(function: Callable[[Any], Any], tasks: Iterable[Any]) -> Generator[tuple[Any, Outcome]]:
    return in_order(function, tasks, processes_for(function), PATIENCE)


def processes_for(function: Callable[[Any], Any]) -> int:
    """Texts are waited for, and are read in seconds: that takes all cores. What takes minutes leaves one alone."""
    return cores() if function is read_some else max(1, cores() - 1)


class _Teller:
    """Tells how far it is, seldom enough to cost nothing."""

    def __init__(self, answers: TextIO) -> None:
        self._answers = answers
        self._told = 0.0
        self._stage = ""
        self.quiet = False  # whether there was nothing to do

    def __call__(self, step: Step) -> None:
        now = time.monotonic()
        seconds = TEXTS_SECONDS if step.stage == TEXTS else TELL_SECONDS
        if step.stage != self._stage or step.done == step.total or now - self._told > seconds:
            self._stage, self._told = step.stage, now
            self.line(**step._asdict())

    def end(self, summary: Summary) -> None:
        """It is up to date."""
        self.quiet = not (summary.read or summary.gone or summary.analysed)
        self.line(stage="end", **summary._asdict())

    def moved(self, moves: list[Move]) -> None:
        """Articles have another place."""
        self.line(stage="moved", moves=moves)

    def line(self, **said: object) -> None:
        """Say something."""
        self._answers.write(json.dumps(said) + "\n")
        self._answers.flush()


def _listen(asked: threading.Event) -> None:
    """Nobody reads here any more when standard input ends."""
    with contextlib.suppress(OSError):
        while os.read(0, 4096):
            asked.set()
    os._exit(0)


if __name__ == "__main__":
    main()
