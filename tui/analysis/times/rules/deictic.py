"""Rules for dates that a word points at: today, last week, the following year, the end of the month."""

import re
from dataclasses import replace

from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.model import Day, Interval, TimeType
from tui.analysis.times.days.calendar import interval_of, weekday
from tui.analysis.times.lengths import CLOSE, QUANTITY, length, quantity
from tui.analysis.times.resolve import DOUBTFUL
from tui.analysis.times.rule import Reading, Rule, said
from tui.analysis.times.scene import UNKNOWN, Mode, Scene, shift, value_at
from tui.analysis.times.words import (
    LONG_UNIT,
    OF_DAY,
    PART,
    UNIT,
    meaning,
    mod_of,
)


def counted(base: Day | None, count: int, unit: str, how: str, mod: str = "", sure: float = 0.9) -> Reading:
    """The day, week, ... some units from `base`; a value full of X where the base is not known."""
    if base is None:
        return Reading(UNKNOWN[unit], mod=mod, confidence=0.3)
    return Reading(value_at(shift(base, count, unit), unit), mod=mod, anchor=f"{how} {base}", confidence=sure)


NEW_LAND = LazyPattern(
    r"['’]s\s+[A-Z]\w+(?:\s+[A-Z]\w+)?\s+(?:will|would|shall|must|may|is|should|can|could|belongs?|looks?)\b"
)
PAPER = LazyPattern(r"\b[A-Z]\w+\s+$")
ON_AIR = LazyPattern(r"\s+(?:program(?:me)?|show|listeners|viewers|presenters?|editor|newspaper|reporter)\b")
IN_GENERAL = LazyPattern(
    r"['’]s\s+(?:\w+\s+)?(?:world|society|youth|young|kids|children|students|teenagers|parents|families|generations?"
    r"|standards|computers|technolog(?:y|ies)|cars|economy|culture|readers|artists|leaders|women|men|consumers)\b"
)


def _day_word(match: re.Match[str], scene: Scene) -> Reading | None:
    word = match["word"].lower()
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    if match["word"] == "Today" and PAPER.search(scene.before(match, 20)):
        return None  # USA Today
    if match["word"] in ("Today", "Tonight") and ON_AIR.match(scene.after(match)):
        return None
    if word == "tomorrow" and NEW_LAND.match(scene.after(match)):
        return None  # tomorrow's Norway is not the one of the day after this
    if word in ("today", "tomorrow") and IN_GENERAL.match(scene.after(match)):
        return None  # "today's youth" lives now, not on this day
    if word == "today" and scene.mode is Mode.NARRATIVE:
        return Reading("PRESENT_REF", confidence=0.6)
    found = counted(scene.published, step, "day", "counted from", mod_of(match["part"]), 0.95)
    if match["of_day"]:
        return Reading(f"{found.value}T{meaning('part of day', match['of_day'])}", TimeType.TIME, anchor=found.anchor)
    return found


def _tonight(match: re.Match[str], scene: Scene) -> Reading | None:
    found = counted(scene.published, -1 if match["word"].lower() == "last night" else 0, "day", "counted from")
    return Reading(f"{found.value}TNI", TimeType.TIME, anchor=found.anchor, confidence=found.confidence)


def _day_after(match: re.Match[str], scene: Scene) -> Reading | None:
    step = -2 if match["side"].lower() == "before yesterday" else 2
    return counted(scene.published, step, "day", "counted from", sure=0.95)


BACK = ("last", "past", "previous", "preceding", "prior")
FORTH = ("next", "coming", "following", "subsequent")
FROM_THEN = ("following", "previous", "preceding", "prior", "subsequent", "that")  # counted from what was named before


WITHIN = LazyPattern(r"\b(?:over|in|within|during|for|through|throughout|by|until|of|into)\s+$", re.IGNORECASE)


OF_PERIOD = LazyPattern(r"\s+(?:of|in)\s+(?:(?:early |late |mid-)?[A-Z][a-z]{2,8}\b|1\d{3}|20\d\d|this|last|next)")
OF_NOW = LazyPattern(r"\b(?:said|says|told|announced|has|have|will|may|can|now|currently|is|are)\b")
PAST = LazyPattern(r"\b(?:was|were|had|did|\w{2,}ed|began|came|went|took|fell|rose|won|lost|left|led|fought|became)\b")
LASTING = LazyPattern(r"\b(?:for|over|during|throughout|through)\s+$", re.IGNORECASE)


def _of_the_story(match: re.Match[str], scene: Scene) -> bool:
    """Whether "this year" in a history is the one that is told: the sentence is in the past and says nothing of now."""
    sentence = scene.sentence_of(match)
    return bool(
        scene.history
        and scene.mode is Mode.NARRATIVE
        and scene.last is not None
        and PAST.search(sentence)
        and not OF_NOW.search(sentence)
    )


def _is_older(scene: Scene) -> bool:
    """Whether the story is more than a year behind the article."""
    return scene.last is not None and (scene.published is None or scene.last < shift(scene.published, -1, "year"))


def _tells_on(match: re.Match[str], scene: Scene) -> bool:
    """Whether "the next year" goes on with what was told: not "over the next year", and behind an older date."""
    return _is_older(scene) and not WITHIN.search(scene.before(match)) and not scene.ahead(match)


TO_THIS_DAY = LazyPattern(r"\b(?:to|until|till|even)\s+$", re.IGNORECASE)
OR_TWO = LazyPattern(r"\s+or\s+(?:two|three|more)\b")  # "alert for the next year or two" is no year
ENDS = LazyPattern(r"\s+(?:or\s+(?:two|so)\s+)?(?:before|of)\b")
TUESDAY = 1
SUNDAY = 6
FINER = frozenset({"day", "week", "weekend"})  # units that nothing coarser gives a beginning to
COARSE = frozenset({"quarter", "season", "half", "year", "decade", "century"})


def _this_unit(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "last year", "earlier this month", "the following week", "that day"."""
    which, unit = said(match, "which"), match["unit"].lower()
    direction = which.removeprefix("the ").removeprefix("this ").removeprefix("very ")
    step = -1 if direction in BACK else 1 if direction in FORTH else 0
    carried = (
        direction in FROM_THEN
        or "same" in which
        or (which == "the next" and (unit == "day" or _tells_on(match, scene)))
    )
    if which == "the next" and unit != "day" and _of_the_story(match, scene):
        if LASTING.search(scene.before(match)) and (value := length(1, unit)):
            return Reading(value, TimeType.DURATION, mod_of(match["part"]), confidence=0.7)
        carried = True
    if which == "this" and not match["part"] and _of_the_story(match, scene):
        carried = True
    base = (scene.that if "that" in which or "same" in which else scene.then) if carried else scene.now
    if unit == "day" and direction == "last" and ENDS.match(scene.after(match)):
        return None  # "in the last day or two before his death"
    if which in ("last", "next", "the next", "the coming") and OR_TWO.match(scene.after(match)):
        value = length(1, unit)
        return Reading(value, TimeType.DURATION, "APPROX", confidence=0.6) if value else None
    if which in ("the coming", "the next") and unit == "fortnight" and base and not carried:
        return Reading("P2W", TimeType.DURATION, "", Interval(base, shift(base, 1, unit)), f"from {base}", 0.8)
    if which == "the coming" and unit in ("year", "month", "decade") and base and not carried:
        whole = Interval(base, shift(base, 1, unit))  # not the next one of the calendar
        return Reading(length(1, unit) or "P1Y", TimeType.DURATION, "", whole, f"from {base}", 0.8)
    part = (match["part"] or "").lower()
    if unit == "weekend" and which == "this" and base and weekday(base) <= TUESDAY and not scene.ahead(match):
        step = -1  # the one that is just over
    if (
        match["which"][0].isupper()
        and match["unit"][0].isupper()
        and not match["unit"].isupper()
        and scene.before(match)
    ):
        return None  # a title: "This Week"
    if unit == "day" and which.startswith(("that", "the same")) and scene.unit not in ("day", ""):
        return None
    mod = mod_of(part)
    if carried and step and unit in FINER and scene.unit in COARSE and base is scene.last:
        return Reading("FUTURE_REF" if step > 0 else "PAST_REF", confidence=0.5)  # a week after a year: which week?
    sure = 0.75 if carried else 0.95
    if carried and step and unit == "day" and scene.unit == "day" and (scene.is_far(match) or scene.night):
        sure = DOUBTFUL
    if unit == "week" and direction in ("last", "past") and base and weekday(base) == SUNDAY:
        sure = DOUBTFUL  # of some writers the one that is just ending
    if which == "this" and unit == "day":
        if TO_THIS_DAY.search(scene.before(match, 20)):
            return None
        sure = DOUBTFUL  # of the day that is told of, be it the article's or not
    found = counted(base, step, unit, "counted from", mod, sure)
    if carried and step < 0 and scene.before(match).strip():
        found = replace(found, carries=False)  # "more than in the previous year" only looks back
    if base and not step and not carried and part.startswith(("earlier", "later")) and scene.mode is Mode.NEWS:
        return _narrowed(found, base, part.startswith("earlier"))
    return found


def _narrowed(found: Reading, now: Day, earlier: bool) -> Reading:
    """Earlier this year: from its start to today; later this year: from today to its end."""
    whole = interval_of(found.value)
    if whole is None or not whole.first <= now <= whole.last:
        return found
    interval = Interval(whole.first, now) if earlier else Interval(now, whole.last)
    return Reading(
        found.value,
        mod=found.mod,
        interval=interval,
        anchor=f"up to {now}" if earlier else f"from {now} on",
        confidence=0.9,
    )


def _current(match: re.Match[str], scene: Scene) -> Reading | None:
    return counted(scene.now, 0, match["unit"].lower(), "counted from")


def _the_year(match: re.Match[str], scene: Scene) -> Reading | None:
    if match["ended"]:
        return Reading("P1Y", TimeType.DURATION, confidence=0.6, end=match.end("unit"))
    if scene.then is None:
        return None
    told = scene.then
    if scene.mode is Mode.NEWS and scene.now is not None and told.year > scene.now.year:
        told = scene.now  # a plan for 1992 is not what "the full year" means
    return replace(counted(told, 0, "year", "counted from", sure=0.6), carries=False)


def _edge(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "the end of the year", "earlier in the month"."""
    unit = match["unit"].lower()
    carried = unit in ("day", "week") or scene.mode is Mode.NARRATIVE
    if unit == "day" and scene.unit not in ("day", ""):
        carried = False  # "in 2011 ... earlier in the day": no day was spoken of
        if scene.mode is Mode.NARRATIVE:
            return None
    return counted(scene.then if carried else scene.now, 0, unit, "counted from", mod_of(match["part"]), 0.8)


def _year_end(match: re.Match[str], scene: Scene) -> Reading | None:
    found = counted(scene.now, 0, "year", "counted from")
    mod = "END" if "end" in match[0].lower() else "MID"
    last = Day(int(found.value), 12, 31) if found.value.isdigit() and mod == "END" else None
    return Reading(
        found.value, mod=mod, interval=Interval(last, last) if last else None, anchor=found.anchor, confidence=0.7
    )


def _following(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "the next morning", "that afternoon", "the same evening"."""
    which, part = match["which"].lower().split()[-1], meaning("part of day", match["of_day"])
    step = 1 if which in ("next", "following") else -1 if which == "previous" else 0
    base = scene.then if which != "this" else scene.now
    if base is not None and scene.unit not in ("day", "") and which != "this":
        same = scene.day is not None and scene.last is not None and scene.day[:2] == scene.last[:2]
        base = scene.day if same else None  # "On 5 April ... that April ... the next morning"
    unsure = which != "this" and (scene.is_far(match) or (scene.night and step))
    found = counted(base, step, "day", "counted from", sure=DOUBTFUL if unsure else 0.75)
    return Reading(
        f"{found.value}T{part}",
        TimeType.TIME,
        mod_of(match["part"]),
        anchor=found.anchor,
        confidence=found.confidence,
        carries=not unsure or scene.mode is not Mode.NEWS,
    )


def _past_units(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "the past two years": a duration that ends today; its days are known."""
    unit, count = meaning("unit", match["unit"]), quantity(match)
    which = match["which"].lower().split()[-1]
    value = length(count, unit)
    if value is None or (match["about"] and OF_PERIOD.match(scene.after(match))):
        return None  # "at least the first two weeks of June": the rule for parts of a period reads it
    interval = None
    back = which in ("past", "last", "previous", "preceding")
    now = scene.published if which in ("past", "last", "next", "coming") else None
    if now and count and unit not in CLOSE and count < 1000 and scene.mode is Mode.NEWS:
        far = shift(now, int(count) * (-1 if back else 1), unit)
        interval = Interval(far, now) if back else Interval(now, far)
    anchor = "" if interval is None else f"{'up to' if back else 'from'} {now}"
    return Reading(value, TimeType.DURATION, mod_of(match["about"]), interval, anchor, 0.8)


def _past_unit(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "the past year": a duration of one unit that ends today."""
    unit, now = (match["unit"] or match["one"]).lower(), scene.published
    value = length(1, unit)
    if value is None:
        return None
    interval = Interval(shift(now, -1, unit), now) if now and scene.mode is Mode.NEWS else None
    return Reading(value, TimeType.DURATION, "", interval, f"up to {now}" if interval else "", 0.8)


DEICTIC = (
    Rule(
        "day before yesterday", "day word", r"\b(?:the )?day (?P<side>before yesterday|after tomorrow)\b",
        _day_after, "It rained [the day before yesterday].", "2019-07-28",
    ),
    Rule(
        "today", "day word", rf"\b(?:{PART} )?(?P<word>today|yesterday|tomorrow)\b(?: {OF_DAY}\b)?",
        _day_word, "He said [yesterday] that", "2019-07-29",
    ),
    Rule(
        "tonight", "day word", r"\b(?:late )?(?P<word>tonight|last night)\b",
        _tonight, "They play [last night]’s winner.", "2019-07-29TNI",
    ),
    Rule(
        "this or last unit", "unit",
        rf"\b(?:{PART} )?(?P<which>this past|this coming|last|next|this|the following|the previous|the preceding"
        "|the prior|the subsequent"
        r"|the coming|that same|that|the same|the very next|the next|(?<!the\s)following|"
        rf"(?<!the\s)previous) {LONG_UNIT}(?![-‐]\w|['’]s (?:old|worth))",
        _this_unit, "It was said [earlier this year].", "2019",
    ),
    Rule(
        "the year", "unit",
        r"\bthe (?:full |whole |entire )?(?P<unit>year)\b(?P<ended> (?:ended|ending|to))?(?!-\w| (?:of|that|when|before"
        "|after|he|she|they|it|in which))",
        _the_year, "For [the year], profit fell.", "2019",
    ),
    Rule(
        "current unit", "unit", rf"\b(?:the|its|their) current (?:fiscal |calendar )?{LONG_UNIT}",
        _current, "Sales in [the current year] fell.", "2019",
    ),
    Rule(
        "edge of a unit", "unit",
        r"\b(?:the )?(?P<part>end of|beginning of|start of|middle of|(?:earlier|later|late|early) in|latter part of"
        r"|rest of) (?:the )?(?P<unit>year|month|week|quarter|decade|century|day)\b",
        _edge, "By [the end of the year] it was over.", "2019",
    ),
    Rule(
        "year end", "unit", r"\b(?:the )?(?:year['’]s[- ]end|year[- ]end|mid-?year)\b",
        _year_end, "Rates fall by [year-end].", "2019",
    ),
    Rule(
        "part of the next day", "part of day",
        rf"\b(?:{PART} )?(?P<which>the next|the following|the previous|that same|that|the same|this) {OF_DAY}\b",
        _following, "On 3 May 2018 they met; [the next morning] he left.", "2018-05-04TMO",
    ),
    Rule(
        "past units", "unit",
        r"\b(?:(?P<about>at least|about|around|almost|nearly|roughly) )?(?:each of )?(?:the )?(?P<which>past|last"
        rf"|next|coming|previous|preceding|following|first|final|initial|succeeding|subsequent) {QUANTITY}"
        rf"(?: more)?[- ]{UNIT}",
        _past_units, "It doubled in [the past two years].", "P2Y",
    ),
    Rule(
        "past unit", "unit",
        r"\b(?:(?:the )?(?<!this\s)past (?P<unit>day|week|month|quarter|year|decade|century)\b|(?:(?<=\bfor\s)"
        r"|(?<=\bover\s)|(?<=\bin\s)|(?<=\bduring\s)|(?<=\bwithin\s)|(?<=\bthroughout\s))"
        r"the last (?P<one>month|year)\b(?! of))",
        _past_unit, "It doubled in [the past year].", "P1Y",
    ),
)  # fmt: skip
