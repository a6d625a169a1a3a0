"""Rules for dates in figures: 2019-03-12, 3/12/2019, 12.03.2019, 12-Mar-19, 03/2019, 20190312."""

import re

from tui.analysis.model import TimeType
from tui.analysis.times.days.calendar import is_day, week
from tui.analysis.times.rule import Reading, Rule
from tui.analysis.times.scene import Scene
from tui.analysis.times.words import DAY, HYPHEN, MONTH, OF_WEEK, meaning

PIVOT = 40  # two figures above it are of the last century


def full_year(figures: str) -> int:
    """2012 for "2012" and "12", 1987 for "87"."""
    year = int(figures)
    return year if len(figures) > 2 else year + (1900 if year > PIVOT else 2000)


def _iso(match: re.Match[str], scene: Scene) -> Reading | None:
    value = match[0].replace("/", "-").replace(".", "-")[:10]
    if not is_day(*(int(part) for part in value.split("-"))):
        return None
    if match["clock"]:
        return Reading(f"{value}T{match['clock']}", TimeType.TIME)
    return Reading(value)


def _compact(match: re.Match[str], scene: Scene) -> Reading | None:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    return Reading(f"{year:04d}-{month:02d}-{day:02d}", confidence=0.8) if is_day(year, month, day) else None


def _iso_week(match: re.Match[str], scene: Scene) -> Reading | None:
    year, number = int(match["year"] or match["behind"]), int(match["number"] or match["before"])
    return Reading(f"{year:04d}-W{number:02d}") if week(year, number) else None


def _slashed(match: re.Match[str], scene: Scene) -> Reading | None:
    """In the order that the whole text shows, else that of its country; doubtful where neither is known."""
    one, other, year = int(match["first"]), int(match["second"]), full_year(match["year"])
    order = scene.order
    month, day = (other, one) if order.day_first else (one, other)
    if not is_day(year, month, day):
        month, day = day, month
    if not is_day(year, month, day):
        return None
    sure = 0.9 if month == day or max(one, other) > 12 else order.confidence
    return Reading(f"{year:04d}-{month:02d}-{day:02d}", anchor=order.why if sure < 0.9 else "", confidence=sure)


def _slashed_start(match: re.Match[str], scene: Scene) -> Reading | None:
    """The 10/1 of "10/1-11/2/2017"."""
    return _slashed(match, scene)


def _dotted(match: re.Match[str], scene: Scene) -> Reading | None:
    """Day first, as wherever dots are written."""
    day, month, year = int(match["first"]), int(match["second"]), full_year(match["year"])
    return Reading(f"{year:04d}-{month:02d}-{day:02d}", confidence=0.9) if is_day(year, month, day) else None


def _lettered(match: re.Match[str], scene: Scene) -> Reading | None:
    day, month, year = int(match["day"]), int(meaning("month", match["month"])), full_year(match["year"])
    return Reading(f"{year:04d}-{month:02d}-{day:02d}", confidence=0.9) if is_day(year, month, day) else None


def _month_of(match: re.Match[str], scene: Scene) -> Reading | None:
    return Reading(f"{match['year']}-{int(match['first']):02d}", confidence=0.8)


NOT_WITHIN = r"(?<![\w/.,:#$£€+-])"
ENDS = r"(?![\w/]|[.,:-]\d)"

NUMERIC = (
    Rule(
        "ISO date", "digit", r"\b(?<![\d/.-])\d{4}([-/.])(?:0\d|1[0-2])\1[0-3]\d(?:T(?P<clock>\d\d:\d\d)\S*)?(?!\d)",
        _iso, "Seen on [2019-03-12] in Baghuz.", "2019-03-12",
    ),
    Rule(
        "date in eight figures", "many figures",
        rf"{NOT_WITHIN}(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01]){ENDS}",
        _compact, "The file of [20190312] is lost.", "2019-03-12",
    ),
    Rule(
        "ISO week", "digit",
        r"(?<![\w-])(?:(?P<year>(?:19|20)\d\d)-?W(?P<number>[0-5]\d)(?![-\d])"
        r"|\b(?:calendar )?week (?P<before>[0-5]?\d)(?:,| of| in)? (?P<behind>(?:19|20)\d\d)\b)",
        _iso_week, "It was lit in [week 12 of 2019].", "2019-W12",
    ),
    Rule(
        "slashed date", "digit",
        r"(?<![\d/])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])",
        _slashed, "Signed [3/12/2019] in Geneva.", "2019-03-12",
    ),
    Rule(
        "slashed date of a range", "digit",
        rf"(?<![\d/])(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})(?= ?{HYPHEN} ?\d{{1,2}}/\d{{1,2}}/"
        r"(?P<year>(?:19|20)\d\d)\b)",
        _slashed_start, "Shut [10/1]-11/2/2017 for dredging.", "2017-10-01",
    ),
    Rule(
        "dotted date", "digit",
        rf"{NOT_WITHIN}(?P<first>0?[1-9]|[12]\d|3[01])\. ?(?P<second>0?[1-9]|1[0-2])\. ?(?P<year>(?:19|20)\d\d){ENDS}",
        _dotted, "Paid on [30.06.2019] in full.", "2019-06-30",
    ),
    Rule(
        "date with a month in letters", "month",
        rf"{NOT_WITHIN}(?:(?P<day>3[01]|[12]\d|0?[1-9])[-/]{MONTH}[-/](?P<year>(?:19|20)?\d\d)){ENDS}",
        _lettered, "Ordered on [19-Nov-12] by the county.", "2012-11-19",
    ),
    Rule(
        "year, month in letters, day", "month",
        rf"{NOT_WITHIN}(?P<year>(?:19|20)\d\d)[-/]{MONTH}[-/](?P<day>3[01]|[12]\d|0?[1-9]){ENDS}",
        _lettered, "Inspected on [2014-Aug-01] again.", "2014-08-01",
    ),
    Rule(
        "day, month, short year", "month",
        rf"{OF_WEEK}\b{DAY} {MONTH},? ['’]?(?P<year>\d\d)(?=[.,;:)\]](?!\d)| (?:and|to|until|when)\b|\s*$|\n)",
        _lettered, "A copy is dated [5 Feb 21].", "2021-02-05",
    ),
    Rule(
        "month of a year in figures", "digit",
        rf"{NOT_WITHIN}(?P<first>0[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d){ENDS}",
        _month_of, "The lease began in [06/2019].", "2019-06",
    ),
)  # fmt: skip
