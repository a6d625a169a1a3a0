"""Words in quotation marks that were written or said on a day of their own: yesterday, in a letter of 1916, is not
today's, and what somebody saw yesterday, as she said on Monday, she saw on Sunday.

A quotation belongs to the clause that introduces it ("In a letter dated 2 June 1916 he wrote: ...") or follows it
("..." he wrote on 3 May 1916); the next one of the paragraph without such a clause goes on with the same letter."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tui.analysis.document import Document
from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.model import Day
from tui.analysis.times.days.calendar import add_days, days_between, is_day, weekday
from tui.analysis.times.words import DAY, MONTH, WEEKDAY, meaning, pattern
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


SAYING = r"(?:said|says|told|asked|added|declared|announced|answered|replied|warned|promised|explained|recalled)"
# Who is told, and where: no other verb, and nothing that would be of that day itself ("said of Monday's vote").
FILLING = (
    r"(?:\s+(?!(?:of|about|that|who|which|when|since|until|till|for|from|by|before|ahead|had|was|were|is|will|would)\b)"
    r"[\w.’'-]+){0,6}?"
)
SPOKEN_ON = rf"\b{SAYING}\b{FILLING}\s+(?:late\s+|early\s+|earlier\s+)?(?:on\s+)?(?:the\s+)?"
FRONTED_ON = r"^\W*(?:late\s+|early\s+|earlier\s+)?on\s+(?:the\s+)?"
THEN_SAID = rf",?(?:\s+(?!(?:who|which|when|after|before|that)\b)[\w.’'-]+){{1,8}}?\s+{SAYING}\b"
YESTERDAY = r"(?P<word>yesterday|today)"
ENDING = r"(?![\w’'])"
GOING_ON = LazyPattern(r"\b(?:added|continued|went\s+on)\b")
PRONOUN = LazyPattern(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b")
NAME = LazyPattern(r"\b(?!On\b|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Mr|Mrs|Ms|Dr|The\b)[A-Z][\w’-]+")
BACK = 400  # characters before a sentence in which its speaker was last heard


class Voice(NamedTuple):
    """A quotation and the day it was written or said."""

    span: Span
    day: Day


def voices_of(
    document: Document, published: Day | None = None, entries: Mapping[int, Day] | None = None
) -> tuple[Voice, ...]:
    """The quotations with a day of their own, in the order of the text; `entries` are blocks with another day."""
    text = document.article.text
    if not (WRITING.search(text) or TOLD.search(text)):
        return ()
    return tuple(
        voice
        for index, block in enumerate(document.article.blocks)
        if block.furniture is None
        for voice in _of_block(text, block.span, (entries or {}).get(index, published))
    )


def voice_at(voices: Sequence[Voice], offset: int) -> Voice | None:
    """The voice that speaks at an offset."""
    index = bisect_right(voices, offset, key=lambda voice: voice.span.start) - 1
    return voices[index] if index >= 0 and offset < voices[index].span.end else None


def _of_block(text: str, block: Span, today: Day | None) -> Iterator[Voice]:
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
        elif (spoken := _day_of_speaking(clause, today, leads)) is not None:
            goes_on = Voice(place, spoken)
            yield goes_on
        elif leads and (heard := _last_heard(text, block.start + span.start, before, today)) is not None:
            goes_on = Voice(place, heard)
            yield goes_on
        elif not leads and not TOLD.search(after) and not WRITING.search(after) and goes_on is not None:
            yield Voice(place, goes_on.day)
        else:
            goes_on = None


def _day_of_speaking(clause: str, today: Day | None, fronted: bool = True) -> Day | None:
    """The day on which the clause says that it was said, if it does: not that of which it was said."""
    if today is None or not TOLD.search(clause):
        return None
    for form in _spoken()[: None if fronted else len(_spoken()) // 2]:
        if match := form.search(clause):
            return _last(match, today)
    return None


def _last(match: re.Match[str], today: Day) -> Day | None:
    """The last such day up to today."""
    named = match.groupdict()
    if word := named.get("word"):
        return add_days(today, -1) if word.lower() == "yesterday" else today
    if name := named.get("weekday"):
        return add_days(today, -((weekday(today) - int(meaning("weekday", name)) + 1) % 7))
    month, number = int(meaning("month", named["month"] or "")), int(named["day"] or 0)
    years = (int(named["year"] or 0),) if named.get("year") else (today.year, today.year - 1)
    days = (Day(year, month, number) for year in years if is_day(year, month, number))
    return next((day for day in days if days_between(day, today) >= 0), None)


def _last_heard(text: str, place: int, before: str, today: Day | None) -> Day | None:
    """The day on which the speaker of "Berg added: ..." spoke in the sentence before."""
    if today is None or not GOING_ON.search(before):
        return None
    start = place - len(before)
    told = re.split(r"(?<=[.!?])\s+", text[max(0, start - BACK) : start].rstrip())[-1]
    same = PRONOUN.search(before) or set(NAME.findall(before)) & set(NAME.findall(told))
    return _day_of_speaking(told, today) if same else None


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


@cache
def _spoken() -> tuple[re.Pattern[str], ...]:
    """A day behind the verb of saying, then one that opens the sentence."""
    days = (
        rf"{WEEKDAY}{ENDING}(?!,? (?:the )?\d)(?!,? {MONTH.replace('?P<month>', '?:')})",
        rf"{YESTERDAY}{ENDING}",
        rf"(?:\w+day,? )?(?:the )?{DAY} (?:of )?{MONTH}(?:,? {YEARS})?{ENDING}",
        rf"(?:\w+day,? )?{MONTH} {DAY}(?:,? {YEARS})?{ENDING}",
    )
    return (*(pattern(SPOKEN_ON + day) for day in days), *(pattern(FRONTED_ON + day + THEN_SAID) for day in days))
