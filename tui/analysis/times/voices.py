"""Words in quotation marks that were written on a day of their own: yesterday, in a letter of 1916, is not today's.

A quotation belongs to the clause that introduces it ("In a letter dated 2 June 1916 he wrote: ...") or follows it
("..." he wrote on 3 May 1916); the next one of the paragraph without such a clause goes on with the same letter."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tui.analysis.document import Document
from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.model import Day
from tui.analysis.times.days.calendar import is_day
from tui.analysis.times.words import DAY, MONTH, meaning, pattern
from tui.text.span import Span

QUOTED = LazyPattern(r"“[^“”]{1,2000}”|\"[^\"]{1,2000}\"|„[^„“”]{1,2000}[“”]|«[^«»]{1,2000}»")
WRITING = LazyPattern(
    r"\b(?:wrote|writes|written|letters?|diary|diaries|journal|logbook|log|postcard|telegram|cable|memo|minutes|memoirs?"
    r"|recorded|noted|d[ei]spatch|speech|sermon|testified|testimony)\b",
    re.IGNORECASE,
)
TOLD = LazyPattern(r"\b(?:said|says|told|asked|added|declared|announced|answered|replied|warned|promised)\b")
NEAR = 160  # characters of the clause beside a quotation
YEARS = r"(?P<year>1[5-9]\d\d|20\d\d)"


class Voice(NamedTuple):
    """A quotation and the day it was written."""

    span: Span
    day: Day


def voices_of(document: Document) -> tuple[Voice, ...]:
    """The quotations with a day of their own, in the order of the text."""
    text = document.article.text
    if not WRITING.search(text):
        return ()
    return tuple(
        voice for block in document.article.blocks if block.furniture is None for voice in _of_block(text, block.span)
    )


def voice_at(voices: Sequence[Voice], offset: int) -> Voice | None:
    """The voice that speaks at an offset."""
    index = bisect_right(voices, offset, key=lambda voice: voice.span.start) - 1
    return voices[index] if index >= 0 and offset < voices[index].span.end else None


def _of_block(text: str, block: Span) -> Iterator[Voice]:
    words = text[block.start : block.end]
    spans = [Span(*match.span()) for match in QUOTED.finditer(words)]
    goes_on: Voice | None = None
    for index, span in enumerate(spans):
        begins = spans[index - 1].end if index else 0
        ends = spans[index + 1].start if index + 1 < len(spans) else len(words)
        before = words[max(begins, span.start - NEAR) : span.start].rpartition(". ")[2]
        after = words[span.end : min(ends, span.end + NEAR)].partition(". ")[0]
        leads = before.rstrip().endswith((":", ",")) and bool(WRITING.search(before) or TOLD.search(before))
        clause = before if leads else after
        place = Span(block.start + span.start, block.start + span.end)
        if WRITING.search(clause) and (day := _day_in(clause)) is not None:
            goes_on = Voice(place, day)
            yield goes_on
        elif not leads and not TOLD.search(after) and not WRITING.search(after) and goes_on is not None:
            yield Voice(place, goes_on.day)
        else:
            goes_on = None


def _day_in(clause: str) -> Day | None:
    """The day that a clause names with its year."""
    for form in _forms():
        if match := form.search(clause):
            year, month, day = int(match["year"]), int(meaning("month", match["month"])), int(match["day"])
            return Day(year, month, day) if is_day(year, month, day) else None
    return None


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    return pattern(rf"\b{DAY} (?:of )?{MONTH},? {YEARS}"), pattern(rf"\b{MONTH} {DAY},? {YEARS}")
