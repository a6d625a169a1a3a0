"""What can be done to the rows of a table, as functions over the rows, to be run under the lock in one step.

Rows are shared with readers: a change puts a new row in the place of an old one and never touches it."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from secrets import randbelow
from types import MappingProxyType
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from tui.notes.file.layout import Row
from tui.notes.file.rows import clean_text, moment, note_of_row, row_of_note, stamp
from tui.notes.note import Note
from tui.notes.versions.history import FIELD, beside, versioned

Rows = dict[str, Row]  # by number
Versions = set[tuple[str, datetime]]  # id and time of a version
_NEVER = datetime.min.replace(tzinfo=UTC)
_LAST = datetime.max.replace(tzinfo=UTC) - timedelta(seconds=1)


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
    if stored is not None and updated <= stored.updated:  # clocks go back: a new version must be told from the old one
        updated = _just_after(stored.updated)
    rows[number] = _next(row, replace(note, updated=updated))
    other = None
    if stored is not None and _is_foreign(stored, note, known):
        other = version_beside(stored)
        place, there = find(rows, other.id)
        while (known_copy := note_or_none(there)) and not _says_the_same(known_copy, other):  # it was edited since
            other = version_beside(other)
            place, there = find(rows, other.id)
        if known_copy is None:
            rows[place] = beside(row_of_note(other), row or {}) if there is None else _next(there, other)
        elif known_copy.deleted is not None:  # an older copy of it was thrown away; this version was not
            rows[place] = _next(there, replace(known_copy, deleted=None), _again())
    return note_of_row(rows[number]), other


def put_back(rows: Rows, note: Note) -> Note | None:
    """Store exactly this version; what stood there before."""
    number, row = find(rows, note.id)
    rows[number] = _next(row, note, _again())
    return note_or_none(row)


def add(rows: Rows, notes: Iterable[Note]) -> Added:
    """Take in notes as they are; of two versions of a note the later one stays."""
    numbers = {row.get("id"): number for number, row in rows.items()}
    free = int(free_number(rows))
    new: list[Note] = []
    replaced: list[Note] = []
    older = 0
    for note in notes:
        id = clean_text(note.id)
        number = numbers.get(id)
        stored = note_or_none(rows[number]) if number is not None else None
        if stored is not None and stored.updated >= note.updated:
            older += 1
            continue
        if number is None:
            number, free = str(free), free + 1
            numbers[id] = number
        rows[number] = _next(rows.get(number), note, _again())
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
    rows[number] = _next(row, after, {} if deleted else _again())
    return note, after


def purge(rows: Rows, before: datetime) -> tuple[Note, ...]:
    """Forget the notes that were deleted before; an empty row with the id stays."""
    gone = []
    for number, row in tuple(rows.items()):
        note = note_or_none(row)
        if note is not None and note.deleted is not None and note.deleted <= before:
            empty = {"id": note.id, "deleted": stamp(note.deleted), "purged": stamp(datetime.now(UTC))}
            rows[number] = versioned({**empty, FIELD: versioned(row)[FIELD]})
            gone.append(note)
    return tuple(gone)


def append(rows: Rows, row: Row) -> None:
    """Put a row at the end of a log; its `created` is later than that of every other, whatever the clock says."""
    latest = max((when(each, "created") for each in rows.values()), default=_NEVER)
    if when(row, "created") <= latest:
        row = {**row, "created": stamp(_just_after(latest))}
    rows[free_number(rows)] = row


def put(rows: Rows, row: Row) -> Row | None:
    """Store the one row of its source; what stood there before."""
    number, before = find(rows, row["source"], "source")
    rows[number] = row
    return before


def decide(rows: Rows, row: Row) -> Row | None:
    """As `put`, as a new version of what stood there."""
    number, before = find(rows, row["source"], "source")
    rows[number] = versioned({**(versioned(before) if before else {}), **row})
    return before


def update(rows: Rows, id: str, **fields: Any) -> Row | None:
    """Set fields of a row; the row as it was, or None if there is none."""
    number, row = find(rows, id)
    if row is None or row.get("removed"):
        return None
    rows[number] = {**row, **fields}
    return row


def remove(rows: Rows, id: str) -> Row | None:
    """Take a row out of a log; the row, or None if there is none. That it is gone stays written, for other copies."""
    number, row = find(rows, id)
    if row is None or row.get("removed"):
        return None
    rows[number] = {"id": id, "created": row.get("created"), "removed": True}
    return row


def free_number(rows: Mapping[str, Row]) -> str:
    """A number that no row has."""
    return str(max(map(int, rows), default=0) + 1)


def find(rows: Mapping[str, Row], value: str, field: str = "id") -> tuple[str, Row | None]:
    """The number of the row whose `field` is `value`, and the row; a new number and None if there is none."""
    for number, row in rows.items():
        if row.get(field) == value:
            return number, row
    return free_number(rows), None


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
    return not _says_the_same(stored, note)


def _says_the_same(stored: Note, note: Note) -> bool:
    return (stored.body, stored.subject) == (clean_text(note.body), clean_text(note.subject))


def version_beside(note: Note) -> Note:
    """The note as another note, to be kept beside a version that takes its place.

    Its id is the same for the same text of the same note, wherever this happens."""
    return replace(note, id=_copy_id(note), conflict_of=note.id)


def when(row: Mapping[str, Any], field: str) -> datetime:
    """A moment in a row; long ago where there is none."""
    try:
        return moment(row[field])
    except (KeyError, TypeError, ValueError, OverflowError):
        return _NEVER


def _next(row: Row | None, note: Note, more: Mapping[str, Any] = MappingProxyType({})) -> Row:
    """The row of a note as the version after `row`."""
    before = {name: value for name, value in versioned(row).items() if name != "purged"} if row else {}
    return versioned({**before, **row_of_note(note), **more})


def _again() -> dict[str, str]:
    """A mark of a row that says again what was said before: without it, it would be taken for the version of then."""
    return {"restored": stamp(datetime.now(UTC))}


def _just_after(moment: datetime) -> datetime:
    """A moment that nobody else takes for just after, in another place: two versions of a note are told apart by it."""
    return min(moment, _LAST) + timedelta(microseconds=1 + randbelow(999_999))


def _copy_id(note: Note) -> str:
    digest = hashlib.sha256(repr((note.id, note.body, note.subject)).encode("utf-8", "surrogatepass")).hexdigest()
    return str(uuid5(NAMESPACE_URL, f"dateline:{note.id}:{digest}"))
