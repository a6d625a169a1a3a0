"""The tables of the index, and how an article and its words become rows."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.text.article import Article

if TYPE_CHECKING:
    import sqlite3

FILE = "index-1.sqlite"  # the number is the schema's: another schema is another file

TABLES = """
CREATE TABLE IF NOT EXISTS articles (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    byline TEXT NOT NULL,
    publisher TEXT NOT NULL,
    published TEXT,
    digest TEXT NOT NULL,
    words INTEGER NOT NULL,
    opened TEXT,
    searched INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS articles_opened ON articles (opened);
CREATE TABLE IF NOT EXISTS analyses (
    digest TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    body BLOB NOT NULL,
    size INTEGER NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (digest, fingerprint)
);
CREATE TABLE IF NOT EXISTS names (
    article INTEGER NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE,
    kind TEXT NOT NULL,
    entity TEXT NOT NULL,
    mentions INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS names_name ON names (name);
CREATE INDEX IF NOT EXISTS names_article ON names (article);
"""
SEARCH_TABLE = """
CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5(
    title, text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
"""
ARTICLES = "SELECT source, title, byline, publisher, published, words, opened FROM articles"

_NOTE_ARTICLE = """
INSERT INTO articles (source, title, byline, publisher, published, digest, words, opened)
VALUES (:source, :title, :byline, :publisher, :published, :digest, :words, :opened)
ON CONFLICT (source) DO UPDATE SET title = :title, byline = :byline, publisher = :publisher, published = :published,
    digest = :digest, words = :words, opened = coalesce(:opened, opened)
RETURNING id
"""


class Known(NamedTuple):
    """What the index knows about an article that was opened or analysed before."""

    source: str
    title: str
    byline: str
    publisher: str
    published: date | None
    words: int
    opened: datetime | None  # UTC; None when it was analysed but never opened


def note_article(db: "sqlite3.Connection", article: Article, opened: datetime | None) -> int:
    """Write an article's row; its id. Without `opened` the time it was opened before stays."""
    day = article.published.day
    row = {
        "source": article.source,
        "title": storable(article.title),
        "byline": storable(article.byline),
        "publisher": storable(article.publisher),
        "published": day.isoformat() if day else None,
        "digest": article.digest,
        "words": len(article.text.split()),
        "opened": opened.isoformat() if opened else None,
    }
    (article_id,) = db.execute(_NOTE_ARTICLE, row).fetchone()
    assert isinstance(article_id, int)
    return article_id


def storable(text: str) -> str:
    """Text without lone surrogates, which SQLite refuses."""
    return text.encode("utf-8", "replace").decode()


def known(row: tuple[Any, ...]) -> Known:
    """A row of `ARTICLES` as a value."""
    source, title, byline, publisher, published, words, opened = row
    when = datetime.fromisoformat(opened) if opened else None
    return Known(source, title, byline, publisher, day(published), words, when)


def day(stored: str | None) -> date | None:
    """A stored day as a value."""
    return date.fromisoformat(stored) if stored else None
