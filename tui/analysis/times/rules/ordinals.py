"""Rules for parts of a period by number: the last Friday of September, the first two weeks of August, the 11th."""

import re

from tui.analysis.model import Day, Interval, TimeType
from tui.analysis.times.days.calendar import add_days, add_months, days_in_month, interval_of, is_day, weekday
from tui.analysis.times.days.holidays import nth_weekday
from tui.analysis.times.lengths import COUNT, quantity
from tui.analysis.times.resolve import month_near, step_of
from tui.analysis.times.rule import Reading, Rule, said
from tui.analysis.times.scene import Scene, shift, value_at, year_name
from tui.analysis.times.words import DAY, MONTH, ORDINAL_DAY, WEEKDAY, WHICH, YEAR, meaning, nth_of

DAYS = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}
MONTHS = {"month": 1, "quarter": 3, "year": 12}
SOME = {"day": 5, "week": 3, "month": 4, "year": 4}  # what "the first months" are about

# A period: a month with or without its year, a year, or "this month", "last year".
PERIOD = (
    rf"(?:{MONTH}(?:,?(?: of)? {YEAR})?|{WHICH} (?P<unit_of>month|quarter|year)"
    r"|(?:the year )?(?P<year_of>(?:1\d|20)\d\d)\b)"
)
DAY_TH = DAY.replace("(?:st|nd|rd|th)?", "(?:st|nd|rd|th)")


def period(match: re.Match[str], scene: Scene) -> tuple[Interval, str, str, float] | None:
    """The days of a match's `PERIOD`, its value, the anchor in words and how sure it is; None where nobody knows."""
    if match["year_of"]:
        value, anchor, sure = match["year_of"], "", 1.0
    elif match["month"]:
        month = int(meaning("month", match["month"]))
        if match["year"]:
            number = int(match["year"])
            year = 1 - number if match["era"] and match["era"][0] == "B" else number
            value, anchor, sure = f"{year_name(year)}-{month:02d}", "", 1.0
        else:
            found = month_near(match, scene, month, None, "")
            value, anchor, sure = found.value, found.anchor, found.confidence
    else:
        which = said(match, "which")
        step = step_of(which) or 0
        base = scene.that if which.startswith(("that", "the same")) else scene.now
        if "following" in which or "previous" in which:
            base = scene.then
        if base is None:
            return None
        unit = match["unit_of"].lower()
        value, anchor, sure = value_at(shift(Day(*base[:2], 1), step, unit), unit), f"counted from {base}", 0.9
    days = interval_of(value)
    return (days, value, anchor, sure) if days is not None else None


def _nth_weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    """The first Monday in March; with "every month" it comes back."""
    if match["each"]:
        return Reading("P1M", TimeType.SET, confidence=0.9)
    found = period(match, scene)
    nth = -1 if match["nth"].lower() in ("last", "final") else nth_of(match["nth"])
    if found is None or not -1 <= nth <= 5:
        return None
    days, _, anchor, sure = found
    if days.first[:2] != days.last[:2]:
        return None
    day = nth_weekday(days.first.year, days.first.month, int(meaning("weekday", match["weekday"])) - 1, nth)
    return Reading(value_at(day, "day"), anchor=anchor, confidence=sure) if day[:2] == days.first[:2] else None


def _stretch(match: re.Match[str], scene: Scene) -> Reading | None:
    """The first two weeks of August, the last week of October, the first day of 2016, the last months of 2017."""
    found = period(match, scene)
    if found is None:
        return None
    days, value, anchor, sure = found
    last = match["side"].lower() in ("last", "final", "closing")
    unit = meaning("unit", match["unit"])
    if match["number"] or match["vague"] or match["couple"]:
        count = quantity(match)
        number = SOME.get(unit, 3) if count is None else int(count)
    else:
        number = SOME.get(unit, 3) if match["unit"].lower().endswith("s") else 1
    interval = _part(days, number, unit, last)
    if unit == "quarter" and interval is not None and number == 2 and len(value) == 4:
        return Reading(f"{value}-H{2 if last else 1}", anchor=anchor, confidence=sure)
    if interval is None:
        return None
    if interval.first == interval.last:
        return Reading(value_at(interval.first, "day"), anchor=anchor, confidence=sure)
    return Reading(value, mod="END" if last else "START", interval=interval, anchor=anchor, confidence=sure)


def _nth_stretch(match: re.Match[str], scene: Scene) -> Reading | None:
    """The second week of May: days 8 to 14."""
    found, nth = period(match, scene), nth_of(match["nth"])
    if found is None or not 2 <= nth <= 5:
        return None
    days, value, anchor, sure = found
    if days.first[:2] != days.last[:2]:
        return None
    first = add_days(days.first, 7 * (nth - 1))
    if first > days.last:
        return None
    return Reading(value, interval=Interval(first, min(add_days(first, 6), days.last)), anchor=anchor, confidence=sure)


def _part(days: Interval, number: int, unit: str, last: bool) -> Interval | None:
    """So many units at the beginning or at the end of a stretch of days; None where they do not fit into it."""
    if not 0 < number < 400:
        return None
    if unit in DAYS:
        count = number * DAYS[unit]
        part = Interval(add_days(days.last, 1 - count), days.last) if last else None
        part = part or Interval(days.first, add_days(days.first, count - 1))
    elif unit in MONTHS:
        count = number * MONTHS[unit]
        after = add_days(days.last, 1)
        part = Interval(add_months(after, -count), days.last) if last else None
        part = part or Interval(days.first, add_days(add_months(days.first, count), -1))
    else:
        return None
    return part if days.first <= part.first and part.last <= days.last and part != days else None


def _day_of_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """The 2nd of this month, the 23rd of last month."""
    which, day = said(match, "which"), int(match["day"])
    base = scene.that if which.startswith(("that", "the same")) else scene.now
    if base is None:
        return None
    month = shift(Day(*base[:2], 1), step_of(which) or 0, "month")
    if not is_day(*month[:2], day):
        return None
    return Reading(value_at(Day(*month[:2], day), "day"), anchor=f"counted from {base}", confidence=0.9)


def _worded(match: re.Match[str], scene: Scene) -> Reading | None:
    """The fourteenth of May, 1962; May the fourteenth, 1962."""
    number = int(match["year"])
    year = 1 - number if match["era"] and match["era"][0] == "B" else number
    month, day = int(meaning("month", match["month"])), nth_of(match["ordinal"])
    return Reading(f"{year_name(year)}-{month:02d}-{day:02d}") if is_day(year, month, day) else None


def _bare(match: re.Match[str], scene: Scene) -> Reading | None:
    """The 11th of "on March 3 and on the 11th": of the month spoken of, or of the next one where it is over."""
    day, last = int(match["day"]), scene.last
    if last is None or scene.unit not in ("day", "month") or scene.fresh:
        return None
    month = Day(*last[:2], 1)
    if scene.unit == "day" and day < last.day:
        month = add_months(month, 1)
    if not is_day(*month[:2], day):
        return None
    return Reading(value_at(Day(*month[:2], day), "day"), anchor=f"the month of {last}", confidence=0.7)


def _ides(match: re.Match[str], scene: Scene) -> Reading | None:
    """The 15th of March, May, July and October, the 13th of the others."""
    month = int(meaning("month", match["month"]))
    day = 15 if month in (3, 5, 7, 10) else 13
    if match["year"]:
        number = int(match["year"])
        year = 1 - number if match["era"] and match["era"][0] == "B" else number
        return Reading(f"{year_name(year)}-{month:02d}-{day}")
    found = month_near(match, scene, month, None, "")
    return Reading(f"{found.value}-{day}", anchor=found.anchor, confidence=found.confidence)


def _before_last(match: re.Match[str], scene: Scene) -> Reading | None:
    """The month before last, the Friday before last, the week after next."""
    now = scene.now
    if now is None:
        return None
    back = match["side"].lower().startswith("before")
    if match["weekday"]:
        number = int(meaning("weekday", match["weekday"])) - 1
        days = (weekday(now) - number) % 7 or 7
        day = add_days(now, -days - 7) if back else add_days(now, (number - weekday(now)) % 7 + 7)
        return Reading(value_at(day, "day"), anchor=f"counted from {now}", confidence=0.9)
    unit = match["unit"].lower()
    base = now if unit in DAYS else Day(*now[:2], min(now.day, days_in_month(*now[:2])))
    return Reading(value_at(shift(base, -2 if back else 2, unit), unit), anchor=f"counted from {now}", confidence=0.9)


SIDE = r"(?P<side>first|last|final|opening|closing)"
EACH = r"(?P<each>(?:each|every|the) (?:calendar )?month\b)"

ORDINALS = (
    Rule(
        "weekday of a month", "weekday",
        rf"\b(?:the )?(?P<nth>first|second|third|fourth|fifth|last|final|[1-5](?:st|nd|rd|th)) {WEEKDAY} (?:of|in) "
        rf"(?:{EACH}|{PERIOD})",
        _nth_weekday, "It opened on [the third Saturday of June].", "2019-06-15",
    ),
    Rule(
        "first or last units of a period", "unit",
        rf"\b(?:the )?{SIDE} (?:{COUNT} )?(?P<unit>days?|weeks?|weekend|months?|quarters|years?) (?:of|in) {PERIOD}",
        _stretch, "They waited in [the first two weeks of June].", "2019-06",
    ),
    Rule(
        "week of a month by number", "unit",
        rf"\b(?:the )?(?P<nth>second|third|fourth|fifth|[2-5](?:nd|rd|th)) (?P<unit>week) (?:of|in) {PERIOD}",
        _nth_stretch, "It fell in [the second week of May].", "2019-05",
    ),
    Rule(
        "day of this or last month", "unit", rf"\bthe {DAY_TH} of {WHICH} month\b",
        _day_of_month, "Due on [the 23rd of last month].", "2019-06-23",
    ),
    Rule(
        "worded day, month, year", "month",
        rf"\b(?:the )?(?P<ordinal>{ORDINAL_DAY}) (?:day )?(?:of )?{MONTH},? {YEAR}",
        _worded, "Opened on [the fourteenth of May, 1962].", "1962-05-14",
    ),
    Rule(
        "month, worded day, year", "month", rf"\b{MONTH}(?: the)? (?P<ordinal>{ORDINAL_DAY}),? {YEAR}",
        _worded, "Opened on [May the fourteenth, 1962].", "1962-05-14",
    ),
    Rule(
        "day of the month spoken of", "digit",
        r"(?<!\w)the (?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?= ?(?:[.,;:)]|$)| (?:and|or|until|to|when|as|the|he"
        r"|she|they|it|we)\b)",
        _bare, "The wall fell on March 3 and the roof on [the 11th].", "2019-03-11",
    ),
    Rule(
        "ides", "month", rf"\b(?:the )?Ides of {MONTH}(?:,? {YEAR})?",
        _ides, "Told on [the Ides of March].", "2019-03-15",
    ),
    Rule(
        "before last", "unit",
        r"\bthe (?P<unit>weekend|week|month|year)(?P<weekday>(?!))? (?P<side>before last|after next)\b",
        _before_last, "Nobody struck [the month before last].", "2019-05",
    ),
    Rule(
        "weekday before last", "weekday", rf"\b(?:the )?{WEEKDAY} (?P<side>before last|after next)\b",
        _before_last, "A bus burned [the Friday before last].", "2019-07-19",
    ),
)  # fmt: skip
