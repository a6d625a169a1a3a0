"""What stands before the entries of a page: a time of day (1916 is no year there), or the day that they count from."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from tui.analysis.document import Document
from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.model import Day
from tui.analysis.times.days.calendar import days_between, is_day, weekday
from tui.analysis.times.words import DAY, MONTH, WEEKDAY, meaning, pattern
from tui.text.article import Block, BlockKind
from tui.text.span import Span

STAMP = LazyPattern(r"\W{0,3}(?P<stamp>(?:[01]\d|2[0-3])[0-5]\d)(?::|\s+-)?\s*(?=[A-Z“\"‘'@])")
INSIDE = LazyPattern(r"(?<=[a-z.!?:;”\"’)]\s)(?P<stamp>(?:[01]\d|2[0-3])[0-5]\d)(?=:?\s+[A-Z“\"])")
IN_YEAR = LazyPattern(
    r"\b(?:in|since|of|by|until|till|from|to|and|between|during|year|after|before|early|late|mid|summer|winter|spring"
    r"|autumn|fall|the)\s$",
    re.IGNORECASE,
)
REACH = 20  # characters at the start of a block in which its time stands
LEAST = 3  # entries that make a live page
FIRST_YEAR, LAST_YEAR = 1000, 2100  # one of them at least is no year


def stamps_of(document: Document) -> frozenset[int]:
    """Where the figures of such times begin; empty for all but live pages."""
    text, spans = document.article.text, [block.span for block in document.article.blocks]
    found = {
        span.start + match.start("stamp"): int(match["stamp"])
        for span in spans
        if (match := STAMP.match(text[span.start : span.start + REACH]))
    }
    if len(found) < LEAST or all(FIRST_YEAR <= number < LAST_YEAR for number in found.values()):
        return frozenset()
    return frozenset(found).union(*(_inside(text, span) for span in spans))


def _inside(text: str, block: Span) -> Iterator[int]:
    """Those that stand within a paragraph, where a page has lost its lines."""
    words = text[block.start : block.end]
    for match in INSIDE.finditer(words):
        if not IN_YEAR.search(words[max(0, match.start() - 12) : match.start()]):
            yield block.start + match.start("stamp")


LONGEST = 40  # characters in which the day of an entry stands
RECENT = 60  # days before the article in which a day lies that names neither year nor weekday
IN_TITLE = 7  # and one in a title
HEAD_YEAR = r"(?:,? (?P<year>1[5-9]\d\d|20\d\d))?"
HANGING = LazyPattern(  # "the storm of Thursday 14 January" is no entry of that day
    r"(?:\b(?:on|of|for|from|to|until|till|since|by|before|after|in|and|at|the|this|last|next)|[,;])\s*$", re.IGNORECASE
)


def days_of(document: Document, published: Day | None) -> Mapping[int, Day]:
    """The day that the words of a block count from, for each that stands under a heading or label that is a day.

    "Thursday 14 January" leads what follows, up to the next day or a heading as high; in a title, all up to there."""
    article, found = document.article, dict[int, Day]()
    running = _day_in_title(article.title, published)
    level = 0
    for index, block in enumerate(article.blocks):
        head = _head_of(article.text, block) if block.furniture is None else None
        if head is not None:
            running, level = _day_of(head, published), block.level
        elif block.kind is BlockKind.HEADING and (level == 0 or block.level <= level):
            running = running if article.text[slice(*block.span)] == article.title else None
        if running is not None and running != published:
            found[index] = running
    return found


def _head_of(text: str, block: Block) -> re.Match[str] | None:
    """The day that a block begins with: all of it, or a weekday and its date before what is told of them."""
    start, end = block.span
    words = text[start : min(end, start + LONGEST)]
    if not any(character.isdigit() for character in words):
        return None
    for form in _heads():
        if (match := form.match(words)) is not None:
            alone = start + match.end() >= end or not text[start + match.end() : end].strip(" .:–—-")
            if alone or (match["weekday"] and RUN_IN.match(text[start + match.end() : end])):
                return match
    return None


RUN_IN = LazyPattern(r"\s*[:–—-]\s|\s+(?=[A-Z“\"])|\n")


def _day_in_title(title: str, published: Day | None) -> Day | None:
    for form in _heads() if published and any(character.isdigit() for character in title) else ():
        for match in form.finditer(title):
            behind = title[match.end() :]
            if match["weekday"] and not HANGING.search(title[: match.start()]) and (not behind or RUN_IN.match(behind)):
                day = _day_of(match, published)
                return day if day and published and 0 <= days_between(day, published) <= IN_TITLE else None
    return None


def _day_of(match: re.Match[str], published: Day | None) -> Day | None:
    """The day of a head that is not to come; without its year, the last one that its weekday fits."""
    month, number = int(meaning("month", match["month"])), int(match["day"])
    if match["year"] or published is None:
        years = range(int(match["year"]), int(match["year"]) + 1) if match["year"] else range(0)
    else:
        years = range(published.year, published.year - 2, -1)
    for year in years:
        if not is_day(year, month, number):
            continue
        day = Day(year, month, number)
        ago = days_between(day, published) if published is not None else 0
        fits = match["weekday"] and weekday(day) == int(meaning("weekday", match["weekday"])) - 1
        if ago >= 0 and (match["year"] or fits or (not match["weekday"] and ago <= RECENT)):
            return day
    return None


@cache
def _heads() -> tuple[re.Pattern[str], ...]:
    named = rf"\b(?:{WEEKDAY},? )?(?:the )?"
    return (
        pattern(rf"{named}{DAY} (?:of )?{MONTH}{HEAD_YEAR}(?![\w/])"),
        pattern(rf"{named}{MONTH} {DAY}{HEAD_YEAR}(?![\w/])"),
    )
