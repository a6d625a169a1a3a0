"""Rules for seasons, half years and weekends whose year or week is not said."""

import re

from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.times.days.calendar import interval_of, weekday
from tui.analysis.times.guards import is_season
from tui.analysis.times.resolve import DOUBTFUL, LONG, SOUTH, season_near, step_of
from tui.analysis.times.rule import Reading, Rule, said
from tui.analysis.times.scene import Scene, shift, value_at, year_name
from tui.analysis.times.words import PART, SEASON, WHICH, YEAR, meaning, mod_of

SOUTHERN = (
    r"(?:[Ss]outhern(?:\s+[Hh]emisphere)?|Australian?|Argentin(?:a|e|ian)|Chile(?:an)?|New\s+Zealand|South\s+Africa[n]?|Uruguay(?:an)?"
    r"|Antarctica?)"
)
BEFORE_SOUTHERN = LazyPattern(rf"\b{SOUTHERN}(?:['’]s?)?\s+(?:(?:is|are)\s+(?:\w+\s+){{0,3}}(?:enter\w*|in|into)\s+)?$")
IN_THE_SOUTH = LazyPattern(rf"(?:\s+\w+){{0,2}}?\s+(?:in|of|across)\s+(?:the\s+)?(?:\w+\s+and\s+)?{SOUTHERN}\b")
EARLY_TO = LazyPattern(r"\b(?:early|late|mid)\s+(?:to|or|and)\s+$", re.IGNORECASE)
OPPOSITE = {"SP": "FA", "SU": "WI", "FA": "SP", "WI": "SU"}  # of the months that have them in the north


NAMED_BEHIND = LazyPattern(  # "in the autumn, on 8 September and on 27 October 2022"
    r"\s*[,(:–—]\s*(?:on|in|from|between)\s[^.;\n]{0,50}?\b(?P<month>January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\s+(?:\d{1,2},\s+)?(?P<year>1\d{3}|20\d\d)\b"
)
HEMISPHERE = LazyPattern(r"\b[Ss]outhern\s+[Hh]emisphere\b")
NORTH = LazyPattern(
    r"\b(?:[Nn]orthern\s+[Hh]emisphere|Britain|British|UK|England|English|Scot(?:land|tish)|Ireland|Irish|US|U\.S|United\s+States"
    r"|(?<!South\s)(?<!Latin\s)American?s?|Canad(?:a|ian)|Europ(?:e|ean)|German[sy]?|France|French|Ital(?:y|ian)|Spain|Spanish|Mexic(?:o|an)"
    r"|Russian?|China|Chinese|Japan(?:ese)?|Koreans?|Swed(?:en|ish)|Norw(?:ay|egian))\b"
)
NEAR = 500  # characters of its paragraph before a season
OFTEN = 3  # times that an article which speaks of the south names it, and twice as often as the north


def _is_southern(match: re.Match[str], scene: Scene) -> bool:
    """Whether a season is that of the south: "the Australian winter", "summer in Chile", "there, over its winter"."""
    if BEFORE_SOUTHERN.search(scene.before(match)) or IN_THE_SOUTH.match(scene.after(match, 50)):
        return True
    south, north = scene.souths(SOUTH, NORTH)
    if not south or NORTH.search(scene.sentence_of(match)):
        return False
    if HEMISPHERE.search(scene.before(match, LONG)) or (south >= OFTEN and south > 2 * north):
        return True
    paragraph = scene.text[max(0, match.start() - NEAR) : match.start()].rpartition("\n")[2]
    return south >= north and SOUTH.search(paragraph) is not None and not NORTH.search(paragraph)


def _holds(code: str, day: re.Match[str]) -> bool:
    """Whether the month of a day lies in a season, or beside it; a winter has two years and is left alone."""
    middle = {"SP": 4, "SU": 7, "FA": 10}.get(code)
    return middle is not None and abs(int(meaning("month", day["month"])) - middle) <= 2


def _season(match: re.Match[str], scene: Scene) -> Reading | None:
    word = match["season"].lower()
    code = meaning("season", word)
    if not is_season(match, scene):
        return None
    lead = match["lead"] or re.search(r"\b(?:in|by|until|since)\s+$", scene.before(match, 10))
    if word in ("fall", "spring") and not (match["which"] or match["part"]):
        if word == "fall" or re.match(r"\s+(?:of|from|in|to|into|apart|out|for|back|up)\b", scene.after(match)):
            return None
        if not lead:
            return None
    step = step_of(match["which"])
    mod = mod_of(match["part"])
    open_start = EARLY_TO.search(scene.before(match, 12)) is not None  # "early to mid-winter" is not its middle alone
    if match["of_year"]:
        year_step, now = step_of(match["of_year"]) or 0, scene.now
        year, how = (now.year + year_step, f"{match['of_year']} year, {now}") if now else (None, "")
        sure = 0.7
    elif scene.now is not None and _is_southern(match, scene):
        year, how, sure = season_near(match, scene, OPPOSITE[code], step, placed=True)
        if year is not None:
            months = interval_of(f"{year_name(year)}-{OPPOSITE[code]}")
            return Reading(f"{year_name(year)}-{code}", mod=mod, interval=months, anchor=how, confidence=DOUBTFUL)
    elif (behind := NAMED_BEHIND.match(scene.after(match, 90))) and _holds(code, behind):
        year, how, sure = int(behind["year"]), "the year behind it", 0.9
    else:
        year, how, sure = season_near(match, scene, code, step)
    if year is None:
        return Reading(f"XXXX-{code}", mod=mod, confidence=0.3)
    sure = min(sure, DOUBTFUL) if open_start else sure
    return Reading(f"{year_name(year)}-{code}", mod="" if open_start else mod, anchor=how, confidence=sure)


def _half(match: re.Match[str], scene: Scene) -> Reading | None:
    half = 1 if match["nth"].lower() == "first" else 2
    if match["year"]:
        return Reading(f"{match['year']}-H{half}")
    now = scene.now if not match["which"] or match["which"].lower().startswith(("last", "next", "this")) else scene.then
    if now is None:
        return Reading(f"XXXX-H{half}", confidence=0.3)
    return Reading(
        f"{year_name(now.year + (step_of(match['which']) or 0))}-H{half}", anchor=f"counted from {now}", confidence=0.8
    )


# "They gave her the weekend to read it": it is to come.
GIVEN = LazyPattern(
    r"\b(?:gives?|given|gave|giving|has|have|having|allow(?:s|ed|ing)?|grant(?:s|ed|ing)?)\s+[^.;,]{0,40}$"
)
TO_DO = LazyPattern(r"\s+to\s+[a-z]+\b")


def _weekend(match: re.Match[str], scene: Scene) -> Reading | None:
    step = step_of(match["which"])
    then = match["which"] is not None and match["which"].lower().startswith(("that", "the"))
    now = scene.then if then else scene.now
    if now is None:
        return Reading("XXXX-WXX-WE", confidence=0.3)
    day = shift(now, step or 0, "week")
    given = GIVEN.search(scene.before(match)) and TO_DO.match(scene.after(match))
    if (
        not step
        and not then
        and weekday(now) < 5
        and not (given or scene.ahead(match))
        and said(match, "which") != "this"
    ):
        day = shift(now, -1, "week")
    if step == -1 and weekday(now) >= 5 and match["which"].lower() == "past":
        day = now
    return Reading(value_at(day, "weekend"), mod=mod_of(match["part"]), anchor=f"counted from {now}", confidence=0.8)


SEASONAL = (
    Rule(
        "season", "season",
        rf"\b(?P<lead>the\s)?(?:{PART}[- ](?:the )?)?(?:{WHICH} )?{SEASON}(?:(?: of)? (?P<of_year>this|last|next"
        r"|that|the same|the next|the following) year)?\b"
        "(?! (?:olympic|games|time|palace|break|house|school|street|camp))",
        _season, "Elections come [next spring].", "2020-SP",
    ),
    Rule(
        "half", "half",
        rf"\b(?:the )?(?P<nth>first|second|last|latter)[- ]half(?: of (?:{YEAR}|the (?:fiscal )?year|{WHICH} "
        "(?:fiscal )?year)|(?= (?:net|profit|results|earnings|sales|of the year)))",
        _half, "Profit in [the first half of this year].", "2019-H1",
    ),
    Rule(
        "weekend", "weekend", rf"\b(?:{PART} )?(?:{WHICH} |the )weekend\b",
        _weekend, "Over [the weekend] it rained.", "2019-W30-WE",
    ),
)  # fmt: skip
