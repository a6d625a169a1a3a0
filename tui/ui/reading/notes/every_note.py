"""Every note there is - kept, not finished, in the trash - becomes the list that is shown of them."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.notes.drafts import Draft, DraftFile
from tui.notes.note import Note
from tui.notes.store import NoteStore
from tui.ui.reading.notes.note_filter import NoteFilter

NOTES, UNFINISHED, TRASH = range(3)
TABS = ("notes", "not finished", "trash")


class Stored(NamedTuple):
    """What the store had when it was asked."""

    notes: tuple[Note, ...]
    trash: tuple[Note, ...]
    drafts: tuple[tuple[str, Draft], ...]


class EveryNote:
    """Three lists of notes, one of them in front, and the filter that holds for all. What waits for a disk says so."""

    def __init__(self, store: NoteStore) -> None:
        self._store = store
        self._lists = NoteFilter(), NoteFilter(), NoteFilter()
        self._drafts: dict[str, tuple[str, Draft]] = {}  # by id of the note
        self._deleted: list[str] = []  # ids, the last one last
        self.tab = NOTES
        self.filter = ""

    def stored(self, change: Callable[[], object] | None = None) -> Stored:
        """What the store has after a change. Waits for the disk; raises NotesUnavailable."""
        if change is not None:
            change()
        store = self._store
        return Stored(store.all_notes(), store.all_notes(deleted=True), store.pending_drafts())

    def take(self, stored: Stored) -> None:
        """List this from now on."""
        self._drafts = {draft.note().id: (id, draft) for id, draft in stored.drafts}
        self._lists[NOTES].show(stored.notes)
        self._lists[TRASH].show(stored.trash)
        self._lists[UNFINISHED].show(draft.note() for _, draft in self._drafts.values())

    # What is listed

    @property
    def count(self) -> int:
        """How many there are in the list in front, without the filter."""
        return self._lists[self.tab].count

    def matching(self) -> Sequence[Note]:
        """The notes of the list in front that answer the filter."""
        return self._lists[self.tab].matching(self.filter)

    def headings(self, shown: int) -> list[str]:
        """Each list with its number of notes; of the one in front as many as are shown of how many."""
        counts = [f"{each.count}" for each in self._lists]
        if shown != self.count:
            counts[self.tab] = f"{shown}/{counts[self.tab]}"
        return [f"{name.capitalize()} {count}" for name, count in zip(TABS, counts, strict=True)]

    def tags(self) -> dict[str, int]:
        """The tags of the list in front without the filter, the most used first."""
        counts = Counter(tag for note in self._lists[self.tab].matching("") for tag in note.tags)
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    # Changes

    def is_begun(self, note: Note) -> bool:
        """Whether it is listed as one that was not finished."""
        return self.tab == UNFINISHED and note.id in self._drafts

    def has_draft(self, note: Note) -> bool:
        """Whether something of it was not finished."""
        return note.id in self._drafts

    def adopt(self, note: Note) -> tuple[DraftFile, Draft] | None:
        """Its draft, to go on with; None where another session does."""
        return self._store.drafts.adopt(self._drafts[note.id][0])

    def deleting(self, note: Note) -> Callable[[], None]:
        """What puts it into the trash; a draft too is a text, and can be found there."""
        store, draft = self._store, self._drafts[note.id][0] if self.is_begun(note) else None
        self._deleted.append(note.id)

        def delete() -> None:
            adopted = store.drafts.adopt(draft) if draft is not None else None
            if adopted is not None and adopted[1].note_id is None:
                store.save(adopted[1].note())
            if draft is None or (adopted is not None and adopted[1].note_id is None):
                store.delete(note.id)
            if adopted is not None:
                adopted[0].discard()

        return delete

    def was_deleted(self, id: str) -> None:
        """A note was put into the trash by the editor."""
        self._deleted.append(id)

    def restoring(self, note: Note | None) -> Callable[[], object] | None:
        """What takes a note out of the trash, or the one deleted last; None where there is none."""
        if note is not None and note.deleted is not None:
            id = note.id
        elif self._deleted:
            id = self._deleted.pop()
        else:
            return None
        return lambda: self._store.restore(id)
