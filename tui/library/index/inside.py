"""Files that hold several articles: feeds, mailboxes. Each of these is an article of the index, and no file.

A file's row is written before those of its articles and says at the end that all are there: a run that is ended amid
them reads the file once more."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.library.index.articles import FileState, Known, Row, known, stored_digest

_KNOWN = (
    "SELECT files.source, articles.source, articles.title, byline, publisher, published, words, opened, articles.id,"
    " added FROM inside JOIN files ON files.id = file JOIN articles ON articles.id = article"
    " WHERE trouble = '' ORDER BY file, place"
)
_SAME = (
    "SELECT 1 FROM articles JOIN inside ON article = id AND file = ? WHERE source = ? AND modified != -1"
    " AND (title, byline, publisher, coalesce(published, ''), digest, words, trouble) = (?, ?, ?, ?, ?, ?, '')"
)


class Inside(NamedTuple):
    """An article's place in its file."""

    file: str  # the file's source
    number: int  # in the order in which the file lists its articles


def begin_file(db: sqlite3.Connection, source: str) -> None:
    """A file holds several articles, which follow."""
    db.execute("INSERT INTO files (source) VALUES (?) ON CONFLICT (source) DO UPDATE SET modified = -1", (source,))


def put_inside(db: sqlite3.Connection, article: int, inside: Inside) -> None:
    """An article has this place."""
    db.execute(
        "INSERT OR REPLACE INTO inside SELECT ?, id, ? FROM files WHERE source = ?",
        (article, inside.number, inside.file),
    )


def is_as_it_was(db: sqlite3.Connection, row: Row, inside: Inside) -> bool:
    """Whether an article of this file is in the index as it is now."""
    file = db.execute("SELECT id FROM files WHERE source = ?", (inside.file,)).fetchone()
    values = (row.title, row.byline, row.publisher, row.published or "", stored_digest(row.digest), row.words)
    return file is not None and db.execute(_SAME, (file[0], row.source, *values)).fetchone() is not None


def end_file(db: sqlite3.Connection, source: str, state: FileState) -> None:
    """All articles of that file are in the index, as they were when it was so."""
    db.execute("UPDATE files SET size = ?, modified = ? WHERE source = ?", (*state, source))


def drop_file(db: sqlite3.Connection, source: str) -> None:
    """The file is gone, or holds one article alone; those that were in it are to be dropped before."""
    db.execute("DELETE FROM files WHERE source = ?", (source,))


def inside(db: sqlite3.Connection, source: str) -> list[str]:
    """The articles in that file, by their sources."""
    query = "SELECT articles.source FROM inside JOIN files ON files.id = file JOIN articles ON articles.id = article"
    return [one for (one,) in db.execute(f"{query} WHERE files.source = ? ORDER BY place", (source,))]


def files(db: sqlite3.Connection) -> list[str]:
    """The files of several articles whose articles are there."""
    return [source for (source,) in db.execute("SELECT source FROM files WHERE modified != -1")]


def all_inside(db: sqlite3.Connection) -> Iterator[tuple[str, Known]]:
    """Every article in a file of several with that file, file by file, in order."""
    for file, *row in db.execute(_KNOWN):
        yield file, known(tuple(row))


def states_of_files(db: sqlite3.Connection) -> dict[str, FileState]:
    """Every file of several articles, as it was when all of them were read."""
    query = "SELECT source, size, modified FROM files"
    return {source: FileState(size, modified) for source, size, modified in db.execute(query)}


def file_of(db: sqlite3.Connection, articles: Sequence[int]) -> dict[int, str]:
    """The files of those of these articles that are in one with others."""
    query = "SELECT article, files.source FROM inside JOIN files ON files.id = file"
    wanted = set(articles)
    return {article: source for article, source in db.execute(query) if article in wanted}
