"""The reading program's end of the worker process: started, asked, killed. Blocking; made for a thread."""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

from tui.errors import AnalysisFailed
from tui.library.worker import UNHEARD, Answer, Failure, GivenUp, Progress, patience_for
from tui.paths import cache_folder, make_private
from tui.text.article import Article
from tui.text.wire import receive, send_article

# -P: a folder of articles may hold a folder called "tui"; it must not be run.
COMMAND = (sys.executable, "-I" if sys.flags.isolated else "-P", "-m", "tui.library.worker")
LOG_BYTES = 1_000_000


SPARE = 12  # files that the screen must be able to open beside the worker's pipes


def leave_room() -> None:
    """Raise OSError where the pipes of a worker would leave the screen too few files to open."""
    taken: list[int] = []
    try:
        while len(taken) < SPARE:
            taken.append(os.dup(2))
    finally:
        for number in taken:
            os.close(number)


def begin(module: str, *arguments: str, heard: bool = True) -> "subprocess.Popen[bytes]":
    """A module run by a process beside the reader; what it says is read, or where nobody does, goes to the log.

    It has a process group of its own: Ctrl+C is for the reader to answer. Raises OSError where there can be none."""
    leave_room()
    command = [*COMMAND[:2], "-X", "utf8", "-m", module, *arguments]
    with log() as errors:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE if heard else errors,
            stderr=errors,
            process_group=0,
        )


def end(process: "subprocess.Popen[bytes]") -> None:
    """End it, whatever it does, and leave no zombie: what it has written is written."""
    with suppress(OSError):
        process.kill()
    assert process.stdin is not None
    with suppress(OSError):  # what was not sent yet
        process.stdin.close()
    process.wait()


class TookTooLong(AnalysisFailed):
    """The time was up; `body` is an encoded analysis without dates if the names were known by then."""

    def __init__(self, article: Article, seconds: float, body: bytes | None = None) -> None:
        super().__init__(f"The analysis of “{article.title}” gave up after {seconds:.0f} s: R tries again.")
        self.seconds = seconds
        self.body = body


class WorkerProcess:
    """One worker. Its pipes are made by hand: Textual puts other objects in the place of stdout and stderr."""

    def __init__(self, index: Path | None, command: tuple[str, ...] = COMMAND) -> None:
        arguments = [*command, str(index)] if index else [*command]
        leave_room()
        with log() as errors:
            self._process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors)

    @property
    def pid(self) -> int:
        """The worker's process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""
        return self._process.poll() is None

    def ask(self, article: Article, progress: Callable[[float], None]) -> bytes:
        """The encoded analysis; raises AnalysisFailed where it raised, took too long or the worker died."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            send_article(self._process.stdin, article)
            while True:
                match receive(self._process.stdout):
                    case Answer(body):
                        return body
                    case Progress(done):
                        progress(done)
                    case GivenUp(seconds, body):
                        raise TookTooLong(article, seconds, body)
                    case Failure(reason):
                        raise AnalysisFailed(f"“{article.title}” could not be analysed ({reason}); {_SEE_LOG}")
        except (OSError, EOFError, ValueError, AttributeError, pickle.UnpicklingError) as error:
            self.kill()
            if self._process.returncode == -signal.SIGXCPU:
                raise TookTooLong(article, patience_for(article) + UNHEARD) from error
            raise AnalysisFailed(f"The analysis of “{article.title}” stopped before its end; {_SEE_LOG}") from error

    def kill(self) -> None:
        """End it now, whatever it does, and leave no zombie; whoever asks it just now gets AnalysisFailed."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not sent yet
                    pipe.close()


_SEE_LOG = "the text stays readable, details are in worker.log in the cache folder."


def log() -> IO[bytes]:
    """Where the worker writes its warnings; begun anew when it has grown."""
    try:
        path = make_private(cache_folder()) / "worker.log"
        return path.open("wb" if path.exists() and path.stat().st_size > LOG_BYTES else "ab")
    except OSError:
        return Path(os.devnull).open("ab")
