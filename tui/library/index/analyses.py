"""Analyses as they are encoded, and the names in them."""

import sqlite3
import zlib
from typing import TYPE_CHECKING, NamedTuple

from tui.library.index.articles import digest_of, storable, stored_digest
from tui.library.index.changes import ANALYSIS, TEXT, note_change
from tui.library.packing.packing import pack, unpack

if TYPE_CHECKING:
    from tui.analysis.model import Analysis

HELD = 1_000_000_000  # bytes of all analyses; above that the oldest go

NameRow = tuple[str, str, str, int]  # as it is written, kind, the entity's name, how many mentions that has


class Packed(NamedTuple):
    """An analysis, ready to be written."""

    digest: str
    fingerprint: str
    body: bytes  # compressed
    names: tuple[NameRow, ...]
    told: bytes = b""  # what the article tells of which days


def packed(analysis: "Analysis", fingerprint: str, body: bytes, told: bytes = b"") -> Packed:
    """An analysis and what `codec.encode` made of it, with the names it found under all their aliases."""
    names: list[NameRow] = []
    for entity in analysis.entities:
        rest = (entity.kind.value, storable(entity.name), len(entity.mentions))
        names += [(storable(alias), *rest) for alias in {entity.name, *(alias.text for alias in entity.aliases)}]
    return Packed(analysis.digest, fingerprint, pack(body), tuple(names), told)


def put_analysis(db: sqlite3.Connection, id: int, analysis: Packed) -> None:
    """Keep an analysis, and its names as those of an article."""
    key = (stored_digest(analysis.digest), code_of(db, analysis.fingerprint))
    query = "DELETE FROM analyses WHERE digest = ? AND code = ? RETURNING coalesce(length(body), 0)"
    before = db.execute(query, key).fetchone()
    db.execute(
        "INSERT INTO analyses (digest, code, body, told) VALUES (?, ?, ?, ?)",
        (*key, analysis.body, analysis.told or None),
    )
    db.execute("DELETE FROM failed WHERE digest = ?", key[:1])
    put_names(db, id, analysis.names)
    note_change(db, id, ANALYSIS)
    _make_room(db, len(analysis.body) - (before[0] if before else 0))


def put_names(db: sqlite3.Connection, id: int, names: tuple[NameRow, ...]) -> None:
    """These and no others are an article's names."""
    db.execute("DELETE FROM named WHERE article = ?", (id,))
    words = _ids(db, {word for name, kind, entity, _ in names for word in (name, kind, entity)})
    db.executemany(
        f"INSERT INTO named VALUES ({id:d}, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET mentions = mentions + excluded.mentions",
        [
            (words[name], words[entity] if entity != name else 0, words[kind], mentions)
            for name, kind, entity, mentions in names
        ],
    )


def code_of(db: sqlite3.Connection, fingerprint: str) -> int:
    """The number of the code with a fingerprint."""
    row = db.execute("SELECT id FROM codes WHERE fingerprint = ?", (fingerprint,)).fetchone()
    if row is None:
        row = db.execute("INSERT INTO codes (fingerprint) VALUES (?) RETURNING id", (fingerprint,)).fetchone()
    id: int = row[0]
    return id


def as_its_twin(db: sqlite3.Connection, id: int, digest: str) -> None:
    """An article whose text is known from another place bears the names that it bears there, and was read there."""
    query = "SELECT id, opened FROM articles WHERE digest = ? AND id != ? ORDER BY opened DESC LIMIT 1"
    row = db.execute(query, (stored_digest(digest), id)).fetchone()
    put_names(db, id, ())
    if row is not None:
        copy = "INSERT INTO named SELECT ?, name, entity, kind, mentions FROM named WHERE article = ?"
        copied = db.execute(copy, (id, row[0])).rowcount
        db.execute("UPDATE articles SET opened = coalesce(opened, ?) WHERE id = ?", (row[1], id))
        if copied:
            note_change(db, id, ANALYSIS)


def stored_analysis(db: sqlite3.Connection, digest: str, fingerprint: str) -> bytes | None:
    """The analysis of the text with this digest, by the code with this fingerprint."""
    query = "SELECT body FROM analyses JOIN codes ON codes.id = code WHERE digest = ? AND fingerprint = ?"
    row = db.execute(query, (stored_digest(digest), fingerprint)).fetchone()
    try:
        return unpack(row[0], digest) if row else None
    except (zlib.error, TypeError):
        return None


def fail(db: sqlite3.Connection, digest: str, fingerprint: str, reason: str) -> None:
    """Note that the analysis of a text did not come to its end: this code does not try it again by itself."""
    row = (stored_digest(digest), code_of(db, fingerprint), storable(reason))
    db.execute("INSERT OR REPLACE INTO failed VALUES (?, ?, ?)", row)


def not_analysed(db: sqlite3.Connection, fingerprint: str) -> list[tuple[int, str, str]]:
    """Id, source and digest of what this code has not analysed, or not since its text was read, the latest first."""
    query = (
        "SELECT id, source, digest FROM articles WHERE size >= 0 AND trouble = '' AND digest != x''"
        " AND (NOT EXISTS"
        " (SELECT 1 FROM analyses WHERE analyses.digest = articles.digest AND code = :code AND body IS NOT NULL)"
        " OR coalesce((SELECT number FROM changes WHERE article = id AND what = :analysis), 0)"
        " < coalesce((SELECT number FROM changes WHERE article = id AND what = :text), 0))"
        " AND NOT EXISTS (SELECT 1 FROM failed WHERE failed.digest = articles.digest AND code = :code)"
        " ORDER BY published IS NULL, published DESC, id"
    )
    code = db.execute("SELECT id FROM codes WHERE fingerprint = ?", (fingerprint,)).fetchone()
    values = {"code": code[0] if code else 0, "analysis": ANALYSIS, "text": TEXT}
    return [(id, source, digest_of(digest)) for id, source, digest in db.execute(query, values)]


def _ids(db: sqlite3.Connection, words: set[str]) -> dict[str, int]:
    """The number of each of these, as it is written."""
    found: dict[str, int] = {}
    for one in sorted(words):
        query = "SELECT id FROM written WHERE words = ? AND words = ? COLLATE BINARY"
        row = db.execute(query, (one, one)).fetchone()
        if row is None:
            row = db.execute("INSERT INTO written (words) VALUES (?) RETURNING id", (one,)).fetchone()
        found[one] = row[0]
    return found


def _make_room(db: sqlite3.Connection, more: int) -> None:
    query = (
        "INSERT INTO totals VALUES ('analyses', ?) ON CONFLICT DO UPDATE SET held = held + excluded.held RETURNING held"
    )
    (held,) = db.execute(query, (more,)).fetchone()
    freed = 0
    while held - freed > HELD:
        (size,) = db.execute(
            "DELETE FROM analyses WHERE id = (SELECT min(id) FROM analyses) RETURNING coalesce(length(body), 0)"
        ).fetchone()
        freed += size
    if freed:
        db.execute("UPDATE totals SET held = held - ? WHERE what = 'analyses'", (freed,))
