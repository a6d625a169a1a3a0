"""The tables of entities follow the log of changes: what is new, changed or gone, and what a person put right since."""

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from tui.analysis.fingerprint import digest_of as digest_of_code
from tui.analysis.naming import fold_name
from tui.analysis.repairs.repair_rows import from_json, to_json
from tui.analysis.repairs.repairs import Correction, Pin, Redate, Unknown
from tui.errors import ReaderError
from tui.library.entities.tables import drop_tables, make_tables, put
from tui.library.entities.told import Packed, packed, told
from tui.library.index.articles import digest_of
from tui.library.index.changes import ANALYSIS, GONE, TEXT, changes_since, followed
from tui.library.index.database import Database
from tui.library.index.inside import file_of
from tui.library.index.righted import as_put_right, bearing, forms_of, heed, rules_of
from tui.library.index.texts import text_of
from tui.library.packing.packing import unpack
from tui.text.already import read_within
from tui.text.article import Article

WHO = "entities"
SAYS = (TEXT, ANALYSIS, GONE)  # the changes that make an article tell something else
TASK = 16  # articles that are told in one go

Answers = list[tuple[int, Packed | None]]


class Task(NamedTuple):
    """An article that is to be told."""

    article: int
    source: str
    digest: str
    body: bytes  # its analysis, compressed
    text: bytes  # as searches look through it, compressed
    rules: str  # what a person put right, as JSON
    file: str = ""  # that holds it with others


Some = tuple[Task, ...]
Ask = Callable[[Iterable[Some]], Iterable[tuple[Some, Answers]]]


class _Piece(NamedTuple):
    """Some articles that are to be told, and the number of the change after which nothing of them is owed."""

    articles: tuple[int, ...]
    number: int


def catch_up(
    database: Database, most: int = -1, ask: Ask | None = None, heard: Callable[[int, int], object] | None = None
) -> bool:
    """Tell all articles that changed, or so many of them; whether all are told.

    `ask` has `tell_some` done elsewhere: tasks in, each with its answers out, in their order. `heard` is told how many
    of how many are done."""
    if not database.write(_begin):
        return False
    none: tuple[list[_Piece], bool] = ([], False)
    owed, whole = database.read(partial(_owed, most=most), none)
    empty: list[Task] = []
    tasks = (tuple(database.read(partial(_tasks, articles=piece.articles), empty)) for piece in owed)
    answers = ask(tasks) if ask is not None else ((some, tell_some(some)) for some in tasks)
    done, total = 0, sum(len(piece.articles) for piece in owed)
    for piece, (_, answer) in zip(owed, answers, strict=True):
        if not database.write(partial(_write, piece=piece, answer=answer)):
            return False
        done += len(piece.articles)
        if heard is not None:
            heard(done, total)
    return whole


def _write(db: sqlite3.Connection, piece: _Piece, answer: Answers) -> None:
    told_now = dict(answer)
    for article in piece.articles:
        put(db, article, told_now.get(article))
    db.execute("INSERT OR REPLACE INTO followed VALUES (?, ?)", (WHO, max(followed(db, WHO), piece.number)))


def owes(db: sqlite3.Connection) -> int:
    """How many articles are still to be told."""
    row = db.execute("SELECT code FROM made_by WHERE what = ?", (WHO,)).fetchone()
    if row is None or row[0] != _code():
        return int(db.execute("SELECT count(*) FROM analyses WHERE body IS NOT NULL").fetchone()[0])
    pieces, _ = _owed(db, -1)
    return sum(len(piece.articles) for piece in pieces)


def put_right(database: Database, rules: Sequence[Correction]) -> bool:
    """Heed these repairs from now on: the articles they touch are told anew; whether they are in the file."""
    rows = [to_json(rule) for rule in rules if not isinstance(rule, Unknown | Redate | Pin)]
    said = json.dumps(rows, sort_keys=True, ensure_ascii=True)

    def write(db: sqlite3.Connection) -> None:
        make_tables(db)
        before = rules_of(db)
        if before != said:
            old = {json.dumps(row, sort_keys=True): row for row in json.loads(before)}
            new = {json.dumps(row, sort_keys=True): row for row in rows}
            changed = (*(old[one] for one in old.keys() - new.keys()), *(new[one] for one in new.keys() - old.keys()))
            touching = [*map(from_json, changed)]
            for rule in touching:
                _tell_again(db, rule)
            heed(db, said, touching)

    none = ""
    return database.read(rules_of, none) == said or database.write(write)


def tell_some(tasks: Some) -> Answers:
    """What these articles tell; None for one that cannot be read or has changed."""
    read = _read_within(tasks)
    return [(task.article, _tell(task, read.get(task.source))) for task in tasks]


def _read_within(tasks: Some) -> dict[str, Article]:
    """Those of these articles that stand in one file with others, by their sources: each file is read once for all."""
    names: dict[str, list[str]] = {}
    for task in tasks:
        if task.file:
            names.setdefault(task.file, []).append(task.source.removeprefix(f"{task.file}/"))
    found: dict[str, Article] = {}
    for file, some in names.items():
        with suppress(ReaderError):
            found |= {f"{file}/{name}": one for name, one in read_within(file, some) if isinstance(one, Article)}
    return found


def _tell(task: Task, read: Article | None) -> Packed | None:
    if task.file and read is None:
        return None
    try:
        found = as_put_right(task.source, task.digest, unpack(task.body, task.digest), task.rules, read)
        return packed(told(*found), text_of(task.text)) if found is not None else None
    except (ValueError, zlib.error):
        return None


def _begin(db: sqlite3.Connection) -> None:
    """What other code has told is told again."""
    make_tables(db)
    row = db.execute("SELECT code FROM made_by WHERE what = ?", (WHO,)).fetchone()
    if row is None or row[0] != _code():
        drop_tables(db)
        make_tables(db)
        db.execute("DELETE FROM followed WHERE who = ?", (WHO,))
        db.execute("INSERT OR REPLACE INTO made_by VALUES (?, ?)", (WHO, _code()))


@cache
def _code() -> str:
    return digest_of_code(Path(__file__).parent)


def _owed(db: sqlite3.Connection, most: int) -> tuple[list[_Piece], bool]:
    """The articles that are to be told, each after the last of its changes, some at a time; and whether that is all."""
    number = followed(db, WHO)
    last = {one.article: one.number for one in changes_since(db, number) if one.what in SAYS}
    again = [(article, number) for (article,) in db.execute("SELECT article FROM to_tell") if article not in last]
    rows = again + sorted(last.items(), key=lambda change: change[1])
    some = rows if most < 0 else rows[:most]
    pieces = (some[at : at + TASK] for at in range(0, len(some), TASK))
    return [_Piece(tuple(dict.fromkeys(one for one, _ in piece)), piece[-1][1]) for piece in pieces], some == rows


def _tasks(db: sqlite3.Connection, articles: Sequence[int]) -> list[Task]:
    query = (
        "SELECT articles.id, source, articles.digest, body, coalesce(text, x'') FROM articles"
        " JOIN analyses ON analyses.digest = articles.digest LEFT JOIN bodies ON bodies.article = articles.id"
        " WHERE articles.id = ? AND trouble = '' AND source NOT LIKE '-%' AND body IS NOT NULL"
        " ORDER BY analyses.id DESC LIMIT 1"
    )
    rules = rules_of(db)
    held = file_of(db, articles)
    found = (db.execute(query, (article,)).fetchone() for article in articles)
    return [
        Task(row[0], row[1], digest_of(row[2]), row[3], row[4], rules, held.get(row[0], ""))
        for row in found
        if row is not None
    ]


def _tell_again(db: sqlite3.Connection, rule: Correction) -> None:
    """The articles that a repair may touch: the one it is for, or all that bear a name of those it is about."""
    if rule.scope:
        db.execute("INSERT OR IGNORE INTO to_tell SELECT id FROM articles WHERE source = ?", (rule.scope,))
        return
    for form in forms_of(rule):
        db.execute(
            "INSERT OR IGNORE INTO to_tell SELECT article FROM borne JOIN spelt ON spelt.key = borne.key"
            " WHERE form = ?",
            (fold_name(form),),
        )
        db.execute("INSERT OR IGNORE INTO to_tell SELECT article FROM names WHERE name = ?", (form,))
    db.executemany("INSERT OR IGNORE INTO to_tell VALUES (?)", [(article,) for article in bearing(db, rule)])
