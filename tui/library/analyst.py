"""An Article's Analysis: from the index, else from the worker process, without the drawing ever waiting for it."""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.analysis.codec import decode
from tui.analysis.fingerprint import fingerprint
from tui.analysis.model import Analysis
from tui.errors import AnalysisFailed
from tui.library.beside import beside_the_keys
from tui.library.process import COMMAND, TookTooLong, WorkerProcess
from tui.text.article import Article

if TYPE_CHECKING:
    from tui.library.index.index import Index  # a Python without SQLite reads all the same

GRACE_SECONDS = 0.5  # what nobody waits for may still end by itself, and is then known next time
LONG_BYTES = 200_000  # an analysis of this size is decoded beside the event loop

Progress = Callable[[float], None]


@dataclass(eq=False, slots=True)
class _Job:
    """An article under analysis, and everyone who waits for it."""

    article: Article
    answer: asyncio.Future[Analysis]
    listeners: list[Progress] = field(default_factory=list)
    waiting: int = 0


class GaveUp(AnalysisFailed):
    """It took too long; `named` holds the names without dates, if they were known by then."""

    def __init__(self, sentence: str, seconds: float, named: Analysis | None) -> None:
        super().__init__(sentence)
        self.seconds = seconds
        self.named = named


class Analyst:
    """Analyses articles one after another, the one asked for last first; all but `cached` belongs to one event loop.

    Start it before Textual runs: the worker then loads its model while Textual loads itself."""

    def __init__(self, index: "Index | None", command: tuple[str, ...] = COMMAND) -> None:
        self._index = index
        self._command = command
        self._worker: WorkerProcess | None = None
        self._jobs: dict[str, _Job] = {}  # by the article's digest, in the order they were asked for
        self._current: _Job | None = None
        self._closed = False

    def start(self) -> None:
        """Start the worker process if there is none. Raises OSError where the system allows no other process."""
        if self._worker is not None and not self._worker.alive:
            self._worker.kill()
            self._worker = None
        if self._worker is None:
            self._worker = WorkerProcess(self._index.path if self._index else None, self._command)

    def close(self) -> None:
        """End the worker, whatever it does."""
        self._closed = True
        if self._worker is not None:
            self._worker.kill()

    def cached(self, article: Article) -> Analysis | None:
        """The analysis, if it is known from before; what cannot be read counts as unknown."""
        body = self._stored(article)
        return _decoded(body, article) if body is not None else None

    async def analysis_of(self, article: Article, progress: Progress | None = None) -> Analysis:
        """The analysis; `progress` hears what share is done, 0 to 1. Raises AnalysisFailed.

        Cancelling it takes the request back, and ends the work if nobody else waits for the same article."""
        body = self._stored(article)
        if body is not None:
            long = len(body) > LONG_BYTES
            known = await asyncio.to_thread(_decoded, body, article) if long else _decoded(body, article)
            if known is not None:
                return known
        if self._closed:
            raise AnalysisFailed(f"“{article.title}” was asked for while the reader was closing.")
        job = self._jobs.pop(article.digest, None) or _Job(article, asyncio.get_running_loop().create_future())
        self._jobs[article.digest] = job  # now the last
        if progress is not None:
            job.listeners.append(progress)
        job.waiting += 1
        self._next()
        try:
            return await asyncio.shield(job.answer)
        finally:
            job.waiting -= 1
            if progress is not None:
                job.listeners.remove(progress)
            if job.waiting == 0 and not job.answer.done():
                self._abandon(job)

    def _stored(self, article: Article) -> bytes | None:
        try:
            return self._index.analysis(article.digest, fingerprint()) if self._index else None
        except OSError:  # no file can be opened: then nobody knows what the code is that would have to have found it
            return None

    def _next(self) -> None:
        """Begin with the last job if nothing runs."""
        if self._current is not None or not self._jobs or self._closed:
            return
        job = self._current = next(reversed(self._jobs.values()))
        try:
            self.start()
            assert self._worker is not None
            work = (self._worker, job, asyncio.get_running_loop())
            threading.Thread(target=self._work, args=work, name="analyst", daemon=True).start()
        except (OSError, RuntimeError) as error:  # no process, no thread
            reason = error.strerror if isinstance(error, OSError) else "no thread is left"
            self._finish(job, AnalysisFailed(f"The analysis cannot be started; R tries again: {reason}."))

    def _work(self, worker: WorkerProcess, job: _Job, loop: asyncio.AbstractEventLoop) -> None:
        """In a thread of its own: it only waits, and must not hold up quitting as a pool's threads do."""

        def tell(done: float) -> None:
            loop.call_soon_threadsafe(self._tell, job, done)

        outcome: Analysis | AnalysisFailed | None
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
            try:
                outcome = _decoded(worker.ask(job.article, tell), job.article)
            except TookTooLong as error:
                named = _decoded(error.body, job.article) if error.body is not None else None
                outcome = GaveUp(str(error), error.seconds, named)
            except AnalysisFailed as error:
                outcome = error
            loop.call_soon_threadsafe(self._finish, job, outcome)

    def _tell(self, job: _Job, done: float) -> None:
        for listener in job.listeners:
            listener(done)

    def _finish(self, job: _Job, outcome: Analysis | AnalysisFailed | None) -> None:
        self._current = None
        if self._jobs.get(job.article.digest) is job:
            del self._jobs[job.article.digest]
        if job.answer.done():
            pass
        elif isinstance(outcome, Analysis):
            job.answer.set_result(outcome)
        elif job.waiting == 0:
            job.answer.cancel()
        else:
            job.answer.set_exception(outcome or AnalysisFailed(f"The analysis of “{job.article.title}” is unreadable."))
        self._next()

    def _abandon(self, job: _Job) -> None:
        if job is not self._current:
            del self._jobs[job.article.digest]
            job.answer.cancel()
        elif not self._closed:
            asyncio.get_running_loop().call_later(GRACE_SECONDS, self._stop, job)

    def _stop(self, job: _Job) -> None:
        if job is self._current and job.waiting == 0 and self._worker is not None:
            del self._jobs[job.article.digest]  # whoever asks again begins again
            self._worker.kill()  # its thread reads the end of the pipe, and the next job gets a new worker


def _decoded(body: bytes, article: Article) -> Analysis | None:
    with beside_the_keys() if len(body) > LONG_BYTES else contextlib.nullcontext():
        try:
            analysis = decode(body)
        except Exception:  # a cache is never worth an error, whatever lies in it
            return None
    return analysis if analysis.digest == article.digest else None
