"""The dates of a sentence on which something happened: no lengths, no limits, and both ends of a range as one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.document import Sentence
from tui.analysis.model import Interval, TimeExpression, TimeType
from tui.analysis.roles import Role, role_of
from tui.text.span import Span

# The values a row can have: a century, decade, year, month, day, week, quarter, half year or season.
VALUE = re.compile(r"(?:BC)?\d{2,4}|\d{4}-\d{2}(?:-\d{2})?|\d{4}-(?:W\d{2}(?:-WE|-\d)?|Q[1-4]|H[12]|SP|SU|FA|WI)")
JOINING = re.compile(r"\s*(?:to|and|until|till|through|–|—|-)\s*(?:the\s+)?", re.IGNORECASE)
OPENING = re.compile(r"\b(?:from|between)\s+(?:the\s+)?(?:about\s+|early\s+|late\s+|mid-?)?$", re.IGNORECASE)
UNCERTAIN = re.compile("[~?%]")  # EDTF's marks
DOUBTFUL = 0.5  # confidence below which a row is uncertain


@dataclass(frozen=True, slots=True)
class Dated:
    """One or two expressions that together say when something happened."""

    interval: Interval
    value: str  # TIMEX3 date or A/B
    edtf: str
    time: Span
    uncertain: bool


def find_dates(text: str, sentence: Sentence, times: Sequence[TimeExpression]) -> Iterator[Dated]:
    """The dates among `times`, the expressions of this sentence, in their order."""
    start, end = sentence.span
    words = text[start:end]
    index = 0
    while index < len(times):
        time = times[index]
        following = times[index + 1] if index + 1 < len(times) else None
        index += 1
        if following is not None and (joined := _range(text, start, time, following)) is not None:
            index += 1
            yield joined
            continue
        value = row_value(time)
        if value is None or time.interval is None:
            continue
        role, _ = role_of(words, time.span.start - start, time.span.end - start)
        if role is Role.HAPPENED:
            yield Dated(time.interval, value, time.edtf, time.span, _is_uncertain(time))


def row_value(time: TimeExpression) -> str | None:
    """The calendar date of an expression without its clock time; None for durations, sets and references."""
    if time.type not in {TimeType.DATE, TimeType.TIME}:
        return None
    value = re.sub(r"(?:-X{1,2})+$", "", time.value.split("T")[0] if time.value[:1].isdigit() else time.value)
    return value if VALUE.fullmatch(value) else None


def _range(text: str, start: int, time: TimeExpression, following: TimeExpression) -> Dated | None:
    """ "from 2009 to 2011", "between March and May", "1914-1918" as one stretch of time."""
    between = text[time.span.end : following.span.start]
    first, last = row_value(time), row_value(following)
    if not (first and last and time.interval and following.interval and JOINING.fullmatch(between)):
        return None
    led = OPENING.search(text[start : time.span.start])
    if not led and (between.strip().lower() in {"and", "to"} or len(first) != len(last)):
        return None
    if time.interval.first >= following.interval.last:
        return None
    interval = Interval(time.interval.first, following.interval.last)
    plain = time.edtf and following.edtf and "/" not in time.edtf + following.edtf
    edtf = f"{time.edtf}/{following.edtf}" if plain else ""
    return Dated(interval, f"{first}/{last}", edtf, Span(time.span.start, following.span.end), False)


def _is_uncertain(time: TimeExpression) -> bool:
    return time.mod == "APPROX" or UNCERTAIN.search(time.edtf) is not None or time.confidence < DOUBTFUL
