"""The publication date of an article: stated by its metadata, found in its text, or unknown."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache

from tui.text.article import Block, Furniture, Known, Published
from tui.text.head.dateline import DAY, read_dateline, read_day

ABOVE = 8  # blocks at the top in which a date line may stand
BELOW = 4  # blocks at the end in which "Published ..." may stand
_FIRST_YEAR = 1600  # older days are what an article is about
_OTHERS = frozenset((Furniture.CAPTION, Furniture.TEASER, Furniture.SERIES))


def stated(value: object, field: str) -> Published:
    """What a field of metadata says; unknown where it says no day ("yesterday", "2019", "03/04/2019")."""
    if isinstance(value, datetime):
        day: date | None = value.date()
    elif isinstance(value, date):
        day = value
    else:
        day = day_in(str(value)[:80])
    return Published(day, Known.STATED, f"{field}: {value}"[:120]) if day else Published()


def day_in(words: str) -> date | None:
    """The first day with a year that stands in `words`: 2019-07-30, 20190730, July 30, 2019, 30 July 2019."""
    if compact := re.fullmatch(r"\s*(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\s*", words):
        words = "-".join(compact.groups())
    match = re.search(rf"(?<!\d){DAY}", words)
    return read_day(match[0]) if match else None


def find_published(text: str, blocks: Sequence[Block]) -> Published:
    """The day in a line that says when the text was published, in its dateline, or in a line of its own."""
    near = [*blocks[:ABOVE], *blocks[max(ABOVE, len(blocks) - BELOW) :]]
    own = [block for block in near if block.furniture not in _OTHERS]
    lines = [text[block.span.start : min(block.span.end, block.span.start + 200)] for block in own]
    if not any(re.search(r"\d{4}", line) for line in lines):
        return Published()
    top = [line for block, line in zip(own, lines, strict=True) if block in blocks[:ABOVE]]
    for pattern in _labels():
        if found := _labelled(pattern, lines):
            return found
    for line in top:
        dateline = read_dateline(line)
        if dateline and (day := _likely(dateline.day)):
            return Published(day, Known.FOUND, dateline.day)
    for line in top:
        if len(line) < 120 and (match := _alone().fullmatch(line)) and (day := _likely(match["day"])):
            return Published(day, Known.FOUND, line)
    return Published()


@cache
def _labels() -> tuple[re.Pattern[str], ...]:
    """The day of publication comes before the day of the last change."""
    before, after = r"(?:^|[|•(] ?)(?:", rf")(?: on| at| date)?:? .{{0,25}}?(?P<day>{DAY})"
    first = "(?:first |originally )?(?:published|posted|issued|released)|date|publication date|filed"
    last = "(?:last )?(?:updated|modified|revised)|this story was updated"
    return re.compile(before + first + after, re.I), re.compile(before + last + after, re.I)


@cache
def _alone() -> re.Pattern[str]:
    """A line that is a day, perhaps with a weekday, a time, a place or a byline before or after it."""
    before = r"(?:(?:By|BY) [^|•.]{3,60}?[,|•–— -]+ ?|(?:\w{3,9}day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?,? )?"
    weekday = r"(?:\w{3,9}day,? )?"
    return re.compile(rf"{before}{weekday}(?P<day>{DAY})(?:[ ,|•–—-]+(?:at )?\d{{1,2}}[:.h]\d\d.{{0,30}})?\.?")


def _labelled(pattern: re.Pattern[str], lines: Iterable[str]) -> Published | None:
    for line in lines:
        if len(line) < 160 and (match := pattern.search(line)) and (day := _likely(match["day"])):
            return Published(day, Known.FOUND, line.strip())
    return None


def _likely(words: str) -> date | None:
    day = read_day(words) if words else None
    return day if day and day.year >= _FIRST_YEAR else None
