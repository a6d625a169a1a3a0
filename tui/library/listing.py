"""The articles of a list, all that match a query, and what changes while the index and the person say more of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tui.flags import Labels
from tui.library.one_row import one_row_each
from tui.library.own import NOTHING, Own, Said, nothing_said
from tui.library.query import Query, Term, first_day, offers
from tui.library.shelf import NOW, Shelf, ShelfEntry
from tui.text.folding import fold

if TYPE_CHECKING:
    from tui.library.index.index import Index  # a Python without SQLite reads all the same

SHORTEST = 2  # characters that are looked for in texts
NAMES = 20_000  # of authors and publishers that are remembered as searches compare them
_LONG_AGO = datetime.min.replace(tzinfo=UTC)

# How a list can be sorted: the words for it, and whether the greatest stands first. The first leaves it as it comes.
ORDERS: dict[str, tuple[str, bool]] = {
    "": ("as it comes", False),
    "date": ("the latest published first", True),
    "added": ("the latest added first", True),
    "opened": ("the latest read first", True),
    "title": ("by title", False),
    "source": ("by source", False),
}


@lru_cache(NAMES)
def _folded(name: str) -> str:
    return f" {fold(name)}"


_Row = tuple[ShelfEntry, str]  # with title and place as searches compare them
_KEYS: dict[str, Callable[[_Row], Any]] = {
    "date": lambda row: row[0].published or date.min,
    "added": lambda row: row[0].added or NOW,
    "opened": lambda row: row[0].opened or _LONG_AGO,
    "title": lambda row: row[1],
    "source": lambda row: (not row[0].told_by, _folded(row[0].told_by)),
}


class Listing:
    """A list as it is now, never changed; what finds out more makes another one, and may do so in a thread."""

    def __init__(
        self,
        shelf: Shelf,
        index: "Index | None",
        there_are: Callable[[], Sequence[ShelfEntry]],
        order: str = "",
        said: Callable[[], Said] = nothing_said,
        opened_is_read: bool = True,
        joined: bool = False,
    ) -> None:
        self.every: Sequence[ShelfEntry] = ()  # in order, with those that are hidden
        self.entries: Sequence[ShelfEntry] = ()  # without them
        self.whole = True  # not only the first of them
        self.order = order if order in ORDERS else ""
        self.heard = 0  # how much of what this session says of articles it has heard
        self._shelf = shelf
        self._index = index
        self._there_are = there_are
        self._said = said
        self._opened_is_read = opened_is_read
        self._joined = joined  # the same article from several places is one row
        self._state: object = None  # of what was said
        self._number = 0  # of the last change that it knows
        self._found: Sequence[ShelfEntry] = ()  # as they come
        self._rows: Sequence[_Row] = ()  # `every` with title and place as searches compare them
        self._own: Mapping[str, Own] = {}  # by source, of those of which anything was said

    def found(self) -> "Listing":
        """What there is now."""
        number = self._index.last_change() if self._index else 0
        looked_into = {entry.source: entry for entry in self._found if not (entry.guessed or entry.id)}
        there = [looked_into.get(entry.source, entry) if entry.guessed else entry for entry in self._there_are()]
        return self._with(self._each_once(there), number, self._said())

    def begun(self, most: int) -> "Listing":
        """As much as the first picture needs: the first articles alone, if these are known without the others."""
        if self.order or not self._shelf.paths:
            return self.found()
        other = self._with(self._each_once(self._shelf.first(most)), 0, self._said())
        other.whole = other is self
        return other

    def refreshed(self) -> "Listing":
        """The same articles with what the index has learnt of them, and with what was said of them."""
        number = self._index.last_change() if self._index else 0
        if number < self._number:  # the index is another one, and its numbers mean other articles
            return self.found()
        if number == self._number:
            return self._with(self._found, number, self._said())
        if self._shelf.holds_more(self._found):
            return self.found()
        found = self._each_once(self._shelf.refreshed(self._found, self._number))
        return self._with(found, number, self._said())

    def is_behind(self) -> bool:
        """Whether the index has learnt something since."""
        return self._index is not None and self._index.last_change() != self._number

    def looked_into(self, some: Iterable[ShelfEntry]) -> "Listing":
        """The same articles with the titles of some from their files."""
        known = {entry.source: self._shelf.look_into(entry) for entry in some}
        found = [known.get(entry.source, entry) if entry.guessed else entry for entry in self._found]
        return self._with(found, self._number, None)

    def in_order(self, order: str) -> "Listing":
        """The same articles sorted in one of ORDERS."""
        other = copy(self)
        other.order = order
        other._sort()
        return other

    def turned(self, wanted: Mapping[str, Labels], heard: int = 0) -> "Listing":
        """The same articles after this was said of some of them, by source."""
        other = copy(self)
        other.heard = heard
        own = dict(self._own)
        for source, labels in wanted.items():
            before = own.get(source, NOTHING)
            own[source] = before._replace(flags=before.flags.turned(labels))
        other._own = own
        other._hide()
        return other

    def own_of(self, entry: ShelfEntry) -> Own:
        """What the person has said and written about an article."""
        return self._own.get(entry.source, NOTHING)

    def is_unread(self, entry: ShelfEntry) -> bool:
        """Whether it is still to be read."""
        read = self.own_of(entry).flags.read
        return not read if read is not None else not (self._opened_is_read and entry.opened is not None)

    def unread_in_folders(self) -> dict[str, int]:
        """How many articles of each folder are still to be read; the same one from several places counts in each."""
        unread = (entry for entry in self.entries if not entry.missing and self.is_unread(entry))
        return Counter(source.rpartition("/")[0] for entry in unread for source in (entry.source, *entry.others))

    def tags(self) -> dict[str, int]:
        """Every tag with the number of articles that bear it, the most frequent first."""
        counts: dict[str, int] = {}
        for own in self._own.values():
            for tag in own.flags.tags:
                counts[tag] = counts.get(tag, 0) + 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold(), item[0])))

    def matching(self, query: Query) -> Sequence[ShelfEntry]:
        """The articles that a query asks for; those that are hidden only where it asks for these.

        Words stand in title and place or in the text, and the last of them may be unfinished."""
        hidden = Term("is", "hidden") in query.terms
        if not query.terms:
            return self.entries
        rows = self._rows
        if not hidden and self.entries is not self.every:
            rows = [row for row in rows if not self.own_of(row[0]).flags.hidden]
        fitting = [self._answering(each, rows) for each in query.each]
        if len(fitting) == 1:
            return fitting[0]
        found = {entry.source for some in fitting for entry in some}
        return [entry for entry, _ in rows if entry.source in found]

    def _answering(self, query: Query, rows: Sequence[_Row]) -> list[ShelfEntry]:
        """Those of some articles that all terms of a query fit."""
        wanted = [term for term in query.words if term.wanted]
        if wanted:
            inside, parts = self._holding(wanted), [part for term in wanted for part in _parts(term)]
            rows = _having(rows, inside, parts)
        for term in query.words:
            if not term.wanted:
                inside = self._holding([term._replace(phrase=True)])
                without = {row[0].source for row in _having(rows, inside, _parts(term))}
                rows = [row for row in rows if row[0].source not in without]
        entries = [entry for entry, _ in rows]
        for term in query.fields:
            fits = self._fitting(term)
            entries = [entry for entry in entries if fits(entry) == term.wanted]
        return entries

    def sought_in(self, entry: ShelfEntry, query: Query) -> tuple[str, ...]:
        """The words of a query that an article is to be opened at; none where its title or place holds them all."""
        words = [term for term in query.words if term.wanted]
        about = _about(entry)
        named = all(part in about for term in words for part in _parts(term))
        return () if named else tuple(term.value for term in words)

    def offers(self, before: str) -> tuple[int, tuple[str, ...]]:
        """From where on what was typed can be completed, and to what."""
        begun = before.rpartition("name:")[2].strip('"') if "name:" in before else ""
        names = self._index.names_like(begun) if begun and self._index is not None else ()
        field = before.lower()  # asked for at every letter
        publishers = sorted({source for entry in self.every if (source := entry.told_by)}) if "from:" in field else ()
        return offers(before, publishers, names, self.tags() if "tag:" in field else ())

    def _each_once(self, entries: Sequence[ShelfEntry]) -> Sequence[ShelfEntry]:
        twins = self._index.twins() if self._joined and self._index is not None else {}
        return one_row_each(entries, twins)

    def _holding(self, words: Sequence[Term]) -> frozenset[int]:
        long = self._index is not None and any(len(term.value) >= SHORTEST for term in words)
        return self._index.holding(words) if self._index is not None and long else frozenset()

    def _fitting(self, term: Term) -> Callable[[ShelfEntry], bool]:
        value, own = fold(term.value), self._own
        match term.field, value:
            case "from", _:
                return lambda entry: f" {value}" in _folded(entry.publisher) or f" {value}" in _folded(entry.byline)
            case "after" | "before" as field, _:
                day, after = first_day(term.value) or date.min, field == "after"
                return lambda entry: entry.published is not None and (entry.published >= day) == after
            case "is", "starred":
                return lambda entry: own.get(entry.source, NOTHING).flags.starred
            case "is", "hidden":
                return lambda entry: own.get(entry.source, NOTHING).flags.hidden
            case "is", _:
                unread = value == "unread"
                return lambda entry: self.is_unread(entry) == unread
            case "has", _:
                return lambda entry: own.get(entry.source, NOTHING).notes > 0
            case "tag", _:
                return lambda entry: any(fold(tag) == value for tag in own.get(entry.source, NOTHING).flags.tags)
        ids = self._index.named(term.value) if self._index is not None else frozenset[int]()
        return lambda entry: entry.id in ids

    def _with(self, entries: Sequence[ShelfEntry], number: int, said: Said | None) -> "Listing":
        same = number == self._number and tuple(entries) == tuple(self._found)
        if same and (said is None or said.state == self._state):
            return self
        other = copy(self)
        other._found, other._number, other.whole = tuple(entries), number, True
        if said is not None:
            other._state, other.heard = said.state, said.heard
            own = ((entry.source, said.of(entry.source)) for entry in other._found)
            other._own = {source: one for source, one in own if one != NOTHING}
        if same:
            other._hide()
        else:
            other._sort()
        return other

    def _sort(self) -> None:
        """Put them in order; what searches compare is made of those alone that are new."""
        known = {entry.source: (entry.title, about) for entry, about in self._rows}
        none = "", ""
        rows: list[_Row] = []
        for entry in self._found:
            title, about = known.get(entry.source, none)
            rows.append((entry, about if about and title == entry.title else _about(entry)))
        if self.order:
            rows.sort(key=_KEYS[self.order], reverse=ORDERS[self.order][1])
        self.every, self._rows = tuple(entry for entry, _ in rows), rows
        self._hide()

    def _hide(self) -> None:
        hidden = {source for source, own in self._own.items() if own.flags.hidden}
        self.entries = tuple(entry for entry in self.every if entry.source not in hidden) if hidden else self.every


def _having(rows: Sequence[_Row], inside: frozenset[int], parts: Sequence[str]) -> list[_Row]:
    """The rows whose articles are inside, or whose title and place hold all parts: done for every letter."""
    if not parts:
        return [row for row in rows if row[0].id in inside]
    first, *more = parts
    if not more:
        return [row for row in rows if row[0].id in inside or first in row[1]]
    return [row for row in rows if row[0].id in inside or (first in row[1] and all(part in row[1] for part in more))]


def _about(entry: ShelfEntry) -> str:
    return fold(f"{entry.title} {entry.source}")


def _parts(term: Term) -> list[str]:
    """What of a term must stand in title and place."""
    return [fold(term.value)] if term.phrase else fold(term.value).split()
