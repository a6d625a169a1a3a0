"""A sentence becomes its numbers that measure or count, each with the unit beside it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.analysis.document import Sentence
from tui.analysis.figures.guards import guard_of
from tui.analysis.figures.numerals import NUMBER, Number, number_at
from tui.analysis.figures.units import Measured, rate_behind, unit_before, unit_behind
from tui.text.span import Span, within

TIME_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "decade", "century"})
AGED = re.compile(r"[\s-]years?[\s-]olds?\b", re.IGNORECASE)
AGE_BEFORE = re.compile(
    r"\b(?:at\sage|age\sof|dies\sat|died\sat|(?:who|he|she|i|i[’']m|(?:s?he|who)[’']s)"
    r"(?:\s(?:is|was|will\sbe|would\sbe|has\sturned|turned|turns))?(?:\s(?:just|only|about))?)\s$",
    re.IGNORECASE,
)
OLDEST = 120  # years
PART_OF = re.compile(r"\s(?:of\s)?(?:an?|the|its|their|all)\s(?:US\s)?")
COMPOUND = re.compile(r"-[a-z]")
ADDRESS = re.compile(r"https?://|www\.|@")
WIDEST = 40  # characters on each side that are looked at


class Found(NamedTuple):
    """A number and its unit, "" for none; `start` and `end` are those of both together."""

    number: Number
    start: int
    end: int
    unit: str
    money: bool  # whether a currency stands before it


def numbers_of(text: str, sentence: Sentence, dates: Sequence[Span], names: Sequence[Span]) -> Iterator[Found]:
    """The numbers of a sentence, from left to right; those of `dates` and in `names` only where they have a unit."""
    first, last = sentence.span
    addresses = [token.span for token in sentence.tokens if ADDRESS.search(token.text)]
    least = first
    for match in NUMBER.compiled.finditer(text, first, last):
        start, end = match.span()
        if start < least or within(addresses, Span(start, end)):
            continue
        before = unit_before(text, start, least)
        number = number_at(text, match, before is not None)
        if number is None:
            continue
        unit = before or _unit_behind(text, number)
        begins = before.place if before else start
        place = unit.place if unit and before is None else number.end
        ahead = text[max(first, begins - WIDEST) : begins]
        behind = text[number.end : min(last, place + WIDEST)]
        bare = unit is None and number.scale == 1 and number.sort != "vague"
        if guard_of(ahead, text[start:end], behind, bare) or (
            unit is None and _counts_nothing(text, number, dates, names)
        ):
            least = number.end
            continue
        least = place
        name = unit.name if unit else ""
        if unit is None and number.high < OLDEST and AGE_BEFORE.search(ahead):
            name = "year"
        elif unit is None and number.low < 1 and (part := PART_OF.match(text, number.end, last)):
            whole = unit_behind(text, part.end() - 1)  # "half a mile"
            name, place = (whole.name, whole.place) if whole else ("", part.end() - 1)
        if name and (rate := rate_behind(text, place)):
            name, place = f"{name} per {rate.name}", rate.place
        yield Found(number, begins, place, name, before is not None)


def _unit_behind(text: str, number: Number) -> Measured | None:
    """The unit behind a number; "a two-year contract" is a kind of contract, "a 10-year-old" is so old."""
    unit = unit_behind(text, number.end)
    if unit is None or number.sort == "digits" or unit.name not in TIME_UNITS or text[number.end] != "-":
        return unit
    return unit if AGED.match(text, number.end) else None


def _counts_nothing(text: str, number: Number, dates: Sequence[Span], names: Sequence[Span]) -> bool:
    """Whether a number without a unit is a year, a day or an hour, a part of a name or of another word."""
    span = Span(number.start, number.end)
    if any(date.contains(span) for date in within(dates, span)):
        return True
    if number.scale == 1 and any(name.start < span.start and name.contains(span) for name in within(names, span)):
        return True  # "Apollo 11"
    return number.sort == "words" and COMPOUND.match(text, number.end) is not None
