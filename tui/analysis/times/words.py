"""The words of time in resources/time_words.txt become pieces of patterns, and what they mean."""

import re
from functools import cache
from pathlib import Path

Words = dict[str, str]  # lower-case word, without a final dot -> meaning


def _read() -> tuple[dict[str, Words], dict[str, list[str]]]:
    meanings: dict[str, Words] = {}
    spellings: dict[str, list[str]] = {}
    section = ""
    source = Path(__file__).parents[1].joinpath("resources", "time_words.txt").read_text("utf-8")
    for line in source.splitlines():
        if line.startswith("["):
            section = line.strip("[]")
            meanings[section], spellings[section] = {}, []
        elif line and not line.startswith("#"):
            words, _, meaning = line.partition("=")
            for word in map(str.strip, words.split("|")) if "|" in words else words.split():
                meanings[section][word.lower().rstrip(".")] = meaning.strip()
                spellings[section].append(word)
    return meanings, spellings


MEANINGS, SPELLINGS = _read()
WAKES = "wakes: "  # sections of words that only wake rules


def _any(words: list[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


def _named(words: list[str]) -> str:
    """Names with a capital, or in capitals; abbreviations with or without their dot."""
    full = [word for word in words if not word.endswith(".")]
    short = [word[:-1] for word in words if word.endswith(".")]
    stems = _any(full + [word.upper() for word in full])
    return rf"(?:(?-i:{stems})\b|(?-i:{_any(short + [word.upper() for word in short])})\b\.?)"


# Pieces of patterns. A blank stands for any white space; each piece with a group may be used once in a pattern.
MONTH = rf"(?P<month>{_named(SPELLINGS['month'])})"
FULL_DAYS = [word for word in SPELLINGS["weekday"] if not word.endswith(".")]
SHORT_DAYS = [word for word in SPELLINGS["weekday"] if word.endswith(".")]
WEEKDAY = rf"(?P<weekday>(?-i:{_any(FULL_DAYS + [word.upper() for word in FULL_DAYS])})|(?-i:{_any(SHORT_DAYS)}))"
# "Tuesday, " and "this coming Tuesday, " before a date
OF_WEEK = rf"(?:(?:(?:this|next|last) (?:coming |past )?)?{_named(SPELLINGS['weekday'])},? )?"
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d.,:]\d|\d|%)"
ERA = r"(?P<era>(?-i:BCE?|B\.C\.(?:E\.)?|CE|C\.E\.|AD|A\.D\.))"
YEAR = (
    rf"(?:(?-i:AD|A\.D\.) )?(?P<year>1\d{{3}}|20\d\d|\d{{1,4}}(?= ?{ERA.replace('?P<era>', '?:')})"
    rf"|(?<=(?-i:AD)\s)\d{{1,4}}|(?<=(?-i:A\.D\.)\s)\d{{1,4}})(?!\d)(?: ?{ERA})?"
)
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)(?:time)?"
OF_DAY = r"(?P<of_day>morning|afternoon|evening|night)"
UNIT = rf"(?P<unit>{_any([word for word in SPELLINGS['unit'] if word not in ('season', 'seasons')])})\b"
LONG_UNIT = r"(?P<unit>day|week|weekend|fortnight|month|quarter|year|decade|century|millennium)\b"
NTH = rf"(?P<nth>{_any(SPELLINGS['ordinal'])}|twenty-first|\d{{1,2}}(?:st|nd|rd|th))"
QUARTER_NTH = r"(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)"

ORDINAL_DAY = rf"(?-i:twenty-(?:{_any(SPELLINGS['ordinal'][:9])})|thirty-first|{_any(SPELLINGS['ordinal'])})"

ONES = _any(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])
TENS = _any(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
TEENS = _any(
    ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
)
WORDED = rf"(?:(?:an?|{ONES}) (?:hundred|dozen|thousand)|(?:{TENS})(?:[- ](?:{ONES}))?|{TEENS}|{ONES}|(?:half )?dozen)"
FRACTION = r"(?: (?:and )?(?:a half|1/2)|½|-and-a-half)"
NUMBER = rf"(?P<number>\d{{1,3}}(?:,\d{{3}}){{1,5}}|\d+(?:\.\d+)?{FRACTION}?|{WORDED}{FRACTION}?)"
VAGUE = r"(?P<vague>several|a few|few|many|some|countless|dozens of|hundreds of|thousands of|numerous|various)"
COUPLE = r"(?P<couple>(?:a )?couple(?: of)?)"
MODS = {
    "START": "early in|early|the beginning of|beginning of|the start of|start of|the early part of|the dawn of",
    "END": "late in|late|the end of|end of|the latter part of|the close of|the last days of|later in|later",
    "MID": "the middle of|middle of|mid",
    "APPROX": "about|around|approximately|roughly|some|circa|ca\\.|c\\.|an estimated|somewhere around|sometime in",
    "EQUAL_OR_MORE": "at least|no less than|no fewer than|not less than|a minimum of",
    "EQUAL_OR_LESS": "at most|no more than|not more than|up to|as many as|as long as|a maximum of|within",
    "MORE_THAN": "well over|just over|a little over|more than|over|longer than|a little more than|upwards of",
    "LESS_THAN": "just under|less than|under|fewer than|nearly|almost|not quite|barely",
}
WHICH = (
    "(?P<which>this past|this coming|last|past|next|this|coming|that(?: same)?|the same|the following|the previous"
    "|the next)"
)
PART = rf"(?P<part>earlier in|earlier|{MODS['START']}|{MODS['END']}|{MODS['MID']})"
ABOUT = "(?P<about>" + "|".join(MODS[mod] for mod in list(MODS)[3:]) + "|only|just|exactly|another|a full|the full)"
HYPHEN = r"[-‐‑–—]"
ZONE = (
    rf"(?P<zone>(?-i:{_any(SPELLINGS['zone'])})(?: ?[+-] ?\d{{1,2}}(?::?\d\d)?)?|local time|Eastern(?: Time)?"
    r"|Pacific Time|\(local time\))"
)


def pattern(text: str) -> re.Pattern[str]:
    """Compile a rule's pattern: blanks become white space, letters match either case."""
    return re.compile(text.replace(" ?", r"\s*").replace(" ", r"\s+"), re.IGNORECASE)


def meaning(section: str, word: str) -> str:
    """What a word of this section means; "" if it is none of them."""
    return MEANINGS[section].get(word.lower().rstrip("."), "")


def mod_of(words: str | None) -> str:
    """The TIMEX3 modifier of "early", "about", "more than", ...; "" where there is none."""
    return _mods().get(" ".join((words or "").lower().split()), "")


@cache
def _mods() -> dict[str, str]:
    found = {word.replace("\\", ""): mod for mod, words in MODS.items() for word in words.split("|")}
    return found | {"earlier": "START", "earlier in": "START"}


LARGEST = 1e10  # the universe is as old as that in years: a longer row of digits counts no time


def number_of(words: str) -> float | None:
    """The number that digits or words stand for: "2 1/2", "twenty-four", "a hundred", "1,500"; None above LARGEST."""
    text = " ".join(words.lower().replace(",", "").split())
    half = 0.0
    if match := re.search(r"(?: (?:and )?(?:a half|1/2)|½|-and-a-half)$", text):
        half, text = 0.5, text[: match.start()]
    if re.fullmatch(r"\d+(?:\.\d+)?", text):
        number = float(text) + half
        return number if number <= LARGEST else None
    total = 0
    for word in re.split(r"[- ]", text):
        found = meaning("number", word)
        if word == "half":
            half += 0.5
        elif not found:
            return None
        else:
            total = max(total, 1) * int(found) if int(found) in (12, 100, 1000) and total < 10 else total + int(found)
    return total * 0.5 if text.startswith("half ") else total + half


def nth_of(word: str) -> int:
    """The number of an ordinal: "third", "3rd", "twenty-first"; 0 if it is none."""
    text = word.lower()
    if match := re.match(r"\d+", text):
        return int(match[0])
    tens, _, ones = text.replace(" ", "-").rpartition("-")
    return int(meaning("number", tens) or 0) + int(meaning("ordinal", ones) or 0)
