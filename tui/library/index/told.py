"""What articles tell of which days, kept as bytes beside their analyses; and chronicles that were made of it."""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from tui.library.index.analyses import code_of
from tui.library.index.articles import FileState, digest_of, is_text, marks, stored_digest
from tui.library.index.texts import text_of

AT_ONCE = 500  # articles in one question
STORIES = 100  # chronicles that are kept, those made last


class ToldThere(NamedTuple):
    """What an article tells, as bytes, b"" where it is not known; with what its row says of it."""

    source: str
    title: str
    publisher: str
    digest: str
    state: FileState  # of its file when its text was read
    body: bytes
    text: bytes  # beside which that was packed


def put_told(db: sqlite3.Connection, digest: str, fingerprint: str, body: bytes) -> None:
    """Keep what a text tells; nothing is kept of what could not be written."""
    if body:
        key = (stored_digest(digest), code_of(db, fingerprint))
        query = (
            "INSERT INTO analyses (digest, code, told) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET told = excluded.told"
        )
        db.execute(query, (*key, body))


def told_there(db: sqlite3.Connection, sources: Sequence[str], fingerprint: str) -> list[ToldThere]:
    """What these articles tell; those that the index does not know are left out."""
    found: list[ToldThere] = []
    query = (
        "SELECT source, articles.title, publisher, articles.digest, size, modified, coalesce(told, x''), text"
        " FROM articles LEFT JOIN bodies ON bodies.article = articles.id"
        " LEFT JOIN analyses ON analyses.digest = articles.digest"
        " AND code = (SELECT id FROM codes WHERE fingerprint = ?) WHERE trouble = '' AND source IN"
    )
    wanted = [source for source in sources if is_text(source)]
    for at in range(0, len(wanted), AT_ONCE):
        some = wanted[at : at + AT_ONCE]
        for source, title, publisher, digest, *state, body, text in db.execute(
            f"{query} ({marks(some)})", (fingerprint, *some)
        ):
            there = FileState(*state)
            found.append(ToldThere(source, title, publisher, digest_of(digest), there, body, text_of(text)))
    return found


def stored_story(db: sqlite3.Connection, digest: str) -> bytes | None:
    """The chronicle that was made of the articles with this digest of all of them."""
    row = db.execute("SELECT body FROM stories WHERE digest = ?", (digest,)).fetchone()
    return row[0] if row else None


def put_story(db: sqlite3.Connection, digest: str, body: bytes) -> None:
    """Keep a chronicle; the oldest of many go."""
    db.execute("INSERT OR REPLACE INTO stories VALUES (?, ?, ?)", (digest, body, datetime.now(UTC).isoformat()))
    db.execute(
        "DELETE FROM stories WHERE digest NOT IN (SELECT digest FROM stories ORDER BY made DESC LIMIT ?)", (STORIES,)
    )
