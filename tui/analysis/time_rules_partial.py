"""Rules for dates that leave something out: weekdays, months and days without a year, seasons, quarters, halves."""

import re

from tui.analysis.calendar import SEASONS, add_days, days_between, first_day, is_day, weekday
from tui.analysis.model import Day, TimeType
from tui.analysis.time_rule import Reading, Rule, said
from tui.analysis.time_scene import Mode, Scene, shift, value_at, year_name
from tui.analysis.time_words import (
    DAY,
    HYPHEN,
    MONTH,
    OF_DAY,
    OF_WEEK,
    ORDINAL_DAY,
    PART,
    SEASON,
    WEEKDAY,
    YEAR,
    meaning,
    mod_of,
    nth_of,
)

WHICH = r"(?P<which>this past|this coming|last|past|next|this|coming|that(?: same)?|the same|the following|the previous|the next)"
STEPS = {"last": -1, "past": -1, "this past": -1, "the previous": -1, "next": 1, "the following": 1, "the next": 1}
STEPS |= {"coming": 1, "this coming": 1}


def step_of(words: str | None) -> int | None:
    """-1 for "last", 1 for "next", 0 for "this" and "that"; None where nothing is said."""
    return STEPS.get(" ".join(words.lower().split()), 0) if words else None


def nearest_year(month: int, day: int, now: Day) -> int | None:
    """The year in which month and day lie nearest to `now`."""
    found = [year for year in (now.year - 1, now.year, now.year + 1) if is_day(year, month, day)]
    return min(found, key=lambda year: abs(days_between(now, Day(year, month, day))), default=None)


def month_day(match: re.Match[str], scene: Scene, month: int, day: int, mod: str = "") -> Reading | None:
    """A day whose year is not said: near the publication date in news, in the running year of a narrative."""
    if not is_day(4, month, day):
        return None
    value = f"{month:02d}-{day:02d}"
    if year := shared_year(match, scene, month):
        return Reading(f"{year_name(year)}-{value}", mod=mod, anchor="the year behind it", confidence=0.95)
    if scene.told:
        year = running_year(scene, month)
        return Reading(f"{year_name(year)}-{value}", mod=mod, anchor=f"the year of {scene.last}", confidence=0.8)
    if scene.published is None:
        if scene.last is None:
            return Reading(f"XXXX-{value}", mod=mod, confidence=0.3)
        return Reading(f"{year_name(scene.last.year)}-{value}", mod=mod, anchor=f"the year of {scene.last}", confidence=0.6)
    year_found = nearest_year(month, day, scene.published)
    if year_found and days_between(scene.published, Day(year_found, month, day)) > AHEAD_DAYS and not scene.ahead(match):
        year_found -= 1
        if not is_day(year_found, month, day):
            year_found = None
    if year_found is None:
        return Reading(f"XXXX-{value}", mod=mod, confidence=0.3)
    return Reading(
        f"{year_name(year_found)}-{value}", mod=mod, anchor=f"nearest to {scene.published}", confidence=0.9
    )


JOINED = re.compile(
    r"\s*(?:,\s*(?:and\s+)?|/|[-–—]|\b(?:and|or|to|until|till|through)\b)\s*(?:(?:on|in|from|until)\s+)?(?:the\s+)?"
    r"(?:early\s+|late\s+|mid-?|(?:end|beginning|middle)\s+of\s+)?"
    r"(?:(?:[0-3]?\d)(?:st|nd|rd|th)?\s+)?(?P<month>(?-i:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?))"
    r"(?:\s+(?:[0-3]?\d)(?:st|nd|rd|th)?)?,?\s+(?:of\s+)?(?P<year>1\d{3}|20\d\d)\b",
    re.IGNORECASE,
)


def shared_year(match: re.Match[str], scene: Scene, month: int) -> int | None:
    """The year of a list or range that only its last date says: "in April and June 1955", "3 May to 5 June 1917"."""
    joined = JOINED.match(scene.text, match.end())
    if joined is None:
        return None
    later = int(meaning("month", joined["month"]))
    return int(joined["year"]) - (month > later)


def running_year(scene: Scene, month: int) -> int:
    """The year a narrative is in: a month far behind the one before belongs to the next year."""
    assert scene.last is not None
    fine = scene.unit in ("day", "week", "weekend", "month")
    return scene.last.year + (1 if fine and scene.last.month - month >= ROLLOVER else 0)


AHEAD_DAYS = 120
AHEAD_MONTHS = 3
ROLLOVER = 9  # months


def month_near(match: re.Match[str], scene: Scene, month: int, step: int | None, mod: str) -> Reading:
    """A month without a year: the last one, unless what stands before announces one to come."""
    if year := shared_year(match, scene, month):
        return Reading(f"{year_name(year)}-{month:02d}", mod=mod, anchor="the year behind it", confidence=0.95)
    if scene.told and not step and not said(match, "which").startswith(("this", "last", "next")):
        year = running_year(scene, month)
        return Reading(f"{year_name(year)}-{month:02d}", mod=mod, anchor=f"the year of {scene.last}", confidence=0.8)
    now = scene.that if said(match, "which").startswith(("that", "the")) else scene.now
    if now is None:
        return Reading(f"XXXX-{month:02d}", mod=mod, confidence=0.3)
    here = now.year * 12 + now.month
    past = now.year if month <= now.month else now.year - 1
    coming = now.year if month >= now.month else now.year + 1
    if step == -1:
        year, how = (past if month != now.month else past - 1), "last before"
    elif step == 1:
        year, how = (coming if month != now.month else coming + 1), "next after"
    elif scene.ahead(match):
        year, how = coming, "next after"
    elif step == 0:
        year, how = min((past, coming), key=lambda found: abs(found * 12 + month - here)), "nearest to"
    elif coming * 12 + month - here <= AHEAD_MONTHS and coming * 12 + month - here <= here - past * 12 - month:
        year, how = coming, "nearest to"
    else:
        year, how = past, "last before"
    return Reading(f"{year_name(year)}-{month:02d}", mod=mod, anchor=f"{how} {now}", confidence=0.85)


TO_DAY = re.compile(r"day\s*(?:\b(?:to|through|until|till)\b|[-–])\s*$", re.IGNORECASE)  # Monday to ...


def weekday_near(match: re.Match[str], scene: Scene, number: int, step: int | None = None) -> tuple[Day | None, str]:
    """The day of a weekday, 0 for Monday, and the anchor in words: the last one, today included, unless announced."""
    now = scene.now
    if now is None:
        return None, ""
    if scene.near and TO_DAY.search(scene.before(match)):
        return add_days(scene.near, (number - weekday(scene.near)) % 7), f"next from {scene.near} on"
    if scene.mode is Mode.NARRATIVE and scene.unit == "day" and scene.last and not step:
        return add_days(scene.last, (number - weekday(scene.last)) % 7), f"next from {scene.last} on"
    back = (weekday(now) - number) % 7
    if step == 1 or (step == 0 and scene.ahead(match)):
        return add_days(now, 7 - back if back else (7 if step else 0)), f"next after {now}"
    if step == -1:
        return add_days(now, -(back or 7)), f"last before {now}"
    if back and scene.ahead(match):
        return add_days(now, 7 - back), f"next after {now}"
    return add_days(now, -back), f"last up to {now}"


def weekday_reading(match: re.Match[str], scene: Scene, step: int | None, mod: str = "", part: str = "") -> Reading:
    """A weekday, or a part of its day."""
    number = int(meaning("weekday", match["weekday"])) - 1
    day, anchor = weekday_near(match, scene, number, step)
    value = str(day) if day is None or day.year > 0 else value_at(day, "day")
    kind = TimeType.TIME if part else TimeType.DATE
    suffix = f"T{part}" if part else ""
    if day is None:
        return Reading(f"XXXX-WXX-{number + 1}{suffix}", kind, mod, confidence=0.3)
    return Reading(value + suffix, kind, mod, anchor=anchor, confidence=0.9)


def _weekday(match: re.Match[str], scene: Scene) -> Reading | None:
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


NOT_MONTH = {  # names and verbs
    "may": re.compile(r"\s+(?:[A-Z]|be\b|have\b|not\b|also\b|or\b|well\b|still\b|never\b|yet\b|I\b|[a-z]+\b(?<=e)\s+(?:a|the)\b)"),
    "march": re.compile(r"\s+(?:on\b|to\b|toward|through\s+the\b|by\s+the|down\b|up\b|against\b|for\b|in\s+(?:the|protest))"),
    "august": re.compile(r"\s+[A-Z][a-z]"),
    "april": re.compile(r"\s+[A-Z][a-z]"),
    "june": re.compile(r"\s+[A-Z][a-z]"),
    "jan": re.compile(r"\s+[A-Z][a-z]"),
    "mar": re.compile(r"."),
    "dec": re.compile(r"\s+[A-Z]"),
}
BEFORE_MONTH = re.compile(
    r"\b(?:in|of|by|since|until|till|through|during|from|to|and|before|after|this|last|next|early|late|mid|for|every|each|or"
    r"|the|between|around|on|past|sometime|than|as)[\s-]+$|[-–,(/]\s?$",
    re.IGNORECASE,
)


def _month(match: re.Match[str], scene: Scene) -> Reading | None:
    name, word = match["month"], match["month"].lower().rstrip(".")
    guard = NOT_MONTH.get(word)
    if not (match["part"] or match["which"]) and guard:
        before = scene.before(match)
        if name.isupper() or guard.match(scene.after(match)) or not BEFORE_MONTH.search(before):
            return None
    if word != name.lower() and len(word) == 3 and not name.endswith("."):
        return None
    return month_near(match, scene, int(meaning("month", word)), step_of(match["which"]), mod_of(match["part"]))


def _month_of_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """"June last year", "August of that year"."""
    month, step = int(meaning("month", match["month"])), step_of(match["which"]) or 0
    that = not match["which"].lower().startswith(("last", "next", "this"))
    now = scene.that if that else scene.now
    day = f"-{int(match['day']):02d}" if match["day"] else ""
    if now is None:
        return Reading(f"XXXX-{month:02d}{day}", mod=mod_of(match["part"]), confidence=0.3)
    return Reading(
        f"{year_name(now.year + step)}-{month:02d}{day}", mod=mod_of(match["part"]), anchor=f"{match['which']} year, {now}",
        confidence=0.9,
    )  # fmt: skip


def season_near(match: re.Match[str], scene: Scene, code: str, step: int | None) -> tuple[int | None, str]:
    """The year of a season and the anchor in words."""
    first, which = SEASONS[code], said(match, "which")
    if which.startswith(("that", "the same")) and scene.near:
        return scene.near.year, f"the year of {scene.near}"
    if scene.mode is Mode.NARRATIVE and scene.last and step is None:
        return scene.last.year, f"the year of {scene.last}"
    now = scene.then if which.startswith("the") else scene.now
    if now is None:
        return None, ""
    if step == -1:
        return (now.year if first + 2 < now.month else now.year - 1), f"last before {now}"
    if step == 1 or scene.ahead(match):
        return (now.year if first + (2 if step is None else 0) >= now.month else now.year + 1), f"next after {now}"
    if code == "WI" and now.month <= 6:
        return now.year - 1, f"nearest to {now}"
    return now.year, f"the year of {now}"


def _season(match: re.Match[str], scene: Scene) -> Reading | None:
    word = match["season"].lower()
    code = meaning("season", word)
    lead = match["lead"] or re.search(r"\b(?:in|by|until|since)\s+$", scene.before(match, 10))
    if word in ("fall", "spring") and not (match["which"] or match["part"]):
        if word == "fall" or re.match(r"\s+(?:of|from|in|to|into|apart|out|for|back|up)\b", scene.after(match)):
            return None
        if not lead:
            return None
    step = step_of(match["which"])
    mod = mod_of(match["part"])
    if match["of_year"]:
        year_step, now = step_of(match["of_year"]) or 0, scene.now
        year, how = (now.year + year_step, f"{match['of_year']} year, {now}") if now else (None, "")
    else:
        year, how = season_near(match, scene, code, step)
    if year is None:
        return Reading(f"XXXX-{code}", mod=mod, confidence=0.3)
    return Reading(f"{year_name(year)}-{code}", mod=mod, anchor=how, confidence=0.7)


def _half(match: re.Match[str], scene: Scene) -> Reading | None:
    half = 1 if match["nth"].lower() == "first" else 2
    if match["year"]:
        return Reading(f"{match['year']}-H{half}")
    now = scene.now if not match["which"] or match["which"].lower().startswith(("last", "next", "this")) else scene.then
    if now is None:
        return Reading(f"XXXX-H{half}", confidence=0.3)
    return Reading(f"{year_name(now.year + (step_of(match['which']) or 0))}-H{half}", anchor=f"counted from {now}", confidence=0.8)


def _week_of(match: re.Match[str], scene: Scene) -> Reading | None:
    found = month_day(match, scene, int(meaning("month", match["month"])), int(match["day"]))
    day = first_day(found.value) if found else None
    if found is None or day is None:
        return None
    return Reading(value_at(day, "week"), anchor=found.anchor, confidence=0.9)


def _weekend(match: re.Match[str], scene: Scene) -> Reading | None:
    step = step_of(match["which"])
    then = match["which"] is not None and match["which"].lower().startswith(("that", "the"))
    now = scene.then if then else scene.now
    if now is None:
        return Reading("XXXX-WXX-WE", confidence=0.3)
    day = shift(now, step or 0, "week")
    if not step and not then and weekday(now) < 5 and not scene.ahead(match) and not (match["which"] or "").lower() == "this":
        day = shift(now, -1, "week")
    if step == -1 and weekday(now) >= 5 and match["which"].lower() == "past":
        day = now
    return Reading(value_at(day, "weekend"), mod=mod_of(match["part"]), anchor=f"counted from {now}", confidence=0.8)


ORD_DAY = rf"(?:{DAY}|(?P<ordinal>{ORDINAL_DAY})\b)"
NO_YEAR = r"(?!,? ?\d{4}\b|,? ?\d{1,4} ?(?-i:BC|AD|CE|A\.D)|%|,\d{3})"
LIST = rf"(?: ?{HYPHEN} ?|(?:, \d\d?)* (?:to|and|or|until|through) (?:the )?|, )"

PARTIAL = (
    Rule(
        "month day", "month", rf"{OF_WEEK}(?:\b{PART}(?: on)? )?(?:{WHICH} )?\b{MONTH}(?: the)? {ORD_DAY}{NO_YEAR}", _month_day,
        "She left on [March 12].", "2019-03-12",
    ),
    Rule(
        "day month", "month", rf"{OF_WEEK}(?P<part>early on )?(?:the )?\b{ORD_DAY} (?:of )?{MONTH}{NO_YEAR}", _month_day,
        "She left on [12 March].", "2019-03-12",
    ),
    Rule(
        "first of several days", "month",
        rf"(?<![\d.,:$£€/–-])\b(?:the )?(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?={LIST}\d\d?(?:st|nd|rd|th)? (?:of )?{MONTH}(?:,? {YEAR})?)",
        _day_before_list, "Between [3] and 5 May 1915 they fought.", "1915-05-03",
    ),
    Rule(
        "last of several days", "month",
        r"(?:(?<=\d[-–])|(?<=\d\sand\s)|(?<=\d\sto\s)|(?<=\d,\s)|(?<=\d\sor\s))(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?\b"
        r"(?![\d.,:%]\d| ?(?-i:[A-Z])|[-–]\w| (?!was\b|as\b|this\b|his\b)[a-z]+s\b| (?:percent|million|billion|more|other|of|men|people)\b)",
        _day_after_list, "Held on April 24 and [25].", "2019-04-25",
    ),
    Rule(
        "month of a year told by this or that", "month",
        rf"\b(?:{PART}[- ])?{MONTH}(?: {DAY})?,?(?: of)? {WHICH} year\b", _month_of_year, "Sold in [June last year].", "2018-06",
    ),
    Rule("week of a day", "month", rf"\b(?:the )?week (?:of|beginning|ending) {MONTH} {DAY}{NO_YEAR}", _week_of, "In [the week of March 6].", "2019-W10"),
    Rule(
        "weekday", "weekday", rf"\b(?:{PART} (?:on )?)?(?:{WHICH} )?{WEEKDAY}\b(?!['’]?s (?:nights|mornings))", _weekday,
        "They met on [last Monday].", "2019-07-29",
    ),
    Rule(
        "part of a weekday", "weekday", rf"\b(?:{PART} )?(?:{WHICH} )?{WEEKDAY}(?: in the| at)? {OF_DAY}\b(?!s)", _weekday_part,
        "The vote of [Monday night].", "2019-07-29TNI",
    ),
    Rule("month", "month", rf"\b(?:{PART}[- ](?:the month of )?)?(?:{WHICH} (?:early |late |mid-)?)?{MONTH}(?!\w)", _month, "It fell [this past March].", "2019-03"),
    Rule(
        "season", "season", rf"\b(?P<lead>the\s)?(?:{PART}[- ](?:the )?)?(?:{WHICH} )?{SEASON}(?:(?: of)? (?P<of_year>this|last|next|that|the same|the next|the following) year)?\b"
        r"(?! (?:olympic|games|time|palace|break|house|school|street|camp))",
        _season, "Elections come [next spring].", "2020-SP",
    ),
    Rule(
        "half", "half", rf"\b(?:the )?(?P<nth>first|second|last|latter)[- ]half(?: of (?:{YEAR}|the (?:fiscal )?year|{WHICH} (?:fiscal )?year)|(?= (?:net|profit|results|earnings|sales|of the year)))",
        _half, "Profit in [the first half of this year].", "2019-H1",
    ),
    Rule("weekend", "weekend", rf"\b(?:{PART} )?(?:{WHICH} |the )weekend\b", _weekend, "Over [the weekend] it rained.", "2019-W30-WE"),
)  # fmt: skip
