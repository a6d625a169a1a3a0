"""Rules for dates in words that name their year: full dates, months, years, before and after Christ."""

import re

from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.times.days.calendar import is_day
from tui.analysis.times.guards import counts_things, is_named, is_year
from tui.analysis.times.rule import Reading, Rule, said
from tui.analysis.times.scene import Mode, Scene, year_name
from tui.analysis.times.words import (
    DAY,
    HYPHEN,
    MONTH,
    OF_WEEK,
    ONES,
    PART,
    SEASON,
    TEENS,
    TENS,
    YEAR,
    meaning,
    mod_of,
    number_of,
)


def _year(match: re.Match[str]) -> int:
    """The year of a match; 44 BC is -43."""
    number, era = int(match["year"]), match["era"]
    return 1 - number if era and era[0] == "B" else number


def _date(match: re.Match[str], scene: Scene) -> Reading | None:
    year, month, day = _year(match), int(meaning("month", match["month"])), int(match["day"])
    return Reading(f"{year_name(year)}-{month:02d}-{day:02d}") if is_day(year, month, day) else None


def _early_day(match: re.Match[str], scene: Scene) -> Reading | None:
    year, month, day = int(match["old"]), int(meaning("month", match["month"])), int(match["day"])
    if not is_day(year, month, day):
        return None
    return Reading(f"{year_name(year)}-{month:02d}-{day:02d}", confidence=0.8)


def _early_month(match: re.Match[str], scene: Scene) -> Reading | None:
    return Reading(f"{int(match['old']):04d}-{int(meaning('month', match['month'])):02d}", confidence=0.8)


def _days(match: re.Match[str], scene: Scene) -> Reading | None:
    """March 5-9, 1918: one stretch of days."""
    year, month = _year(match), int(meaning("month", match["month"]))
    first, last = int(match["day"]), int(match["until"])
    if year < 1 or first >= last or not is_day(year, month, last):
        return None
    return Reading(f"{year:04d}-{month:02d}-{first:02d}/{year:04d}-{month:02d}-{last:02d}")


def _month(match: re.Match[str], scene: Scene) -> Reading | None:
    return Reading(f"{year_name(_year(match))}-{int(meaning('month', match['month'])):02d}", mod=mod_of(match["part"]))


def _season(match: re.Match[str], scene: Scene) -> Reading | None:
    code = meaning("season", match["season"])
    return Reading(f"{year_name(_year(match))}-{code}", mod=mod_of(match["part"]))


def _split_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """2011/12, the 1999-2000 season: both years."""
    year, following = int(match["year"]), match["next"] or match["then"]
    if (year + 1) % 10 ** len(following) != int(following):
        return None
    return Reading(f"{year}/{year + 1}", confidence=0.9)


AT_AN_HOUR = LazyPattern(  # "he slept between 1040 and 1050", in news
    r"\b(?:between|at|until|till|(?:shortly|just|soon)\s+(?:before|after)|(?:between|from)\s+[01]\d[0-5]\d\s+(?:and|to))\s+$"
)
NO_YEARS_OF_NEWS = 1260  # "1259" may be an hour


def _bare_year(match: re.Match[str], scene: Scene) -> Reading | None:
    year = _year(match)
    hour = not scene.history and scene.mode is Mode.NEWS and year < NO_YEARS_OF_NEWS and year % 100 < 60
    if hour and AT_AN_HOUR.search(scene.before(match, 30)):
        return None
    if not is_year(match, scene, year, bool(match["era"] or match["part"] or match["about"])):
        return None
    if said(match, "about") in ("about", "approximately") and not is_named(match, scene):
        return None
    mod = mod_of(match["part"]) or ("APPROX" if match["about"] else "")
    return Reading(year_name(year), mod=mod, confidence=1.0 if is_named(match, scene) else 0.9)


def _old_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """A bare 490 where the years are before Christ."""
    if scene.last is None or scene.last.year > 0 or counts_things(match, scene):
        return None
    number = int(match["old"])
    if abs(1 - scene.last.year - number) > 150:
        return None
    return Reading(f"BC{number:04d}", mod=mod_of(match["part"]), anchor="the era of the date before", confidence=0.8)


def _first_old(match: re.Match[str], scene: Scene) -> Reading | None:
    return Reading(f"BC{int(match['old'].replace(',', '')):04d}")


def _short_year(match: re.Match[str], scene: Scene) -> Reading | None:
    year = int(match["short"])
    return Reading(str(year + (1900 if year > 29 else 2000)), mod=mod_of(match["part"]), confidence=0.8)


LED = LazyPattern(r"(?:\b(?:in|of|during|from|the|by|for|since|between)\s+|\()\d{4}[-–]$", re.IGNORECASE)


def _closing_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """The second year of 1957-60."""
    opening = scene.text[match.start() - 5 : match.start() - 1]
    if not re.fullmatch(r"1\d{3}|20\d\d", opening) or scene.text[match.start() - 6 : match.start() - 5].isdigit():
        return None
    if len(match["short"]) == 1 and not LED.search(scene.before(match, 30)):
        return None
    year = int(opening[: 4 - len(match["short"])] + match["short"])
    return Reading(str(year)) if year > int(opening) else None


def _worded_year(match: re.Match[str], scene: Scene) -> Reading | None:
    rest = number_of(match["rest"]) if match["rest"] else 0
    spoken = said(match, "century")
    century = {"eighteen": 1800, "nineteen": 1900}.get(spoken, 2000)
    if rest is None or not (10 <= rest <= 99 or spoken == "two thousand"):
        return None
    value = str(century + int(rest))
    if match["month"]:
        value += f"-{int(meaning('month', match['month'])):02d}"
    elif match["season"]:
        value += f"-{meaning('season', match['season'])}"
    return Reading(value)


def _fiscal(match: re.Match[str], scene: Scene) -> Reading | None:
    digits = match["digits"]
    return Reading(digits if len(digits) == 4 else f"20{digits}", anchor="a fiscal year", confidence=0.8)


JOINED = rf"(?= ?(?:{HYPHEN}|to|and|until|or) ?\d{{1,4}} ?(?-i:BCE?|B\.C\.))"

EXPLICIT = (
    Rule(
        "month day year", "month", rf"{OF_WEEK}{MONTH} {DAY},? {YEAR}",
        _date, "Attacked on [March 12, 2019].", "2019-03-12",
    ),
    Rule(
        "day month year", "month", rf"{OF_WEEK}(?:the )?\b{DAY} (?:of )?{MONTH},? {YEAR}",
        _date, "Caesar fell on [15 March 44 BC].", "BC0044-03-15",
    ),
    Rule(
        "day month of an early year", "month",
        rf"{OF_WEEK}(?:the )?\b{DAY} (?:of )?{MONTH},? (?P<old>[1-9]\d\d)(?=[.,;:)\]](?!\d)| ?$|\n| (?:and|at|in|by"
        rf"|when|or)\b)",
        _early_day, "Ambrose died on [4 April 397].", "0397-04-04",
    ),
    Rule(
        "month of an early year", "month",
        rf"\b{MONTH} of (?P<old>[1-9]\d\d)(?=[.,;:)\]](?!\d)| ?$|\n| (?:and|at|in|by|when|or)\b)",
        _early_month, "Theodore died in [December of 384].", "0384-12",
    ),
    Rule(
        "days of a month and year", "month", rf"\b{MONTH} {DAY} ?{HYPHEN} ?(?P<until>3[01]|[12]\d|[1-9])(?:st|nd|rd"
        rf"|th)?,? {YEAR}",
        _days, "Talks took place on [March 5-9, 1918].", "1918-03-05/1918-03-09",
    ),
    Rule(
        "month year", "month", rf"\b(?:{PART}[- ])?(?:the month of )?{MONTH},?(?: of| in)? {YEAR}",
        _month, "It began in [late February 2019].", "2019-02",
    ),
    Rule(
        "season year", "season", rf"\b(?:the )?(?:{PART}[- ](?:the )?)?{SEASON},?(?: of)? {YEAR}"
        r"(?:[-–/](?:\d\d){1,2}\b)?",
        _season, "Through [the early summer of 1914] they waited.", "1914-SU",
    ),
    Rule(
        "year over new year", "digit",
        rf"(?<![\w/.,:$£€#-])(?:the )?(?P<year>(?:1[5-9]|20)\d\d)(?:/(?P<next>(?:\d\d)?\d\d)(?![\w/]|[.,:]\d)"
        rf"|{HYPHEN}(?P<then>(?:\d\d)?\d\d)(?= (?:season|(?:school|academic|fiscal|financial|tax|crop|marketing"
        rf"|budget"
        r"|football) year|campaign|winter|harvest)\b))",
        _split_year, "Output fell in [2011/12] by a third.", "2011/2012",
    ),
    Rule(
        "year", "digit",
        rf"(?<![\d$£€#.,/:])(?<!\$[-–])\b(?:(?:the )?{PART}[- ](?:the year )?|(?P<about>ca?\.|circa|around|about"
        rf"|approximately) |the year )?\b{YEAR}"
        r"(?!s\b|[-–]\d{3}\b|(?<=0)['’]s\b|\d|%|,\d|\.\d|/\d|:\d)(?! ?(?:a\.m|p\.m|hrs|GMT))",
        _bare_year, "He was elected in [1998].", "1998",
    ),
    Rule(
        "thousands of years BC", "digit", r"(?<![\d,.])(?:the year )?(?P<old>\d,\d{3}) ?(?-i:BCE?|B\.C\.(?:E\.)?)",
        _first_old, "Bones of [8,000 BC] lay there.", "BC8000",
    ),
    Rule(
        "range's first year BC", "digit", rf"(?<![\d,.])\b(?P<old>\d{{1,4}}){JOINED}",
        _first_old, "The wars of [499]–449 BC.", "BC0499",
    ),
    Rule(
        "year in BC context", "three figures",
        rf"\b(?:(?<=in\s)|(?<=of\s)|(?<=since\s)|(?<=until\s)|(?<=by\s)|(?<=and\s)|(?<=from\s)|{PART}[- ])"
        r"(?P<old>[1-9]\d\d)\b(?![,.]\d|%| ?BC)",
        _old_year, "It began in 499 BC and ended in [490].", "BC0490",
    ),
    Rule(
        "short year", "apostrophe", rf"(?:\b{PART}[- ])?(?<![\w’'])['’](?P<short>\d\d)\b(?!s)",
        _short_year, "The boom of [’98] ended.", "1998",
    ),
    Rule(
        "range's last year", "digit", r"(?<=\d\d[-–/])(?P<short>\d\d|(?<![/])\d)\b(?![-–/.,:]\d|[-–])",
        _closing_year, "The campaign of 1957–[60] failed.", "1960",
    ),
    Rule(
        "year in words", "year in words",
        rf"\b(?:{MONTH} |(?:the )?{SEASON} of )?(?:the year )?(?P<century>eighteen|nineteen|twenty|two thousand)"
        rf"(?:[- ](?:and )?(?P<rest>(?:{TENS})(?:[- ](?:{ONES}))?|{TEENS}|{ONES}))?\b"
        r"(?![- ](?:\w+ )?(?:years?|days?|months?|people|men|points?|percent|dollars?|miles|hours?|minutes?|times))",
        _worded_year, "It opened in [nineteen ninety-six].", "1996",
    ),
    Rule(
        "fiscal year", "digit", r"\b(?:the )?(?:fiscal(?: year)?|FY) ?['’]?(?P<digits>20\d\d|19\d\d|\d\d)(?!\d)",
        _fiscal, "Sales for [fiscal 2018] rose.", "2018",
    ),
)  # fmt: skip
