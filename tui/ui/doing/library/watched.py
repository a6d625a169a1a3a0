"""What is watched, counted behind the list: how many new articles match."""

import asyncio
from contextlib import suppress

from tui.errors import ReaderError
from tui.ui.doing.library.library import Library


class Watched:
    """The words for it in the line at the foot; "" where nothing is new."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.told = ""

    def begin(self) -> None:
        """Count them now."""
        if not self._library.lies_over:
            self._library.aside(self._count, "watched")

    async def _count(self) -> None:
        from tui.ui.reading.watching import everything

        desk = self._library.desk
        index = desk.index.path if desk.index is not None and not desk.index.trouble else None
        with suppress(ReaderError):  # the notes say themselves what is wrong with them
            all_of_them = await asyncio.to_thread(everything, desk.store.flags, index)
            new = len(frozenset[str]().union(*(one.new for one in all_of_them)))
            before, self.told = self.told, f"{new:,} new watched" if new else ""
            if before != self.told:
                self._library.say("")
