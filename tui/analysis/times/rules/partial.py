"""Rules for dates that leave something out: weekdays, months, and days without a year."""

import re

from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.model import Day, TimeType
from tui.analysis.times.days.calendar import add_days, days_between, first_day, is_day
from tui.analysis.times.guards import is_month, is_weekday
from tui.analysis.times.resolve import DOUBTFUL, month_day, month_near, step_of, weekday_near
from tui.analysis.times.rule import Reading, Rule, said
from tui.analysis.times.scene import Mode, Scene, value_at, year_name
from tui.analysis.times.words import (
    DAY,
    HYPHEN,
    MONTH,
    OF_DAY,
    OF_WEEK,
    ORDINAL_DAY,
    PART,
    WEEKDAY,
    WHICH,
    YEAR,
    meaning,
    mod_of,
    nth_of,
)

ONE = LazyPattern(r"\b(?:a|an)\s+$")
THE = LazyPattern(
    r"\b(?:on|by|until|till|since|from|that)\s+the\s+$", re.IGNORECASE
)  # the one of the story: which week?
ALONE = LazyPattern(r"\s*(?:$|[.,;:)”\"]|(?:in|with|when|and|at|to|he|she|it|they|we|I|the|that|before|after)\b)")
COMES = LazyPattern(
    r"['’]s\s+(?:[\w-]+\s+){1,3}?(?:comes|follows|marks|is\s+(?:to|expected|due|set|likely)|will|may|could"
    r"|(?:has|have)\s+(?:yet|still)\s+to\s+be|(?:has|have|needs?|remains?|(?:is|are)(?:\s+(?:yet|still))?)\s+to\s+be|(?:is|are)\s+(?:still\s+)?being)\b"
)
WEEK = 7
ENDS = LazyPattern(r"\s*(?:$|[.,;:)”\"]|(?:in|with|when|and|at|of|from|to|just|shortly)\b)")


def _is_any(match: re.Match[str], scene: Scene) -> bool:
    """Whether it is some such day, nobody says which: "they left on a Saturday, in 1922"; not "a Saturday rally"."""
    return bool(ONE.search(scene.before(match, 4)) and ENDS.match(scene.after(match)))


def weekday_reading(match: re.Match[str], scene: Scene, step: int | None, mod: str = "", part: str = "") -> Reading:
    """A weekday, or a part of its day."""
    number = int(meaning("weekday", match["weekday"])) - 1
    day, anchor = (None, "") if _is_any(match, scene) else weekday_near(match, scene, number, step)
    kind = TimeType.TIME if part else TimeType.DATE
    suffix = f"T{part}" if part else ""
    if day is None:
        return Reading(f"XXXX-WXX-{number + 1}{suffix}", kind, mod, confidence=0.3)
    after = scene.after(match, 60)
    if step is None and scene.mode is Mode.NEWS and scene.now and day and COMES.match(after):
        back = days_between(day, scene.now)
        if back > WEEK // 2:  # told on Monday: "Tuesday's visit comes after months of quarrels"
            return Reading(
                value_at(add_days(day, WEEK), "day") + suffix,
                kind,
                mod,
                anchor=f"next after {scene.now}",
                confidence=DOUBTFUL,
            )
    told = not match["which"] and THE.search(scene.before(match, 12)) and ALONE.match(scene.after(match))
    sure = DOUBTFUL if told else 0.9
    if step == -1 and scene.now and days_between(day, scene.now) > WEEK:
        sure = DOUBTFUL  # "last Monday", said on Tuesday
    return Reading(value_at(day, "day") + suffix, kind, mod, anchor=anchor, confidence=sure)


def _weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    if not is_weekday(match, scene):
        return None
    return weekday_reading(match, scene, step_of(match["which"]), mod_of(match["part"]))


def _weekday_part(match: re.Match[str], scene: Scene) -> Reading | None:
    part = meaning("part of day", match["of_day"])
    return weekday_reading(match, scene, step_of(match["which"]), mod_of(match["part"]), part)


def _month_day(match: re.Match[str], scene: Scene) -> Reading | None:
    day = int(match["day"]) if match["day"] else nth_of(match["ordinal"] or "")
    month, step = int(meaning("month", match["month"])), step_of(said(match, "which"))
    if step == -1 and scene.now and is_day(scene.now.year, month, day):
        year = scene.now.year - (Day(scene.now.year, month, day) >= scene.now)
        return Reading(f"{year_name(year)}-{month:02d}-{day:02d}", anchor=f"last before {scene.now}", confidence=0.9)
    return month_day(match, scene, month, day, mod_of(match["part"]))


def _day_before_list(match: re.Match[str], scene: Scene) -> Reading | None:
    """The 3 of "3 and 4 May 1915"; the rest follows as a date of its own."""
    month, day = int(meaning("month", match["month"])), int(match["day"])
    if match["year"]:
        era = match["era"]
        year = 1 - int(match["year"]) if era and era[0] == "B" else int(match["year"])
        return Reading(f"{year_name(year)}-{month:02d}-{day:02d}") if is_day(year, month, day) else None
    return month_day(match, scene, month, day)


def _day_after_list(match: re.Match[str], scene: Scene) -> Reading | None:
    """The 25 of "April 24 and 25"."""
    if scene.last is None or scene.unit != "day" or not is_day(*scene.last[:2], int(match["day"])):
        return None
    if int(match["day"]) <= scene.last.day:
        return None
    day = Day(*scene.last[:2], int(match["day"]))
    return Reading(value_at(day, "day"), anchor="the month before it", confidence=0.9)


def _month(match: re.Match[str], scene: Scene) -> Reading | None:
    if not is_month(match, scene):
        return None
    month, step = int(meaning("month", match["month"])), step_of(match["which"])
    return month_near(match, scene, month, step, mod_of(match["part"]))


def _month_of_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "June last year", "August of that year"."""
    month, step = int(meaning("month", match["month"])), step_of(match["which"]) or 0
    that = not match["which"].lower().startswith(("last", "next", "this"))
    now = scene.that if that else scene.now
    named = match["day"] or match["first"]
    if now is not None and named and not is_day(now.year + step, month, int(named)):
        return None
    day = f"-{int(named):02d}" if named else ""
    if now is None:
        return Reading(f"XXXX-{month:02d}{day}", mod=mod_of(match["part"]), confidence=0.3)
    value = f"{year_name(now.year + step)}-{month:02d}{day}"
    return Reading(value, mod=mod_of(match["part"]), anchor=f"{said(match, 'which')} year, {now}", confidence=0.9)


def _week_of(match: re.Match[str], scene: Scene) -> Reading | None:
    found = month_day(match, scene, int(meaning("month", match["month"])), int(match["day"]))
    day = first_day(found.value) if found else None
    if found is None or day is None:
        return None
    return Reading(value_at(day, "week"), anchor=found.anchor, confidence=0.9)


FIRST_DAY = DAY.replace("<day>", "<first>")
ORD_DAY = rf"(?:{DAY}|(?P<ordinal>{ORDINAL_DAY})\b)"
NO_YEAR = r"(?!,? ?\d{4}\b|,? ?\d{1,4} ?(?-i:BC|AD|CE|A\.D)|%|,\d{3})"
LIST = rf"(?: ?{HYPHEN} ?|(?:, \d\d?)* (?:to|and|or|until|through) (?:the )?|, )"

PARTIAL = (
    Rule(
        "month day", "month", rf"{OF_WEEK}(?:\b{PART}(?: on)? )?(?:{WHICH} )?\b{MONTH}(?: the)? {ORD_DAY}{NO_YEAR}",
        _month_day, "She left on [March 12].", "2019-03-12",
    ),
    Rule(
        "day month", "month", rf"{OF_WEEK}(?P<part>early on )?(?:the )?\b{ORD_DAY} (?:of )?{MONTH}{NO_YEAR}",
        _month_day, "She left on [12 March].", "2019-03-12",
    ),
    Rule(
        "first of several days", "month",
        rf"(?<![\d.,:$£€/–-])\b(?:the )?(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?={LIST}\d\d?(?:st|nd|rd|th)? "
        rf"(?:of )?{MONTH}(?:,? {YEAR})?)",
        _day_before_list, "Between [3] and 5 May 1915 they fought.", "1915-05-03",
    ),
    Rule(
        "last of several days", "month",
        r"(?:(?<=\d[-–])|(?<=\d\sand\s)|(?<=\d\sto\s)|(?<=\d,\s)|(?<=\d\sor\s))(?P<day>3[01]|[12]\d|[1-9])(?:st|nd"
        r"|rd|th)?\b"
        r"(?![\d.,:%]\d| ?(?-i:[A-Z])|[-–]\w| (?!was\b|as\b|this\b|his\b)[a-z]+s\b| (?:percent|million|billion|more"
        r"|other|of|men|people)\b)",
        _day_after_list, "Held on April 24 and [25].", "2019-04-25",
    ),
    Rule(
        "month of a year told by this or that", "month",
        rf"{OF_WEEK}\b(?:{PART}[- ])?(?:{FIRST_DAY} )?{MONTH}(?: {DAY})?,?(?: of)? {WHICH} year\b",
        _month_of_year, "Sold on [5 June last year].", "2018-06-05",
    ),
    Rule(
        "week of a day", "month", rf"\b(?:the )?week (?:of|beginning|ending) {MONTH} {DAY}{NO_YEAR}",
        _week_of, "In [the week of March 6].", "2019-W10",
    ),
    Rule(
        "weekday", "weekday", rf"\b(?:{PART} (?:on )?)?(?:{WHICH} )?{WEEKDAY}\b(?!['’]?s (?:nights|mornings))",
        _weekday, "They met on [last Friday].", "2019-07-26",
    ),
    Rule(
        "part of a weekday", "weekday", rf"\b(?:{PART} )?(?:{WHICH} )?{WEEKDAY}(?: in the| at)? {OF_DAY}\b(?!s)",
        _weekday_part, "The vote of [Monday night].", "2019-07-29TNI",
    ),
    Rule(
        "month", "month", rf"\b(?:{PART}[- ](?:the month of )?)?(?:{WHICH} (?:early |late |mid-)?)?{MONTH}(?!\w)",
        _month, "It fell [this past March].", "2019-03",
    ),
)  # fmt: skip
