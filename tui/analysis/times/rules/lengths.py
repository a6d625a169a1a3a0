"""Rules for durations, for what comes back ("every Monday", "daily"), and for words like "now" and "recently"."""

import re

from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.model import TimeType
from tui.analysis.times.lengths import COUNT, length, quantity
from tui.analysis.times.rule import Reading, Rule, said
from tui.analysis.times.scene import Scene
from tui.analysis.times.words import (
    ABOUT,
    MEANINGS,
    MONTH,
    NTH,
    NUMBER,
    OF_DAY,
    SEASON,
    UNIT,
    WEEKDAY,
    meaning,
    mod_of,
    number_of,
)

AMOUNT = LazyPattern(
    r"(?:\d|percent|%|million|billion|dollars?|pounds?|euros?|times?|hundred|thousand|trillion|once|twice|half|barrels?|tons?|tonnes?"
    r"|people|units|hours|days|cents|yen|jobs|cars|visitors|[£$€])\s*$",
    re.IGNORECASE,
)
LASTING = LazyPattern(
    r"(?:\b(?:for|in|within|than|about|over|nearly|almost|after|of|spent|spend|just|took|take|takes|lasted|last|lasts|only"
    r"|least|most|every|him|her|them|us|me|needs?|needed|wait|waited|stay|stayed|half|under|another|up to|by|before"
    r"|every once in|around|roughly|during)|^)\s*$",
    re.IGNORECASE,
)
LOOSE = ("former", "recent", "current", "future")  # adjectives: telling in a history, everyday words in the news


# "thousands of discs a year", "two calls a day": what happens so often
SO_MANY = LazyPattern(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|several|many)"
    r"(?:\s+(?!and\b|for\b|in\b|after\b|before\b|within\b|was\b|were\b)[A-Za-z-]+){1,2}\s+$",
    re.IGNORECASE,
)
AFTER = LazyPattern(r"\s+(?:before|after|of|in\s+which|when|ago|to)\b")
SOME_DAY = LazyPattern(
    r"\b(?:will|would|may|might|could|can|shall|should|to|hopes?|he|she|they|we|I)\s+$", re.IGNORECASE
)
BABIES = (
    r"(?:baby|babies|boys?|girls?|sons?|daughters?|infants?|child|children|twins?|toddler|pupp(?:y|ies)|ca(?:lf|t)|cub)"
)


def _duration(match: re.Match[str], scene: Scene) -> Reading | None:
    unit = meaning("unit", match["unit"])
    if match[0].lower() == "one day" and SOME_DAY.search(scene.before(match, 12)):
        return Reading("FUTURE_REF", confidence=0.5)  # "it will one day be sold"
    if unit == "quarter" and re.match(r"\s+of\s+\d", scene.after(match)):
        return None
    number = match["number"] or ""
    if len(number) > 3 and number.isdecimal() and unit not in ("year", "day", "hour"):
        return None
    if unit == "second" and match["unit"].lower() == "second":
        return None
    if unit == "quarter" and (match["unit"].lower() == "quarter" or number in ("three", "3", "one")):
        return None
    if re.match(r"[-\s]*(?:old|olds)\b", scene.after(match)) and not (
        unit in ("day", "week", "month", "decade") and re.match(rf"-old\s+(?!{BABIES}\b)[a-z]", scene.after(match))
    ):
        return None  # a person's age; "the eight-month-old truce" has lasted
    value = length(quantity(match), unit)
    return Reading(value, TimeType.DURATION, mod_of(said(match, "about")), confidence=0.9) if value else None


def _one_unit(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "a year": how long, or how often ("$5 million a year")."""
    unit, before = meaning("unit", match["unit"]), scene.before(match, 25)
    value = length(0.5 if match["half"] else 1, unit)
    if value is None or unit in ("quarter", "second", "weekend"):
        return None
    often = match["one"].lower() in ("a", "an") and SO_MANY.search(before) and AFTER.match(scene.after(match)) is None
    if (AMOUNT.search(before) or often) and not match["about"] and not match["half"]:
        return Reading(value, TimeType.SET, confidence=0.8)
    if not (match["about"] or match["half"] or match["more"] or LASTING.search(before)):
        return None
    if unit == "day" and not match["about"] and not re.search(r"\b(?:for|than|within|after|about)\s*$", before):
        return None
    if match["more"]:
        value = length(1.5, unit) or value
    return Reading(value, TimeType.DURATION, mod_of(said(match, "about")), confidence=0.8)


def _plural(match: re.Match[str], scene: Scene) -> Reading | None:
    value = length(None, meaning("unit", match["unit"] or match["unit2"]))
    return Reading(value, TimeType.DURATION, confidence=0.6) if value else None


def _long(match: re.Match[str], scene: Scene) -> Reading | None:
    value = length(None if match["many"] else 1, match["unit"])
    return Reading(value, TimeType.DURATION, confidence=0.7) if value else None


def _long_one(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "the first year of the war": how long, for nobody says when it began."""
    value = length(1, match["unit"].lower())
    return Reading(value, TimeType.DURATION, confidence=0.6, end=match.end("unit")) if value else None


def _recent(match: re.Match[str], scene: Scene) -> Reading | None:
    value = length(None, meaning("unit", match["unit"]))
    return Reading(value, TimeType.DURATION, confidence=0.5) if value else None


def _night(match: re.Match[str], scene: Scene) -> Reading | None:
    return Reading("XXXX-XX-XXTNI", TimeType.TIME, confidence=0.4) if scene.history else None


def _to(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "two to three weeks"."""
    value = length(number_of(match["number"]), meaning("unit", match["unit"]))
    return Reading(value, TimeType.DURATION, "APPROX", confidence=0.6) if value else None


def _adverb(match: re.Match[str], scene: Scene) -> Reading | None:
    if match[0][0].isupper() and re.match(r"\s+[A-Z]", scene.after(match)):
        return None  # the Daily Telegraph
    if match[0].lower() == "quarterly" and re.match(r"\s+\w", scene.after(match)):
        return None  # "its quarterly dividend" says which, not when
    if re.match(r"\s+(?:newspapers?|paper|magazine|tabloid|broadsheet|journal)\b", scene.after(match)) or re.search(
        r"[A-Z]\w+\s$", scene.before(match)
    ):
        return None
    return Reading(meaning("often", match[0]), TimeType.SET)


def _every(match: re.Match[str], scene: Scene) -> Reading | None:
    if match["weekday"]:
        part = f"T{meaning('part of day', match['of_day'])}" if match["of_day"] else ""
        return Reading(f"XXXX-WXX-{meaning('weekday', match['weekday'])}{part}", TimeType.SET)
    if match["month"]:
        return Reading(f"XXXX-{int(meaning('month', match['month'])):02d}", TimeType.SET)
    if match["season"]:
        return Reading(f"XXXX-{meaning('season', match['season'])}", TimeType.SET)
    if match["unit"]:
        value = length(
            number_of(match["number"]) if match["number"] else 2 if match["other"] else 1,
            meaning("unit", match["unit"]),
        )
        return Reading(value, TimeType.SET) if value else None
    return Reading(f"XXXX-XX-XXT{meaning('part of day', match['part_of_day'])}", TimeType.SET)


def _weekdays(match: re.Match[str], scene: Scene) -> Reading | None:
    part = f"T{meaning('part of day', match['of_day'])}" if match["of_day"] else ""
    return Reading(f"XXXX-WXX-{meaning('weekday', match['weekday'])}{part}", TimeType.SET, confidence=0.8)


def _reference(match: re.Match[str], scene: Scene) -> Reading | None:
    words = " ".join(match[0].lower().split())
    if words in LOOSE and (not scene.history or match[0][0].isupper()):
        return None
    if words == "now" and re.match(r"[-\s]*(?:that\b|[-‐](?!\s))", scene.after(match)):
        return None
    if words == "the past" and re.match(
        r"\s+(?:\w+\s+)?(?:\w+\s+)?(?:year|month|week|day|decade|hour|quarter|centur|season|weekend)",
        scene.after(match),
    ):
        return None
    return Reading(meaning("reference", words), confidence=0.7)


HARD = (  # what a time is like: "two bloody weeks"
    r"(?:bloody|bitter|hard|harsh|difficult|brutal|gruelling|grueling|exhausting|turbulent|tumultuous|stormy|tense|frantic"
    r"|hectic|busy|quiet|happy|unhappy|lonely|painful|miserable|terrible|awful|wonderful|glorious|lean|lost|short|brief"
    r"|successful|fruitless|wasted|cold|hot|freezing|sleepless|anxious|agonising|agonizing|chaotic|wet|dry)"
)
OF_DATE = (  # the first week of May is no length
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|\d|last|next|this|that"
    r"|the (?:\d|same|next|following|previous|year|month|century|decade|quarter|week))"
)

LENGTHS = (
    Rule(
        "duration", "unit",
        rf"\b(?:{ABOUT} )?(?:the (?:first |last |next |year-(?:ago |earlier ))?|an? (?:additional )?|another )?{COUNT}"
        "(?: (?:more|full|consecutive|straight|additional|whole|long|entire|further|calendar|business|working|trading)"
        rf"(?: more)?)?(?:\s+{HARD})?[-\s]+{UNIT}"
        r"(?:[- ](?:long|period)\b)?",
        _duration, "It took [more than two years].", "P2Y",
    ),
    Rule(
        "units before or behind", "unit",
        rf"\bthe {COUNT} (?:previous|preceding|following|subsequent|remaining|past|last|next|coming) {UNIT}",
        _duration, "Fewer came than in [the four previous weeks].", "P4W",
    ),
    Rule(
        "unit of something", "unit",
        rf"\b(?:the|its|his|her|their) (?:{NTH}|last|final|opening|closing) (?:full )?(?P<unit>week|month|year|decade)"
        rf" (?:of|in) (?!{OF_DATE}\b)",
        _long_one, "Bread was short in [the first year] of the war.", "P1Y",
    ),
    Rule(
        "one unit", "unit",
        rf"\b(?:{ABOUT} )?(?P<half>half(?: of)? )?(?P<one>an?|(?:the|an) entire|a whole|an additional|another) {UNIT}"
        r"(?P<more> and a half)?(?![-‐]\w|\s(?:ago|earlier|later|old)\b)",
        _one_unit, "He stayed for [a week].", "P1W",
    ),
    Rule(
        "two to three units", "unit", rf"\b{NUMBER} (?:to|or) (?:\d+|[a-z]+(?:-[a-z]+)?)[- ]{UNIT}",
        _to, "It takes [two to three weeks].", "P2W",
    ),
    Rule(
        "units", "unit",
        r"\b(?:(?<=for\s)|(?<=after\s)|(?<=in\s)|(?<=of\s)|(?<=over\s)the )(?P<unit>years|months|weeks|days|decades"
        r"|hours|centuries|minutes)\b(?! (?:to|ago|when|and months))|\b(?P<unit2>days|weeks|months|years|hours|minutes)"
        r"(?= (?:ago|after|before|later|earlier)\b)",
        _plural, "They fought for [years].", "PXY",
    ),
    Rule(
        "recent units", "unit",
        r"\b(?:(?:the )?(?:recent|coming|following|ensuing|intervening|succeeding|subsequent)|the (?:last|final"
        r"|early|first)) (?P<unit>years|months|weeks|days|hours|decades|quarters|centuries)\b",
        _recent, "In [recent years] it grew.", "PXY",
    ),
    Rule(
        "so long", "unit", r"\b(?P<unit>day|week|month|year|decade)(?P<many>s)?-long\b",
        _long, "They had a [years-long] dispute.", "PXY",
    ),
    Rule(
        "night", "part of day", r"(?<=at\s)night\b|\bnight-?time\b",
        _night, "In 1805, 1806 and 1807 they travelled at [night].", "XXXX-XX-XXTNI",
    ),
    Rule(
        "daily", "often", r"\b(?:daily|nightly|(?:bi)?weekly|fortnightly|monthly|quarterly|annually|yearly|hourly)\b",
        _adverb, "It appears [weekly].", "P1W",
    ),
    Rule(
        "every", "often",
        rf"\b(?:each|every)(?: single)? (?:{WEEKDAY}\b(?: {OF_DAY}\b)?|{MONTH}|{SEASON}\b|(?:(?P<other>other"
        rf"|second) |{NUMBER} )?{UNIT}|(?P<part_of_day>morning|afternoon|evening|night)\b)",
        _every, "They meet [every Monday].", "XXXX-WXX-1",
    ),
    Rule(
        "weekdays", "weekday", rf"\b{WEEKDAY}(?:s|s? {OF_DAY}s)\b",
        _weekdays, "They meet on [Tuesday nights].", "XXXX-WXX-2TNI",
    ),
    Rule(
        "reference word", "reference",
        r"\b(?:" + "|".join(sorted(MEANINGS["reference"], key=len, reverse=True)) + r")\b",
        _reference, "He [recently] left.", "PAST_REF",
    ),
)  # fmt: skip
