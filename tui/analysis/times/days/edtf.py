"""Intervals become EDTF strings (ISO 8601-2, Library of Congress levels 0 to 2)."""

import re

from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.model import Day, Interval
from tui.analysis.times.days.calendar import Granularity, granularity, interval_of

SEASONS = {"SP": 21, "SU": 22, "FA": 23, "AU": 23, "WI": 24}
PLAIN = LazyPattern(r"-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?~?")
FUZZY = frozenset({"APPROX", "START", "MID", "END", "LESS_THAN", "MORE_THAN"})


def day_edtf(day: Day) -> str:
    """A day as EDTF writes it; 44 BC is year -0043."""
    return str(day) if -9999 <= day.year <= 9999 else f"Y{day.year}"


def edtf_of(interval: Interval, value: str = "", mod: str = "") -> str:
    """The notation of an interval: "2019-03", "199X", "2001-21", "2019-02-21~/2019-02-28"; "~" where it is about."""
    about = "~" if mod == "APPROX" else ""
    whole = interval_of(value) if value else None
    if whole == interval and (match := re.fullmatch(r"(\d{4})-(SP|SU|FA|AU|WI)", value)):
        return f"{match[1]}-{SEASONS[match[2]]}{about}"
    first, last = interval
    match granularity(interval):
        case Granularity.DAY:
            return day_edtf(first) + about
        case Granularity.MONTH:
            return day_edtf(first)[:-3] + about
        case Granularity.YEAR:
            return day_edtf(first)[:-6] + about
        case Granularity.DECADE if first.year >= 0:
            return f"{first.year // 10:03d}X" + about
        case Granularity.CENTURY if first.year >= 100:
            return f"{first.year // 100:02d}XX" + about
    start, end = _ends(first, last)
    if mod in FUZZY and whole is not None:
        # The side that the words leave open: late February ends with the month, but begins nobody knows when.
        return f"{start}{'~' if whole.first != first else ''}/{end}{'~' if whole.last != last else ''}"
    return f"{start}{about}/{end}{about}"


def _ends(first: Day, last: Day) -> tuple[str, str]:
    """Both ends as coarse as they can be written."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return day_edtf(first)[:-6], day_edtf(last)[:-6]
    return day_edtf(first), day_edtf(last)


def range_edtf(first: str, last: str, interval: Interval) -> str:
    """The notation of a range from the notations of its ends."""
    start, end = _end_of(first, 0), _end_of(last, -1)
    if start and end:
        return f"{start}/{end}"
    opening, closing = _ends(*interval)
    return f"{start or opening}/{end or closing}"


def open_edtf(edtf: str, interval: Interval, after: bool) -> str:
    """The notation of all time from a date on, or up to it."""
    opening, closing = _ends(*interval)
    if after:
        return f"{_end_of(edtf, 0) or opening}/.."
    return f"../{_end_of(edtf, -1) or closing}"


def _end_of(edtf: str, side: int) -> str:
    """One end of a notation, if it may stand in a range: no decade, no season."""
    end = edtf.split("/")[side]
    return end if PLAIN.fullmatch(end) else ""
