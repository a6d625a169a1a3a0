"""Analyses as they are encoded, and the names in them."""

import sqlite3
import zlib
from typing import TYPE_CHECKING, NamedTuple

from tui.library.index.articles import storable
from tui.library.index.changes import ANALYSIS, TEXT, note_change
from tui.library.index.packing import pack, unpack
from tui.library.index.told import put_told

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
    digest, fingerprint, body, names, told = analysis
    held = len(body) - _size(db, digest, fingerprint)
    db.execute(
        "INSERT OR REPLACE INTO analyses (digest, fingerprint, body) VALUES (?, ?, ?)",
        (digest, fingerprint, body),
    )
    put_told(db, digest, fingerprint, told)
    db.execute("DELETE FROM failed WHERE digest = ?", (digest,))
    put_names(db, id, names)
    note_change(db, id, ANALYSIS)
    _make_room(db, held)


def put_names(db: sqlite3.Connection, id: int, names: tuple[NameRow, ...]) -> None:
    """These and no others are an article's names."""
    db.execute("DELETE FROM names WHERE article = ?", (id,))
    db.executemany(f"INSERT INTO names VALUES ({id:d}, ?, ?, ?, ?)", names)


def as_its_twin(db: sqlite3.Connection, id: int, digest: str) -> None:
    """An article whose text is known from another place bears the names that it bears there, and was read there."""
    query = "SELECT id, opened FROM articles WHERE digest = ? AND id != ? ORDER BY opened DESC LIMIT 1"
    row = db.execute(query, (digest, id)).fetchone()
    put_names(db, id, ())
    if row is not None:
        copy = "INSERT INTO names SELECT ?, name, kind, entity, mentions FROM names WHERE article = ?"
        copied = db.execute(copy, (id, row[0])).rowcount
        db.execute("UPDATE articles SET opened = coalesce(opened, ?) WHERE id = ?", (row[1], id))
        if copied:
            note_change(db, id, ANALYSIS)


def stored_analysis(db: sqlite3.Connection, digest: str, fingerprint: str) -> bytes | None:
    """The analysis of the text with this digest, by the code with this fingerprint."""
    query = "SELECT body FROM analyses WHERE digest = ? AND fingerprint = ?"
    row = db.execute(query, (digest, fingerprint)).fetchone()
    try:
        return unpack(row[0]) if row else None
    except (zlib.error, TypeError):
        return None


def fail(db: sqlite3.Connection, digest: str, fingerprint: str, reason: str) -> None:
    """Note that the analysis of a text did not come to its end: this code does not try it again by itself."""
    db.execute("INSERT OR REPLACE INTO failed VALUES (?, ?, ?)", (digest, fingerprint, storable(reason)))


def not_analysed(db: sqlite3.Connection, fingerprint: str) -> list[tuple[int, str, str]]:
    """Id, source and digest of what this code has not analysed, or not since its text was read, the latest first."""
    query = (
        "SELECT id, source, digest FROM articles WHERE size >= 0 AND trouble = '' AND digest != ''"
        " AND (NOT EXISTS (SELECT 1 FROM analyses WHERE analyses.digest = articles.digest AND fingerprint = :code)"
        " OR coalesce((SELECT number FROM changes WHERE article = id AND what = :analysis), 0)"
        " < coalesce((SELECT number FROM changes WHERE article = id AND what = :text), 0))"
        " AND NOT EXISTS (SELECT 1 FROM failed WHERE failed.digest = articles.digest AND fingerprint = :code)"
        " ORDER BY published IS NULL, published DESC, id"
    )
    return list(db.execute(query, {"code": fingerprint, "analysis": ANALYSIS, "text": TEXT}))


def _size(db: sqlite3.Connection, digest: str, fingerprint: str) -> int:
    query = "SELECT length(body) FROM analyses WHERE digest = ? AND fingerprint = ?"
    row = db.execute(query, (digest, fingerprint)).fetchone()
    return row[0] if row else 0


def _make_room(db: sqlite3.Connection, more: int) -> None:
    query = (
        "INSERT INTO totals VALUES ('analyses', ?) ON CONFLICT DO UPDATE SET held = held + excluded.held RETURNING held"
    )
    (held,) = db.execute(query, (more,)).fetchone()
    freed = 0
    while held - freed > HELD:
        digest, code, size = db.execute(
            "SELECT digest, fingerprint, length(body) FROM analyses ORDER BY id LIMIT 1"
        ).fetchone()
        db.execute("DELETE FROM analyses WHERE digest = ? AND fingerprint = ?", (digest, code))
        db.execute("DELETE FROM tellings WHERE digest = ? AND fingerprint = ?", (digest, code))
        freed += size
    if freed:
        db.execute("UPDATE totals SET held = held - ? WHERE what = 'analyses'", (freed,))
