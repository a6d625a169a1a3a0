"""The dates of a sentence on which something happened or began: no lengths, no limits, both ends of a range as one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.analysis.document import Sentence
from tui.analysis.events.roles.role import Role
from tui.analysis.events.roles.roles import role_of
from tui.analysis.model import Interval, TimeExpression, TimeType
from tui.analysis.times.ranges import TimeRange
from tui.text.span import Span

# The values a row can have: a century, decade, year, month, day, week, quarter, half year or season.
VALUE = re.compile(
    r"(?:BC)?\d{2,4}|(?:BC)?\d{4}-\d{2}(?:-\d{2})?|\d{4}-(?:W\d{2}(?:-WE|-\d)?|Q[1-4]|H[12]|SP|SU|FA|WI)"
    r"|\d{4}/\d{4}|\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d"
)
UNCERTAIN = re.compile("[?%]")  # EDTF's marks of doubt; "~" only says that the days of "early May" are rough
HAPPENINGS = frozenset({Role.HAPPENED, Role.SINCE, Role.ALLEGED})
NEVER = frozenset({Role.DENIED, Role.ASKED, Role.REPEATED})  # nor does a stretch of time that such a date begins
DOUBTFUL = 0.5  # confidence below which a row is uncertain


class Dated(NamedTuple):
    """One or two expressions that together say when something happened."""

    interval: Interval
    value: str  # TIMEX3 date or A/B
    edtf: str
    time: Span
    uncertain: bool
    anchor: str = ""  # of the expression, or of the first of two
    confidence: float = 1.0  # of the less sure one


def find_dates(
    text: str, sentence: Sentence, times: Sequence[TimeExpression], places: range, ranges: Mapping[int, TimeRange]
) -> Iterator[Dated]:
    """The dates of a sentence, which holds the expressions at `places` of `times`; `ranges` by their first place."""
    start, end = sentence.span
    words = text[start:end]
    joined: set[int] = set()
    for place in places:
        if place in joined:
            continue
        time, stretch = times[place], ranges.get(place)
        role, _ = role_of(words, time.span.start - start, time.span.end - start)
        if role in NEVER:
            joined.update(stretch.parts if stretch is not None else ())
            continue
        if stretch is not None and time.type is TimeType.DURATION:
            joined.update(stretch.parts)
            yield _between(time, times[stretch.parts[1]], stretch)
            continue
        value = row_value(time)
        if value is None or time.interval is None:
            continue
        if stretch is not None and len(stretch.parts) == 2:
            joined.update(stretch.parts)
            yield _between(time, times[stretch.parts[1]], stretch)
        elif stretch is not None and role is Role.SINCE:
            yield Dated(
                stretch.interval, value, stretch.edtf, time.span, _is_uncertain(time), time.anchor, time.confidence
            )
        elif role in HAPPENINGS:
            unsure = role is Role.ALLEGED or _is_uncertain(time)
            yield Dated(time.interval, value, time.edtf, time.span, unsure, time.anchor, time.confidence)


def row_value(time: TimeExpression) -> str | None:
    """The calendar date of an expression without its clock time; None for durations, sets and references."""
    if time.type not in {TimeType.DATE, TimeType.TIME}:
        return None
    value = re.sub(r"(?:-X{1,2})+$", "", time.value.split("T")[0] if time.value[:1].isdigit() else time.value)
    return value if VALUE.fullmatch(value) else None


def _between(first: TimeExpression, last: TimeExpression, stretch: TimeRange) -> Dated:
    """ "from 2009 to 2011" as one stretch of time."""
    span = Span(first.span.start, last.span.end)
    unsure, sure = _is_uncertain(first) or _is_uncertain(last), min(first.confidence, last.confidence)
    return Dated(stretch.interval, stretch.value, stretch.edtf, span, unsure, first.anchor, sure)


def _is_uncertain(time: TimeExpression) -> bool:
    return UNCERTAIN.search(time.edtf) is not None or time.confidence < DOUBTFUL
