"""A process that does one task after another: (function, task) comes in, what became of it goes out.

`python -m tui.library.indexing.task` speaks `wire` on its own standard input and output; it ends when its parent is
gone.
"""

import os
import queue
import sys
import threading
import traceback
from collections.abc import Callable
from typing import IO, Any, NamedTuple, TextIO

from tui.errors import ReaderError
from tui.text.wire import receive, send


class Done(NamedTuple):
    """What a function made of its task."""

    answer: Any


class Refused(NamedTuple):
    """A task that cannot be done, and a sentence that says why."""

    sentence: str


class Lost(NamedTuple):
    """A task that went wrong, and how, in words that go into brackets."""

    reason: str


Outcome = Done | Refused | Lost


def attempted(function: Callable[[Any], Any], task: Any, log: TextIO | None = None) -> Outcome:
    """Do a task; one article of a thousand must not cost the others, whatever it raises."""
    try:
        return Done(function(task))
    except ReaderError as error:
        return Refused(str(error))
    except Exception as error:
        if log is not None:
            traceback.print_exc(file=log)
        return Lost(f"{type(error).__name__}: {error}")


def main() -> None:
    """Do tasks until standard input ends."""
    # Whatever prints by accident must land in the log, not in the middle of an answer.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    tasks: queue.SimpleQueue[tuple[Callable[[Any], Any], Any]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, tasks), daemon=True).start()
    while True:
        send(answers, attempted(*tasks.get(), sys.stderr))


def _listen(stream: IO[bytes], tasks: "queue.SimpleQueue[tuple[Callable[[Any], Any], Any]]") -> None:
    """Take tasks in beside the work, so that a long one ends at once when the parent was killed."""
    try:
        while True:
            tasks.put(receive(stream))
    finally:
        os._exit(0)


if __name__ == "__main__":
    # As __main__ its answers would be of classes that the parent cannot unpickle.
    from tui.library.indexing import task

    task.main()
