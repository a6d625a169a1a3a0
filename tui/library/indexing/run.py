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
from tui.flags import Move
from tui.library.entities.following import Answers, Some, tell_some
from tui.library.entities.following import catch_up as tell_entities
from tui.library.index.analyses import fail, not_analysed, put_analysis
from tui.library.index.articles import FileState, digest_at, states
from tui.library.index.database import Database
from tui.library.index.inside import file_of, states_of_files
from tui.library.index.said import catch_up
from tui.library.indexing.files import File, files_under, todo
from tui.library.indexing.moved import moves
from tui.library.indexing.task import Done, Outcome
from tui.library.indexing.work import Analysed, Failed, Unreadable, Wanted, analyse_some, read_some
from tui.library.indexing.writing import changes_for, each_text, forget, make_all
from tui.library.same.twins import catch_up as group_twins
from tui.library.walk import real_path

FILES_AT_ONCE = 32  # that a worker reads before it answers
ARTICLES_AT_ONCE = 16  # that it analyses
OF_A_FILE = 64  # and of those in one file, which is read for each of these tasks
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
    database: Database,
    paths: Sequence[Path],
    run: Run,
    tell: Teller,
    analysed: bool = True,
    moved: Callable[[list[Move]], object] = lambda moves: None,
) -> Summary:
    """Read what is new or changed under these paths, forget what is gone, analyse what is not; raises CannotWrite.

    `run` is an executor: a function and its tasks in, each task with what became of it out. `moved` hears what has
    another place now, before the old one is forgotten."""
    tell(Step(FILES, 0, 0))
    files = tuple(files_under(paths))
    roots = [real_path(path) for path in paths]
    none: dict[str, FileState] = {}
    unreadable = failed = made = 0
    with _Writer(database) as writer:
        writer.now(_begin)
        there = todo(files, database.read(_states, none), roots)
        some = tuple(there.read[at : at + FILES_AT_ONCE] for at in range(0, len(there.read), FILES_AT_ONCE))
        for found in _each(run, read_some, some, TEXTS, tell, _cannot_be_read):
            unreadable += sum(isinstance(one, Unreadable) for one in each_text(found))
            for change in changes_for(found, database.searchable):
                writer.later(change)
        writer.flush()
        if found_moves := database.read(lambda db: moves(db, there.gone), list[Move]()):
            moved(found_moves)
        writer.now(lambda db: forget(db, there.gone))  # not before: what only moved takes its names along
        wanted = _left(database, files) if analysed else ()
        for one in _each(run, analyse_some, _together(wanted), NAMES, tell, _cannot_be_analysed):
            failed += isinstance(one, Failed) and bool(one.reason)
            made += isinstance(one, Analysed)
            writer.later(_keep(one))
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
    some: Sequence[tuple[Task, ...]],
    stage: str,
    tell: Teller,
    lost: Callable[[Task, str], Any],
) -> Iterator[Any]:
    """What becomes of each; where a process died of some of them, each of these is tried alone."""
    done, total = 0, sum(map(len, some))
    tell(Step(stage, 0, total))
    again: list[Task] = []
    with closing(run(function, some)) as outcomes:
        for tasks, outcome in outcomes:
            if isinstance(outcome, Done):
                yield from outcome.answer
                done += len(tasks)
                tell(Step(stage, done, total))
            else:
                again += tasks
    with closing(run(function, ((task,) for task in again))) as outcomes:
        for (task,), outcome in outcomes:
            if isinstance(outcome, Done):
                yield from outcome.answer
            else:
                yield lost(task, outcome[0])
            done += 1
            tell(Step(stage, done, total))


def _left(database: Database, files: Iterable[File]) -> tuple[Wanted, ...]:
    """Which of these files have no analysis yet."""
    none: list[tuple[int, str, str]] = []
    left = database.read(lambda db: not_analysed(db, fingerprint()), none)
    held = database.read(lambda db: file_of(db, [id for id, _, _ in left]), dict[int, str]())
    there = {file.source for file in files} if left else set()
    wanted = (Wanted(*row, held.get(row[0], "")) for row in left)
    return tuple(one for one in wanted if (one.file or one.source) in there)


def _together(wanted: Iterable[Wanted]) -> tuple[tuple[Wanted, ...], ...]:
    """What a worker does at once: articles of one file come together, where the first of them stands."""
    by_file: dict[str, list[Wanted]] = {}
    for one in wanted:
        by_file.setdefault(one.file or one.source, []).append(one)
    alone: list[Wanted] = []
    found: list[tuple[Wanted, ...]] = []
    for together in by_file.values():
        if together[0].file:
            found += (tuple(together[at : at + OF_A_FILE]) for at in range(0, len(together), OF_A_FILE))
        else:
            alone += together
        if len(alone) == ARTICLES_AT_ONCE:
            found.append(tuple(alone))
            alone = []
    return (*found, tuple(alone)) if alone else tuple(found)


def _states(db: sqlite3.Connection) -> dict[str, FileState]:
    return states(db) | states_of_files(db)


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
        if waiting:
            self.now(partial(make_all, changes=waiting))
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
    db.execute("UPDATE files SET modified = -1")
    db.execute("INSERT OR REPLACE INTO made_by VALUES ('texts', ?)", (_reader(),))


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
