"""A time expression becomes sentences: what it means, from which day and how it was counted, what else it could be."""

import re
from collections.abc import Iterator
from datetime import date

from tui.analysis.model import Day, Interval, TimeExpression, TimeType
from tui.analysis.times.days.calendar import (
    MONTHS,
    add_days,
    add_months,
    days_between,
    days_in_month,
    label,
    of_date,
    weekday,
)
from tui.text.article import Known, Published
from tui.text.head.days import MONTHS as FULL_MONTHS
from tui.text.head.typed_day import WEEKDAYS
from tui.ui.page.quoted import quoted

DAY = re.compile(r"-?\d{4}-\d\d-\d\d")
SURE, FAIRLY, DOUBTFUL = 0.95, 0.7, 0.5  # confidence from which on something is said to be so
NEARLY = 0.9
THIRDS = ("START", "MID", "END")
# How the analysis tells what it counted from, and how it is said; {} is the day.
COUNTED = (
    ("last up to {}", "the last such day up to {}"),
    ("last before {}", "the last one before {}"),
    ("next after {}", "the next one after {}"),
    ("next from {} on", "the first one from {} on"),
    ("in the week after {}", "in the week after {}"),
    ("nearest to {}", "of the days that it could be, the one nearest to {}"),
    ("told as over on {}", "it is told as over, so it is the last one before {}"),
    ("the year of {}", "no year is named, so it is taken for that of {}"),
    ("the month of {}", "no month is named, so it is taken for that of {}"),
    ("the quarter of {}", "it is the quarter of {}"),
    ("the day spoken of, {}", "no day is named, so it is taken for {}"),
    ("that year, {}", "“that year” is the year of {}"),
    ("this year, {}", "“this year” is the year of {}"),
    ("counted from {}", "counted from {}"),
    ("fiscal, counted from {}", "a fiscal year, taken for the calendar year and counted from {}"),
    ("a year before {}", "a year before {}"),
    ("up to {}", "it ends with {}"),
    ("from {} on", "it begins with {}"),
    ("from {}", "it begins with {}"),
    ("the year behind it", "its year stands behind the dates that follow"),
    ("the month before it", "its month stands with the date before it"),
    ("the era of the date before", "before Christ, as the date before it is"),
    ("a fiscal year", "a fiscal year, taken for the calendar year"),
    ("set by the reader", "you said so"),
)
MODS = {
    "START": "Early: the first third of that time.",
    "MID": "Mid: the second third of that time.",
    "END": "Late: the last third of that time.",
    "APPROX": "The text says that it is roughly so.",
    "BEFORE": "The text says that it was before that.",
    "AFTER": "The text says that it was after that.",
}
NO_DAYS = {
    TimeType.DURATION: "It says how long something was, and not when.",
    TimeType.SET: "It says how often something was, and not when.",
}
REFERENCES = {"PAST_REF": "in the past", "PRESENT_REF": "in the present", "FUTURE_REF": "in the future"}


def explained(time: TimeExpression, words: str, published: Published, date_key: str = "D") -> list[str]:
    """What an expression was read as, in sentences; its notation for other programs stands at the end.

    `date_key` is what sets the date of the article."""
    return [*_sentences(time, words, published, date_key), "", _notation(time)]


def _sentences(time: TimeExpression, words: str, published: Published, date_key: str) -> Iterator[str]:
    if time.interval is None:
        yield _without_days(time, published, date_key)
        return
    yield f"{quoted(words)} means {spelled(time.interval)}."
    if time.mod in MODS and not (time.mod in THIRDS and time.interval.first == time.interval.last):
        yield MODS[time.mod]
    yield _counted(time.anchor, published)
    yield _how_sure(time.confidence)
    others = [spelled(one) for one in could_be(time, words)]
    if others:
        yield f"{'Less likely' if time.confidence >= FAIRLY else 'It could also be'}: {' or '.join(others)}."


def _without_days(time: TimeExpression, published: Published, date_key: str) -> str:
    if time.value in REFERENCES:
        return f"It says only that something is {REFERENCES[time.value]}."
    if time.type in NO_DAYS:
        return NO_DAYS[time.type]
    if published.known in (Known.UNKNOWN, Known.BOUNDED):
        return (
            f"It is counted from the day on which the article was published, and that is not known: {date_key} sets it."
        )
    return "Nothing in the text says which day this is."


def _counted(anchor: str, published: Published) -> str:
    """The rule in words, and the day it counts from."""
    if not anchor:
        return "The words say it themselves: nothing had to be counted."
    found = DAY.search(anchor)
    shape = DAY.sub("{}", anchor, count=1)
    said = next((how for form, how in COUNTED if form == shape), None)
    if found is None:
        return f"How: {said or _as_figures(anchor)}."
    year, month, number = found[0].rsplit("-", 2)
    day = Day(int(year), int(month), int(number))
    own = published.day is not None and day == of_date(published.day)
    which = "the day of the article" if own else "a day that the text named before"
    return f"How: {(said or shape).replace('{}', f'{spelled(Interval(day, day))} ({which})', 1)}."


def _as_figures(anchor: str) -> str:
    """Why figures were read in this order."""
    return f"day and month in figures, {anchor}"


def _how_sure(confidence: float) -> str:
    if confidence >= SURE:
        return "That is sure."
    if confidence >= NEARLY:
        return "That is nearly sure."
    if confidence >= FAIRLY:
        return "That is fairly sure."
    return "That is not quite sure." if confidence >= DOUBTFUL else "That is doubtful, and marked so."


def could_be(time: TimeExpression, words: str) -> tuple[Interval, ...]:
    """What the same words may mean otherwise: another week, another year, day and month the other way round."""
    days = time.interval
    if days is None or time.confidence >= 1 or time.rule == "corrected":
        return ()
    first, last = days
    figures = re.search(r"\b(\d{1,2})/(\d{1,2})/", words)
    if figures:
        swapped = Day(first.year, first.day, first.month) if first.day <= 12 else first
        return (Interval(swapped, swapped),) if first == last and swapped != first else ()
    if re.search(r"\d{4}", words) or not time.anchor:
        return ()
    plain = words.casefold()
    if any(day in plain for day in WEEKDAYS) and not _names_month(words):
        return tuple(Interval(add_days(first, by), add_days(last, by)) for by in (-7, 7))
    month = _names_month(words) or time.value[4:6] in ("-S", "-F", "-W", "-Q", "-H", "-A")
    if month and time.value[4:6] != "-W" and days_between(first, last) < 200:
        return tuple(Interval(_in_year(first, by), _in_year(last, by)) for by in (-1, 1))
    return ()


def _in_year(day: Day, by: int) -> Day:
    """The same day some years on; the end of a February is one."""
    moved = add_months(day, 12 * by)
    if day.month == 2 and day.day == days_in_month(day.year, 2):
        return Day(moved.year, 2, days_in_month(moved.year, 2))
    return moved


def _names_month(words: str) -> bool:
    return any(re.search(rf"\b{month}", words, re.IGNORECASE) for month in MONTHS)


def spelled(days: Interval) -> str:
    """ "Tuesday, 23 March 2021", or "March 2021: 1 to 31 March 2021" for what lasts."""
    first, last = days
    if first == last:
        named = f"{first.day} {FULL_MONTHS[first.month - 1].capitalize()} {_year(first)}"
        return f"{WEEKDAYS[weekday(first)].capitalize()}, {named}" if first.year >= date(1583, 1, 1).year else named
    ends = [f"{day.day} {MONTHS[day.month - 1]} {_year(day)}" for day in days]
    return label(days) if ends[0] in label(days) else f"{label(days)} ({' to '.join(ends)})"


def _year(day: Day) -> str:
    return str(day.year) if day.year > 0 else f"{1 - day.year} BC"


def _notation(time: TimeExpression) -> str:
    edtf = f", EDTF {time.edtf}" if time.edtf else ""
    return f"For other programs: {time.value} ({time.type.value}{', ' + time.mod if time.mod else ''}){edtf}"
