"""What the panel shows of one article, or of two side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import is_not
from typing import TYPE_CHECKING

from tui.analysis.events.rows import EventRow, rows_of
from tui.analysis.model import Analysis, Entity, Interval, Status
from tui.text.article import Known
from tui.text.folding import fold
from tui.ui.reading.reading import Reading

if TYPE_CHECKING:
    from tui.ui.reading.pane import Pane


class EventRows:
    """The rows of what stands side by side, made anew only when something else is known of it."""

    def __init__(self) -> None:
        self._made: tuple[list[object], tuple[EventRow, ...]] | None = None

    def have(self, analysis: Analysis, rows: tuple[EventRow, ...]) -> None:
        """The rows of an article that stands alone were made beside the keys."""
        self._made = [0, analysis], rows

    def of(self, panes: Sequence["Pane"], active: int) -> tuple[EventRow, ...]:
        """As `event_rows`; the same tuple as long as nothing has changed."""
        made_from: list[object] = [active, *(pane.reading.analysis for pane in panes)]
        made = self._made
        if made is None or len(made[0]) != len(made_from) or any(map(is_not, made[0], made_from)):
            made = self._made = made_from, event_rows(panes, active)
        return made[1]


def event_rows(panes: Sequence["Pane"], active: int) -> tuple[EventRow, ...]:
    """The events of all articles in order of time; with two, "<" and ">" say whose, "=" that both tell of the same."""
    known = [(pane.reading.analysis, pane.reading.article) for pane in panes]
    if len(known) == 1:
        return rows_of(*known[0])
    left, right = (rows_of(*one, index, "<>"[index]) for index, one in enumerate(known))
    return tuple(sorted(_merged(left, right, active), key=lambda row: row.order))


def undated(panes: Sequence["Pane"]) -> frozenset[int]:
    """The articles of which the date is not known: "last week" has no days there."""
    known = (pane.reading.analysis.published.known if pane.reading.analysis else Known.STATED for pane in panes)
    return frozenset(index for index, how in enumerate(known) if how in (Known.UNKNOWN, Known.BOUNDED))


def _merged(left: Sequence[EventRow], right: Sequence[EventRow], active: int) -> Iterator[EventRow]:
    at_that_time: dict[tuple[Interval | None, Status | None], list[EventRow]] = {}
    for row in right:
        at_that_time.setdefault((row.interval, row.status), []).append(row)
    pairs = ((a, b) for a in left for b in at_that_time.get((a.interval, a.status), ()))
    both = {id(row) for a, b in pairs if same_event(a, b) for row in (a, b)}
    for row in (*left, *right):
        if id(row) not in both:
            yield row
        elif row.article == active:  # one row stands for both; it leads to the article that is being read
            yield replace(row, side="=")


def same_event(first: EventRow, second: EventRow) -> bool:
    """Whether two rows tell of the same: the same days, and at least two names or half of them in common."""
    if first.interval is None or first.interval != second.interval or first.status != second.status:
        return False
    a, b = _bare_names(first.who), _bare_names(second.who)
    return len(a & b) >= 2 or bool(a and b and 2 * len(a & b) >= min(len(a), len(b)))


@lru_cache(maxsize=4096)
def _bare_names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(name) for name in names)


def shared_entities(first: Reading, second: Reading) -> tuple[frozenset[int], frozenset[int]]:
    """Indices of the entities that both articles name, in each of them."""
    theirs = [_keys(reading.entities) for reading in (first, second)]
    common = set(theirs[0]) & set(theirs[1])
    one, two = (frozenset(index for key in common for index in keys[key]) for keys in theirs)
    return one, two


def _keys(entities: Sequence[Entity]) -> dict[str, list[int]]:
    keys: dict[str, list[int]] = {}
    for index, entity in enumerate(entities):
        for text in {entity.name, *(alias.text for alias in entity.aliases)}:
            # A bare surname or short form may be someone else in the other article; the full name is not.
            if text == entity.name or " " in text or text.isupper():
                keys.setdefault(f"{entity.kind}:{fold(text)}", []).append(index)
    return keys
