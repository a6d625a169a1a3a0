"""Days as people and programs write them out: a day in words or digits, a moment of metadata, a count of seconds."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import NamedTuple

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
DAY = (  # a day in words or digits, with its year; never 03/04/2019, which is two different days
    rf"(?:{MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?,? ?\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)? (?:of )?{MONTH},? \d{{4}}"
    rf"|\d{{1,2}}-{MONTH}-\d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T\d\d:?\d\d\S{0,20})?"
    r"|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)"
    r"|(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/\d{4}(?!\d)|(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/\d{4}(?!\d))"
)
FIRST_YEAR, LAST_YEAR = 1600, 2200  # other days are what an article is about, or what a program writes for none
EPOCHS = frozenset((date(1970, 1, 1), date(1900, 1, 1)))  # what programs write where they know no day
_SECONDS = re.compile(r"\s*(1\d{9})(?:\.\d+|\d{3})?\s*")  # since 1970, or thousandths of them
_COMPACT = re.compile(r"\s*((?:1[6-9]|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}(Z?))?\s*")
# "Sat Nov 18 10:15:00 +0000 2017": some programs print the year behind the clock
_YEAR_LAST = rf"({MONTH} \d{{1,2}}),? (\d\d:\d\d\S*(?: [+-]\d{{4}}| [A-Z]{{3,4}})?) (\d{{4}})\b"
_CLOCK = re.compile(
    r"[T ](?P<hour>\d\d?):?(?P<minute>\d\d)(?::?(?P<second>\d\d))?(?:[.,]\d{1,9})?"
    r" ?(?:(?P<utc>Z\b|UTC\b|(?:UTC|GMT)?[+-]00:?00|GMT\b)|(?:UTC|GMT)?(?P<offset>[+-]\d\d:?\d\d))"
)


@cache
def day_pattern() -> re.Pattern[str]:
    """A day in a text. It is a large pattern: those who look for days in lines share it."""
    return re.compile(rf"(?<![\w.])(?:{DAY})", re.I)


class Moment(NamedTuple):
    """A day as it is written. `instant` is the moment where that is told to the minute, and `local` says that it was
    told by the clock of a place: midnight of another zone may lie between the two."""

    day: date
    instant: datetime | None = None
    local: bool = False

    def at(self, days: Iterable[date]) -> date:
        """The first of `days` that this moment falls on somewhere, else the day as it is written."""
        if self.local or self.instant is None:
            return self.day
        first = (self.instant - timedelta(hours=12)).date()
        last = (self.instant + timedelta(hours=14)).date()
        return next((day for day in days if first <= day <= last), self.day)


def moment_in(words: str) -> Moment | None:
    """The first day with a year that stands in `words`, a count of seconds among them; no zero and no epoch."""
    if seconds := _SECONDS.fullmatch(words):
        instant = datetime.fromtimestamp(int(seconds[1]), UTC)
        return Moment(instant.date(), instant)
    if compact := _COMPACT.fullmatch(words):
        words = "-".join(compact.groups()[:3])
    words = re.sub(_YEAR_LAST, r"\1 \3 \2", words)
    match = day_pattern().search(words)
    day = read_day(match[0]) if match else None
    if match is None or day is None or not is_likely(day):
        return None
    clock = _CLOCK.search(words, match.start() + 6)
    if clock is None:
        return None if day in EPOCHS else Moment(day)
    try:
        instant = datetime(day.year, day.month, day.day, int(clock["hour"]), int(clock["minute"]), tzinfo=UTC)
    except ValueError:
        return Moment(day)
    if offset := clock["offset"]:
        hours, minutes = int(offset[1:3]), int(offset[-2:])
        instant -= timedelta(hours=hours, minutes=minutes) * (-1 if offset[0] == "-" else 1)
    return None if instant.date() in EPOCHS else Moment(day, instant, bool(clock["offset"]))


def day_in(words: str) -> date | None:
    """The first day with a year that stands in `words`: 2019-07-30, 20190730, July 30, 2019, 30 July 2019."""
    moment = moment_in(words)
    return moment.day if moment else None


def is_likely(day: date) -> bool:
    """Whether an article can have been published then."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def read_day(words: str) -> date | None:
    """The day that `words` say in one of the forms of `DAY`; None if there is no such day."""
    numbers = re.findall(r"\d+", words)
    name = re.search(r"[A-Za-z]{3,9}", words.split("T")[0].replace("of ", "").lstrip("0123456789"))
    try:
        if re.match(r"\d{4}[-/.]", words):
            return date(*map(int, numbers[:3]))
        if re.match(r"\d{1,2}[./]\d", words):
            first, second, year = map(int, numbers[:3])
            return date(year, first, second) if second > 12 else date(year, second, first)
        if not name or len(numbers) < 2:
            return None
        return date(int(numbers[1]), month_named(name[0].lower()), int(numbers[0]))
    except (ValueError, TypeError, OverflowError):
        return None


def month_named(word: str) -> int:
    """The number of a month from its name or the beginning of it, in small letters; 0 for any other word."""
    word = "sep" if word == "sept" else word
    return next((number for number, full in enumerate(MONTHS, 1) if full.startswith(word)), 0)
