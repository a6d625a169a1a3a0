"""The articles of a list become what they can be narrowed by: sources, tags, names, months, and how many have each."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.library.listing import Listing
from tui.library.query import term_of
from tui.library.shelf import ShelfEntry

if TYPE_CHECKING:
    from tui.library.index.index import Index  # a Python without SQLite reads all the same

SOURCES, TAGS, NAMES, MONTHS = "Sources", "Tags", "Names", "Months"
MOST = 12  # of each but the months


class Facet(NamedTuple):
    """A value that so many of the articles have; `terms` ask for these alone."""

    section: str
    value: str
    articles: int
    terms: tuple[str, ...]


def facets(
    entries: Sequence[ShelfEntry], listing: Listing, index: "Index | None", go_on: Callable[[], bool]
) -> tuple[Facet, ...]:
    """What these articles of a listing have, the most frequent first, and the months in their order.

    Nothing where it is not to go on: others are listed by now."""
    ids = [entry.id for entry in entries if entry.id]
    names = index.names_in(ids, MOST, go_on) if index is not None and ids else ()
    if not go_on():
        return ()
    sources = Counter(source for entry in entries if (source := entry.told_by))
    tags = Counter(tag for entry in entries for tag in listing.own_of(entry).flags.tags)
    months = Counter((entry.published.year, entry.published.month) for entry in entries if entry.published)
    return (
        *_most(SOURCES, "from", sources.items()),
        *_most(TAGS, "tag", tags.items()),
        *_most(NAMES, "name", names),
        *(_of_month(*month, count) for month, count in sorted(months.items(), reverse=True)),
    )


def _most(section: str, field: str, counts: Iterable[tuple[str, int]]) -> Iterable[Facet]:
    for value, count in sorted(counts, key=lambda item: (-item[1], item[0].casefold()))[:MOST]:
        yield Facet(section, value, count, (term_of(field, value),))


def _of_month(year: int, month: int, count: int) -> Facet:
    after, before = f"{year:04}-{month:02}", f"{year + month // 12:04}-{month % 12 + 1:02}"
    return Facet(MONTHS, after, count, (f"after:{after}", f"before:{before}") if year < 9999 else (f"after:{after}",))
