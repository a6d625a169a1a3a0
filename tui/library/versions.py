"""The text of an article as it was when a person read it, and as it was the time before; what was read cannot be made
again from the files, so it lies beside the notes."""

import contextlib
import zlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.paths import data_folder, make_private
from tui.text.article import Article

if TYPE_CHECKING:
    import sqlite3  # a Python without it forgets what was read

FILE = "read-1.sqlite"
LONGEST = 500_000  # characters; what is longer is a book, and seldom changes
Answer = TypeVar("Answer")
KEPT = 2  # texts of an article
WAIT_SECONDS = 2.0
_TABLE = """
CREATE TABLE IF NOT EXISTS read (
    source TEXT NOT NULL,
    digest TEXT NOT NULL,
    title TEXT NOT NULL,
    at TEXT NOT NULL,
    text BLOB NOT NULL,
    PRIMARY KEY (source, digest)
) WITHOUT ROWID
"""
_COLUMNS = "source, digest, title, at, text"


class Version(NamedTuple):
    """What an article said when it was opened last."""

    source: str
    digest: str
    title: str
    at: datetime  # UTC
    text: str


class Versions:
    """One file; opened for each question, in whatever thread asks. Nothing raises: what cannot be read is not known."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or make_private(data_folder()) / FILE

    def keep(self, article: Article) -> Version | None:
        """A person reads this just now; what they read the time before, if it was another text."""
        if not article.text or len(article.text) > LONGEST:
            return None
        source, title, text = map(_storable, (article.source, article.title, article.text))
        row = (source, article.digest, title, datetime.now(UTC).isoformat(), zlib.compress(text.encode(), 6))

        def put(db: "sqlite3.Connection") -> Version | None:
            db.execute(f"INSERT OR REPLACE INTO read ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)", row)
            older = "SELECT digest FROM read WHERE source = ? ORDER BY at DESC LIMIT -1 OFFSET ?"
            db.execute(f"DELETE FROM read WHERE source = ? AND digest IN ({older})", (source, source, KEPT))
            query = f"SELECT {_COLUMNS} FROM read WHERE source = ? AND digest != ? ORDER BY at DESC LIMIT 1"
            found = db.execute(query, (source, article.digest)).fetchone()
            return _version(found) if found else None

        return self._ask(put, None)

    def last(self, sources: Sequence[str]) -> dict[str, Version]:
        """What each of these said when it was read last; those that are not known are left out."""
        query = f"SELECT {_COLUMNS} FROM read WHERE source = ? ORDER BY at DESC LIMIT 1"

        def find(db: "sqlite3.Connection") -> dict[str, Version]:
            rows = (db.execute(query, (_storable(source),)).fetchone() for source in sources)
            return {row[0]: _version(row) for row in rows if row}

        return self._ask(find, {})

    def _ask(self, question: "Callable[[sqlite3.Connection], Answer]", nothing: Answer) -> Answer:
        try:
            import sqlite3
        except ImportError:
            return nothing
        try:
            with contextlib.closing(sqlite3.connect(self.path, timeout=WAIT_SECONDS)) as db, db:
                db.execute(_TABLE)
                return question(db)
        except (sqlite3.Error, zlib.error, UnicodeError, ValueError):  # busy, full or damaged: the notes are elsewhere
            return nothing


def _version(row: tuple[str, str, str, str, bytes]) -> Version:
    source, digest, title, at, text = row
    return Version(source, digest, title, datetime.fromisoformat(at), zlib.decompress(text).decode())


def _storable(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
