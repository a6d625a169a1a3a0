"""Everything a person wrote, in one folder: notes, corrections, choices and reading places. The only user of TinyDB."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast
from uuid import uuid4

from tui.counted import counted
from tui.notes import trash
from tui.notes.drafts import Draft, Drafts
from tui.notes.file.layout import Row
from tui.notes.file.memory import tables_of
from tui.notes.file.rows import (
    choices_of_row,
    choices_or_none,
    clean,
    clean_text,
    place_of_row,
    row_of_choices,
    row_of_place,
    stamp,
)
from tui.notes.file.storage import NotesStorage
from tui.notes.file.table import NotesFile, NotesTable
from tui.notes.flagged import Flagged
from tui.notes.note import Choices, Note, Place
from tui.notes.versions import changes
from tui.notes.versions.changes import Added, Rows
from tui.notes.versions.merge import KINDS, Merged, join_rows, keyed, merge_rows
from tui.notes.versions.restoring import restored
from tui.paths import cache_folder, data_folder

SEEN = "notes-seen.json"
TRASH_KEPT = trash.KEPT
T = TypeVar("T")


def own_notes() -> "NoteStore":
    """The notes of the person who has started the program."""
    return NoteStore(data_folder(), seen=cache_folder() / SEEN)


class NoteStore:
    """The notes in `folder`. Safe from any thread and beside other sessions; call it in a thread, since disks wait.

    Every method raises NotesUnavailable where the disk or the file does not play along: nothing is lost then."""

    def __init__(self, folder: Path, patience: float = 15.0, seen: Path | None = None, asks: bool = True) -> None:
        self.folder = folder
        self.drafts = Drafts(folder / "drafts")
        self._file = NotesFile(folder / "notes.json", patience, join=join_rows, seen=seen, asks=asks)
        # Apart: written often, and can be missed.
        self._places = NotesFile(folder / "places.json", patience, join=join_rows)
        self.flags = Flagged(NotesFile(folder / "flags.json", patience, join=join_rows))
        self._decoded: dict[str, tuple[Row, Note | None]] = {}  # by number: a row, and the note that was read from it
        self._written: changes.Versions = set()  # by this session
        self._conflicts: list[str] = []
        self._many = 0  # notes in the trash that are to be asked about

    # Notes

    def notes_of(self, source: str, url: str = "") -> tuple[Note, ...]:
        """The notes on one article, those of the whole article first, then by place. None from the trash."""
        kept = clean_text(source)
        rows = self._rows().items()
        found = [
            self._read(*item) for item in rows if item[1].get("source") == kept or (url and item[1].get("url") == url)
        ]
        return tuple(sorted((note for note in found if note is not None and note.deleted is None), key=_by_place))

    def notes_by_article(self) -> Mapping[str, int]:
        """How many notes each article has, by source; none from the trash."""
        return Counter(note.source for note in self._notes() if note.deleted is None)

    def all_notes(self, deleted: bool = False) -> tuple[Note, ...]:
        """All notes, or all in the trash, in the order in which they were created."""
        notes = [note for note in self._notes() if (note.deleted is not None) == deleted]
        return tuple(sorted(notes, key=lambda note: (note.created, note.id)))

    def note(self, id: str) -> Note | None:
        """One note, in the trash or not."""
        number, row = changes.find(self._rows(), id)
        return self._read(number, row) if row is not None else None

    def save(self, note: Note) -> Note:
        """Insert or update; the note as it is stored now, with a new `updated`. Go on with that one.

        If another session has saved a different version since `note.updated`, that one is kept beside as a note of
        its own, and `troubles` tells."""
        saved, other = self._change("notes", lambda rows: changes.save(rows, note, self._written))
        self._written.add((saved.id, saved.updated))
        if other is not None:
            self._conflicts.append(
                f"A note on “{note.title or note.source}” was changed in another session too; both versions are kept."
            )
        return saved

    def add(self, notes: Iterable[Note]) -> Added:
        """Take in notes as they are, in one step. Of two versions of a note the later one stays."""
        notes = tuple(notes)
        return self._change("notes", lambda rows: changes.add(rows, notes))

    def put_back(self, note: Note) -> Note | None:
        """Store exactly this version, to undo an edit or a purge; what stood there before."""
        before = self._change("notes", lambda rows: changes.put_back(rows, note))
        self._written.add((note.id, note.updated))
        return before

    def delete(self, id: str) -> Note | None:
        """Put a note into the trash; the note as it was, or None if there is no such note outside the trash."""
        marked = self._change("notes", lambda rows: changes.mark(rows, id, datetime.now(UTC)))
        return marked[0] if marked else None

    def restore(self, id: str) -> Note | None:
        """Take a note out of the trash; the note as it is now, or None if it is not in the trash."""
        marked = self._change("notes", lambda rows: changes.mark(rows, id, None))
        return marked[1] if marked else None

    def purge_trash(self, older_than: timedelta = trash.KEPT, most: int = trash.MANY) -> tuple[Note, ...]:
        """Forget what has lain in the trash for longer, if it is not more than `most`; the notes that are gone.

        An empty row with the id stays, so that another copy of the notes cannot bring them back."""
        if self.lost():
            return ()
        latest = max((note.deleted or note.updated for note in self._notes()), default=datetime.now(UTC))
        seen = _table(self._places, "days").revise(lambda rows: trash.day_seen(rows, latest))
        if seen is None:
            return ()
        before = seen - older_than
        old = sum(note.deleted is not None and note.deleted <= before for note in self._notes())
        self._many = old if old > most else 0
        return () if self._many else self._change("notes", lambda rows: changes.purge(rows, before))

    def tags(self) -> dict[str, int]:
        """Every tag with the number of notes that bear it, the most frequent first."""
        counts = Counter(tag for note in self.all_notes() for tag in note.tags)
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold(), item[0])))

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

    # Reading places and choices

    def place_of(self, source: str) -> Place | None:
        """Where reading stopped."""
        return _value_of(_table(self._places, "places"), source, place_of_row)

    def save_place(self, place: Place) -> None:
        """Remember where reading stopped."""
        _table(self._places, "places").revise(lambda rows: changes.put(rows, row_of_place(place)))

    def choices_of(self, source: str) -> Choices:
        """What the person decided about an article; nothing yet is `Choices(source)`."""
        return _value_of(_table(self._file, "choices"), source, choices_of_row) or Choices(source)

    def all_choices(self) -> tuple[tuple[Choices, str], ...]:
        """What the person decided about any article, each with when; rows that make no sense are left out."""
        rows = _table(self._file, "choices").rows().values()
        return tuple((choices, str(row.get("updated", ""))) for row in rows if (choices := choices_or_none(row)))

    def save_choices(self, choices: Choices) -> Choices:
        """Remember what the person decided; what was decided before."""
        before = self.choices_of(choices.source)
        row = {**row_of_choices(choices), "updated": stamp(datetime.now(UTC))}
        self._change("choices", lambda rows: changes.decide(rows, row))
        return before

    # What was put together by name: a row says all of it

    def table_rows(self, table: str) -> tuple[Row, ...]:
        """The rows of a table."""
        return tuple(_table(self._file, table).rows().values())

    def decide_row(self, table: str, source: str, make: Callable[[Row | None], Row]) -> None:
        """Put what is made of the row with this `source`, as it is in the file now, in its place: a new version."""
        self._change(table, lambda rows: changes.decide(rows, make(changes.find(rows, source, "source")[1])))

    # Corrections of the analysis: an ordered log

    def append_correction(self, row: Mapping[str, Any]) -> str:
        """Add a row to the log; its id. `source` in the row names the article it is for, "" means everywhere."""
        entry = {"source": "", **clean(row), "id": str(uuid4()), "created": stamp(datetime.now(UTC)), "undone": False}
        self._change("corrections", lambda rows: changes.append(rows, entry))
        return str(entry["id"])

    def corrections(self, undone: bool = False) -> tuple[dict[str, Any], ...]:
        """The log in order, with `id`, `created`, `source` and `undone`; those marked undone only if asked for."""
        rows = sorted(_table(self._file, "corrections").rows().items(), key=lambda item: int(item[0]))
        there = (dict(row) for _, row in rows if not row.get("removed"))
        return tuple(row for row in there if undone or not row.get("undone"))

    def mark_undone(self, id: str, undone: bool = True) -> bool:
        """Take a correction back but leave it in the log, or bring it into force again; whether there is one."""
        marks = {"undone": undone, "marked": stamp(datetime.now(UTC))}
        return self._change("corrections", lambda rows: changes.update(rows, id, **marks)) is not None

    def remove_correction(self, id: str) -> dict[str, Any] | None:
        """Take a correction out of the log; the row as it was, for `append_correction` to undo that."""
        row = self._change("corrections", lambda rows: changes.remove(rows, id))
        return dict(row) if row is not None else None

    # Another copy of the notes

    def rows(self) -> dict[str, dict[str, Row]]:
        """Every row by table and key, with the history of its versions, to be merged into another copy."""
        self.merge({})  # gives a history to what has none
        return {name: keyed(name, self._table(name).rows()) for name in KINDS}

    def merge(self, tables: Mapping[str, Iterable[Row]]) -> Merged:
        """Take in the rows of another copy by table; whatever was written on either side is kept."""
        merged = Merged()
        with self.storage.transaction():
            for name in KINDS:
                incoming = tables.get(name, ())
                merged.count(self._table(name).revise(partial(merge_rows, name, incoming=incoming)))
        return merged

    # The file itself

    def restore_backup(self, backup: Path) -> Path | None:
        """Put a backup in place of the notes, as a new act; where they are kept as they were, if there were any."""
        with self.storage.transaction():
            wanted = tables_of(backup)
            self.storage.accept()
            there = self.storage.read()
            kept = self.storage.keep() if there is not None else None
            self.storage.write(restored(there or {}, wanted, datetime.now(UTC)))
            return kept

    def lost(self) -> str:
        """A sentence where the file has lost its notes, and how many could be brought back; nothing is written then."""
        self._rows()
        lost = self.storage.lost  # another thread may have it answered meanwhile
        found = self.storage.found() if lost else ""
        return f"{lost} Found: {found}." if found else lost

    def changed(self) -> bool:
        """Whether another session has written since notes were last read here; cheap enough to ask every second."""
        return self.storage.changed()

    @property
    def generation(self) -> int:
        """A number that grows whenever a new state of the notes was read or written here."""
        return self.storage.generation

    def troubles(self) -> tuple[str, ...]:
        """What the person must be told: sentences about files set aside, backups loaded, versions kept beside."""
        told = [
            *self.storage.troubles,
            *_storage(self._places).troubles,
            *self.flags.storage.troubles,
            *self._conflicts,
        ]
        if self._many:
            told.append(
                f"{self._many} notes have lain in the trash for more than {trash.KEPT.days} days: they stay until "
                "“dateline notes empty-trash” forgets them."
            )
        if self.storage.lost and (lost := self.lost()):
            told.insert(0, lost)
        if unreadable := self.unreadable_rows():
            told.append(f"{counted(len(unreadable), 'row')} in {self.storage.path}: no notes, left as they are.")
        return tuple(told)

    def unreadable_rows(self) -> tuple[Row, ...]:
        """Rows that are no notes: edited by hand, or written by a program that has its own ideas."""
        rows = self._rows().items()
        return tuple(row for number, row in rows if "purged" not in row and self._read(number, row) is None)

    @property
    def storage(self) -> NotesStorage:
        """The file of the notes: for backups and restoring."""
        return _storage(self._file)

    def close(self) -> None:
        """Let go of the files."""
        self._file.close()
        self._places.close()
        self.flags.storage.close()

    def _rows(self) -> Mapping[str, Row]:
        return _table(self._file, "notes").rows()

    def _notes(self) -> list[Note]:
        notes = [self._read(number, row) for number, row in self._rows().items()]
        return [note for note in notes if note is not None]

    def _read(self, number: str, row: Row) -> Note | None:
        """The note in a row. Most rows stay the same for a whole session and are read once."""
        known = self._decoded.get(number)
        if known is None or known[0] is not row:
            known = self._decoded[number] = row, changes.note_or_none(row)
        return known[1]

    def _table(self, name: str) -> NotesTable:
        if name == "flags":
            return self.flags.table
        return _table(self._places if name == "places" else self._file, name)

    def _change(self, table: str, change: Callable[[Rows], T]) -> T:
        return _table(self._file, table).revise(change)


def _storage(file: NotesFile) -> NotesStorage:
    return cast(NotesStorage, file.storage)


def _table(file: NotesFile, name: str) -> NotesTable:
    return cast(NotesTable, file.table(name))


def _value_of(table: NotesTable, source: str, read: Callable[[Row], T]) -> T | None:
    """What is stored for an article; a row that makes no sense is as good as none."""
    _, row = changes.find(table.rows(), clean_text(source), "source")
    try:
        return read(row) if row is not None else None
    except ValueError:
        return None


def _by_place(note: Note) -> tuple[int, int, datetime, str]:
    start, end = note.anchor.span if note.anchor else (-1, -1)
    return start, end, note.created, note.id
