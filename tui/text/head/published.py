"""The publication date of an article: stated by its metadata, found in its text, or unknown."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache

from tui.text.article import Block, Furniture, Known, Published
from tui.text.head.dateline import read_dateline
from tui.text.head.days import day_in, day_pattern, is_likely, moment_in, read_day

ABOVE = 8  # blocks at the top in which a date line may stand
BELOW = 4  # blocks at the end in which "Published ..." may stand
_DAY = "@"  # stands for a day in the patterns of lines
_LONGEST_LINE = 160  # characters of a line that says when the text was published
_OTHERS = frozenset(
    (Furniture.CAPTION, Furniture.TEASER, Furniture.SERIES, Furniture.POST, Furniture.FRONT_MATTER, Furniture.PAGE)
)


def stated(value: object, field: str) -> Published:
    """What a field of metadata says; unknown where it says no day ("yesterday", "2019", "03/04/2019") or a zero."""
    if isinstance(value, date):
        day: date | None = value.date() if isinstance(value, datetime) else value
    else:
        day = day_in(str(value)[:80])
    return Published(day, Known.STATED, f"{field}: {value}"[:120]) if day and is_likely(day) else Published()


def settled(published: Published, text: str, blocks: Sequence[Block]) -> Published:
    """What metadata states, else what is found. A moment that is stated by the clock of Greenwich falls on the day
    before or after, where the text itself tells that one."""
    if published.day is None:
        return find_published(text, blocks)
    moment = moment_in(published.evidence) if published.known is Known.STATED else None
    if moment is None or moment.instant is None or moment.local:
        return published
    lines = lines_near(text, blocks)
    found = find_labelled(lines) or find_unlabelled(lines)
    if found is None or found.day is None or (day := moment.at((found.day,))) == published.day:
        return published
    return replace(published, day=day, evidence=f"{published.evidence}, here {found.evidence}"[:200])


def find_published(text: str, blocks: Sequence[Block]) -> Published:
    """The day in a line that says when the text was published, in its dateline, or in a line of its own; where there
    is none, the day on which it was changed."""
    lines = lines_near(text, blocks)
    return find_labelled(lines) or find_unlabelled(lines_near(text, blocks, 0)) or find_changed(lines) or Published()


def lines_near(text: str, blocks: Sequence[Block], below: int = BELOW) -> list[str]:
    """The article's own first and last lines; none where no year stands in them."""
    near = [*blocks[:ABOVE], *(blocks[max(ABOVE, len(blocks) - below) :] if below else ())]
    own = [block for block in near if block.furniture not in _OTHERS]
    lines = [text[block.span.start : min(block.span.end, block.span.start + 200)] for block in own]
    return lines if any(re.search(r"\d{4}", line) for line in lines) else []


def find_labelled(lines: Iterable[str]) -> Published | None:
    """The day of the first line that says "Published ..."."""
    return _labelled(_labels()[0], lines)


def find_changed(lines: Iterable[str]) -> Published | None:
    """The day of the first line that says "Updated ..."."""
    return _labelled(_labels()[1], lines)


def find_unlabelled(lines: Sequence[str]) -> Published | None:
    """The day of the first dateline, else of the first line that is a day and hardly anything else."""
    for line in lines:
        dateline = read_dateline(line)
        if dateline and (day := _likely(dateline.day)):
            return Published(day, Known.FOUND, line[: dateline.length].strip(" -–—_"))
    for line in lines:
        if len(line) < 120 and (day := _day_at(_alone().fullmatch, line)):
            return Published(day, Known.FOUND, line)
    return None


@cache
def _labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says that a text was published, and what says that it was changed."""
    by = r"(?:(?:by|von|par|por) [^|•.]{3,60}?[,|•–—-] ?)?"
    this = r"(?:this|the) (?:article|story|post|piece|report|page)(?: was| has been|'s)? "
    after_change = r"(?:last )?(?:updated|modified|revised)\b[^|•]{1,60}?[,.] ?"
    before = rf"(?:^(?:{by}|{this}|{after_change}|[^.|•]{{3,40}}, (?=originally|first))|[|•·(;] ?)(?:"
    after = rf")(?: on| at| date| in [A-Z]\w+)?:?(?: [-–—])? ?.{{0,25}}?({_DAY})"
    first = (
        r"(?:(?:first|originally|date) )?(?:published|posted|issued|released)(?: by [A-Z][\w.' -]{3,40}?)?"
        r"|date|dated|date of (?:publication|issue)|publication date|filed|for (?:immediate )?release"
    )
    last = rf"(?:last )?(?:updated|modified|revised|amended|corrected|edited)|{this}(?:updated|amended|corrected)|stand"
    return re.compile(before + first + after, re.I), re.compile(before + last + after, re.I)


@cache
def _alone() -> re.Pattern[str]:
    """A line that is a day, perhaps with a weekday, a time, a place or a byline before or after it."""
    time = r"\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?"
    weekday = r"(?:(?:\w{3,9}day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?,? )?"
    before = rf"(?:(?:By|BY) [^|•.]{{3,60}}?[,|•–— -]+ ?)?(?:{time},? (?:on )?)?{weekday}"
    after = rf"(?:[ ,|•–—-]+(?:at )?{time}.{{0,30}})?(?: ?(?:[|•·] ?|by |By |BY ).{{0,60}})?"
    return re.compile(rf"{before}({_DAY}){after}\.?")


def _labelled(pattern: re.Pattern[str], lines: Iterable[str]) -> Published | None:
    for line in lines:
        if len(line) < _LONGEST_LINE and (day := _day_at(pattern.search, line)):
            return Published(day, Known.FOUND, line.strip())
    return None


def _day_at(match: Callable[[str], re.Match[str] | None], line: str) -> date | None:
    """The day that a pattern comes to in a line of which every day stands for `_DAY`."""
    days: list[str] = []

    def mark(found: re.Match[str]) -> str:
        days.append(found[0])
        return _DAY

    marked = day_pattern().sub(mark, line.replace(_DAY, " "))
    found = match(marked) if days else None
    return _likely(days[marked.count(_DAY, 0, found.end(1)) - 1]) if found else None


def _likely(words: str) -> date | None:
    day = read_day(words) if words else None
    return day if day and is_likely(day) else None
