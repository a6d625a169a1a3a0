"""How much of the articles in view is new, found out beside the keys when the list has come to rest."""

from functools import partial

from tui.errors import AnalysisFailed
from tui.library.known.asking import how_much_is_new
from tui.library.known.told import Weighed
from tui.library.shelf import ShelfEntry
from tui.library.versions import Versions
from tui.ui.doing.library.library import Library

SECONDS = 1.0  # between two looks at what is in view
AT_ONCE = 12  # articles


class Weighing:
    """Remembers what is known for as long as nothing else is read."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[str, Weighed | None] = {}
        self._seen: list[str] = []  # sources that were in view at the last look
        self._works = False
        self._turn = 0  # another one since something was read
        self._number = 0  # of the index's last change at the last look

    def of(self, entry: ShelfEntry) -> Weighed | None:
        """What is known of an article."""
        return self._known.get(entry.source)

    def again(self) -> None:
        """An article may have been read: others are less new."""
        self._known.clear()
        self._turn += 1

    def look(self) -> None:
        """Ask for what is in view, if it and what was read are the same as at the last look."""
        if self._reads():
            return
        rows = self._library.rows
        view = [entry for entry in rows.entries[rows.top : rows.top + rows.page_rows + 1] if entry.id]
        seen, self._seen = self._seen, [entry.source for entry in view]
        wanted = [entry for entry in view if entry.source not in self._known][:AT_ONCE]
        if wanted and not self._works and seen == self._seen and self._library.desk.index is not None:
            self._works = True
            self._library.aside(partial(self._weigh, wanted), "weighing")

    def _reads(self) -> bool:
        """Whether something was opened, or its text came into the index, since the last look: it comes there after the
        person may read it, and another window may have opened it."""
        index, before = self._library.desk.index, self._number
        if index is None:
            return False
        self._number = index.last_change()
        if self._number == before:
            return False
        if not index.opened_changed_since(before if before < self._number else 0):  # it may have been made anew
            return False
        self.again()
        return True

    async def _weigh(self, entries: list[ShelfEntry]) -> None:
        index = self._library.desk.index
        assert index is not None
        found: dict[int, Weighed] = {}
        turn = self._turn
        try:
            found = await how_much_is_new([entry.id for entry in entries], index.path, Versions().path)
        except AnalysisFailed:  # nobody asked for it
            pass
        finally:
            self._works = False
        if turn != self._turn:  # they were compared with less than has been read by now
            return
        self._known.update((entry.source, found.get(entry.id)) for entry in entries)
        if found:
            self._library.weighed()
