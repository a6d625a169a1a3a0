"""Rules for times of day: clock times with their zone and day, and parts of a day."""

import re

from tui.analysis.model import TimeType
from tui.analysis.times.resolve import month_day, weekday_near
from tui.analysis.times.rule import Reading, Rule, said
from tui.analysis.times.scene import Scene, shift, value_at
from tui.analysis.times.words import DAY, MONTH, OF_DAY, OF_WEEK, PART, WEEKDAY, YEAR, ZONE, meaning, mod_of, number_of

NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def day_of_match(match: re.Match[str], scene: Scene) -> tuple[str, str]:
    """The day a match names behind its clock time, else the running day; and the anchor in words."""
    if name := said(match, "month") or said(match, "month2"):
        month, day = int(meaning("month", name)), int(said(match, "day") or said(match, "day2"))
        if said(match, "year"):
            return f"{int(match['year']):04d}-{month:02d}-{day:02d}", ""
        found = month_day(match, scene, month, day)
        return (found.value, found.anchor) if found else ("XXXX-XX-XX", "")
    if said(match, "weekday"):
        found_day, anchor = weekday_near(match, scene, int(meaning("weekday", match["weekday"])) - 1)
        return (value_at(found_day, "day") if found_day else "XXXX-XX-XX"), anchor
    if word := said(match, "day_word"):
        step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
        return (
            (value_at(shift(scene.published, step, "day"), "day"), f"counted from {scene.published}")
            if scene.published
            else ("XXXX-XX-XX", "")
        )
    base = scene.last if scene.last and scene.unit == "day" else scene.published
    if scene.history and base == scene.published and scene.last is not None:
        base = None  # "at 10:08 on a Monday evening": some day of the story, not the one it was written on
    return (value_at(base, "day"), f"the day spoken of, {base}") if base else ("XXXX-XX-XX", "")


def _clock(match: re.Match[str], scene: Scene) -> Reading | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = said(match, "half")[:1]
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return _at(match, scene, f"{hour:02d}:{minute:02d}")


def _at(match: re.Match[str], scene: Scene, clock: str) -> Reading | None:
    day, anchor = day_of_match(match, scene)
    sure = 0.4 if day.startswith("X") else 0.9
    clock += "Z" if re.fullmatch(r"(?:utc|gmt|z)", said(match, "zone").strip("()")) else ""
    return Reading(f"{day}T{clock}", TimeType.TIME, mod_of(said(match, "about")), anchor=anchor, confidence=sure)


def _twenty_four(match: re.Match[str], scene: Scene) -> Reading | None:
    """14:30 without a.m. or p.m.: a score, a verse or a race time unless something says otherwise."""
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 24 or minute > 59:
        return None
    told = any(match[group] for group in ("zone", "weekday", "day_word", "month", "month2"))
    if not told and not re.search(
        r"\b(?:at|by|until|till|from|since|before|after|around|about)\s*$", scene.before(match)
    ):
        return None
    return _at(match, scene, f"{hour:02d}:{minute:02d}")


def _o_clock(match: re.Match[str], scene: Scene) -> Reading | None:
    hour = number_of(match["hour"])
    if hour is None or not 1 <= hour <= 12:
        return None
    part = said(match, "of_day") or said(match, "of_its_day")
    later = part in ("afternoon", "evening") or (part == "night" and hour >= 6)
    return _at(match, scene, f"{int(hour) % 12 + 12 if later else int(hour):02d}:{said(match, 'minute') or '00'}")


def _named(match: re.Match[str], scene: Scene) -> Reading | None:
    if re.match(r"\s+[A-Z]\w+", scene.after(match)) and match["name"][0].isupper():
        return None
    return _at(match, scene, NAMED[match["name"].lower()])


def _part_of_date(match: re.Match[str], scene: Scene) -> Reading | None:
    day, anchor = day_of_match(match, scene)
    return Reading(
        f"{day}T{meaning('part of day', match['of_day'])}",
        TimeType.TIME,
        mod_of(said(match, "part")),
        anchor=anchor,
        confidence=0.9,
    )


def _overnight(match: re.Match[str], scene: Scene) -> Reading | None:
    day, anchor = day_of_match(match, scene)
    return Reading(f"{day}TNI", TimeType.TIME, anchor=anchor, confidence=0.9)


def _part(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "in the morning", "the afternoon", "overnight": of the day spoken of."""
    base = scene.last if scene.last and scene.unit == "day" else scene.published if scene.mode == "news" else None
    if base and scene.published and base > scene.published and scene.told_as_past(match):
        base = scene.published  # what is over was not done on the day to come that was spoken of
    day = value_at(base, "day") if base else "XXXX-XX-XX"
    code = meaning("part of day", said(match, "of_day")) or "NI"
    return Reading(
        f"{day}T{code}",
        TimeType.TIME,
        mod_of(said(match, "part")),
        anchor=f"the day spoken of, {base}" if base else "",
        confidence=0.5,
    )


ANY_MONTH = MONTH.replace("?P<month>", "?:")
DAY_MONTH = rf"(?P<day2>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?{MONTH.replace('?P<month>', '?P<month2>')}"
ITS_DATE = rf"(?:{ANY_MONTH} \d|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{ANY_MONTH})"  # behind a weekday
CLOCK_DAY = (
    rf"(?:,?(?: on)? (?:(?P<day_word>today|yesterday|tomorrow)\b|{WEEKDAY}\b(?!,? (?:the )?{ITS_DATE})"
    rf"|(?:\w+day,? (?:the )?)?(?:{MONTH} {DAY}|{DAY_MONTH})(?:,? {YEAR})?))?"
)
OF_DATE = rf"(?:the )?(?:{PART}[- ](?:the )?)?{OF_DAY}(?: hours)?,? (?:of|on) "
BEFORE = (
    r"(?:(?P<about>around|about|shortly before|shortly after|just before|just after|approximately|nearly|almost) )?"
)
HALF_DAY = r"(?P<half>[ap]\.? ?m\b\.?)"

CLOCK = (
    Rule(
        "clock", "clock",
        rf"{BEFORE}(?<![\d:.,$])\b(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))? ?{HALF_DAY}"
        rf"(?:,? \(?{ZONE}\)?)?{CLOCK_DAY}",
        _clock, "It opened at [5 p.m. EST Friday].", "2019-07-26T17:00",
    ),
    Rule(
        "24-hour clock", "digit",
        r"(?<![\d:.,$/-])\b(?P<hour>[01]?\d|2[0-4])[:](?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:]|[-–]\d|\.\d|%)(?: ?"
        rf"(?:hours|hrs|h)\b)?(?: \(?{ZONE}\)?)?{CLOCK_DAY}",
        _twenty_four, "It opens at [14:30 GMT].", "2019-07-30T14:30Z",
    ),
    Rule(
        "o'clock", "clock",
        rf"{BEFORE}\b(?P<hour>\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o['’]clock\b"
        rf"(?: (?:in the|at) {OF_DAY})?(?: (?:of|on)(?= (?:the )?\d))?{CLOCK_DAY}(?: (?P<of_its_day>morning"
        r"|afternoon|evening|night)\b)?",
        _o_clock, "It opens at [five o’clock in the afternoon].", "2019-07-30T17:00",
    ),
    Rule(
        "hour in the morning", "part of day",
        rf"{BEFORE}\b(?P<hour>\d{{1,2}})(?::(?P<minute>[0-5]\d))? (?:in the|at) {OF_DAY}{CLOCK_DAY}",
        _o_clock, "They came at [4 in the morning].", "2019-07-30T04:00",
    ),
    Rule(
        "noon or midnight", "clock", rf"{BEFORE}\b(?P<name>noon|midday|midnight)\b{CLOCK_DAY}",
        _named, "It ended at [midnight Friday].", "2019-07-26T24:00",
    ),
    Rule(
        "part of a month day", "part of day", rf"\b{OF_DATE}{OF_WEEK}{MONTH} {DAY}(?:,? {YEAR})?",
        _part_of_date, "On [the night of February 13] they struck.", "2019-02-13TNI",
    ),
    Rule(
        "part of a day month", "part of day", rf"\b{OF_DATE}{OF_WEEK}(?:the )?{DAY} (?:of )?{MONTH}(?:,? {YEAR})?",
        _part_of_date, "On [the night of 13 February 1945] they struck.", "1945-02-13TNI",
    ),
    Rule(
        "part of a named weekday", "part of day", rf"\b{OF_DATE}{WEEKDAY}\b",
        _part_of_date, "On [the evening of Friday] they struck.", "2019-07-26TEV",
    ),
    Rule(
        "part of yesterday", "day word",
        rf"\b(?:the )?(?:(?P<part>early|late|mid)[- ])?{OF_DAY} (?P<day_word>yesterday|tomorrow)\b",
        _part_of_date, "The bank shut by [mid-afternoon yesterday].", "2019-07-29TAF",
    ),
    Rule(
        "early, late or mid part of day", "part of day",
        rf"(?:(?<=by\s)|(?<=until\s)|(?<=till\s))(?P<part>early|late|mid)[- ]{OF_DAY}\b",
        _part, "The bank was shut by [mid afternoon].", "2019-07-30TAF",
    ),
    Rule(
        "part of day", "part of day",
        rf"\b(?:(?<=in\s)|(?<=during\s)|(?<=by\s)|(?<=until\s))the (?:{PART} )?{OF_DAY}\b(?! (?:of|before|session"
        "|show|edition))",
        _part, "He left in [the morning].", "2019-07-30TMO",
    ),
    Rule(
        "overnight on a weekday", "part of day", rf"\bovernight (?:(?:on|into) )?{WEEKDAY}\b",
        _overnight, "The ship was lost [overnight on Friday].", "2019-07-26TNI",
    ),
    Rule("overnight", "part of day", r"\bovernight\b", _part, "Snow fell [overnight].", "2019-07-30TNI"),
)  # fmt: skip
