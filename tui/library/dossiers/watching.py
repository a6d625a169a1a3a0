"""What is watched becomes the articles that match, and which of them are new since somebody last looked.

Which were seen stands in the index and is forgotten with it: then all that there is counts as seen."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from tui.library.dossiers.choosing import choose
from tui.library.entities.facts import StoredFacts
from tui.library.entities.finding import bearing, candidates
from tui.library.entities.resolve import fullest

TABLES = """
CREATE TABLE IF NOT EXISTS watched (watch TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS watch_seen (
    watch TEXT NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (watch, article)
) WITHOUT ROWID;
"""


class News(NamedTuple):
    """The articles that a watch matches, and those of them that nobody has looked at in its list."""

    matching: frozenset[int]
    new: frozenset[int]


def news_of(db: sqlite3.Connection, words: str, id: str) -> News:
    """Of a name with its `id`, or of a query, which has none. The first time nothing of it is new."""
    for statement in TABLES.split(";"):
        db.execute(statement)
    matching = _named(db, words, id) if id else _asked(db, words)
    mark = _mark(words, id)
    if db.execute("SELECT 1 FROM watched WHERE watch = ?", (mark,)).fetchone() is None:
        db.execute("INSERT INTO watched VALUES (?)", (mark,))
        _see(db, mark, matching)
        return News(matching, frozenset())
    seen = {article for (article,) in db.execute("SELECT article FROM watch_seen WHERE watch = ?", (mark,))}
    return News(matching, matching - seen)


def look(db: sqlite3.Connection, words: str, id: str, articles: Iterable[int]) -> None:
    """These are not new any more."""
    _see(db, _mark(words, id), articles)


def leave(db: sqlite3.Connection, words: str, id: str) -> None:
    """It is watched no longer."""
    for table in ("watched", "watch_seen"):
        db.execute(f"DELETE FROM {table} WHERE watch = ?", (_mark(words, id),))


def _see(db: sqlite3.Connection, mark: str, articles: Iterable[int]) -> None:
    db.executemany("INSERT OR IGNORE INTO watch_seen VALUES (?, ?)", ((mark, article) for article in articles))


def _mark(words: str, id: str) -> str:
    return f"{id or '-'} {words}"


def _named(db: sqlite3.Connection, name: str, id: str) -> frozenset[int]:
    """The articles of an entity; by its name where other articles have given it another id since."""
    facts = StoredFacts(db)
    if not facts.id(id):
        found = candidates(db, name)
        id = found[0].id if found else id
    return frozenset(one.article for one in bearing(db, fullest(id, facts)).sure)


def _asked(db: sqlite3.Connection, query: str) -> frozenset[int]:
    chosen = choose(db, query)
    if chosen.trouble:
        return frozenset()
    found = db.execute("SELECT id, published, publisher FROM articles WHERE trouble = ''")
    from tui.library.index.articles import day

    return frozenset(
        id
        for id, published, publisher in found
        if (chosen.ids is None or id in chosen.ids) and chosen.fits(day(published), publisher)
    )
