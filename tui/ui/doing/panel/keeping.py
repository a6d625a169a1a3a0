"""Notes are kept, taken back, and shown as the store has them: also those that another session writes."""

import asyncio
from collections.abc import Callable

from tui.errors import ReaderError
from tui.ui.doing.panel.undoing import Undoing, What
from tui.ui.doing.reader import Reader
from tui.ui.reading.knowing import placed_notes
from tui.ui.reading.notes.notes_watch import NotesWatch
from tui.ui.reading.notes.telling import untold
from tui.ui.reading.pane import Pane

UNFINISHED = "A note was left unfinished: g n goes on with it."


class Keeping:
    """Changes of notes, away from the keys."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._watch = NotesWatch(reader, reader.desk.store, self.read_again)
        self._in_order = asyncio.Lock()
        self._waiting = 0  # changes that are not made yet

    def can_undo(self, change: Callable[[], object], said: str) -> None:
        """What takes the change back that is being made, and what is said then."""
        self._reader.part(Undoing).can(What.NOTE, lambda: self.keep(change, said))

    def do_delete_note(self, _count: int | None) -> None:
        """Into the trash; a draft too is a text, so that it becomes a note there."""
        placed = self._reader.panel.notes.under_cursor
        if placed is None:
            return
        store, note = self._reader.desk.store, placed.note

        def delete() -> None:
            if placed.draft:
                adopted = store.drafts.adopt(placed.draft)
                if adopted is None:
                    return
                if adopted[1].note_id is None:
                    store.save(adopted[1].note())
                    store.delete(note.id)
                adopted[0].discard()
                return
            store.delete(note.id)

        self.can_undo(lambda: store.restore(note.id), "The note is back.")
        self.keep(delete, "Note deleted: U takes it back, and the trash in S for thirty days.")

    def begin(self, pane: Pane) -> None:
        """The notes of a pane are shown: say what was left unfinished, and see what other sessions write."""
        self._watch.seen()
        self._watch.begin()
        if any(placed.draft for placed in pane.reading.notes):
            self._reader.say(UNFINISHED)

    def read_again(self) -> None:
        self.keep(lambda: None, "")

    def keep(self, change: Callable[[], object], said: str) -> None:
        """Change the notes away from the keys, then show them as they are."""
        reader, store = self._reader, self._reader.desk.store

        async def work() -> None:
            try:
                async with self._in_order:
                    try:
                        await asyncio.to_thread(change)
                    except ReaderError as error:
                        reader.notify(str(error), severity="error", timeout=20)
                    else:
                        reader.say(said) if said else None
                    finally:
                        self._waiting -= 1
                for pane in reader.panes:
                    notes = await asyncio.to_thread(placed_notes, store, pane.reading.article)
                    if self._waiting:
                        return  # the last of the changes shows what became of all
                    if notes != pane.reading.notes:
                        pane.reading.notes = notes
                        pane.mark()
                self._watch.seen()
                for trouble in await asyncio.to_thread(untold, store, reader.desk.told):
                    reader.notify(trouble, severity="warning", timeout=20)
            except ReaderError as error:
                reader.notify(str(error), severity="error", timeout=20)
            reader.pane.mark()
            reader.show_panel()

        self._waiting += 1
        reader.run_worker(work(), group="notes")
