"""The changes of the index become groups of articles that are the same one; made again if deleted.

One of each group leads it, and it alone is found by its sketch: however often an article was copied, a new copy is
compared once. Nobody is joined by what it shares with another copy only, so groups do not grow from one article into
the next."""

import sqlite3
import struct
import zlib
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tui.library.index.articles import day
from tui.library.index.changes import changes_since, followed
from tui.library.index.database import Database
from tui.library.same.sketch import Sketch, alike, sketch

WHO = "the same article 1"  # the number is that of how groups are made
AT_ONCE = 200  # changes that are followed in one write
CANDIDATES = 6  # that share most bands
_KEY = struct.Struct("<I")
DAYS = 3  # between two that are nearly the same: a report that comes each week is another one each time


class _Article(NamedTuple):
    """What is compared of an article."""

    id: int
    published: date | None
    digest: bytes
    address: str
    sketch: Sketch


def catch_up(database: Database) -> bool:
    """Group what has changed; whether all of it is grouped."""
    while True:
        found = database.read(_changed, None)
        if found is None:
            return False
        if not found:
            return True

        def follow(db: sqlite3.Connection, found: list[tuple[int, int]] = found) -> None:
            regroup(db, dict.fromkeys(article for _, article in found))
            db.execute("INSERT OR REPLACE INTO followed VALUES (?, ?)", (WHO, found[-1][0]))

        if not database.write(follow):
            return False


def forget(db: sqlite3.Connection) -> None:
    """Delete all groups; the next time that somebody catches up makes them again."""
    db.execute("DELETE FROM twins")
    db.execute("DELETE FROM bands")
    db.execute("DELETE FROM followed WHERE who = ?", (WHO,))


def regroup(db: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Put these articles where they belong by now, and those that lose the one that led them."""
    waiting = dict.fromkeys(articles)
    while waiting:
        article = next(iter(waiting))
        del waiting[article]
        followers = [id for (id,) in db.execute("SELECT article FROM twins WHERE leader = ?", (article,))]
        known = _article(db, article)
        if article in followers and known is not None and _sketched(db, known):
            continue  # it leads as before: something else of it has changed
        waiting.update(dict.fromkeys(id for id in followers if id != article))
        db.executemany(
            "DELETE FROM bands WHERE band = ? AND article = ?", [(key, article) for key in _bands(db, article)]
        )
        db.execute("DELETE FROM twins WHERE article = ? OR leader = ?", (article, article))
        if known is not None:
            _join(db, known)


def _sketched(db: sqlite3.Connection, article: _Article) -> bool:
    """Whether it is found by the sketch that it has, and by its text and address."""
    return _bands(db, article.id) == _keys(article)


def _bands(db: sqlite3.Connection, article: int) -> list[int]:
    """What it is found by; nothing where another leads it."""
    row = db.execute("SELECT bands FROM twins WHERE article = ?", (article,)).fetchone()
    return [key for (key,) in _KEY.iter_unpack(row[0])] if row else []


def _join(db: sqlite3.Connection, article: _Article) -> None:
    keys = _keys(article)
    shared = f"SELECT article FROM bands WHERE band IN ({','.join('?' * len(keys))})"
    query = f"{shared} GROUP BY article ORDER BY count(*) DESC, article LIMIT ?"
    leader = article.id
    for (id,) in db.execute(query, (*keys, CANDIDATES)).fetchall():
        other = _article(db, id)
        if other is not None and _same(article, other):
            leader = id
            break
    own = keys if leader == article.id else []
    db.execute("INSERT INTO twins VALUES (?, ?, ?)", (article.id, leader, b"".join(map(_KEY.pack, own))))
    if own:
        db.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", [(key, article.id) for key in keys])


def _same(one: _Article, other: _Article) -> bool:
    if one.digest == other.digest or (one.address and one.address == other.address):
        return True
    if one.published and other.published and abs((one.published - other.published).days) > DAYS:
        return False
    return alike(one.sketch, other.sketch)


def _keys(article: _Article) -> list[int]:
    """What it is found by: its text as a whole, its address, and its sketch; each in four bytes.

    Two that share one by chance are compared, no more."""
    address = [f"address {article.address}".encode("utf-8", "replace")] if article.address else []
    bands = (b"%d" % band for band in article.sketch.bands)
    return [zlib.crc32(key) >> 1 for key in (b"digest " + article.digest, *address, *bands)]


def _changed(db: sqlite3.Connection) -> list[tuple[int, int]]:
    return [(change.number, change.article) for change in changes_since(db, followed(db, WHO), AT_ONCE)]


def _article(db: sqlite3.Connection, id: int) -> _Article | None:
    """The article with this id; None where it is gone, or was never read."""
    query = (
        "SELECT published, digest, address, text FROM articles JOIN bodies ON bodies.article = articles.id"
        " LEFT JOIN addresses ON addresses.article = articles.id WHERE id = ? AND digest != x'' AND trouble = ''"
    )
    row = db.execute(query, (id,)).fetchone()
    if row is None:
        return None
    published, digest, address, text = row
    try:
        return _Article(id, day(published), digest, address or "", sketch(zlib.decompress(text).decode()))
    except (zlib.error, UnicodeDecodeError):
        return None
