"""Articles go to the workers of a Dask cluster, and rows come back: nothing but this process reads or writes files.

The workers must run the same version of this program. One that is lost costs nothing: Dask gives its tasks to another.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.analysis.fingerprint import fingerprint
from tui.errors import ReaderError, UnreadableArticle
from tui.library.indexing.files import File
from tui.library.indexing.task import Lost, Outcome, attempted
from tui.library.indexing.work import Reader, Wanted
from tui.text.article import Article
from tui.text.read import articles_of_bytes, bytes_of, read_bytes

if TYPE_CHECKING:
    from distributed import Client

    from tui.library.indexing.run import Run

CONNECT_SECONDS = 10
AHEAD = 2  # tasks for each thread of a worker that are on their way

_Contents = dict[str, bytes | str]  # by source: what stands in a file, or the sentence that says why it cannot be read


@contextmanager
def cluster(address: str) -> Iterator["Run"]:
    """An executor whose tasks are done by the workers of this scheduler; raises ReaderError."""
    try:
        from distributed import Client
        from distributed.security import Security
    except ImportError as error:
        raise ReaderError("A cluster needs Dask: pip install 'dateline[cluster]'.") from error
    security = Security() if address.startswith("tls:") else None  # keys and certificates stand in Dask's own settings
    try:
        client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False, security=security)
    except (OSError, ValueError, TypeError) as error:
        raise ReaderError(f"No Dask scheduler answers at {address} ({error}); is it tcp://HOST:PORT?") from error
    try:
        _check(client, address)
        yield partial(_run, client)
    finally:
        with suppress(Exception):  # the scheduler may be gone
            client.close(timeout=1)


def _check(client: "Client", address: str) -> None:
    """Raises ReaderError where there are no workers, or others than this program's."""
    try:
        codes = set(client.run(fingerprint).values())
    except Exception as error:  # whatever was raised far away
        raise ReaderError(
            f"The workers of {address} cannot do it ({error}); is this Dateline installed there?"
        ) from error
    if not codes:
        raise ReaderError(f"The scheduler at {address} has no workers: start some, and try again.")
    if codes != {fingerprint()}:
        raise ReaderError(f"The workers of {address} run another version of Dateline: install the same everywhere.")


def _run(
    client: "Client", function: Callable[..., Any], tasks: Iterable[tuple[Any, ...]]
) -> Generator[tuple[Any, Outcome]]:
    """Every task with what became of it, as they are done; tasks are read as they are needed."""
    from distributed import as_completed

    source = iter(tasks)
    running: dict[Any, Any] = {}
    done = as_completed(loop=client.loop)
    most = max(2, AHEAD * sum(client.nthreads().values()))

    def feed() -> None:
        for task in source:
            future = client.submit(attempted, partial(_remotely, function, _contents(task)), task, pure=False)
            running[future] = task
            done.add(future)
            if len(running) >= most:
                return

    feed()
    try:
        while running:
            future = next(done)
            task = running.pop(future)
            outcome: Outcome
            if future.status == "finished":
                outcome = future.result()
            else:
                outcome = Lost(
                    f"its workers were lost: {future.exception()}" if future.status == "error" else "it was lost"
                )
            future.release()
            yield task, outcome
            feed()
    finally:
        client.cancel(list(running))


def _remotely(function: Callable[..., Any], contents: _Contents, task: tuple[Any, ...]) -> Any:
    """What a worker does: the files are not there, what stands in them came along."""
    return function(task, Reader(partial(_article, contents), partial(_within, contents)))


def _article(contents: _Contents, source: str) -> Article:
    content = contents[source]
    if isinstance(content, str):
        raise UnreadableArticle(content)
    return read_bytes(content, source, Path(source).suffix, Path(source).name)


def _within(
    contents: _Contents, source: str, names: Sequence[str]
) -> Iterator[tuple[str, Article | UnreadableArticle]]:
    content = contents[source]
    if isinstance(content, str):
        raise UnreadableArticle(content)
    return articles_of_bytes(content, Path(source), names)


def _contents(task: tuple[File | Wanted, ...]) -> _Contents:
    found: _Contents = {}
    for source in dict.fromkeys((isinstance(one, Wanted) and one.file) or one.source for one in task):
        try:
            found[source] = bytes_of(Path(source))
        except UnreadableArticle as error:
            found[source] = str(error)
    return found
