"""Every change of an article has a number: who makes more of articles asks for what is newer than what it has seen."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3  # a Python without it lists articles all the same

ARTICLE, TEXT, ANALYSIS, GONE = range(4)


class Change(NamedTuple):
    """Something about an article has changed; of several changes of one kind the last is told."""

    number: int
    article: int  # its id
    what: int


def note_change(db: "sqlite3.Connection", article: int, what: int) -> None:
    """Give a change its number."""
    db.execute("INSERT OR REPLACE INTO changes (article, what) VALUES (?, ?)", (article, what))
    if what == GONE:
        db.execute("DELETE FROM changes WHERE article = ? AND what != ?", (article, GONE))


def changes_since(db: "sqlite3.Connection", number: int, limit: int = -1) -> list[Change]:
    """What is newer than that number, in order; -1 for no limit."""
    query = "SELECT number, article, what FROM changes WHERE number > ? ORDER BY number LIMIT ?"
    return [Change(*row) for row in db.execute(query, (number, limit))]


def last_change(db: "sqlite3.Connection") -> int:
    """The highest number there is; 0 in a new index."""
    row = db.execute("SELECT max(number) FROM changes").fetchone()
    return row[0] or 0


def opened_changed(db: "sqlite3.Connection", number: int) -> bool:
    """Whether an article that was opened, or its text, has changed since that number."""
    query = (
        "SELECT EXISTS (SELECT 1 FROM changes JOIN articles ON articles.id = article"
        " WHERE number > ? AND what IN (?, ?) AND opened IS NOT NULL)"
    )
    return bool(db.execute(query, (number, ARTICLE, TEXT)).fetchone()[0])


def followed(db: "sqlite3.Connection", who: str) -> int:
    """Up to which change somebody has made rows of his own; 0 where he did in a file that was deleted meanwhile."""
    row = db.execute("SELECT number FROM followed WHERE who = ?", (who,)).fetchone()
    return row[0] if row and row[0] <= last_change(db) else 0
