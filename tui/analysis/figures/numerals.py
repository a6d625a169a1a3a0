"""The words and digits of a number become its value; a magnitude behind it counts."""

import re
from decimal import Decimal
from typing import NamedTuple

from tui.analysis.lazy_pattern import LazyPattern

ONES = dict(
    zip(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], range(10), strict=True)
)
TEENS = dict(
    zip(
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
        range(10, 20),
        strict=True,
    )
)
TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
SCALES = {
    "hundred": 10**2, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9,
    "trillion": 10**12, "quadrillion": 10**15, "dozen": 12,
}  # fmt: skip
SHORT_SCALES = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9,
    "t": 10**12, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
GLYPHS = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5",
    "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "⅒": "1/10",
}  # fmt: skip
MULTIPLES = {"double": 2, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7,
             "eightfold": 8, "ninefold": 9, "tenfold": 10, "hundredfold": 100}  # fmt: skip
WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100, 128, 1000})  # "9/11" is no fraction
BESIDE_FRACTION = re.compile(r"[\s-]")  # "2 1/2", "2-1/2"
LONGEST = 40  # characters of digits; more of them count nothing
VAGUE = 10  # times: "thousands" are fewer than ten thousand

_ONE = "|".join(word for word in ONES)
_LOW = rf"(?:(?:{'|'.join(TENS)})(?:[\s-](?:{_ONE})\b)?|{'|'.join(TEENS)}|{_ONE})\b"
_HUNDREDS = rf"(?:(?:an?|{_ONE}|{'|'.join(TEENS)})[\s-]hundred\b(?:(?:\sand)?\s{_LOW})?|{_LOW})"
_SCALE = "|".join(SCALES)
_PART = "|".join(PARTS)
NUMBER = LazyPattern(
    rf"""
      (?P<digits>(?:\d+(?:,\d{{3}}(?!\d))*(?:\.\d+)?|(?<![\w.])\.\d+)(?:\s?[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒]|(?:[\s-]\d{{1,3}})?[/⁄]\d{{1,4}}(?![\d/⁄])|))
    | (?P<glyph>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒])
    | \b(?P<vague>(?:(?:tens|dozens|scores|hundreds|thousands|millions)\sof\s)*
         (?:dozens|hundreds|thousands|millions|billions|trillions))\b
    | \b(?P<fold>(?:{"|".join(w for w in MULTIPLES if w.endswith("fold"))}))\b
    | \b(?P<part>(?:(?:an?|{_ONE})[\s-](?:{_PART})s?|half)(?:\sof)?(?:\san?\s(?P<of>{_SCALE}))
        |(?:{_ONE})[\s-](?:{_PART})s\b
        |(?:an?|one)[\s-](?:{_PART})(?=\s(?:of|the|more|less|fewer|higher|lower|larger|smaller|as|to\b))
        |(?<!\w\s)[Hh]alf(?=\s(?:of|an?|the|all|its|their|his|her|our|those|these)\b)
        |(?<!first\s)(?<!second\s)(?<!and\sa\s)\bhalf(?=\s(?:of|an?|the|all|its|their|our|those|these)\b))
    | \b(?P<words>{_HUNDREDS}(?:[\s-]thousand\s(?:and\s)?{_HUNDREDS})?
        |an?\s(?:{_SCALE})\b)(?P<more>\sand\s(?:a|one)\s(?:half|quarter)\b)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "35m" is so many millions, but "a 35m wall" is as long as it is.
SCALE_BEHIND = LazyPattern(
    rf"""(?:(?:[\s-](?:{_SCALE})s?\b)+|(?P<short>\s?(?:bn|bln|mn|mln|mil|trn|tn)\b|[kmb]\b|t\b(?=))\.?(?!\w))""",
    re.VERBOSE | re.IGNORECASE,
)
LENGTHS = LazyPattern(
    r"m\s(?:high|long|wide|tall|deep|away|apart|above|below|from|race|sprint|hurdles|final|freestyle|relay|run|pool|in\b"
    r"|backstroke|breaststroke|butterfly|north|south|east|west|of\swater|downhill|underwater)",
    re.IGNORECASE,
)
WORD = re.compile(r"[a-z]+")


class Number(NamedTuple):
    """Where a number stands, with its magnitude, and what it says; `scale` is the magnitude alone, 1 for none."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    scale: int
    sort: str  # the group of NUMBER: "digits", "words", ...


def number_at(text: str, match: re.Match[str], money: bool) -> Number | None:
    """The number of a match of NUMBER and of the magnitude behind it; None where there is no value."""
    sort, words = match.lastgroup or "", match.group().lower()
    start, end = match.span()
    if sort == "of":
        sort = "part"
    if sort == "vague":
        low = Decimal(_vague(words))
        return Number(start, end, low, low * (VAGUE if "dozens" not in words else 5), 1, sort)
    if match["more"]:
        sort, words = "words", words[: -len(match["more"])]
    value = _value(sort, words)
    if value is None:
        return None
    if match["more"]:
        value += Decimal("0.5" if match["more"].endswith("half") else "0.25")
    scale = 1
    if sort in ("digits", "words", "glyph") and (behind := SCALE_BEHIND.compiled.match(text, end)):
        found = behind.group().strip(" -.\n\t").lower()
        if behind["short"] is None:
            for word in WORD.findall(found):
                scale *= SCALES[word.removesuffix("s")]
            end = behind.end()
        elif sort == "digits" and _short(text, behind, money):
            scale = SHORT_SCALES[found]
            end = behind.end() - behind.group().endswith(".")
    return Number(start, end, value * scale, value * scale, scale, sort)


def _short(text: str, behind: re.Match[str], money: bool) -> bool:
    """Whether a letter behind digits is a magnitude."""
    letters = behind.group().strip(" .")
    if len(letters) > 1 or money:
        return True
    return letters == "k" or (letters == "m" and LENGTHS.compiled.match(text, behind.start()) is None)


def _value(sort: str, words: str) -> Decimal | None:
    match sort:
        case "digits":
            return _digits(words)
        case "glyph":
            return _ratio(GLYPHS[words])
        case "fold":
            return Decimal(MULTIPLES[words])
        case "part":
            return _part(words)
        case _:
            return Decimal(_spelt(words))


def _digits(words: str) -> Decimal | None:
    if len(words) > LONGEST:
        return None
    glyph = GLYPHS.get(words[-1])
    *wholes, part = BESIDE_FRACTION.split(words.replace("⁄", "/")) if "/" in words.replace("⁄", "/") else (words, "")
    whole = wholes[0] if wholes else ""
    if glyph is not None:
        whole, part = words[:-1].strip(), glyph
    added = _ratio(part) if part else Decimal(0)
    return None if added is None else (Decimal(whole.replace(",", "")) if whole else Decimal(0)) + added


def _ratio(words: str) -> Decimal | None:
    above, _, below = words.partition("/")
    return Decimal(above.replace(",", "")) / Decimal(below) if int(below) in WHOLES else None


def _vague(words: str) -> int:
    product = 1
    for word in words.split(" of "):
        one = word.strip().removesuffix("s")
        product *= {"ten": 10, "score": 20, "dozen": 24 if words == "dozens" else 12}.get(one) or SCALES[one]
    return product


def _part(words: str) -> Decimal:
    """ "three-quarters", "half a million"."""
    said = WORD.findall(words)
    above = next((ONES[word] for word in said if word in ONES), 1)
    below = next(PARTS[one] for word in said if (one := word if word in PARTS else word.removesuffix("s")) in PARTS)
    scale = SCALES.get(said[-1], 1)
    return Decimal(above) / Decimal(below) * scale


def _spelt(words: str) -> int:
    total = current = 0
    for word in WORD.findall(words):
        if word in ("a", "an"):
            current = 1
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in SCALES:
            total, current = total + max(current, 1) * SCALES[word], 0
        elif word != "and":
            current += ONES.get(word) or TEENS.get(word) or TENS.get(word) or 0
    return total + current
