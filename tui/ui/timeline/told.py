"""A row of a timeline becomes its words in one line, and those among them that date it."""

from functools import lru_cache
from typing import NamedTuple

from tui.analysis.events.rows import EventRow, one_line, told_words
from tui.text.span import Span
from tui.ui.timeline.wrapped import wrapped


class Told(NamedTuple):
    """What a row tells, broken into lines."""

    words: str
    lines: tuple[Span, ...]  # into `words`
    dating: Span | None  # the words that date it, if they stand among them


@lru_cache(maxsize=2048)
def told(row: EventRow, width: int, most: int) -> Told:
    """The words of a row in at most `most` lines of `width` cells."""
    words = row.words
    return Told(words, tuple(wrapped(words, width, most)), _dating(row))


def _dating(row: EventRow) -> Span | None:
    if row.time is None or not row.clause.contains(row.time):
        return None
    before = [gap for gap in row.without if gap.end <= row.time.start]
    dating, end = one_line(row.text, row.time), len(told_words(row.text, Span(row.clause.start, row.time.end), before))
    start = end - len(dating)
    return Span(start, end) if row.words[max(0, start) : end] == dating else None
