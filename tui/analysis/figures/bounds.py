"""Words around a number become its bound: "more than", "up to", "or so"; each a row with its example."""

import re
from functools import cache
from typing import NamedTuple

from tui.analysis.model import Bound


class Words(NamedTuple):
    """A row: a bound, the pattern of its words, and an example in which a number stands in [brackets]."""

    bound: Bound
    pattern: str
    example: str


BEFORE: tuple[Words, ...] = (
    Words(Bound.AT_MOST, r"(?:no|not) more than", "No more than [50] came."),
    Words(Bound.AT_LEAST, r"(?:no|not) (?:fewer|less) than", "No fewer than [50] came."),
    Words(Bound.AT_LEAST, r"(?:more|greater|higher|larger|longer|bigger|better|taller|older) than",
          "More than [50] came."),
    Words(Bound.AT_MOST, r"(?:fewer|less|lower|smaller|shorter|younger) than", "Fewer than [50] came."),
    Words(Bound.AT_LEAST, r"at (?:the very )?least|at a minimum", "At least [50] came."),
    Words(Bound.AT_MOST, r"at (?:the very )?most", "At most [50] came."),
    Words(Bound.AT_LEAST, r"well over|just over|slightly over|a little over|over|above|beyond|north of",
          "Over [50] came."),
    Words(Bound.AT_MOST, r"just under|well under|under|below|just below|south of|just short of|short of",
          "Under [50] came."),
    Words(Bound.AT_LEAST, r"upwards? of|in excess of", "Upwards of [50] came."),
    Words(Bound.AT_LEAST, r"(?:exceed|surpass|top)(?:s|ed|ing|ped|ping)?|outnumber(?:s|ed)?",
          "The total exceeded [50]."),
    Words(Bound.AT_LEAST, r"an? minimum of|starting (?:at|from)|starts? at", "It takes a minimum of [50]."),
    Words(Bound.AT_MOST, r"an? maximum of|capped at", "It takes a maximum of [50]."),
    Words(Bound.AT_MOST, r"up to|upto|as (?:many|much|high|long|far|large|late|fast|old) as", "Up to [50] came."),
    Words(Bound.AT_LEAST, r"as (?:few|little|low|early|short) as", "It costs as little as [50]."),
    Words(Bound.ABOUT, r"about|around|roughly|nearly|almost|some|approximately|approx\.?|circa|ca?\.|barely|virtually",
          "About [50] came."),
    Words(Bound.ABOUT, r"(?:an |are |is |was |were |of )?estimated(?: at)?|averag(?:es|ed|ing)",
          "An estimated [50] came."),
    Words(Bound.ABOUT, r"close to|in the (?:region|neighbourhood|neighborhood|vicinity|order) of|something like",
          "Close to [50] came."),
    Words(Bound.ABOUT, r"[~≈]|±", "It weighs ~[50]."),
    Words(Bound.AT_LEAST, r"[>≥]", "It weighs >[50]."),
    Words(Bound.AT_MOST, r"[<≤]", "It weighs <[50]."),
)  # fmt: skip
BEHIND: tuple[Words, ...] = (
    Words(Bound.AT_LEAST, r"\+|[\s-]plus\b(?!\s(?:an?\b|\d|[$£€]))"
          r"|(?:\s[\w-]+)?\sor (?:more|higher|above|greater|better|older|longer|over)\b"
          r"|\sand (?:over|above|up|older)\b|\supwards?\b", "It takes [50] or more."),
    Words(Bound.AT_MOST, r"(?:\s[\w-]+)?\sor (?:less|fewer|lower|below|under|younger)\b|\sand (?:under|below"
          r"|younger)\b",
          "It takes [50] or less."),
    Words(Bound.ABOUT, r"(?:\s[\w-]+)?\sor so\b|-odd\b|\sodd\b|-ish\b|\sor thereabouts\b|,? give or take\b",
          "There were [50] or so."),
)  # fmt: skip
# What may stand between the words and the number.
BETWEEN = r"(?:(?:an?|only|just|another|its|their|of|additional) )"
WIDEST = 44  # characters before a number that are looked at


@cache
def _before() -> tuple[re.Pattern[str], tuple[Bound, ...]]:
    rows = "|".join(f"(?P<b{index}>{row.pattern})" for index, row in enumerate(BEFORE))
    pattern = rf"(?<![\w-])(?:{rows})\s*{BETWEEN}?$".replace(" ", r"\s")
    return re.compile(pattern, re.IGNORECASE), tuple(row.bound for row in BEFORE)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<b{index}>{row.pattern})" for index, row in enumerate(BEHIND)), re.IGNORECASE)


def bound_before(text: str, start: int, least: int) -> Bound | None:
    """The bound that words before a number give it."""
    first = max(least, start - WIDEST)
    pattern, bounds = _before()
    match = pattern.search(text[first:start])
    if match is None:
        return None
    return bounds[int((match.lastgroup or "b0")[1:])]


def bound_behind(text: str, end: int) -> Bound | None:
    """The bound that words behind a number, or behind its unit, give it."""
    match = _behind().match(text, end, end + WIDEST)
    return BEHIND[int((match.lastgroup or "b0")[1:])].bound if match else None


def bounded_from(text: str, start: int, least: int) -> int:
    """Where the words of the bound before a number begin; `start` where there are none."""
    match = _before()[0].search(text[max(least, start - WIDEST) : start])
    return start - len(match.group()) if match else start


def bounded_to(text: str, end: int) -> int:
    """Where the words of the bound behind a number end; `end` where there are none."""
    match = _behind().match(text, end, end + WIDEST)
    return match.end() if match else end
