"""A file and a process that reads it become what the file holds: asked here, done there."""

import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import nullcontext, suppress
from dataclasses import replace
from typing import IO

from tui.errors import UnreadableArticle
from tui.text.apart.file import File
from tui.text.apart.worker import Refusal, too_large, too_long
from tui.text.kinds import Kind
from tui.text.opened import Opened
from tui.text.wire import receive, receive_article

# -P: a folder of articles may hold a folder called "tui"; it must not be run.
COMMAND = (sys.executable, "-I" if sys.flags.isolated else "-P", "-X", "utf8", "-m", "tui.text.apart.worker")
PATIENCE = 30.0  # seconds that pass, on a busy machine or a slow disk; the process has fewer for itself


class Reading:
    """A file that is being read; the process works from the beginning. Raises UnreadableArticle where there can be
    none."""

    def __init__(self, kind: Kind, content: IO[bytes] | bytes, file: File) -> None:
        self._file = file
        self._cancelled = False
        self._outcome: Opened | UnreadableArticle | None = None
        self._beginning: Opened | None = None
        self._thread: threading.Thread | None = None
        self._heard = threading.Lock()
        self._stirred = threading.Event()  # there is a beginning, or all of it
        self._to_tell: list[Callable[[], None]] = []
        self._to_tell_soon: list[Callable[[], None]] = []
        try:
            with as_file(content) if isinstance(content, bytes) else nullcontext(content) as stdin:
                self._process = subprocess.Popen(
                    [*COMMAND, kind.value, *file],
                    stdin=stdin,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    process_group=0,
                )
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else "its name"
            raise UnreadableArticle(f"{file.name} cannot be read: no process could be started ({reason}).") from error
        with suppress(RuntimeError):  # no thread is left: whoever asks waits by themselves
            self._thread = threading.Thread(target=self._collect, name="reading", daemon=True)
            self._thread.start()

    @property
    def source(self) -> str:
        """What identifies the article."""
        return self._file.source

    @property
    def name(self) -> str:
        """What sentences call the file."""
        return self._file.name

    @property
    def beginning(self) -> Opened | None:
        """The first pages of what is long, until all of it is read."""
        return self._beginning if self._outcome is None else None

    def wait(self, seconds: float) -> bool:
        """Whether it is read, at the latest after so many seconds, or as soon as there is a beginning."""
        if self._thread is not None:
            self._stirred.wait(seconds)
        return self._outcome is not None

    def opened(self) -> Opened:
        """What the file holds; waits for it. Raises UnreadableArticle."""
        if self._thread is not None:
            self._thread.join()
        else:
            self._collect()
        assert self._outcome is not None
        if isinstance(self._outcome, UnreadableArticle):
            raise self._outcome
        return self._outcome

    def tell(self, call: Callable[[], None], soon: bool = False) -> None:
        """Call this as soon as it is read, in whatever thread; `soon` also when there is a beginning."""
        with self._heard:
            if self._outcome is None and self._thread is not None and not (soon and self._beginning):
                (self._to_tell_soon if soon else self._to_tell).append(call)
                return
        call()

    def cancel(self) -> None:
        """Nobody wants it any more."""
        self._cancelled = True
        self._kill()

    def _kill(self) -> None:
        """End it with what it has begun; it leads a group of its own."""
        with suppress(OSError):
            if self._process.poll() is None:
                os.killpg(self._process.pid, signal.SIGKILL)

    def _collect(self) -> None:
        outcome: Opened | UnreadableArticle
        alarm = threading.Timer(PATIENCE, self.cancel)
        alarm.daemon = True
        with suppress(RuntimeError):
            alarm.start()
        try:
            outcome = self._answer()
        except (EOFError, OSError, ValueError, AttributeError, pickle.UnpicklingError):
            outcome = UnreadableArticle(self._ended())
        finally:
            alarm.cancel()
            self._kill()
            self._process.wait()
            assert self._process.stdout is not None
            self._process.stdout.close()
        with self._heard:
            self._outcome = outcome
        self._stir([*self._to_tell_soon, *self._to_tell])

    def _stir(self, to_tell: Sequence[Callable[[], None]]) -> None:
        self._stirred.set()
        for call in to_tell:
            call()

    def _answer(self) -> Opened | UnreadableArticle:
        stream = self._process.stdout
        assert stream is not None
        while True:
            outcome = receive(stream)
            if isinstance(outcome, Refusal):
                return UnreadableArticle(outcome.sentence)
            if not isinstance(outcome, Opened):
                return UnreadableArticle(self._ended())
            if outcome.article is not None:
                outcome = replace(outcome, article=receive_article(stream))
            if not outcome.goes_on:
                return outcome
            with self._heard:
                self._beginning, to_tell, self._to_tell_soon = outcome, self._to_tell_soon, []
            self._stir(to_tell)

    def _ended(self) -> str:
        status = self._process.wait()
        name = self._file.name
        if status == -signal.SIGXCPU or self._cancelled:
            return too_long(name)
        if status in (-signal.SIGKILL, -signal.SIGABRT, -signal.SIGTRAP):  # what parsers do where there is no memory
            return too_large(name)
        return f"{name} is damaged: the process that read it broke off; get it once more."


def as_file(content: bytes) -> IO[bytes]:
    """Bytes as a file that a process can be given."""
    if hasattr(os, "memfd_create"):
        file: IO[bytes] = os.fdopen(os.memfd_create("article"), "w+b")
    else:
        file = tempfile.TemporaryFile()  # noqa: SIM115 (it goes on into the process)
    file.write(content)
    file.seek(0)
    return file
