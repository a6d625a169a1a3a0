"""Notes that another session writes appear here too."""

import asyncio
from collections.abc import Callable
from typing import Protocol

from tui.notes.store import NoteStore

LOOK_SECONDS = 1.5


class Watching(Protocol):
    """The screen that shows the notes."""

    @property
    def is_attached(self) -> bool:
        """Whether it is part of the running program."""

    @property
    def is_current(self) -> bool:
        """Whether it lies on top."""


class NotesWatch:
    """Asks the store now and then, away from the keys, and calls `changed` only where there is something new.

    What this session wrote itself counts as new as well, unless `seen` was called since."""

    def __init__(self, screen: Watching, store: NoteStore, changed: Callable[[], None]) -> None:
        self._screen = screen
        self._store = store
        self._changed = changed
        self._known = -1
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Watch as long as the screen is there."""
        if self._task is None:
            self._task = asyncio.create_task(self._watch())

    def seen(self) -> None:
        """What the store holds now is shown."""
        self._known = self._store.generation

    async def _watch(self) -> None:
        while self._screen.is_attached:
            await asyncio.sleep(LOOK_SECONDS)
            if not self._screen.is_current:
                continue
            foreign = await asyncio.to_thread(self._store.changed)
            if (foreign or self._store.generation != self._known) and self._screen.is_current:
                self.seen()
                self._changed()
