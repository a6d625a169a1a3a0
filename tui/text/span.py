"""Places in a text: half-open ranges of code points, and questions about sorted ones."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """Code-point offsets into `Article.text`, half-open: `text[start:end]`."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether all of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end


def at(spans: Sequence[Span], offset: int) -> int | None:
    """Index of the span that holds `offset`; `spans` are sorted and disjoint."""
    index = bisect_right(spans, offset, key=_start) - 1
    return index if index >= 0 and offset < spans[index].end else None


def next_after(spans: Sequence[Span], offset: int) -> int | None:
    """Index of the first span that starts after `offset`."""
    index = bisect_right(spans, offset, key=_start)
    return index if index < len(spans) else None


def last_before(spans: Sequence[Span], offset: int) -> int | None:
    """Index of the last span that starts before `offset`."""
    index = bisect_left(spans, offset, key=_start) - 1
    return index if index >= 0 else None


def within(spans: Sequence[Span], part: Span) -> Sequence[Span]:
    """Those that overlap `part`; `spans` are sorted and disjoint."""
    first = bisect_right(spans, part.start, key=_start)
    if first and spans[first - 1].end > part.start:
        first -= 1
    return spans[first : bisect_left(spans, part.end, key=_start)]


def joined(spans: Iterable[Span]) -> list[Span]:
    """The places that any of `spans` covers, sorted and disjoint."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _start(span: Span) -> int:
    return span.start
