"""The words of all articles: put in, taken out, found."""

import re
import sqlite3
import zlib
from collections.abc import Sequence
from typing import NamedTuple

from tui.library.index.articles import storable
from tui.library.index.changes import TEXT, note_change
from tui.library.query import Term
from tui.text.article import Article
from tui.text.folding import fold, fold_but_case

SEARCHED_IN_ONE = 1_000_000  # characters of one article; more would hold up other readers while it is written
EXCERPT = 60  # characters on either side of what was found


class Body(NamedTuple):
    """An article's words as searches compare them, packed where it was read."""

    title: str
    text: str
    packed: bytes


def body_of(article: Article) -> Body:
    """Title and text, folded."""
    title, text = storable(fold_but_case(article.title)), searched(article)
    return Body(title, text, zlib.compress(text.encode(), 1))


class Unfindable(NamedTuple):
    """An article whose text is in the index, and its words cannot be searched for yet."""

    id: int
    body: Body


def searched(article: Article) -> str:
    """The text as searches look through it."""
    return storable(fold_but_case(article.text[:SEARCHED_IN_ONE]))


def text_of(packed: bytes | None) -> bytes:
    """What was packed of a text, in UTF-8; nothing where none is kept."""
    return zlib.decompress(packed) if packed else b""


def put_text(db: sqlite3.Connection, id: int, body: Body) -> None:
    """Make an article's words findable, in the place of those it had."""
    make_findable(db, put_body(db, id, body))


def put_body(db: sqlite3.Connection, id: int, body: Body) -> Unfindable:
    """Put an article's text in the place of the one it had. Where many are put in, it is in the same transaction, but
    after all else in it, that their words are made findable: SQLite writes these to the file before other changes, and
    what it writes in small pieces it has to put together later."""
    drop_text(db, id)
    db.execute("INSERT INTO bodies VALUES (?, ?, ?)", (id, body.title, body.packed))
    note_change(db, id, TEXT)
    return Unfindable(id, body)


def make_findable(db: sqlite3.Connection, put: Unfindable) -> None:
    """Let searches find an article's words, if it has this text still."""
    row = db.execute("SELECT text FROM bodies WHERE article = ?", (put.id,)).fetchone()
    if row is not None and row[0] == put.body.packed and not _is_findable(db, put.id):
        db.execute("INSERT INTO texts (rowid, title, text) VALUES (?, ?, ?)", (put.id, put.body.title, put.body.text))


def drop_text(db: sqlite3.Connection, id: int) -> None:
    """Take an article's words out."""
    row = db.execute("SELECT title, text FROM bodies WHERE article = ?", (id,)).fetchone()
    if row is None:
        return
    if _is_findable(db, id):
        text = zlib.decompress(row[1]).decode()
        db.execute("INSERT INTO texts (texts, rowid, title, text) VALUES ('delete', ?, ?, ?)", (id, row[0], text))
    db.execute("DELETE FROM bodies WHERE article = ?", (id,))


def _is_findable(db: sqlite3.Connection, id: int) -> bool:
    return db.execute("SELECT 1 FROM texts_docsize WHERE id = ?", (id,)).fetchone() is not None


def excerpt(db: sqlite3.Connection, id: int, words: Sequence[Term]) -> str:
    """Where the first of the words that stands in an article does, between U+0002 and U+0003; "" where none does."""
    row = db.execute("SELECT text, title FROM bodies WHERE article = ?", (id,)).fetchone()
    text = zlib.decompress(row[0]).decode() if row is not None else ""
    text = text.removeprefix(row[1]).lstrip() if row is not None else text  # the title stands in the list
    plain = text.casefold()
    if len(plain) != len(text):
        return ""
    for term in words:
        for piece in [fold(term.value)] if term.phrase else fold(term.value).split():
            found = re.search(rf"(?<!\w){re.escape(piece)}\w*", plain)
            if found:
                return _cut(text, *found.span())
    return ""


def _cut(text: str, start: int, end: int) -> str:
    first, last = max(0, start - EXCERPT), end + EXCERPT
    before = text[first:start] if first == 0 else "…" + text[first:start].partition(" ")[2]
    after = text[end:last] if last >= len(text) else text[end:last].rpartition(" ")[0] + "…"
    return f"{before}\x02{text[start:end]}\x03{after}"
