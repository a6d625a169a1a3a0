"""Two numbers become one range: "10 to 15", "from 3 % to 4 %", "between 5 and 6", and "three in five" a share."""

import re
from decimal import Decimal
from math import isfinite

from tui.analysis.figures.changes import change_before
from tui.analysis.figures.measured import WIDEST, Found
from tui.analysis.model import Bound, Figure
from tui.text.span import Span

JOINT = re.compile(r"\s?([-–—])\s?|-to-|\s(to|or|and)\s", re.IGNORECASE)
FROM = re.compile(r"\bfrom(?:\s(?:about|around|roughly|just|nearly|an?))?\s$", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?:between|from)(?:\s(?:about|around|roughly))?\s$", re.IGNORECASE)
FAR_TO = re.compile(r"(?:\s\w+){1,4}\sto\s")  # "from 21 mpg in 2008 to 29"
TO = re.compile(r"\bto\s(?:about\s)?$")
FAR_FROM = re.compile(r"(?:\s[a-z]+){0,2}\sfrom\s")  # "narrowed to 5 lots from 9"
RATIO = re.compile(r"\s(?:in|out\sof)(?:\severy)?\s", re.IGNORECASE)
LARGEST_WHOLE = 1_000  # "one in a thousand"
LOOSE = frozenset({"vague", "fold"})  # "hundreds to 5,000"


def range_of(text: str, one: Found, two: Found, least: int) -> Figure | None:
    """The range from one number to the next of its sentence, or the share; None where they are two figures.

    Words before `least` belong to another figure."""
    a, b = one.number, two.number
    between = text[one.end : two.start]
    if RATIO.fullmatch(between) and not one.unit and 0 < a.high < b.low <= LARGEST_WHOLE:
        share = float(a.low / b.low)
        return Figure(Span(a.start, b.end), share, share, two.unit)
    if not LOOSE.isdisjoint((a.sort, b.sort)) or not _are_ends(text, one, two, least):
        return None
    low, high = sorted((float(_scaled(one, two)), float(b.high)))
    if low == high or not isfinite(low) or not isfinite(high):
        return None
    return Figure(Span(a.start, b.end), low, high, two.unit or one.unit, bound=Bound.BETWEEN)


def is_score(text: str, one: Found, two: Found) -> bool:
    """Whether two numbers are those of a game or a vote: "a 3-1 victory"."""
    joint = JOINT.fullmatch(text[one.end : two.start])
    hyphened = joint is not None and joint[1] is not None
    return hyphened and not one.unit and not two.unit and one.number.low >= two.number.low


def _scaled(one: Found, two: Found) -> Decimal:
    """The first number with the magnitude of the second, where that is meant: "4 to 5 million"."""
    low, scale = one.number.low, two.number.scale
    shared = one.number.scale == 1 and 1 <= low <= two.number.low / scale
    return low * scale if shared else low


def _are_ends(text: str, one: Found, two: Found, least: int) -> bool:
    """Whether the words between two numbers make them the ends of a range."""
    if one.unit and two.unit and not two.unit.startswith(one.unit):
        return False
    before, between = text[max(least, one.start - WIDEST) : one.start], text[one.end : two.start]
    begun = FROM.search(before) is not None
    joint = JOINT.fullmatch(between)
    if joint is None:
        if FAR_FROM.fullmatch(between):
            return one.unit == two.unit and TO.search(before) is not None and _changes(text, one, least)
        return begun and FAR_TO.fullmatch(between) is not None and bool(one.unit) and two.unit in ("", one.unit)
    low, high = one.number.low, two.number.high
    match joint.group(joint.lastindex or 0).lower():
        case "and":
            return BETWEEN.search(before) is not None
        case "or":
            return not one.unit and low < high <= low * 2
        case "-" | "–" | "—":
            return low < high
    if begun:
        return True
    if one.unit and two.unit:  # "rose 5 % to 9 %"
        return not _changes(text, one, least)
    return one.money if one.unit else low <= high


def _changes(text: str, one: Found, least: int) -> bool:
    return change_before(text, one.start, least) is not None
