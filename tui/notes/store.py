"""Everything a person wrote, in one folder: notes, corrections, choices and reading places. The only user of TinyDB."""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast
from uuid import NAMESPACE_URL, uuid4, uuid5

from tui.notes.drafts import Draft, Drafts
from tui.notes.layout import Row
from tui.notes.note import Choices, Note, Place
from tui.notes.rows import (
    choices_of_row,
    clean,
    clean_text,
    note_of_row,
    place_of_row,
    row_of_choices,
    row_of_note,
    row_of_place,
    stamp,
)
from tui.notes.storage import NotesStorage
from tui.notes.table import NotesFile, NotesTable

TRASH_KEPT = timedelta(days=30)


class NoteStore:
    """The notes in `folder`. Safe from any thread and beside other sessions; call it in a thread, since disks wait.

    Every method raises NotesUnavailable where the disk or the file does not play along: nothing is lost then."""

    def __init__(self, folder: Path, patience: float = 15.0) -> None:
        self.folder = folder
        self.drafts = Drafts(folder / "drafts")
        self._file = NotesFile(folder / "notes.json", patience)
        self._places = NotesFile(folder / "places.json", patience)  # apart: written often, and can be missed
        self._decoded: dict[int, tuple[Row, Note | None]] = {}  # by number: a row, and the note that was read from it
        self._decoded_rows: object = None  # what `_decoded` was made from
        self._written: set[tuple[str, datetime]] = set()  # versions that this store itself has saved
        self._conflicts: list[str] = []

    # Notes

    def notes_of(self, source: str, url: str = "") -> tuple[Note, ...]:
        """The notes on one article, those of the whole article first, then by place. None from the trash."""
        found = [note for note in self.all_notes() if note.source == source or (url and note.url == url)]
        return tuple(sorted(found, key=_by_place))

    def all_notes(self, deleted: bool = False) -> tuple[Note, ...]:
        """All notes, or all in the trash, in the order in which they were created."""
        notes = [note for note in self._notes() if (note.deleted is not None) == deleted]
        return tuple(sorted(notes, key=lambda note: (note.created, note.id)))

    def note(self, id: str) -> Note | None:
        """One note, in the trash or not."""
        return next((note for note in self._notes() if note.id == id), None)

    def save(self, note: Note) -> Note:
        """Insert or update; the note as it is stored now, with a new `updated`.

        `note.updated` says which version the person began with. If another session has saved a different one since,
        that one is kept beside as a note of its own, and `troubles` tells."""

        def change(rows: dict[int, Row]) -> tuple[Note, Note | None]:
            number, row = _find(rows, note.id)
            stored = _note_or_none(row)
            updated = datetime.now(UTC)
            if stored is not None:  # clocks go back: a new version must be told from the old one
                updated = max(updated, stored.updated + timedelta(microseconds=1))
            rows[number] = {**(row or {}), **row_of_note(replace(note, updated=updated))}
            other = None
            if stored is not None and self._is_foreign(stored, note):
                other = replace(stored, id=_copy_id(stored), conflict_of=note.id)
                rows[_find(rows, other.id)[0]] = row_of_note(other)
            return note_of_row(rows[number]), other

        saved, other = self._table("notes").revise(change)
        self._written.add((saved.id, saved.updated))
        if other is not None:
            self._conflicts.append(
                f"A note on “{note.title or note.source}” was changed in another session too; both versions are kept."
            )
        return saved

    def put_back(self, note: Note) -> Note | None:
        """Store exactly this version, to undo an edit or a purge; what stood there before."""

        def change(rows: dict[int, Row]) -> Row | None:
            number, row = _find(rows, note.id)
            rows[number] = {**(row or {}), **row_of_note(note)}
            return row

        return _note_or_none(self._table("notes").revise(change))

    def delete(self, id: str) -> Note | None:
        """Put a note into the trash; the note as it was, or None if there is no such note outside the trash."""
        return self._mark(id, datetime.now(UTC))

    def restore(self, id: str) -> Note | None:
        """Take a note out of the trash; the note as it is now, or None if it is not in the trash."""
        return self._mark(id, None)

    def purge_trash(self, older_than: timedelta = TRASH_KEPT) -> tuple[Note, ...]:
        """Forget what has lain in the trash for longer; the notes that are gone.

        An empty row with the id stays, so that another copy of the notes cannot bring them back."""
        now = datetime.now(UTC)

        def change(rows: dict[int, Row]) -> tuple[Note, ...]:
            gone = []
            for number, row in tuple(rows.items()):
                note = _note_or_none(row)
                if note is not None and note.deleted is not None and note.deleted <= now - older_than:
                    rows[number] = {"id": note.id, "deleted": stamp(note.deleted), "purged": stamp(now)}
                    gone.append(note)
            return tuple(gone)

        return self._table("notes").revise(change)

    def pending_drafts(self) -> tuple[tuple[str, Draft], ...]:
        """What sessions that ended left unsaved, with the ids for `drafts.adopt`; those that were saved are removed."""
        pending = []
        for id, draft in self.drafts.pending():
            stored = self.note(draft.note().id)
            if stored is not None and stored.body == draft.body:
                if adopted := self.drafts.adopt(id):
                    adopted[0].discard()
            else:
                pending.append((id, draft))
        return tuple(pending)

    def tags(self) -> dict[str, int]:
        """Every tag with the number of notes that bear it, the most frequent first."""
        counts = Counter(tag for note in self.all_notes() for tag in note.tags)
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold(), item[0])))

    # Reading places and choices

    def place_of(self, source: str) -> Place | None:
        """Where reading stopped."""
        row = _find(_table(self._places, "places").rows(), clean_text(source), "source")[1]
        try:
            return place_of_row(row) if row is not None else None
        except ValueError:
            return None

    def save_place(self, place: Place) -> None:
        """Remember where reading stopped."""
        _put(_table(self._places, "places"), row_of_place(place))

    def choices_of(self, source: str) -> Choices:
        """What the person decided about an article; nothing yet is `Choices(source)`."""
        row = _find(self._table("choices").rows(), clean_text(source), "source")[1]
        try:
            return choices_of_row(row) if row is not None else Choices(source)
        except ValueError:
            return Choices(source)

    def save_choices(self, choices: Choices) -> Choices:
        """Remember what the person decided; what was decided before."""
        before = self.choices_of(choices.source)
        _put(self._table("choices"), row_of_choices(choices))
        return before

    # Corrections of the analysis: an ordered log

    def append_correction(self, row: Mapping[str, Any]) -> str:
        """Add a row to the log; its id. `source` in the row names the article it is for, "" means everywhere."""
        entry = {"source": "", **clean(row), "id": str(uuid4()), "created": stamp(datetime.now(UTC)), "undone": False}

        def change(rows: dict[int, Row]) -> None:
            rows[max(rows, default=0) + 1] = entry

        self._table("corrections").revise(change)
        return str(entry["id"])

    def corrections(self, undone: bool = False) -> tuple[dict[str, Any], ...]:
        """The log in order, with `id`, `created`, `source` and `undone`; those marked undone only if asked for."""
        rows = sorted(self._table("corrections").rows().items())
        return tuple(dict(row) for _, row in rows if undone or not row.get("undone"))

    def mark_undone(self, id: str, undone: bool = True) -> bool:
        """Take a correction back but leave it in the log, or bring it into force again; whether there is one."""
        return self._revise_correction(id, lambda row: {**row, "undone": undone}) is not None

    def remove_correction(self, id: str) -> dict[str, Any] | None:
        """Take a correction out of the log; the row as it was, for `append_correction` to undo that."""
        return self._revise_correction(id, lambda row: None)

    # The file itself

    def changed(self) -> bool:
        """Whether another session has written since notes were last read here; cheap enough to ask every second."""
        return self.storage.changed()

    @property
    def generation(self) -> int:
        """A number that grows whenever a new state of the notes was read or written here."""
        return self.storage.generation

    def troubles(self) -> tuple[str, ...]:
        """What the person must be told: sentences about files set aside, backups loaded, versions kept beside."""
        unreadable = len(self.unreadable_rows())
        told = [*self.storage.troubles, *_storage(self._places).troubles, *self._conflicts]
        if unreadable:
            told.append(f"{unreadable} rows in {self.storage.path} are not notes; they are left as they are.")
        return tuple(told)

    def unreadable_rows(self) -> tuple[Row, ...]:
        """Rows that are no notes: edited by hand, or written by a program that has its own ideas."""
        self._notes()
        return tuple(row for row, note in self._decoded.values() if note is None and "purged" not in row)

    @property
    def storage(self) -> NotesStorage:
        """The file of the notes: for backups and restoring."""
        return _storage(self._file)

    def close(self) -> None:
        """Let go of the files."""
        self._file.close()
        self._places.close()

    def _notes(self) -> list[Note]:
        rows = (self.storage.read() or {}).get("notes", {})
        if rows is not self._decoded_rows:
            before, decoded = self._decoded, {}
            for key, row in rows.items():
                known = before.get(int(key))
                decoded[int(key)] = known if known is not None and known[0] is row else (row, _note_or_none(row))
            self._decoded, self._decoded_rows = decoded, rows
        return [note for _, note in self._decoded.values() if note is not None]

    def _table(self, name: str) -> NotesTable:
        return _table(self._file, name)

    def _is_foreign(self, stored: Note, note: Note) -> bool:
        """Whether `stored` says something that the writer of `note` has never seen."""
        if stored.updated == note.updated or (stored.id, stored.updated) in self._written:
            return False
        return (stored.body, stored.subject) != (clean_text(note.body), clean_text(note.subject))

    def _mark(self, id: str, deleted: datetime | None) -> Note | None:
        def change(rows: dict[int, Row]) -> tuple[Note | None, Note | None]:
            number, row = _find(rows, id)
            note = _note_or_none(row)
            if note is None or (note.deleted is None) == (deleted is None):
                return None, None
            after = replace(note, deleted=deleted)
            rows[number] = {**(row or {}), **row_of_note(after)}
            return note, after

        before, after = self._table("notes").revise(change)
        return after if deleted is None else before

    def _revise_correction(self, id: str, change: Callable[[Row], Row | None]) -> Row | None:
        def revise(rows: dict[int, Row]) -> Row | None:
            number, row = _find(rows, id)
            if row is None:
                return None
            after = change(row)
            if after is None:
                del rows[number]
            else:
                rows[number] = after
            return dict(row)

        return self._table("corrections").revise(revise)


def _table(file: NotesFile, name: str) -> NotesTable:
    return cast(NotesTable, file.table(name))


def _storage(file: NotesFile) -> NotesStorage:
    return cast(NotesStorage, file.storage)


def _find(rows: Mapping[int, Row], value: str, field: str = "id") -> tuple[int, Row | None]:
    """The number of the row whose `field` is `value`, and the row; a new number and None if there is none."""
    for number, row in rows.items():
        if row.get(field) == value:
            return number, row
    return max(rows, default=0) + 1, None


def _put(table: NotesTable, row: Row) -> None:
    """The one row for its source."""

    def change(rows: dict[int, Row]) -> None:
        number, _ = _find(rows, row["source"], "source")
        rows[number] = row

    table.revise(change)


def _note_or_none(row: Mapping[str, Any] | None) -> Note | None:
    try:
        return note_of_row(row) if row is not None else None
    except ValueError:
        return None


def _copy_id(note: Note) -> str:
    """The same for the same version of the same note, wherever it is made."""
    digest = hashlib.sha256(repr((note.id, note.body, note.subject)).encode("utf-8", "surrogatepass")).hexdigest()
    return str(uuid5(NAMESPACE_URL, f"dateline:{note.id}:{digest}"))


def _by_place(note: Note) -> tuple[int, int, datetime, str]:
    start, end = note.anchor.span if note.anchor else (-1, -1)
    return start, end, note.created, note.id
