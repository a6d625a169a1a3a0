"""An article's row: what is said of it in a list, which file it was, and when it was opened."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.library.index.changes import ARTICLE, GONE, note_change
from tui.text.article import Article

if TYPE_CHECKING:
    import sqlite3  # a Python without it lists articles all the same

_TO_THE_SECOND = 19  # characters of ISO 8601
AT_ONCE = 500  # sources in one question

_KNOWN = "SELECT source, title, byline, publisher, published, words, opened, id, added FROM articles"
_NOTE = """
INSERT INTO articles (source, title, byline, publisher, published, digest, words, opened, added)
VALUES (:source, :title, :byline, :publisher, :published, :digest, :words, :opened, :added)
ON CONFLICT (source) DO UPDATE SET title = :title, byline = :byline, publisher = :publisher, published = :published,
    digest = :digest, words = :words, opened = coalesce(:opened, opened), trouble = ''
RETURNING id
"""
_REFUSE = """
INSERT INTO articles (source, title, added, size, modified, trouble) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (source) DO UPDATE SET size = excluded.size, modified = excluded.modified, trouble = excluded.trouble
RETURNING id
"""


class Known(NamedTuple):
    """What the index knows about an article that was read before, by a person or by the index."""

    source: str
    title: str
    byline: str
    publisher: str
    published: date | None
    words: int
    opened: datetime | None  # UTC; None when no person opened it
    id: int  # in this index, until it is made anew
    added: str  # ISO 8601: when the index first knew it


class FileState(NamedTuple):
    """A file as it was when its text was read: another size or time is another text."""

    size: int  # bytes
    modified: int  # nanoseconds since 1970


class Row(NamedTuple):
    """An article as its row holds it; what can be computed where it was read, so that writing it is short."""

    source: str
    title: str
    byline: str
    publisher: str
    published: str | None  # ISO 8601
    digest: str
    words: int
    address: str = ""  # the one that all addresses of its page come down to


def row_of(article: Article) -> Row:
    """What an article's row says."""
    day = article.published.day
    title, byline, publisher = map(storable, (article.title, article.byline, article.publisher))
    words = article.text.count(" ") + article.text.count("\n") + 1 if article.text else 0
    return Row(article.source, title, byline, publisher, day.isoformat() if day else None, article.digest, words)


def note_article(db: "sqlite3.Connection", row: Row, opened: datetime | None) -> int:
    """Write an article's row; its id. Without `opened` the time it was opened before stays."""
    now = datetime.now(UTC).isoformat()
    said = {"opened": opened.isoformat() if opened else None, "added": now, "digest": stored_digest(row.digest)}
    values = {**row._asdict(), **said}
    id: int = db.execute(_NOTE, values).fetchone()[0]
    if row.address:
        db.execute("INSERT OR REPLACE INTO addresses VALUES (?, ?)", (id, storable(row.address)))
    note_change(db, id, ARTICLE)
    return id


def note_state(db: "sqlite3.Connection", id: int, state: FileState) -> None:
    """The text of that file is in the index."""
    db.execute("UPDATE articles SET size = ?, modified = ? WHERE id = ?", (*state, id))


def refuse(db: "sqlite3.Connection", source: str, title: str, state: FileState, trouble: str) -> int:
    """Note that a file cannot be read, and why; it is tried again when it has changed."""
    now = datetime.now(UTC).isoformat()
    id: int = db.execute(_REFUSE, (source, storable(title), now, *state, storable(trouble))).fetchone()[0]
    note_change(db, id, ARTICLE)
    return id


def drop_article(db: "sqlite3.Connection", id: int) -> None:
    """Take an article's row away."""
    db.execute("DELETE FROM articles WHERE id = ?", (id,))
    db.execute("DELETE FROM addresses WHERE article = ?", (id,))
    db.execute("DELETE FROM inside WHERE article = ?", (id,))
    note_change(db, id, GONE)


def known_articles(db: "sqlite3.Connection", sources: Sequence[str]) -> Iterator[Known]:
    """What is known of these."""
    for some in _some_of(sources):
        yield from map(known, db.execute(f"{_KNOWN} WHERE source IN ({marks(some)}) AND trouble = ''", some))


def recently_opened(db: "sqlite3.Connection", limit: int) -> list[Known]:
    """Those that a person opened, the latest first."""
    query = f"{_KNOWN} WHERE opened IS NOT NULL ORDER BY opened DESC LIMIT ?"
    return [known(row) for row in db.execute(query, (limit,))]


def all_articles(db: "sqlite3.Connection") -> list[Known]:
    """Those that were opened, the latest first, then all others, the latest published first."""
    query = f"{_KNOWN} WHERE trouble = '' ORDER BY opened DESC NULLS LAST, published DESC NULLS LAST, id"
    return [known(row) for row in db.execute(query)]


def articles_changed(db: "sqlite3.Connection", number: int) -> list[Known]:
    """Those of which something changed since that number of a change."""
    query = f"{_KNOWN} WHERE trouble = '' AND id IN (SELECT article FROM changes WHERE number > ?)"
    return [known(row) for row in db.execute(query, (number,))]


def states(db: "sqlite3.Connection") -> dict[str, FileState]:
    """Every file of one article whose text was read, as it was then."""
    query = "SELECT source, size, modified FROM articles WHERE size >= 0 AND id NOT IN (SELECT article FROM inside)"
    return {source: FileState(size, modified) for source, size, modified in db.execute(query)}


def troubles(db: "sqlite3.Connection") -> list[tuple[str, str]]:
    """The files that cannot be read, by name, and why."""
    return list(db.execute("SELECT source, trouble FROM articles WHERE trouble != '' ORDER BY source"))


def id_of(db: "sqlite3.Connection", source: str) -> int | None:
    """The id of an article's row."""
    row = db.execute("SELECT id FROM articles WHERE source = ?", (source,)).fetchone()
    return row[0] if row else None


def digest_at(db: "sqlite3.Connection", id: int) -> str:
    """The digest of the text that this row stands for; empty where there is no such row."""
    row = db.execute("SELECT digest FROM articles WHERE id = ?", (id,)).fetchone()
    return digest_of(row[0]) if row else ""


def stored_digest(digest: str) -> bytes:
    """A digest as it is kept: half as long as it is written, where it is one."""
    try:
        return bytes.fromhex(digest)
    except ValueError:
        return digest.encode("utf-8", "replace")


def digest_of(stored: bytes) -> str:
    """A digest as it is written."""
    return stored.hex()


def known(row: tuple[Any, ...]) -> Known:
    """A row of the table as a value."""
    source, title, byline, publisher, published, words, opened, id, added = row
    when = datetime.fromisoformat(opened) if opened else None
    # Of twenty thousand articles most share these with others: each is held once.
    byline, publisher, added = intern(byline), intern(publisher), intern(added[:_TO_THE_SECOND])
    return Known(source, title, byline, publisher, day(published), words, when, id, added)


@lru_cache(5000)
def day(stored: str | None) -> date | None:
    """A stored day as a value."""
    return date.fromisoformat(stored) if stored else None


def storable(text: str) -> str:
    """Text without lone surrogates, which SQLite refuses."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def is_text(source: str) -> bool:
    """Whether a file's name is text: one in another encoding holds surrogates, which SQLite refuses."""
    return source.isascii() or not any("\ud800" <= character <= "\udfff" for character in source)


def marks(values: Sequence[str]) -> str:
    """So many question marks as there are values."""
    return ",".join("?" * len(values))


def _some_of(sources: Iterable[str]) -> Iterator[list[str]]:
    wanted = [source for source in sources if is_text(source)]
    for start in range(0, len(wanted), AT_ONCE):
        yield wanted[start : start + AT_ONCE]
