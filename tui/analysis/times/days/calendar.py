"""Days, months, ... centuries: arithmetic on `Day` at any year, and what days a TIMEX3 value denotes."""

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import lru_cache

from tui.analysis.model import Day, Interval

EPOCH = 305  # days of a March-based year before January 1 of the year 1


class Granularity(StrEnum):
    """How fine an interval is; RANGE is one that fits no name."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"


SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}  # the first month; a winter runs into the next year
NAMES = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
THIRDS = ("early", "mid", "late")
YEAR = r"(BC)?(\d{4})"  # BC0044 is 44 BC


def of_date(day: date) -> Day:
    """The same day as a `Day`."""
    return Day(day.year, day.month, day.day)


def is_leap(year: int) -> bool:
    """Whether February has 29 days; year 0 is 1 BC."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return 28 + is_leap(year) if month == 2 else 30 + (month + month // 8) % 2


def ordinal(day: Day) -> int:
    """Number of the day: 1 is January 1 of the year 1, as in `date.toordinal`; earlier days are 0 and below."""
    # Years that begin in March put the leap day last (H. Hinnant, "chrono-compatible low-level date algorithms").
    year = day.year - (day.month <= 2)
    era, of_era = divmod(year, 400)
    of_year = (153 * ((day.month + 9) % 12) + 2) // 5 + day.day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - EPOCH


def day_of(number: int) -> Day:
    """The day with this number; the inverse of `ordinal`."""
    era, of_era = divmod(number + EPOCH, 146097)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return Day(year + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1)


def is_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def days_between(first: Day, last: Day) -> int:
    """How many days `last` lies after `first`; negative if it lies before."""
    return ordinal(last) - ordinal(first)


def add_days(day: Day, count: int) -> Day:
    """The day `count` days later."""
    return day_of(ordinal(day) + count)


def add_months(day: Day, count: int) -> Day:
    """The same day `count` months later, or the month's last day where there is none: January 31 + 1 = February 28."""
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    return Day(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def weekday(day: Day) -> int:
    """0 for Monday to 6 for Sunday."""
    return (ordinal(day) + 6) % 7


def iso_week(day: Day) -> tuple[int, int]:
    """Year and number of the ISO week; the year may differ from the day's own."""
    thursday = add_days(day, 3 - weekday(day))
    return thursday.year, (ordinal(thursday) - ordinal(Day(thursday.year, 1, 1))) // 7 + 1


def months(year: int, month: int, count: int = 1) -> Interval:
    """All days of `count` months."""
    first = Day(year, month, 1)
    return Interval(first, add_days(add_months(first, count), -1))


def years(first: int, last: int) -> Interval:
    """All days of these years, both included."""
    return Interval(Day(first, 1, 1), Day(last, 12, 31))


def week(year: int, number: int) -> Interval | None:
    """Monday to Sunday of an ISO week; None where the year has no such week."""
    fourth = Day(year, 1, 4)
    monday = add_days(fourth, 7 * (number - 1) - weekday(fourth))
    return Interval(monday, add_days(monday, 6)) if number >= 1 and iso_week(monday) == (year, number) else None


@lru_cache(maxsize=4096)
def interval_of(value: str) -> Interval | None:
    """The days that a TIMEX3 date, time or range "A/B" denotes; None for durations, sets and what is not known."""
    if "/" in value:
        first, last = (interval_of(part) for part in value.split("/", 1))
        return Interval(first.first, last.last) if first and last and first.first <= last.last else None
    value = value.split("T", 1)[0]
    for pattern, days in FORMS:
        if match := re.fullmatch(pattern, value):
            return days(match)
    return None


def first_day(value: str) -> Day | None:
    """The first day that a TIMEX3 value denotes."""
    interval = interval_of(value)
    return interval.first if interval else None


def last_day(value: str) -> Day | None:
    """The last day that a TIMEX3 value denotes."""
    interval = interval_of(value)
    return interval.last if interval else None


def _year(match: re.Match[str]) -> int:
    return 1 - int(match[2]) if match[1] else int(match[2])


def _day(match: re.Match[str]) -> Interval | None:
    day = Day(_year(match), int(match[3]), int(match[4]))
    return Interval(day, day) if is_day(*day) else None


def _month(match: re.Match[str]) -> Interval | None:
    return months(_year(match), int(match[3])) if 1 <= int(match[3]) <= 12 else None


def _week(match: re.Match[str]) -> Interval | None:
    days = week(_year(match), int(match[3]))
    if days and match[4] == "-WE":
        return Interval(add_days(days.first, 5), days.last)
    if days and match[4]:
        day = add_days(days.first, int(match[4][1:]) - 1)
        return Interval(day, day)
    return days


def _decade(match: re.Match[str]) -> Interval:
    decade = int(match[2])
    return years(1 - (decade * 10 + 9), 1 - max(decade * 10, 1)) if match[1] else years(decade * 10, decade * 10 + 9)


def _century(match: re.Match[str]) -> Interval:
    century = int(match[2]) * 100
    return years(-99 - century, -century) if match[1] else years(max(century, 1), century + 99)


FORMS: tuple[tuple[str, Callable[[re.Match[str]], Interval | None]], ...] = (
    (rf"{YEAR}-(\d\d)-(\d\d)", _day),
    (rf"{YEAR}-(\d\d)", _month),
    (YEAR, lambda match: years(_year(match), _year(match))),
    (rf"{YEAR}-W(\d\d)(-WE|-[1-7])?", _week),
    (rf"{YEAR}-Q([1-4])", lambda match: months(_year(match), 3 * int(match[3]) - 2, 3)),
    (rf"{YEAR}-H([12])", lambda match: months(_year(match), 6 * int(match[3]) - 5, 6)),
    (rf"{YEAR}-(SP|SU|FA|AU|WI)", lambda match: months(_year(match), SEASONS[match[3]], 3)),
    (r"(BC)?(\d{3})X?", _decade),
    (r"(BC)?(\d\d)(?:XX)?", _century),
)


def granularity(interval: Interval) -> Granularity:
    """The name that fits the interval exactly, or RANGE: June to August is a season, July to September a quarter."""
    first, last = interval
    days = days_between(first, last) + 1
    if days == 1:
        return Granularity.DAY
    if (days, weekday(first)) in ((2, 5), (7, 0)):
        return Granularity.WEEKEND if days == 2 else Granularity.WEEK
    if first.day != 1 or last != add_days(add_months(Day(last.year, last.month, 1), 1), -1):
        return Granularity.RANGE
    span = 12 * (last.year - first.year) + last.month - first.month + 1
    if span == 3:
        return {0: Granularity.SEASON, 1: Granularity.QUARTER}.get(first.month % 3, Granularity.RANGE)
    if span == 6:
        return Granularity.HALF if first.month in (1, 7) else Granularity.RANGE
    if span == 1200 and first.month == 1:
        return Granularity.CENTURY if first.year % 100 == (0 if first.year > 0 else 1) else Granularity.RANGE
    if span == 120 and first.month == 1:
        return Granularity.DECADE if first.year % 10 == (0 if first.year > 0 else 2) else Granularity.RANGE
    return {1: Granularity.MONTH, 12: Granularity.YEAR if first.month == 1 else Granularity.RANGE}.get(
        span, Granularity.RANGE
    )


def thirds(interval: Interval) -> tuple[Interval, Interval, Interval]:
    """Early, mid and late: a month is cut after the 10th and the 20th day, a decade after four and seven years,
    a century after 33 and 67."""
    first, last = interval
    span = 12 * (last.year - first.year) + last.month - first.month + 1
    if span == 1 and first.day == 1 and last.day == days_in_month(*last[:2]):
        middle, end = Day(first.year, first.month, 11), Day(first.year, first.month, 21)
    elif span == 120:
        middle, end = add_months(first, 48), add_months(first, 84)
    elif span == 1200 and first.month == 1:
        middle, end = add_months(first, 12 * 33), add_months(first, 12 * 67)
    elif span % 3 == 0 and first.day == 1:
        middle, end = add_months(first, span // 3), add_months(first, 2 * (span // 3))
    else:
        days = days_between(first, last) + 1
        third = -(-days // 3)
        middle, end = add_days(first, third), add_days(first, max(third + 1, 2 * days // 3))
        end = min(end, last)
        middle = min(middle, end)
    return (
        Interval(first, max(first, add_days(middle, -1))),
        Interval(middle, max(middle, add_days(end, -1))),
        Interval(end, last),
    )


def label(interval: Interval, value: str = "") -> str:
    """A few words for people: "12 Mar 2019", "late Feb 2019", "44 BC"; `value` tells a spring from three months."""
    whole = interval_of(value) if value else None
    if whole and whole != interval:
        for name, third in zip(THIRDS, thirds(whole), strict=True):
            if third == interval:
                joint = " in the " if "-W" in value else " "
                return f"{name}{joint}{label(whole, value)}"
    first, last = interval
    if whole == interval and "/" not in value and (match := re.search(r"-(Q[1-4]|H[12]|SP|SU|FA|AU|WI)$", value)):
        return f"{NAMES.get(match[1], match[1])} {_era(first.year)}"
    match granularity(interval):
        case Granularity.DAY:
            return f"{first.day} {MONTHS[first.month - 1]} {_era(first.year)}"
        case Granularity.MONTH:
            return f"{MONTHS[first.month - 1]} {_era(first.year)}"
        case Granularity.YEAR:
            return _era(first.year)
        case Granularity.DECADE:
            return f"{first.year}s" if first.year > 0 else f"{1 - last.year}s BC"
        case Granularity.CENTURY:
            after = first.year > 0
            return f"{_nth((last.year if after else -first.year) // 100 + 1)} century" + ("" if after else " BC")
        case Granularity.WEEK if value.startswith(f"{iso_week(first)[0]}-W"):
            return f"week of {label(Interval(first, first))}"
    if first[:2] == last[:2]:
        for name, third in zip(THIRDS, thirds(months(first.year, first.month)), strict=True):
            if third == interval:
                return f"{name} {MONTHS[first.month - 1]} {_era(first.year)}"
    return _range(first, last)


def when(interval: Interval, value: str, edtf: str) -> str:
    """As `label`, but what lasts is named by its beginning: "since 2017"."""
    began = interval_of(value) if edtf.endswith("/..") else None
    return f"since {label(began, value)}" if began else label(interval, value)


def _range(first: Day, last: Day) -> str:
    """What the two ends share is written once: "26–28 Mar 2019", "Mar–May 2019", "2009–2011"."""
    whole_months = first.day == 1 and last.day == days_in_month(last.year, last.month)
    if whole_months and first.month == 1 and last.month == 12:
        start, end = _era(first.year), _era(last.year)
    else:
        named = ((day, f"{MONTHS[day.month - 1]} {_era(day.year)}") for day in (first, last))
        start, end = (name if whole_months else f"{day.day} {name}" for day, name in named)
        if first.year == last.year:
            start = start.removesuffix(f" {_era(first.year)}")
            if first.month == last.month and not whole_months:
                start = str(first.day)
    if first.year <= 0 and last.year <= 0:
        start = start.removesuffix(" BC")
    return f"{start}–{end}"


def _era(year: int) -> str:
    if year > 0:
        return str(year) if year >= 1000 else f"AD {year}"
    return f"{1 - year} BC"


def _nth(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"
