"""Rules for days counted off in fixed phrases: a week on Tuesday, Monday week, in ten days' time."""

import re

from tui.analysis.model import Day
from tui.analysis.times.days.calendar import add_days, weekday
from tui.analysis.times.lengths import CLOSE, quantity
from tui.analysis.times.resolve import step_of
from tui.analysis.times.rule import Reading, Rule, said
from tui.analysis.times.scene import Scene, shift, value_at
from tui.analysis.times.words import COUPLE, FULL_DAYS, HYPHEN, NUMBER, UNIT, VAGUE, WEEKDAY, meaning

STEPS = {"yesterday": -1, "today": 0, "tomorrow": 1, "now": 0}
AMOUNT = rf"(?:{NUMBER}|{VAGUE}|{COUPLE}|(?P<one>an?))"


def _sure(day: Day, now: Day) -> Reading:
    return Reading(value_at(day, "day"), anchor=f"counted from {now}", confidence=0.9)


def _weeks_on(match: re.Match[str], scene: Scene) -> Reading | None:
    """A week on Tuesday, a week from Wednesday, Monday week, a fortnight today: so many weeks after the next one."""
    now = scene.now
    if now is None:
        return None
    weeks = 2 if match["length"].lower().startswith("fortnight") else 1
    if match["weekday"]:
        number = int(meaning("weekday", match["weekday"])) - 1
        start = add_days(now, (number - weekday(now)) % 7 or 7)
    else:
        start = add_days(now, STEPS[said(match, "word")])
    return _sure(add_days(start, 7 * weeks), now)


def _week_last(match: re.Match[str], scene: Scene) -> Reading | None:
    """A week last Tuesday, a week ago on Tuesday: a week before the last one."""
    now = scene.now
    if now is None:
        return None
    number = int(meaning("weekday", match["weekday"])) - 1
    return _sure(add_days(now, -((weekday(now) - number) % 7 or 7) - 7), now)


def _weekday_of_week(match: re.Match[str], scene: Scene) -> Reading | None:
    """Tuesday of last week: of the week that ended with the last Sunday."""
    which = said(match, "which")
    base = scene.then if which in ("that", "the same", "the following", "the previous") else scene.now
    if base is None:
        return None
    step = 0 if which in ("that", "the same") else step_of(which) or 0
    monday = add_days(base, -weekday(base) + 7 * step)
    return _sure(add_days(monday, int(meaning("weekday", match["weekday"])) - 1), base)


def _anniversary(match: re.Match[str], scene: Scene) -> Reading | None:
    """Two years ago to the day, 100 years ago this week."""
    unit, count, now = meaning("unit", match["unit"]), quantity(match), scene.now
    if now is None or count is None or count != int(count) or unit in CLOSE:
        return None
    there = shift(now, -int(count), unit)
    fine = match["fine"].lower() if match["fine"] else "day"
    return Reading(value_at(there, fine), anchor=f"counted from {now}", confidence=0.95)


def _in_time(match: re.Match[str], scene: Scene) -> Reading | None:
    """In ten days' time: a day for days and weeks, a month or year for more."""
    unit, count, now = meaning("unit", match["unit"]), quantity(match), scene.now
    if now is None or count is None or unit in CLOSE:
        return None
    there = shift(now, int(count), unit)
    fine = "day" if unit in ("day", "week", "fortnight") else unit
    return Reading(value_at(there, fine), anchor=f"counted from {now}", confidence=0.85)


def _from_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """Three weeks from tomorrow, two days from Monday."""
    unit, count, now = meaning("unit", match["unit"]), quantity(match), scene.now
    if now is None or count is None or unit in CLOSE:
        return None
    if match["weekday"]:
        number = int(meaning("weekday", match["weekday"])) - 1
        start = add_days(now, (number - weekday(now)) % 7 or 7)
    else:
        start = add_days(now, STEPS[said(match, "word")])
    return _sure(shift(start, int(count), unit), now)


OTHER_DAY = "|".join(FULL_DAYS)
DAY_WORD = r"(?P<word>today|tomorrow|yesterday)"

COUNTED = (
    Rule(
        "a week on a day", "unit",
        rf"\b(?:an?|one) (?P<length>week|fortnight) (?:(?:on|from|after|this|next) {WEEKDAY}|(?:from )?{DAY_WORD})\b",
        _weeks_on, "The ballot closes [a week on Tuesday].", "2019-08-13",
    ),
    Rule(
        "a day week", "unit", rf"\b(?:{WEEKDAY}|(?P<word>tomorrow|today)) (?P<length>week|fortnight)"
        r"(?= ?[.,;:)]| ?$| (?:and|to|for|in|at)\b)",
        _weeks_on, "They meet on [Monday week].", "2019-08-12",
    ),
    Rule(
        "a week last day", "unit", rf"\b(?:a|one) week (?:last|ago(?: on| last)?) {WEEKDAY}\b",
        _week_last, "It was made [a week last Tuesday].", "2019-07-16",
    ),
    Rule(
        "weekday of a week", "weekday",
        rf"\b{WEEKDAY}(?: of|,)? (?P<which>last|this|next|that|the same|the following|the previous"
        r"|the next) week\b(?!['’]s)",
        _weekday_of_week, "They struck on [Tuesday of last week].", "2019-07-23",
    ),
    Rule(
        "first weekday of a week's stretch", "weekday",
        rf"\b{WEEKDAY}(?= ?(?:{HYPHEN}|to|and|or|through|until) ?(?:{OTHER_DAY})(?: of|,)? (?P<which>last|this|next"
        r"|that) week\b)",
        _weekday_of_week, "It ran [Monday] to Thursday last week.", "2019-07-22",
    ),
    Rule(
        "so long ago to the day", "unit ago",
        rf"\b{AMOUNT}[- ]{UNIT} ago (?:to the (?P<day>day)|this (?P<fine>week|month|year))\b",
        _anniversary, "[Two years ago to the day] a depot burned.", "2017-07-30",
    ),
    Rule(
        "in so much time", "unit in time", rf"\bin {AMOUNT}[- ]{UNIT}['’]?s?['’]? time\b",
        _in_time, "The strike is [in ten days’ time].", "2019-08-09",
    ),
    Rule(
        "so long from a day", "unit from", rf"\b{AMOUNT}[- ]{UNIT} (?:from|after) (?:{WEEKDAY}|{DAY_WORD})\b",
        _from_day, "It takes effect [three weeks from tomorrow].", "2019-08-21",
    ),
)  # fmt: skip
