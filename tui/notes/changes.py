"""What can be done to the rows of a table, as functions over the rows, to be run under the lock in one step.

Rows are shared with readers: a change puts a new row in the place of an old one and never touches it."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from tui.notes.layout import Row
from tui.notes.note import Note
from tui.notes.rows import clean_text, note_of_row, row_of_note, stamp

Rows = dict[int, Row]
Versions = set[tuple[str, datetime]]  # id and time of a version


class Added(NamedTuple):
    """What became of notes that were taken in: new ones, the versions that were replaced, and how many stayed out."""

    new: tuple[Note, ...]
    replaced: tuple[Note, ...]
    older: int  # known already, in the same or a later version


def save(rows: Rows, note: Note, known: Versions) -> tuple[Note, Note | None]:
    """Insert or update a note; the note as stored, and the other version that is kept beside, if there was one.

    Another version is one that the writer of `note` has not seen: it is neither the one that he began with, which
    `note.updated` tells, nor `known`."""
    number, row = find(rows, note.id)
    stored = note_or_none(row)
    updated = datetime.now(UTC)
    if stored is not None:  # clocks go back: a new version must be told from the old one
        updated = max(updated, stored.updated + timedelta(microseconds=1))
    rows[number] = {**(row or {}), **row_of_note(replace(note, updated=updated))}
    other = None
    if stored is not None and _is_foreign(stored, note, known):
        other = replace(stored, id=_copy_id(stored), conflict_of=note.id)
        rows[find(rows, other.id)[0]] = row_of_note(other)
    return note_of_row(rows[number]), other


def put_back(rows: Rows, note: Note) -> Note | None:
    """Store exactly this version; what stood there before."""
    number, row = find(rows, note.id)
    rows[number] = {**(row or {}), **row_of_note(note)}
    return note_or_none(row)


def add(rows: Rows, notes: Iterable[Note]) -> Added:
    """Take in notes as they are; of two versions of a note the later one stays."""
    numbers = {row.get("id"): number for number, row in rows.items()}
    free = max(rows, default=0) + 1
    new: list[Note] = []
    replaced: list[Note] = []
    older = 0
    for note in notes:
        row = row_of_note(note)
        number = numbers.get(row["id"])
        stored = note_or_none(rows[number]) if number is not None else None
        if stored is not None and stored.updated >= note.updated:
            older += 1
            continue
        if number is None:
            number, free = free, free + 1
            numbers[row["id"]] = number
        rows[number] = row
        if stored is None:
            new.append(note)
        else:
            replaced.append(stored)
    return Added(tuple(new), tuple(replaced), older)


def mark(rows: Rows, id: str, deleted: datetime | None) -> tuple[Note, Note] | None:
    """Put a note into the trash or take it out; before and after, or None where there was nothing to do."""
    number, row = find(rows, id)
    note = note_or_none(row)
    if note is None or (note.deleted is None) == (deleted is None):
        return None
    after = replace(note, deleted=deleted)
    rows[number] = {**(row or {}), **row_of_note(after)}
    return note, after


def purge(rows: Rows, before: datetime) -> tuple[Note, ...]:
    """Forget the notes that were deleted before; an empty row with the id stays."""
    gone = []
    for number, row in tuple(rows.items()):
        note = note_or_none(row)
        if note is not None and note.deleted is not None and note.deleted <= before:
            rows[number] = {"id": note.id, "deleted": stamp(note.deleted), "purged": stamp(datetime.now(UTC))}
            gone.append(note)
    return tuple(gone)


def append(rows: Rows, row: Row) -> None:
    """Put a row at the end."""
    rows[max(rows, default=0) + 1] = row


def put(rows: Rows, row: Row) -> Row | None:
    """Store the one row of its source; what stood there before."""
    number, before = find(rows, row["source"], "source")
    rows[number] = row
    return before


def update(rows: Rows, id: str, **fields: Any) -> Row | None:
    """Set fields of a row; the row as it was, or None if there is none."""
    number, row = find(rows, id)
    if row is not None:
        rows[number] = {**row, **fields}
    return row


def remove(rows: Rows, id: str) -> Row | None:
    """Take a row out; the row, or None if there is none."""
    number, row = find(rows, id)
    if row is not None:
        del rows[number]
    return row


def find(rows: Mapping[int, Row], value: str, field: str = "id") -> tuple[int, Row | None]:
    """The number of the row whose `field` is `value`, and the row; a new number and None if there is none."""
    for number, row in rows.items():
        if row.get(field) == value:
            return number, row
    return max(rows, default=0) + 1, None


def note_or_none(row: Mapping[str, Any] | None) -> Note | None:
    """The note in a row, if there is one."""
    try:
        return note_of_row(row) if row is not None else None
    except ValueError:
        return None


def _is_foreign(stored: Note, note: Note, known: Versions) -> bool:
    """Whether `stored` says something that the writer of `note` has never seen."""
    if stored.updated == note.updated or (stored.id, stored.updated) in known:
        return False
    return (stored.body, stored.subject) != (clean_text(note.body), clean_text(note.subject))


def _copy_id(note: Note) -> str:
    """The same for the same version of the same note, wherever it is made."""
    digest = hashlib.sha256(repr((note.id, note.body, note.subject)).encode("utf-8", "surrogatepass")).hexdigest()
    return str(uuid5(NAMESPACE_URL, f"dateline:{note.id}:{digest}"))
