"""Rules for decades and centuries, their parts and turns, with or without their apostrophes."""

import re

from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.times.days.calendar import years
from tui.analysis.times.rule import Reading, Rule
from tui.analysis.times.scene import Scene
from tui.analysis.times.words import NTH, PART, meaning, mod_of, nth_of

OWN = LazyPattern(r"\b(?:his|her|their|its|my|your|our|whose)\s+(?:early\s+|mid-?\s?|late\s+)?$", re.IGNORECASE)
DEGREES = LazyPattern(
    r"\b(?:(?:un)?employment|per\s?cent(?:age)?|ratings?|approval|degrees?|highs?|lows?|temperatures?|Fahrenheit|heat|sunny|cloudy|thermometers?|mph|shot|shoots|pages)\b|°",
    re.IGNORECASE,
)
AGED = LazyPattern(  # what stands before an age: a name and a comma, "in their", "aged"
    r"(?:[A-Z][\w'’-]+,|\b(?:men|women|man|woman|people|victims?|patients?|aged?)(?:,|\s+in)?)\s+(?:(?:in\s+)?(?:his|her|their)\s+)?$"
)
YOUNGEST = 2000  # "the 2000s" are ten years, "the 1800s" a hundred


def _decade(match: re.Match[str], scene: Scene) -> Reading | None:
    mod = mod_of(match["part"])
    if digits := match["digits"]:
        if digits.endswith("00") and int(digits) < YOUNGEST and not match["era"]:
            return Reading(digits[:-2].zfill(2), mod=mod)
        return Reading(("BC" if match["era"] else "") + digits[:-1].zfill(3), mod=mod)
    if digit := match["short"]:
        return Reading(("19" if digit > "2" else "20") + digit, mod=mod, confidence=0.9)
    if OWN.search(scene.before(match)):
        return None  # an age
    if digit := match["bare"]:
        if not match[0].lower().startswith("the ") and AGED.search(scene.before(match, 30)):
            return None  # "Ida Moro, early 30s"
        if DEGREES.search(scene.before(match) + scene.after(match)):
            return None
        return Reading("19" + digit, mod=mod, confidence=0.8)
    return Reading(meaning("decade", match["name"]), mod=mod, confidence=0.8)


def _century(match: re.Match[str], scene: Scene) -> Reading | None:
    number = nth_of(match["nth"])
    before = match["era"] and match["era"][0] == "B"
    if not 1 <= number <= 40:
        return None
    return Reading(f"BC{number - 1:02d}" if before else f"{number - 1:02d}", mod=mod_of(match["part"]))


def _nth_decade(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "the second decade of this century", "the last decade of the 19th century"."""
    nth = 10 if match["last"] else nth_of(match["nth"])
    if match["century"]:
        century, anchor = nth_of(match["century"]) - 1, ""
    elif scene.now is None:
        return None
    else:
        century = scene.now.year // 100 - (match["which"].lower() == "last")
        anchor = f"counted from {scene.now}"
    if not 1 <= nth <= 10 or century < 0:
        return None
    return Reading(f"{century:02d}{nth - 1}", anchor=anchor, confidence=0.9)


def _turn(match: re.Match[str], scene: Scene) -> Reading | None:
    """A year on either side; which century it was, the story so far tells, and not for certain."""
    if match["century"]:
        year, sure, anchor = 100 * (nth_of(match["century"]) - 1), 0.8, ""
    elif match["millennium"]:
        year, sure, anchor = 2000, 0.8, ""
    elif (then := scene.that) is None:
        return None
    else:
        year, sure, anchor = (1900 if then.year < OLD_STORY else 2000), 0.45, f"the one nearest to {then}"
    return Reading(f"{year:04d}", mod="APPROX", interval=years(year - 1, year + 1), anchor=anchor, confidence=sure)


OF_CENTURY = NTH.replace("?P<nth>", "?P<century>")
OLD_STORY = 1960  # before it, the century turned in 1900
ERAS = r"(?P<era>BCE?|B\.C\.(?:E\.)?|AD|A\.D\.|CE)"

NO_TYPE = r"(?<!(?-i:[A-Z])\d\d\d-)(?<!(?-i:[A-Z])-)"  # the A330-200s of an airline, its F-150s

AGES = (
    Rule(
        "decade", "decade",
        rf"(?:\b(?:the )?(?:{PART}[- ](?:the )?)?)(?:(?P<digits>{NO_TYPE}\b\d{{2,3}}0)['’]?s\b"
        r"(?: (?P<era>BCE?|B\.C\.))?"
        r"|['’](?P<short>\d)0s\b|(?:(?<=the\s)|(?<=early\s)|(?<=late\s)|(?<=mid[-\s]))(?P<bare>[2-9])0s\b"
        r"|(?:(?<=the\s)|(?<=early\s)|(?<=late\s)|(?<=mid[-\s]))(?P<name>(?:twen|thir|for|fif|six"
        r"|seven|eigh|nine)ties)\b)",
        _decade, "In [the early 1990s] it grew.", "199",
    ),
    Rule(
        "century", "century",
        rf"\b(?:the )?(?:{PART}[- ](?:the )?)?{NTH}[- ]centur(?:y|ies)(?: {ERAS})?",
        _century, "A palace of [the 4th century BC].", "BC03",
    ),
    Rule(
        "first of two centuries", "century",
        rf"\b(?:the )?(?:{PART}[- ](?:the )?)?{NTH}(?= (?:and|to|or|until|through) (?:the )?(?:(?:early|mid|late)[- ])?"
        rf"(?:\d{{1,2}}(?:st|nd|rd|th)|\w+)[- ]centur(?:y|ies)(?: {ERAS})?)",
        _century, "Between [the 12th] and 14th centuries it throve.", "11",
    ),
    Rule(
        "decade of a century", "decade of",
        rf"\b(?:the )?(?:(?P<last>last)|{NTH}) decade of (?:(?P<which>this|last|the present)|the "
        rf"{OF_CENTURY}) century",
        _nth_decade, "It fell in [the second decade of this century].", "201",
    ),
    Rule(
        "turn of a century", "century",
        rf"\b(?:the )?turn of (?:(?P<millennium>the millennium)|the (?:{OF_CENTURY} )?century)",
        _turn, "Raised at [the turn of the 20th century].", "1900",
    ),
)  # fmt: skip
