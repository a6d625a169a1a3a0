"""The articles of a list, all that match a query, and what changes while the index learns more."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from tui.library.query import Query, Term, first_day, offers
from tui.library.shelf import Shelf, ShelfEntry
from tui.text.folding import fold

if TYPE_CHECKING:
    from tui.library.index.index import Index  # a Python without SQLite reads all the same

SHORTEST = 2  # characters that are looked for in texts
_LONG_AGO = datetime.min.replace(tzinfo=UTC)

# How a list can be sorted: the words for it, and the key of an entry. The first leaves it as it was found.
ORDERS: dict[str, tuple[str, Callable[[ShelfEntry], Any]]] = {
    "": ("as it comes", lambda entry: 0),
    "date": ("the latest published first", lambda entry: -(entry.published or date.min).toordinal()),
    "opened": ("the latest read first", lambda entry: -(entry.opened or _LONG_AGO).timestamp()),
    "title": ("by title", lambda entry: fold(entry.title)),
    "source": ("by source", lambda entry: (not entry.publisher, fold(entry.publisher))),
}


class Listing:
    """A list as it is now; what finds out more makes another one, and may do so in a thread."""

    def __init__(
        self,
        shelf: Shelf,
        index: "Index | None",
        there_are: Callable[[], Sequence[ShelfEntry]],
        order: str = "",
    ) -> None:
        self.entries: Sequence[ShelfEntry] = ()
        self.order = order if order in ORDERS else ""
        self._shelf = shelf
        self._index = index
        self._there_are = there_are
        self._number = 0  # of the last change that it knows
        self._found: Sequence[ShelfEntry] = ()  # as they come
        self._about: Sequence[str] = ()  # title and place of each as searches compare them

    def found(self) -> "Listing":
        """What there is now."""
        number = self._index.last_change() if self._index else 0
        return self._with(self._there_are(), number)

    def refreshed(self) -> "Listing":
        """The same articles with what the index has learnt of them."""
        number = self._index.last_change() if self._index else 0
        return self if number == self._number else self._with(self._shelf.refreshed(self._found, self._number), number)

    def looked_into(self, some: Iterable[ShelfEntry]) -> "Listing":
        """The same articles with the titles of some from their files."""
        known = {entry: self._shelf.look_into(entry) for entry in some}
        return self._with([known.get(entry, entry) if entry.guessed else entry for entry in self._found], self._number)

    def in_order(self, order: str) -> "Listing":
        """The same articles sorted in one of ORDERS."""
        other = Listing(self._shelf, self._index, self._there_are, order)
        return other._filled(self._found, self._number, self)

    def matching(self, query: Query, noted: frozenset[str] = frozenset()) -> Sequence[ShelfEntry]:
        """The articles that a query asks for; `noted` are the sources of those with notes.

        Words stand in title and place or in the text, and the last of them may be unfinished."""
        if not query.terms:
            return self.entries
        rows = list(zip(self.entries, self._about, strict=True))
        wanted = [term for term in query.words if term.wanted]
        if wanted:
            inside, parts = self._holding(wanted), [part for term in wanted for part in _parts(term)]
            rows = [row for row in rows if row[0].id in inside or all(part in row[1] for part in parts)]
        for term in query.words:
            if not term.wanted:
                inside, parts = self._holding([term._replace(phrase=True)]), _parts(term)
                rows = [row for row in rows if row[0].id not in inside and not all(part in row[1] for part in parts)]
        entries = [entry for entry, _ in rows]
        for term in query.fields:
            fits = self._fitting(term, noted)
            entries = [entry for entry in entries if fits(entry) == term.wanted]
        return entries

    def sought_in(self, entry: ShelfEntry, query: Query) -> tuple[str, ...]:
        """The words of a query that an article is to be opened at; none where its title or place holds them all."""
        words = [term for term in query.words if term.wanted]
        about = fold(f"{entry.title} {entry.source}")
        named = all(part in about for term in words for part in _parts(term))
        return () if named else tuple(term.value for term in words)

    def offers(self, before: str) -> tuple[int, tuple[str, ...]]:
        """From where on what was typed can be completed, and to what."""
        begun = before.rpartition("name:")[2].strip('"') if "name:" in before else ""
        names = self._index.names_like(begun) if begun and self._index is not None else ()
        publishers = sorted({entry.publisher for entry in self.entries if entry.publisher})
        return offers(before, publishers, names)

    def _holding(self, words: Sequence[Term]) -> frozenset[int]:
        long = self._index is not None and any(len(term.value) >= SHORTEST for term in words)
        return self._index.holding(words) if self._index is not None and long else frozenset()

    def _fitting(self, term: Term, noted: frozenset[str]) -> Callable[[ShelfEntry], bool]:
        value = fold(term.value)
        match term.field:
            case "from":
                return lambda entry: value in fold(f"{entry.publisher} {entry.byline}")
            case "after" | "before":
                day, after = first_day(term.value) or date.min, term.field == "after"
                return lambda entry: entry.published is not None and (entry.published >= day) == after
            case "is":
                return lambda entry: entry.unread == (value == "unread")
            case "has":
                return lambda entry: entry.source in noted
        ids = self._index.named(term.value) if self._index is not None else frozenset[int]()
        return lambda entry: entry.id in ids

    def _with(self, entries: Sequence[ShelfEntry], number: int) -> "Listing":
        if number == self._number and tuple(entries) == tuple(self._found):
            return self
        return Listing(self._shelf, self._index, self._there_are, self.order)._filled(entries, number, self)

    def _filled(self, entries: Sequence[ShelfEntry], number: int, before: "Listing") -> "Listing":
        self._found, self._number = tuple(entries), number
        self.entries = tuple(sorted(self._found, key=ORDERS[self.order][1])) if self.order else self._found
        known = {(one.source, one.title): about for one, about in zip(before.entries, before._about, strict=True)}
        self._about = [known.get((one.source, one.title)) or fold(f"{one.title} {one.source}") for one in self.entries]
        return self


def _parts(term: Term) -> list[str]:
    """What of a term must stand in title and place."""
    return [fold(term.value)] if term.phrase else fold(term.value).split()
