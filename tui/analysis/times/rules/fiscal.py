"""Rules for quarters, periods and fiscal years, as companies report them."""

import re
from dataclasses import replace

from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.model import Day, TimeType
from tui.analysis.times.days.calendar import first_day
from tui.analysis.times.resolve import month_near, step_of
from tui.analysis.times.rule import Reading, Rule
from tui.analysis.times.scene import Mode, Scene, shift, value_at, year_name
from tui.analysis.times.words import HYPHEN, MONTH, QUARTER_NTH, WHICH, meaning, nth_of

YEAR_AGO = r"year[- ](?:ago|earlier)|year-before|prior-year|previous-year|comparable|corresponding"


LAST_CENTURY, APOSTROPHES = 50, "'’"  # '89 and '09


def _quarter(match: re.Match[str], scene: Scene) -> Reading | None:
    """The last such quarter that is over, or that the reports are in for."""
    number = nth_of(match["nth"])
    if match["year"] or match["year_before"]:
        year = match["year"] or match["year_before"]
        century = "" if year.isdigit() else "19" if int(year[1:]) >= LAST_CENTURY else "20"
        return Reading(f"{century}{year.lstrip(APOSTROPHES)}-Q{number}")
    now = scene.now
    if now is None:
        return Reading(f"XXXX-Q{number}", confidence=0.3)
    which = match["which"] or match["which_before"]
    if which:
        base = now if which.lower().startswith(("last", "next", "this")) else scene.that or now
        return Reading(
            f"{year_name(base.year + (step_of(which) or 0))}-Q{number}", anchor=f"{which} year, {base}", confidence=0.9
        )
    if match["ago"]:
        year = (scene.quarter or shift(now, -3, "month")).year - (
            0 if scene.quarter and scene.quarter.year < now.year else 1
        )
        return Reading(f"{year_name(year)}-Q{number}", anchor=f"a year before {now}", confidence=0.8, carries=False)
    return _quarter_near(match, scene, now, number)


def _lettered(match: re.Match[str], scene: Scene) -> Reading | None:
    number, figures = int(match["nth"] or match["before"]), match["year"] or match["behind"]
    if figures:
        return Reading(f"{figures if len(figures) == 4 else '20' + figures}-Q{number}")
    return _quarter_near(match, scene, scene.now, number) if scene.now else Reading(f"XXXX-Q{number}", confidence=0.3)


def _half_lettered(match: re.Match[str], scene: Scene) -> Reading | None:
    figures = match["year"] or match["behind"]
    return Reading(f"{figures if len(figures) == 4 else '20' + figures}-H{match['nth'] or match['before']}")


def _quarter_near(match: re.Match[str], scene: Scene, now: Day, number: int) -> Reading:
    if scene.mode is Mode.NARRATIVE:
        year = (scene.last or now).year
        return Reading(f"{year_name(year)}-Q{number}", anchor=f"the year of {scene.last or now}", confidence=0.8)
    ended = shift(now, 1, "month")  # a quarter is spoken of as over in its last weeks
    year = now.year if ended.year > now.year or number <= (ended.month - 1) // 3 else now.year - 1
    here = (now.month + 2) // 3
    if number == here or (number > here and scene.ahead(match)):
        year = now.year
    return Reading(f"{year_name(year)}-Q{number}", anchor=f"counted from {now}", confidence=0.8)


def _this_quarter(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "the latest quarter", "the year-ago period", "the quarter": the one spoken of, or one year before it."""
    words, now = " ".join(match[0].lower().split()), scene.published
    period = "period" in words
    known = scene.quarter
    if now is None and known is None:
        return None if period else Reading("XXXX-QX", confidence=0.3)
    if period and known is None:
        return None
    base = known or shift(_known(now), -1, "quarter")
    named = known is not None and scene.fiscal
    if not named and now is not None and LATEST.match(words) and shift(base, 1, "quarter") > shift(now, 2, "week"):
        base = shift(now, -1, "quarter")  # a quarter that is still to be reported
    if not named and (ended := ENDED.match(scene.after(match))):
        found = month_near(ended, scene, int(meaning("month", ended["month"])), None, "")
        last = first_day(found.value)
        base = shift(last, -1, "month") if last else base
    if re.search(r"year|comparable|corresponding", words):
        older = known is not None and now is not None and known.year < shift(now, -1, "quarter").year
        return replace(_at(base if older else shift(base, -4, "quarter"), scene, 0.8), carries=False)
    if words.startswith(("next", "the next")):
        return _at(shift(now or base, 1, "quarter"), scene, 0.9)
    if words.startswith("last"):
        return _at(shift(now or base, -1, "quarter"), scene, 0.9)
    if words.startswith(("this", "the current")) and not (known and RESULTS.match(scene.after(match))):
        return _at(now or base, scene, 0.9)
    if "previous" in words or "prior" in words or "preceding" in words:
        return _at(shift(base, -1, "quarter"), scene, 0.8)
    return _at(base, scene, 0.7)


def _known(day: Day | None) -> Day:
    assert day is not None
    return day


def _at(day: Day, scene: Scene, sure: float) -> Reading:
    return Reading(value_at(day, "quarter"), anchor=f"counted from {scene.quarter or scene.published}", confidence=sure)


def _same_period(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "the 1988 quarter", "the 1988 period"."""
    if scene.quarter is None:
        return None if match["noun"].lower() == "period" else Reading(match["year"], confidence=0.5)
    return Reading(
        f"{match['year']}-Q{(scene.quarter.month + 2) // 3}",
        anchor=f"the quarter of {scene.quarter}",
        confidence=0.8,
        carries=False,
    )


def _year_ago(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.published is None:
        return None
    if scene.quarter:
        return replace(_at(shift(scene.quarter, -4, "quarter"), scene, 0.6), carries=False)
    return Reading(
        year_name(scene.published.year - 1), anchor=f"a year before {scene.published}", confidence=0.6, carries=False
    )


def _fiscal_year(match: re.Match[str], scene: Scene) -> Reading | None:
    if re.match(r"\s+(?:ended|ending)\b", scene.after(match)):
        return Reading("P1Y", TimeType.DURATION, confidence=0.6)
    if scene.now is None:
        return Reading("XXXX", confidence=0.3)
    which = (match["which"] or "").lower()
    step = -1 if which.startswith(("last", "latest", "previous", "prior")) else 1 if which == "next" else 0
    return Reading(year_name(scene.now.year + step), anchor=f"fiscal, counted from {scene.now}", confidence=0.6)


LATEST = LazyPattern(r"(?:the )?(?:latest|most recent|just-ended)")
RESULTS = LazyPattern(r"['’]s\s+(?:\w+\s+)?(?:loss|profit|net|earnings|income|results|sales|revenue)\b")
ENDED = LazyPattern(rf"\s+(?:ended|ending|to|through)\s+{MONTH}", re.IGNORECASE)

FISCAL = (
    Rule(
        "quarter", "quarter",
        r"\b(?:(?:the|its|their|a) )?(?:(?P<year_before>(?:19|20)\d\d)['’]?s? |(?P<which_before>this|last"
        rf"|next) year['’]s (?:fiscal )?)?(?:(?P<ago>{YEAR_AGO}) )?(?:fiscal[- ])?"
        rf"{QUARTER_NTH}(?:[- ]fiscal)?(?: |{HYPHEN})quarter\b(?:,?(?: of)?(?: the)?(?: fiscal(?: year)?)? (?P<year>"
        rf"(?:19|20)\d\d|['’]\d\d)\b|(?: of)? {WHICH} (?:fiscal )?year|(?= of the year))?",
        _quarter, "Profit fell in [the second quarter].", "2019-Q2",
    ),
    Rule(
        "quarter in letters", "digit", r"\b(?:Q(?P<nth>[1-4])(?:[\s,/-]{0,2}['’]?(?P<year>20\d\d|(?<=['’])\d\d)\b)?"
        r"|(?P<before>[1-4])Q[ /-]?['’]?(?P<behind>20\d\d|\d\d))(?![\w])",
        _lettered, "Profit fell in [Q2 2018].", "2018-Q2",
    ),
    Rule(
        "half in letters", "digit",
        r"\b(?:H(?P<nth>[12])[\s/-]?['’]?(?P<year>20\d\d|\d\d)|(?P<before>[12])H[\s/-]?['’]?(?P<behind>20\d\d|\d\d))"
        r"(?![\w-])",
        _half_lettered, "Profit fell in [H1 2018].", "2018-H1",
    ),
    Rule(
        "quarter or period spoken of", "period",
        r"\b(?:(?:the )?(?:same|like|comparable|corresponding) (?:quarter|period)(?: (?:a year (?:ago|earlier"
        "|before)|last year|of last year|of the previous year|the year before))"
        rf"|(?:the )?(?:latest|current|(?:comparable |corresponding )?(?:{YEAR_AGO})|prior|previous|preceding|last"
        r"|this|next|that|same|most recent|just-ended) (?:fiscal )?(?:quarter|period)"
        r"|the quarter(?!-to-|[)\s-]{1,3}finals?\b)(?: a year (?:ago|earlier)| last year| just ended)?)\b",
        _this_quarter, "Profit fell in [the latest quarter].", "2019-Q2",
    ),
    Rule(
        "year-ago figure", "unit", r"\b(?:the )?year-(?:ago|earlier)(?= [a-z])",
        _year_ago, "Against a [year-ago] loss of $2 million.", "2018",
    ),
    Rule(
        "quarter or period of a year", "period", r"\bthe (?P<year>(?:19|20)\d\d) (?P<noun>quarter|period)\b",
        _same_period, "Up in the third quarter from [the 2017 quarter].", "2017-Q3",
    ),
    Rule(
        "this fiscal year", "fiscal",
        r"\b(?:the )?(?P<which>last|this|next|current|latest|previous|prior)?(?: current| full)? ?fiscal year(?! ?"
        r"(?:19|20)\d\d|[- ](?:end|ago)\b)\b",
        _fiscal_year, "Sales of [the last fiscal year] rose.", "2018",
    ),
)  # fmt: skip
