"""The worker process: articles come in, analyses go out and into the index; it ends when its reader is gone.

`python -m tui.library.worker [INDEX]` speaks `wire` on its own standard input and output. An article that takes too
long is given up with what is known by then; where Python itself hears nothing any more, the system ends the process.
"""

import contextlib
import os
import queue
import resource
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import IO, TYPE_CHECKING, NamedTuple

from tui.text.wire import receive_article, send

if TYPE_CHECKING:
    from tui.analysis.model import Analysis
    from tui.text.article import Article

PATIENCE = 60.0  # seconds of processor time for an article
PER_CHARACTER = 0.0001  # and as many more for each character: four times what a book takes
UNHEARD = 10  # seconds after which the system ends what did not hear that the time is up
NICENESS = 5  # keys come first
PROGRESS_SECONDS = 0.1


class Ready(NamedTuple):
    """The analysis is loaded."""


class Progress(NamedTuple):
    """A share of the work is done, 0 to 1."""

    done: float


class Answer(NamedTuple):
    """The analysis, as `codec.encode` writes it."""

    body: bytes


class Failure(NamedTuple):
    """The analysis raised; `reason` is for the sentence shown, the whole of it stands in the log."""

    reason: str


class GivenUp(NamedTuple):
    """The time is up after so many seconds; the names in `body`, an analysis without dates, if they were known."""

    seconds: float
    body: bytes | None


class TimeIsUp(BaseException):
    """Ends an analysis from within; no `except Exception` on the way may hold it back."""


def main() -> None:
    """Answer requests until standard input ends."""
    os.nice(NICENESS)
    # Whatever prints by accident must land in the log, not in the middle of an answer.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    articles: queue.SimpleQueue[Article] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, articles), daemon=True).start()

    from tui.analysis.codec import encode
    from tui.analysis.fingerprint import fingerprint
    from tui.analysis.pipeline import analyse

    index = None
    if len(sys.argv) > 1:
        from tui.library.index.index import Index

        index = Index(Path(sys.argv[1]))
    with contextlib.suppress(OSError):  # nobody listens any more
        send(answers, Ready())
        while True:
            article = articles.get()
            patience = patience_for(article)
            named: list[Analysis] = []
            try:
                with _at_most(patience):
                    analysis = analyse(article, _teller(answers), named.append)
                body = encode(analysis)
            except TimeIsUp:
                send(answers, GivenUp(patience, encode(named[0]) if named else None))
                continue
            except Exception as error:
                traceback.print_exc()
                send(answers, Failure(f"{type(error).__name__}: {error}"))
                continue
            send(answers, Answer(body))
            if index is not None:
                index.keep(article, analysis, fingerprint(), body)


def patience_for(article: "Article") -> float:
    """How many seconds of processor time an article is worth."""
    return PATIENCE + PER_CHARACTER * len(article.text)


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Raises TimeIsUp after so much processor time; a little later the system ends the process with SIGXCPU."""

    def end(number: int, frame: FrameType | None) -> None:
        raise TimeIsUp

    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = resource.getrlimit(resource.RLIMIT_CPU)
    last = int(used.ru_utime + used.ru_stime + seconds) + UNHEARD
    if limit[1] == resource.RLIM_INFINITY or last < limit[1]:
        resource.setrlimit(resource.RLIMIT_CPU, (last, limit[1]))
    signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        resource.setrlimit(resource.RLIMIT_CPU, limit)


def _listen(stream: IO[bytes], articles: "queue.SimpleQueue[Article]") -> None:
    """Take articles in beside the work, so that a long analysis ends at once when the reader quits or is killed."""
    while True:
        try:
            articles.put(receive_article(stream))
        except EOFError:
            os._exit(0)


def _teller(answers: IO[bytes]) -> Callable[[float], None]:
    """A function that tells how far the work is, seldom enough to cost nothing."""
    told = time.monotonic()

    def tell(done: float) -> None:
        nonlocal told
        if time.monotonic() - told >= PROGRESS_SECONDS:
            told = time.monotonic()
            send(answers, Progress(done))

    return tell


if __name__ == "__main__":
    # As __main__ its answers would be of classes that the reading program cannot unpickle.
    from tui.library import worker

    worker.main()
