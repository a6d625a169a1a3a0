"""What is already known about articles, in SQLite: opened, analysed, and every word for searching. Safe to delete."""

import contextlib
import sqlite3
import threading
import time
import zlib
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.library.schema import ARTICLES, SEARCH_TABLE, TABLES, Known, day, known, note_article, storable
from tui.text.article import Article
from tui.text.folding import fold, fold_but_case

if TYPE_CHECKING:
    from tui.analysis.model import Analysis

ANALYSES_BYTES = 64_000_000
SEARCHED_CHARACTERS = 100_000_000
SEARCHED_IN_ONE = 1_000_000  # of one article; more would hold up other readers while it is written
WAIT_SECONDS = 1.0
OPENING_SECONDS = 1.0  # for so long the file may be locked while it is opened
EACH_SECONDS = 0.05

_Found = TypeVar("_Found")


class Hit(NamedTuple):
    """An article in which all words of a query stand; in `excerpt`, folded as they are, between U+0002 and U+0003."""

    source: str
    title: str
    excerpt: str


class NamedIn(NamedTuple):
    """An article that names something: under which name, of which kind, how many times."""

    source: str
    title: str
    published: date | None
    name: str
    kind: str
    mentions: int


class Index:
    """One file for all running readers. Nothing here raises: what cannot be read is not known, what cannot be
    written is forgotten, a damaged file is set aside and begun anew."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.trouble = ""  # a sentence, where the file cannot be used and nothing outlives this session
        self._lock = threading.Lock()
        self._searchable = True
        self._connection = self._open()

    def close(self) -> None:
        """Close the file; afterwards nothing may be asked."""
        with self._lock, contextlib.suppress(sqlite3.Error):
            self._connection.close()

    # Articles

    def opened(self, article: Article) -> None:
        """Note that a person opened an article just now."""
        self._write(lambda db: note_article(db, article, datetime.now(UTC)))

    def forget(self, source: str) -> None:
        """Drop what is known about an article; its analyses go by age."""

        def drop(db: sqlite3.Connection) -> None:
            row = db.execute("SELECT id FROM articles WHERE source = ?", (source,)).fetchone()
            if row:
                self._unsearch(db, row[0])
                db.execute("DELETE FROM names WHERE article = ?", row)
                db.execute("DELETE FROM articles WHERE id = ?", row)

        self._write(drop)

    def known(self, sources: Iterable[str]) -> dict[str, Known]:
        """What is known about each of these articles; unknown ones are left out."""
        wanted = [source for source in sources if _is_text(source)]

        def find(db: sqlite3.Connection) -> list[Known]:
            found: list[Known] = []
            for start in range(0, len(wanted), 500):
                some = wanted[start : start + 500]
                found += map(known, db.execute(f"{ARTICLES} WHERE source IN ({_marks(some)})", some))
            return found

        rows: list[Known] = self._read(find, [])
        return {one.source: one for one in rows}

    def recent(self, limit: int = 200) -> tuple[Known, ...]:
        """Articles that were opened, the latest first."""
        query = f"{ARTICLES} WHERE opened IS NOT NULL ORDER BY opened DESC LIMIT ?"
        return tuple(self._read(lambda db: [known(row) for row in db.execute(query, (limit,))], []))

    # Analyses

    def analysis(self, digest: str, fingerprint: str) -> bytes | None:
        """The encoded analysis of the article with this digest, by the code with this fingerprint."""
        query = "SELECT body FROM analyses WHERE digest = ? AND fingerprint = ?"

        row = self._read(lambda db: db.execute(query, (digest, fingerprint)).fetchone(), None)
        try:
            return zlib.decompress(row[0]) if row else None
        except (zlib.error, TypeError):
            return None

    def keep(self, article: Article, analysis: "Analysis", fingerprint: str, body: bytes) -> None:
        """Keep an analysis, its names with all their aliases, and the article's words for searching."""
        packed = zlib.compress(body, 1)
        text = article.text[:SEARCHED_IN_ONE]
        searched = storable(fold_but_case(article.title)), storable(fold_but_case(text))

        def put(db: sqlite3.Connection) -> None:
            row = (article.digest, fingerprint, packed, len(packed), datetime.now(UTC).isoformat())
            db.execute("INSERT OR REPLACE INTO analyses VALUES (?, ?, ?, ?, ?)", row)
            id = note_article(db, article, None)
            db.execute("DELETE FROM names WHERE article = ?", (id,))
            for entity in analysis.entities:
                rest = (entity.kind.value, entity.name, len(entity.mentions))
                rows = [(id, alias, *rest) for alias in {entity.name, *(alias.text for alias in entity.aliases)}]
                db.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?)", rows)
            if self._searchable:
                self._unsearch(db, id)
                db.execute("INSERT INTO texts (rowid, title, text) VALUES (?, ?, ?)", (id, *searched))
                db.execute("UPDATE articles SET searched = ? WHERE id = ?", (len(text), id))
            self._make_room(db)

        self._write(put)

    # Looking over all articles

    def search(self, words: str, limit: int = 100) -> tuple[Hit, ...]:
        """Articles that hold all the words, the best first; the last word may be unfinished."""
        quoted = ['"' + word.replace('"', '""') + '"' for word in fold(words).split()]
        if not quoted or not self._searchable:
            return ()
        query = (
            "SELECT source, articles.title, snippet(texts, 1, char(2), char(3), '…', 16)"
            " FROM texts JOIN articles ON articles.id = texts.rowid"
            " WHERE texts MATCH ? ORDER BY bm25(texts, 4, 1) LIMIT ?"
        )
        match = " ".join(quoted) + "*"
        return tuple(self._read(lambda db: [Hit(*row) for row in db.execute(query, (match, limit))], []))

    def naming(self, names: Iterable[str]) -> tuple[NamedIn, ...]:
        """Articles that name any of these, letter case aside, the latest published first."""
        wanted = list(names)[:500]
        query = (
            "SELECT DISTINCT source, title, published, entity, kind, mentions"
            " FROM names JOIN articles ON articles.id = names.article"
            f" WHERE name IN ({_marks(wanted)}) ORDER BY published DESC, source, mentions DESC"
        )

        def find(db: sqlite3.Connection) -> list[NamedIn]:
            return [NamedIn(row[0], row[1], day(row[2]), *row[3:]) for row in db.execute(query, wanted)]

        return tuple(self._read(find, []))

    # The file

    def _make_room(self, db: sqlite3.Connection) -> None:
        (held,) = db.execute("SELECT coalesce(sum(size), 0) FROM analyses").fetchone()
        while held > ANALYSES_BYTES:
            rowid, freed = db.execute("SELECT rowid, size FROM analyses ORDER BY made LIMIT 1").fetchone()
            db.execute("DELETE FROM analyses WHERE rowid = ?", (rowid,))
            held -= freed
        (held,) = db.execute("SELECT coalesce(sum(searched), 0) FROM articles").fetchone()
        while held > SEARCHED_CHARACTERS:
            oldest = "SELECT id, searched FROM articles WHERE searched > 0 ORDER BY opened, id LIMIT 1"
            id, freed = db.execute(oldest).fetchone()
            self._unsearch(db, id)
            held -= freed

    def _unsearch(self, db: sqlite3.Connection, id: int) -> None:
        if self._searchable:
            db.execute("DELETE FROM texts WHERE rowid = ?", (id,))
            db.execute("UPDATE articles SET searched = 0 WHERE id = ?", (id,))

    def _read(self, find: Callable[[sqlite3.Connection], _Found], nothing: _Found) -> _Found:
        with self._lock:
            try:
                return find(self._connection)
            except (sqlite3.OperationalError, UnicodeEncodeError):  # busy, or the disk is in trouble
                return nothing
            except sqlite3.DatabaseError:
                self._begin_anew()
                return nothing

    def _write(self, change: Callable[[sqlite3.Connection], object]) -> None:
        with self._lock:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    change(self._connection)
                    self._connection.execute("COMMIT")
                except BaseException:
                    with contextlib.suppress(sqlite3.Error):
                        self._connection.execute("ROLLBACK")
                    raise
            except (sqlite3.OperationalError, UnicodeEncodeError):  # busy, no room, or a file name that is no text
                return
            except sqlite3.DatabaseError:
                self._begin_anew()

    def _open(self) -> sqlite3.Connection:
        end, damaged = time.monotonic() + OPENING_SECONDS, False
        while True:
            reason: Exception
            try:
                return self._connect(str(self.path))
            except (sqlite3.OperationalError, UnicodeEncodeError) as error:
                reason = error
                if "locked" not in str(error) or time.monotonic() > end:
                    break
                time.sleep(EACH_SECONDS)  # another reader is making the file just now: SQLite does not wait for that
            except sqlite3.DatabaseError as error:
                reason = error
                if damaged:  # it could not be set aside
                    break
                self._set_aside()
                damaged = True
        self.trouble = (
            f"{self.path} cannot be used ({reason}): the library forgets what is read now. "
            "It may be deleted; its folder must be yours, and not full."
        )
        return self._connect(":memory:")

    def _connect(self, name: str) -> sqlite3.Connection:
        db = sqlite3.connect(name, timeout=EACH_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.executescript(TABLES)
            try:
                db.executescript(SEARCH_TABLE)
            except sqlite3.OperationalError as error:
                if "locked" in str(error):
                    raise
                self._searchable = False  # an SQLite that was built without FTS5
            db.execute(f"PRAGMA busy_timeout = {WAIT_SECONDS * 1000:.0f}")
        except sqlite3.Error:
            db.close()
            raise
        return db

    def _begin_anew(self) -> None:
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()
        self._set_aside()
        self._connection = self._open()

    def _set_aside(self) -> None:
        with contextlib.suppress(OSError):
            self.path.replace(self.path.with_name(self.path.name + ".damaged"))
        for suffix in ("-wal", "-shm"):
            with contextlib.suppress(OSError):
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)


def _marks(values: list[str]) -> str:
    return ",".join("?" * len(values))


def _is_text(source: str) -> bool:
    """Whether a file's name is text: one in another encoding holds surrogates, which SQLite refuses."""
    return not any("\ud800" <= character <= "\udfff" for character in source)
