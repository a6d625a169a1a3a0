"""Times, names and sentences become a timeline: rows that say when something happened, and lead back to the clause."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.clauses import Clause, clause_at, find_clauses
from tui.analysis.document import Document, Sentence
from tui.analysis.model import Day, Entity, Interval, Status, TimeExpression, TimelineEvent, TimeType
from tui.analysis.roles import Role, role_of
from tui.analysis.subjects import Participants
from tui.text.article import BlockKind, Known, Published
from tui.text.span import Span

# The values a row can have: a year, decade, month, day, week, quarter, half year or season.
VALUE = re.compile(r"(?:BC)?\d{2,4}|\d{4}-\d{2}(?:-\d{2})?|\d{4}-(?:W\d{2}(?:-WE|-\d)?|Q[1-4]|H[12]|SP|SU|FA|WI)")
JOINING = re.compile(r"\s*(?:to|and|until|till|through|–|—|-)\s*(?:the\s+)?", re.IGNORECASE)
OPENING = re.compile(r"\b(?:from|between)\s+(?:the\s+)?(?:about\s+|early\s+|late\s+|mid-?)?$", re.IGNORECASE)
BACKGROUND_VERBS = re.compile(
    r"\b(?:born|founded|established|created|built|formed|elected|appointed|graduated|married|opened|introduced|launched|"
    r"joined|served|became|began|started|invaded|annexed|independence|independent)\b"
)
LONG_AGO = 2  # years before the article that make a subordinate clause background
LEAD_PARAGRAPHS = 4
EDTF_UNCERTAIN = ("~", "?", "%")


@dataclass(frozen=True, slots=True)
class _Dated:
    """One or two expressions that together say when a clause happened."""

    interval: Interval
    value: str
    edtf: str
    time: Span
    uncertain: bool


def build_timeline(
    document: Document, entities: Sequence[Entity], times: Sequence[TimeExpression], published: Published
) -> tuple[TimelineEvent, ...]:
    """The rows of an article by time, then by place in the text."""
    participants = Participants(document, entities)
    text = document.article.text
    rows: list[TimelineEvent] = []
    is_known = published.day is not None and published.known not in (Known.BOUNDED, Known.UNKNOWN)
    first = 0
    for number, sentence in enumerate(document.sentences):
        while first < len(times) and times[first].span.end <= sentence.span.start:
            first += 1
        last = first
        while last < len(times) and times[last].span.start < sentence.span.end:
            last += 1
        own = times[first:last]
        first = last
        clauses = find_clauses(sentence, [time.span for time in own])
        taking_part = participants.of_clauses(sentence, number, clauses)
        dated = list(_dated(text, sentence, own))
        for item in dated:
            clause = clause_at(clauses, item.time.start)
            people = taking_part[clauses.index(clause)]
            span = _with_what_was_said(clause, clauses, dated)
            rows.append(_row(item, sentence, span, people, _is_background(text, item, clause, published)))
        if not dated and is_known and _is_report(document, sentence, clauses):
            clause = clauses[0]
            rows.append(_report(published, sentence, clause.span, taking_part[0]))
    return tuple(sorted(rows, key=lambda row: (row.interval, row.clause)))


def _dated(text: str, sentence: Sentence, times: Sequence[TimeExpression]) -> Iterator[_Dated]:
    """The dates in a sentence on which something happened; both ends of a range make one."""
    start, end = sentence.span
    words = text[start:end]
    index = 0
    while index < len(times):
        time = times[index]
        following = times[index + 1] if index + 1 < len(times) else None
        index += 1
        if following is not None and (joined := _range(text, sentence, time, following)) is not None:
            index += 1
            yield joined
            continue
        value = row_value(time)
        if value is None or time.interval is None:
            continue
        role, _ = role_of(words, time.span.start - start, time.span.end - start)
        if role is Role.HAPPENED:
            uncertain = bool(
                time.mod == "APPROX" or any(mark in time.edtf for mark in EDTF_UNCERTAIN) or time.confidence < 0.5
            )
            yield _Dated(time.interval, value, time.edtf, time.span, uncertain)


def _range(text: str, sentence: Sentence, time: TimeExpression, following: TimeExpression) -> _Dated | None:
    """ "from 2009 to 2011", "between March and May", "1914-1918" as one stretch of time."""
    between = text[time.span.end : following.span.start]
    first, last = row_value(time), row_value(following)
    if not (first and last and time.interval and following.interval and JOINING.fullmatch(between)):
        return None
    led = OPENING.search(text[sentence.span.start : time.span.start])
    if not led and (between.strip().lower() in {"and", "to"} or len(first) != len(last)):
        return None
    if time.interval.first >= following.interval.last:
        return None
    interval = Interval(time.interval.first, following.interval.last)
    edtf = (
        f"{time.edtf}/{following.edtf}"
        if time.edtf and following.edtf and "/" not in time.edtf + following.edtf
        else ""
    )
    return _Dated(interval, f"{first}/{last}", edtf, Span(time.span.start, following.span.end), False)


def row_value(time: TimeExpression) -> str | None:
    """The calendar date of an expression without its clock time; None for durations, sets and references."""
    if time.type not in {TimeType.DATE, TimeType.TIME}:
        return None
    value = re.sub(r"(?:-X{1,2})+$", "", time.value.split("T")[0] if time.value[:1].isdigit() else time.value)
    return value if VALUE.fullmatch(value) else None


def _with_what_was_said(clause: Clause, clauses: Sequence[Clause], dated: Sequence[_Dated]) -> Span:
    """The clause; one that tells of saying together with what was said, as far as that has no date of its own."""
    if not clause.reporting:
        return clause.span
    start, end = clause.span
    others = [item.time.start for item in dated if not start <= item.time.start < end]
    if not others:
        return Span(clauses[0].span.start, max(other.span.end for other in clauses))
    following = [other for other in clauses if other.span.start >= end]
    if following and not any(following[0].span.start <= other < following[0].span.end for other in others):
        return Span(start, following[0].span.end)
    return clause.span


def _row(item: _Dated, sentence: Sentence, clause: Span, people: tuple[int, ...], background: bool) -> TimelineEvent:
    return TimelineEvent(
        interval=item.interval,
        value=item.value,
        edtf=item.edtf,
        sentence=sentence.span,
        clause=clause,
        time=item.time,
        entities=people,
        status=Status.DATED,
        uncertain=item.uncertain,
        background=background,
    )


def _is_background(text: str, item: _Dated, clause: Clause, published: Published) -> bool:
    """Whether a row tells known history: long before the article, in passing or with a word like "founded"."""
    if published.day is None or published.day.year - item.interval.last.year < LONG_AGO:
        return False
    return clause.subordinate or BACKGROUND_VERBS.search(text, *clause.span) is not None


def _is_report(document: Document, sentence: Sentence, clauses: Sequence[Clause]) -> bool:
    """Whether a sentence without a date tells of the article's own day: early in it, with a main verb in the past."""
    block = document.article.blocks[sentence.block]
    if block.kind is BlockKind.HEADING or sentence.block >= LEAD_PARAGRAPHS:
        return False
    return clauses[0].past


def _report(published: Published, sentence: Sentence, clause: Span, people: tuple[int, ...]) -> TimelineEvent:
    assert published.day is not None
    day = Day(published.day.year, published.day.month, published.day.day)
    return TimelineEvent(
        interval=Interval(day, day),
        value=str(day),
        edtf=str(day),
        sentence=sentence.span,
        clause=clause,
        time=None,
        entities=people,
        status=Status.REPORTED,
    )
