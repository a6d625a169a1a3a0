"""The list that an article was opened from, so that the next one can be read without going back to it."""

from collections.abc import Iterable
from itertools import islice


class Round:
    """The sources of a list in its order, and which of them were not read: not the list, which is large."""

    def __init__(self) -> None:
        self.at = ""  # the source of the one opened last
        self._sources: tuple[str, ...] = ()
        self._unread: set[str] = set()

    def begin(self, sources: Iterable[str], unread: Iterable[str], source: str) -> None:
        """An article of this list is opened."""
        self._sources, self._unread, self.at = tuple(sources), {*unread} - {source}, source

    def next_unread(self, source: str) -> str:
        """The next one after an article that was not read; "" where there is none, or the article is not listed."""
        place = self._sources.index(source) if source in self._sources else len(self._sources)
        rest = islice(self._sources, place + 1, None)
        found = next((one for one in rest if one in self._unread), "")
        if found:
            self.at = found
            self._unread.discard(found)
        return found
