"""The list that an article was opened from, so that the next one can be read without going back to it."""

from collections.abc import Sequence

from tui.library.listing import Listing
from tui.library.shelf import ShelfEntry


class Round:
    """The articles as they were listed, and which of them were opened since."""

    def __init__(self) -> None:
        self.at = ""  # the source of the one opened last
        self._listing: Listing | None = None
        self._entries: Sequence[ShelfEntry] = ()
        self._seen: set[str] = set()

    def begin(self, listing: Listing, entries: Sequence[ShelfEntry], source: str) -> None:
        """An article of this list is opened."""
        self._listing, self._entries = listing, entries
        self.at, self._seen = source, {source}

    def next_unread(self, source: str) -> ShelfEntry | None:
        """The next one after an article that was not read; None where there is none, or the article is not listed."""
        listing = self._listing
        place = next((place for place, entry in enumerate(self._entries) if entry.source == source), None)
        if listing is None or place is None:
            return None
        rest = (entry for entry in self._entries[place + 1 :] if entry.source not in self._seen and not entry.missing)
        found = next((entry for entry in rest if listing.is_unread(entry)), None)
        if found is not None:
            self.at = found.source
            self._seen.add(found.source)
        return found
