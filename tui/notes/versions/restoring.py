"""A backup takes the place of the notes as a new act: every row that differs becomes a version after the one there.

So no other copy of the notes undoes it. What was written since goes into the trash, and nothing is taken out."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from tui.notes.file.layout import Row, Tables
from tui.notes.file.rows import stamp
from tui.notes.versions.changes import Rows, free_number, note_or_none, when
from tui.notes.versions.history import FIELD, digest_of, versioned
from tui.notes.versions.merge import KINDS, is_sound, keyed


def restored(tables: Tables, backup: Tables, now: datetime) -> Tables:
    """The tables as the backup has them, each change of a row as a new version."""
    result = {name: dict(rows) for name, rows in tables.items()}
    for name, rows in backup.items():
        if name == "format":
            continue
        there = result.setdefault(name, {})
        if name in KINDS:
            _restore(name, there, rows, now)
        known = list(there.values())
        for row in rows.values():  # what is no row of ours is kept as it is
            if (name not in KINDS or not is_sound(KINDS[name], row)) and row not in known:
                there[free_number(there)] = row
    return result


def _restore(name: str, rows: Rows, backup: Mapping[str, Row], now: datetime) -> None:
    key, wanted = KINDS[name].key, keyed(name, backup)
    for number, row in tuple(rows.items()):
        if not is_sound(KINDS[name], row):
            continue
        after = wanted.pop(row[key], None)
        if name == "notes":
            rows[number] = _note(row, after, now)
        elif name == "corrections":
            rows[number] = _correction(row, after, now)
            if row.get("removed") and after is not None and not after.get("removed"):
                id = str(uuid5(NAMESPACE_URL, f"dateline:{row[key]}:{stamp(now)}"))
                rows[free_number(rows)] = {**after, "id": id}
        elif after is not None and _said(after) != _said(row):
            rows[number] = _next(row, {**after, "updated": stamp(now)})
    for row in wanted.values():
        rows[free_number(rows)] = versioned(row) if KINDS[name].has_history else row


def _note(row: Row, wanted: Row | None, now: datetime) -> Row:
    """The note as the backup has it; in the trash where the backup has none."""
    there, note = note_or_none(row), note_or_none(wanted)
    if there is None:
        return _next(row, {**wanted, "updated": stamp(now)}) if wanted is not None and note is not None else row
    if note is None or (note.deleted is not None and note.body == there.body and note.subject == there.subject):
        return _next(row, {**row, "deleted": stamp(now)}) if there.deleted is None else row
    if wanted is None or _said(wanted) == _said(row):
        return row
    marks = {"restored": stamp(now), "deleted": stamp(now) if note.deleted is not None else None}
    if (note.body, note.subject) != (there.body, there.subject):  # a new version must be told from the old one
        marks["updated"] = stamp(max(now, there.updated + timedelta(microseconds=1)))
    return _next(row, {**wanted, **marks})


def _correction(row: Row, wanted: Row | None, now: datetime) -> Row:
    undone = True if wanted is None else bool(wanted.get("undone"))
    if row.get("removed") or bool(row.get("undone")) == undone:
        return row
    return {**row, "undone": undone, "marked": stamp(max(now, when(row, "marked")))}


def _next(row: Row, wanted: Mapping[str, Any]) -> Row:
    """What is wanted as the version after `row`."""
    return versioned({**wanted, FIELD: versioned(row)[FIELD]})


def _said(row: Row) -> str:
    return digest_of({key: value for key, value in row.items() if key not in ("restored", "updated")})
