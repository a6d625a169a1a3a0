"""What stands before the cursor of a note becomes an offer of tags, names and notes, and one of them is written."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

from tui.errors import ReaderError
from tui.notes.note import Note
from tui.notes.store import NoteStore
from tui.ui.keys.choosing import Choosing
from tui.ui.keys.completion import Words, offer
from tui.ui.widgets.notes.note_area import NoteArea


class Completing:
    """Completes in `area`; until the store was asked there are only names."""

    def __init__(self, area: NoteArea, names: Sequence[str]) -> None:
        self._area = area
        self._words = Words(names=names)
        self.choosing = Choosing(lambda before: offer(before, self._words))

    @property
    def is_offering(self) -> bool:
        """Whether there is something to choose."""
        return self.choosing.offer is not None

    def typed(self) -> None:
        """Something else stands before the cursor."""
        self.choosing.typed(self._area.before)

    def choose(self, by: int, begins: bool) -> bool:
        """Write the first choice; again, the next one in its place. Arrows move the cursor where nothing is offered."""
        if self.is_offering or begins:
            self.typed()  # it may not have been told yet
        if not self.is_offering:
            return False
        self._area.put_from(*self.choosing.turn(by))
        return True

    async def fetch(self, store: NoteStore, note: Note) -> None:
        """Tags, and notes that can be linked to from `note`."""
        with suppress(ReaderError):
            tags = await asyncio.to_thread(store.tags)
            notes = await asyncio.to_thread(store.all_notes)
            others = [each for each in reversed(notes) if each.id != note.id]
            self._words = Words(tuple(tags), self._words.names, others, tags)
