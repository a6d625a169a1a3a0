"""The articles of a list, all that match a filter, and what changes while the index learns more."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.library.shelf import Shelf, ShelfEntry
from tui.text.folding import fold

if TYPE_CHECKING:
    from tui.library.index.index import Index  # a Python without SQLite reads all the same

SHORTEST = 2  # characters that are looked for in texts


class Listing:
    """A list as it is now; what finds out more makes another one, and may do so in a thread."""

    def __init__(self, shelf: Shelf, index: "Index | None", there_are: Callable[[], Sequence[ShelfEntry]]) -> None:
        self.entries: Sequence[ShelfEntry] = ()
        self._shelf = shelf
        self._index = index
        self._there_are = there_are
        self._number = 0  # of the last change that it knows
        self._about: Sequence[str] = ()  # title and place of each as searches compare them

    def found(self) -> "Listing":
        """What there is now."""
        number = self._index.last_change() if self._index else 0
        return self._with(self._there_are(), number)

    def refreshed(self) -> "Listing":
        """The same articles with what the index has learnt of them."""
        number = self._index.last_change() if self._index else 0
        return self if number == self._number else self._with(self._shelf.refreshed(self.entries, self._number), number)

    def looked_into(self, rows: Sequence[int]) -> "Listing":
        """The same articles with the titles of some from their files."""
        entries = list(self.entries)
        for row in rows:
            entries[row] = self._shelf.look_into(entries[row])
        return self._with(entries, self._number)

    def matching(self, words: str) -> Sequence[ShelfEntry]:
        """The articles that hold all the words, in title and place or in their text; the last may be unfinished."""
        parts = fold(words).split()
        if not parts:
            return self.entries
        search = self._index is not None and len(words.strip()) >= SHORTEST
        inside = self._index.holding(words) if self._index is not None and search else frozenset[int]()
        return [
            entry
            for entry, about in zip(self.entries, self._about, strict=True)
            if entry.id in inside or all(part in about for part in parts)
        ]

    def _with(self, entries: Sequence[ShelfEntry], number: int) -> "Listing":
        if number == self._number and tuple(entries) == tuple(self.entries):
            return self
        other = Listing(self._shelf, self._index, self._there_are)
        other.entries, other._number = tuple(entries), number
        known = {(one.source, one.title): about for one, about in zip(self.entries, self._about, strict=True)}
        other._about = tuple(known.get((one.source, one.title)) or fold(f"{one.title} {one.source}") for one in entries)
        return other
