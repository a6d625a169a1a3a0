"""Two time expressions that name one stretch of time are joined: from ... to, between ... and, since, until, by."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.document import Document, Sentence
from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.model import Day, Interval, TimeExpression, TimeType
from tui.analysis.times.days.calendar import add_days, of_date
from tui.analysis.times.days.edtf import edtf_of, open_edtf, range_edtf
from tui.analysis.times.scene import shift
from tui.text.article import Known
from tui.text.span import Span


@dataclass(frozen=True, slots=True)
class TimeRange:
    """A stretch of time. `parts` are one or two indices into the times; `span` includes the leading "from" or "since".

    An open side is ".." in `edtf` and `value`; in `interval` it ends at the publication date where that is known and
    lies on the right side, else with the expression itself.
    """

    span: Span
    interval: Interval
    edtf: str
    value: str  # "A/B", "A/..", "../B"
    parts: tuple[int, ...]


ENDING = LazyPattern(r"\s*,?\s*(?:to|ended|ending|through|up\s+to|until)\s+(?:on\s+)?(?:the\s+)?", re.IGNORECASE)
WHOLE = LazyPattern(r"P(?P<count>\d+)(?P<unit>[DWMY])")  # a length that can be counted back from a day
FROM = LazyPattern(r"\b(?:from|between)\s+(?:the\s+|about\s+|around\s+)?$", re.IGNORECASE)
BETWEEN = LazyPattern(r"\bbetween\b", re.IGNORECASE)
TO = LazyPattern(
    r"\s*(?:[-‐‑–—/]|,?\s*\b(?:to|until|till|through|thru|up\s+to|up\s+until|and\s+(?:until|ended|ending|through)))\s*"
    r"(?:(?:the|about|around|as\s+late\s+as)\s+)?",
    re.IGNORECASE,
)
AND = LazyPattern(r",?\s*\band\s+(?:the\s+|about\s+|around\s+)?", re.IGNORECASE)
MOVED = LazyPattern(  # from one date to another, not through the time between them
    r"\b(?:mov|postpon|delay|push|reschedul|chang|brought|bring|shift|advanc|reviv|slip)\w*\b[^.;]{0,60}$",
    re.IGNORECASE,
)
SINCE = LazyPattern(
    r"\b(?:ever\s+)?since(?:\s+(?:about|around|the|at\s+least|as\s+early\s+as|way\s+back\s+in|back\s+in))?\s+$", re.I
)
UNTIL = LazyPattern(
    r"\b(?:until|till|up\s+to|through|by)(?:\s+(?:about|around|the|at\s+least|as\s+late\s+as))?\s+$", re.IGNORECASE
)
NOT_LIMIT = LazyPattern(
    r"\b(?:followed|go|went|gone|pass|passed|halfway|midway|day|week|month|year)\s+(?:by|through)\s+$", re.IGNORECASE
)
LONGEST = 120  # units: of more nobody speaks to the day
MONTH = LazyPattern(r"\d{4}-\d\d")
REACH = 40  # characters in which a leading or joining word is looked for


def join_ranges(document: Document, times: Sequence[TimeExpression]) -> tuple[TimeRange, ...]:
    """The ranges among the times of a document, sorted and disjoint."""
    published = document.article.published
    known = published.known not in (Known.BOUNDED, Known.UNKNOWN)
    today = of_date(published.day) if known and published.day else None
    found: list[TimeRange] = []
    first = 0
    for sentence in document.sentences:
        while first < len(times) and times[first].span.end <= sentence.span.start:
            first += 1
        last = first
        while last < len(times) and times[last].span.end <= sentence.span.end:
            last += 1
        found.extend(_of_sentence(document.article.text, sentence, times, range(first, last), today))
        first = last
    return tuple(found)


def _of_sentence(
    text: str, sentence: Sentence, times: Sequence[TimeExpression], indices: range, today: Day | None
) -> Iterator[TimeRange]:
    taken = -1
    free = sentence.span.start
    for index in indices:
        if index <= taken:
            continue
        counted = _counted_back(text, times, index) if index + 1 in indices else None
        if counted is not None:
            taken = index + 1
            free = times[taken].span.end
            yield counted
            continue
        if not _is_dated(times[index]):
            continue
        before = text[max(free, times[index].span.start - REACH) : times[index].span.start]
        joined = _closed(text, times, index, before) if index + 1 in indices else None
        if joined is None:
            joined = _open(times, index, before, today)
        else:
            taken = index + 1
        if joined is not None:
            yield joined
        free = times[max(index, taken)].span.end


def _is_dated(time: TimeExpression) -> bool:
    return time.interval is not None and time.type in (TimeType.DATE, TimeType.TIME)


def _counted_back(text: str, times: Sequence[TimeExpression], index: int) -> TimeRange | None:
    """A length and the date it ends with: "the nine months to 30 September 2023", "the 12 months ended in June"."""
    length, end = times[index], times[index + 1]
    match = WHOLE.fullmatch(length.value) if length.type is TimeType.DURATION else None
    if match is None or end.interval is None or not _is_dated(end):
        return None
    if not ENDING.fullmatch(text[length.span.end : end.span.start]):
        return None
    last, unit = end.interval.last, {"D": "day", "W": "week", "M": "month", "Y": "year"}[match["unit"]]
    if int(match["count"]) > LONGEST or end.interval.first < shift(last, -1, "month"):
        return None
    first = shift(add_days(last, 1), -int(match["count"]), unit)
    interval = Interval(first, last)
    edtf = edtf_of(interval)
    return TimeRange(Span(length.span.start, end.span.end), interval, edtf, f"{first}/{last}", (index, index + 1))


def _closed(text: str, times: Sequence[TimeExpression], index: int, before: str) -> TimeRange | None:
    """Two dates with "to", "until" or a dash between them; with "and" only after "between"."""
    one, other = times[index], times[index + 1]
    if one.interval is None or other.interval is None or not _is_dated(other):
        return None
    between = text[one.span.end : other.span.start]
    if len(between) > REACH:
        return None
    led = FROM.search(before)
    if AND.fullmatch(between):
        if not (led and BETWEEN.match(led[0])) and not _is_next_month(one, other):
            return None
    elif not TO.fullmatch(between) or (led and MOVED.search(before[: led.start()])):
        return None
    if between.strip().lower() in ("to", "until", "till") and not led and len(one.value) != len(other.value):
        return None
    if one.interval.first > other.interval.last or one.interval == other.interval:
        return None
    start = one.span.start - (len(before) - led.start() if led else 0)
    interval = Interval(one.interval.first, max(one.interval.last, other.interval.last))
    edtf = range_edtf(one.edtf, other.edtf, interval)
    value = f"{_value(one)}/{_value(other)}"
    return TimeRange(Span(start, other.span.end), interval, edtf, value, (index, index + 1))


def _is_next_month(one: TimeExpression, other: TimeExpression) -> bool:
    """Whether two months follow each other: what is told of "March and April 2008" lasted over both."""
    if one.interval is None or MONTH.fullmatch(one.value) is None or MONTH.fullmatch(other.value) is None:
        return False
    return other.interval is not None and add_days(one.interval.last, 1) == other.interval.first


def _open(times: Sequence[TimeExpression], index: int, before: str, today: Day | None) -> TimeRange | None:
    """A date after "since" has no end, one after "until" or "by" no beginning."""
    time = times[index]
    if time.interval is None:
        return None
    first, last = time.interval
    if led := SINCE.search(before):
        interval = Interval(first, today if today and today > last else last)
        edtf, value = open_edtf(time.edtf, time.interval, after=True), f"{_value(time)}/.."
    elif (led := UNTIL.search(before)) and not NOT_LIMIT.search(before):
        interval = Interval(today if today and today < first else first, last)
        edtf, value = open_edtf(time.edtf, time.interval, after=False), f"../{_value(time)}"
    else:
        return None
    return TimeRange(
        Span(time.span.start - (len(before) - led.start()), time.span.end), interval, edtf, value, (index,)
    )


def _value(time: TimeExpression) -> str:
    return time.value.split("T", 1)[0]
