"""Files become an index that is up to date: first what they say, then what is named in them.

What is written is written for good: a run that was ended goes on where it was.
"""

import sqlite3
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar

from tui.analysis.fingerprint import FOLDER, digest_of, fingerprint
from tui.errors import ReaderError
from tui.library.entities.following import Answers, Some, tell_some
from tui.library.entities.following import catch_up as tell_entities
from tui.library.index.analyses import as_its_twin, fail, not_analysed, put_analysis, put_names
from tui.library.index.articles import (
    FileState,
    digest_at,
    drop_article,
    id_of,
    note_article,
    note_state,
    refuse,
    states,
)
from tui.library.index.database import Database
from tui.library.index.said import catch_up
from tui.library.index.texts import drop_text, put_text
from tui.library.indexing.files import File, files_under, todo
from tui.library.indexing.task import Done, Outcome
from tui.library.indexing.work import Analysed, Failed, Text, Unreadable, Wanted, analyse_some, read_some
from tui.library.same.twins import catch_up as group_twins
from tui.library.walk import real_path

FILES_AT_ONCE = 32  # that a worker reads before it answers
ARTICLES_AT_ONCE = 16  # that it analyses
WRITE_SECONDS = 0.25  # between two times that something is written
TRIES = 20  # to write, while somebody else does

FILES, TEXTS, NAMES, WHO = "files", "texts", "names", "who"  # the stages
READER = FOLDER.parent / "text"

Task = TypeVar("Task")
Run = Callable[[Callable[[Any], Any], Iterable[Any]], Generator[tuple[Any, Outcome]]]


class Step(NamedTuple):
    """How far it is."""

    stage: str
    done: int
    total: int


class Summary(NamedTuple):
    """What came of it."""

    files: int
    read: int
    gone: int
    analysed: int
    unreadable: int  # of those that were read
    failed: int  # of those that were to be analysed


class Teller(Protocol):
    """Hears how far it is; whoever wants it to end raises."""

    def __call__(self, step: Step) -> None: ...


class CannotWrite(ReaderError):
    """The index cannot be written just now."""


def bring_up_to_date(
    database: Database, paths: Sequence[Path], run: Run, tell: Teller, analysed: bool = True
) -> Summary:
    """Read what is new or changed under these paths, forget what is gone, analyse what is not; raises CannotWrite.

    `run` is an executor: a function and its tasks in, each task with what became of it out."""
    tell(Step(FILES, 0, 0))
    files = tuple(files_under(paths))
    roots = [real_path(path) for path in paths]
    none: dict[str, FileState] = {}
    unreadable = failed = made = 0
    with _Writer(database) as writer:
        writer.now(_begin)
        there = todo(files, database.read(states, none), roots)
        for text in _each(run, read_some, there.read, FILES_AT_ONCE, TEXTS, tell, _cannot_be_read):
            unreadable += isinstance(text, Unreadable)
            writer.later(_put(text, database.searchable))
        writer.flush()
        writer.now(lambda db: _forget(db, there.gone))  # not before: what only moved takes its names along
        wanted = _left(database, files) if analysed else ()
        for found in _each(run, analyse_some, wanted, ARTICLES_AT_ONCE, NAMES, tell, _cannot_be_analysed):
            failed += isinstance(found, Failed) and bool(found.reason)
            made += isinstance(found, Analysed)
            writer.later(_keep(found))
    catch_up(database)
    group_twins(database)
    tell_entities(database, ask=partial(_answers, run), heard=lambda done, total: tell(Step(WHO, done, total)))
    return Summary(len(files), len(there.read), len(there.gone), made, unreadable, failed)


def _answers(run: Run, tasks: Iterable[Some]) -> Iterator[tuple[Some, Answers]]:
    """What articles tell of their entities; what costs its process tells nothing."""
    with closing(run(tell_some, tasks)) as outcomes:
        for some, outcome in outcomes:
            yield some, outcome.answer if isinstance(outcome, Done) else []


def _each(
    run: Run,
    function: Callable[[tuple[Task, ...]], list[Any]],
    all_of_them: Sequence[Task],
    at_once: int,
    stage: str,
    tell: Teller,
    lost: Callable[[Task, str], Any],
) -> Iterator[Any]:
    """What becomes of each; where a process died of some of them, each of these is tried alone."""
    done = 0
    tell(Step(stage, 0, len(all_of_them)))
    some = (tuple(all_of_them[at : at + at_once]) for at in range(0, len(all_of_them), at_once))
    again: list[Task] = []
    with closing(run(function, some)) as outcomes:
        for tasks, outcome in outcomes:
            if isinstance(outcome, Done):
                yield from outcome.answer
                done += len(tasks)
                tell(Step(stage, done, len(all_of_them)))
            else:
                again += tasks
    with closing(run(function, ((task,) for task in again))) as outcomes:
        for (task,), outcome in outcomes:
            if isinstance(outcome, Done):
                yield from outcome.answer
            else:
                yield lost(task, outcome[0])
            done += 1
            tell(Step(stage, done, len(all_of_them)))


def _left(database: Database, files: Iterable[File]) -> tuple[Wanted, ...]:
    """Which of these files have no analysis yet."""
    none: list[tuple[int, str, str]] = []
    left = database.read(lambda db: not_analysed(db, fingerprint()), none)
    there = {file.source for file in files} if left else set()
    return tuple(Wanted(*row) for row in left if row[1] in there)


class _Writer:
    """Changes of the index, some at a time: each time costs a visit to the disk. At the end all are made."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: list[Callable[[sqlite3.Connection], object]] = []
        self._written = time.monotonic()

    def __enter__(self) -> "_Writer":
        return self

    def __exit__(self, *_: object) -> None:
        self.flush()

    def later(self, change: Callable[[sqlite3.Connection], object]) -> None:
        """Make a change with others."""
        self._waiting.append(change)
        if time.monotonic() - self._written > WRITE_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Make all changes now."""
        waiting, self._waiting = self._waiting, []

        def all_of_them(db: sqlite3.Connection) -> None:
            for change in waiting:
                change(db)

        if waiting:
            self.now(all_of_them)
        self._written = time.monotonic()

    def now(self, change: Callable[[sqlite3.Connection], object]) -> None:
        """Make one change now; raises CannotWrite."""
        for _ in range(TRIES):
            if self._database.write(change):
                return
        where = self._database.trouble or f"{self._database.path} cannot be written; is its disk full?"
        raise CannotWrite(where)


def _begin(db: sqlite3.Connection) -> None:
    """What other code has read counts as changed, and does so until it is read again, whenever a run is ended."""
    if _read_by(db) == _reader():
        return
    db.execute("UPDATE articles SET modified = -1 WHERE size >= 0")
    db.execute("INSERT OR REPLACE INTO made_by VALUES ('texts', ?)", (_reader(),))


def _forget(db: sqlite3.Connection, gone: Iterable[str]) -> None:
    for source in gone:
        id = id_of(db, source)
        if id is not None:
            drop_text(db, id)
            put_names(db, id, ())
            drop_article(db, id)


def _put(text: Text | Unreadable, searchable: bool) -> Callable[[sqlite3.Connection], object]:
    def put(db: sqlite3.Connection) -> None:
        if isinstance(text, Unreadable):
            id = refuse(db, text.file.source, Path(text.file.source).stem, text.file.state, text.trouble)
            drop_text(db, id)
            put_names(db, id, ())
            return
        id = note_article(db, text.row, None)
        note_state(db, id, text.file.state)
        if searchable:
            put_text(db, id, text.body)
        as_its_twin(db, id, text.row.digest)

    return put


def _keep(found: Analysed | Failed) -> Callable[[sqlite3.Connection], object]:
    def keep(db: sqlite3.Connection) -> None:
        if digest_at(db, found.wanted.id) != found.wanted.digest:
            return  # it has changed meanwhile, or the file of the index is another one
        if isinstance(found, Analysed):
            put_analysis(db, found.wanted.id, found.analysis)
        elif found.reason:
            fail(db, found.wanted.digest, fingerprint(), found.reason)

    return keep


def _cannot_be_read(file: File, reason: str) -> Unreadable:
    return Unreadable(file, f"{Path(file.source).name} could not be read ({reason}).")


def _cannot_be_analysed(wanted: Wanted, reason: str) -> Failed:
    return Failed(wanted, reason)


def _read_by(db: sqlite3.Connection) -> str:
    row = db.execute("SELECT code FROM made_by WHERE what = 'texts'").fetchone()
    return row[0] if row else ""


@cache
def _reader() -> str:
    """Which code reads texts: what another one read is read again."""
    return digest_of(READER)
