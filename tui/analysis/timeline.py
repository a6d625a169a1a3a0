"""Times, names and sentences become a timeline: rows that say when something happened, and lead back to the clause."""

import re
from collections.abc import Iterator, Sequence

from tui.analysis.clauses import Clause, clause_at, find_clauses
from tui.analysis.dating import Dated, find_dates
from tui.analysis.document import Document
from tui.analysis.model import Entity, Status, TimeExpression, TimelineEvent
from tui.analysis.reports import Told, find_reports
from tui.analysis.subjects import Participants
from tui.text.article import Published
from tui.text.span import Span

BACKGROUND_VERBS = re.compile(
    r"\b(?:born|founded|established|created|built|formed|elected|appointed|graduated|married|opened|introduced|launched|"
    r"joined|served|became|began|started|invaded|annexed|independence|independent)\b"
)
LONG_AGO = 2  # years before the article that make a subordinate clause background


def build_timeline(
    document: Document, entities: Sequence[Entity], times: Sequence[TimeExpression], published: Published
) -> tuple[TimelineEvent, ...]:
    """The rows of an article by time, then by place in the text."""
    told = tuple(_told(document, entities, times))
    rows = [row for item in told for row in _dated_rows(document.article.text, item, published)]
    rows.extend(find_reports(document, told, published))
    return tuple(sorted(rows, key=lambda row: (row.interval, row.clause)))


def _told(document: Document, entities: Sequence[Entity], times: Sequence[TimeExpression]) -> Iterator[Told]:
    participants = Participants(document, entities)
    first = 0
    for number, sentence in enumerate(document.sentences):
        while first < len(times) and times[first].span.end <= sentence.span.start:
            first += 1
        last = first
        while last < len(times) and times[last].span.start < sentence.span.end:
            last += 1
        own, first = times[first:last], last
        clauses = find_clauses(sentence, [time.span for time in own])
        taking_part = participants.of_clauses(sentence, number, clauses)
        yield Told(sentence, clauses, taking_part, tuple(find_dates(document.article.text, sentence, own)))


def _dated_rows(text: str, told: Told, published: Published) -> Iterator[TimelineEvent]:
    for date in told.dates:
        clause = clause_at(told.clauses, date.time.start)
        yield TimelineEvent(
            interval=date.interval,
            value=date.value,
            edtf=date.edtf,
            sentence=told.sentence.span,
            clause=_with_what_was_said(clause, told),
            time=date.time,
            entities=told.taking_part[told.clauses.index(clause)],
            status=Status.DATED,
            uncertain=date.uncertain,
            background=_is_background(text, date, clause, published),
        )


def _with_what_was_said(clause: Clause, told: Told) -> Span:
    """The clause; one that tells of saying together with what was said, as far as that has no date of its own."""
    if not clause.reporting:
        return clause.span
    start, end = clause.span
    others = [date.time.start for date in told.dates if not start <= date.time.start < end]
    if not others:
        return Span(told.clauses[0].span.start, max(other.span.end for other in told.clauses))
    following = next((other.span for other in told.clauses if other.span.start >= end), None)
    if following and not any(following.start <= other < following.end for other in others):
        return Span(start, following.end)
    return clause.span


def _is_background(text: str, date: Dated, clause: Clause, published: Published) -> bool:
    """Whether a row tells known history: long before the article, in passing or with a word like "founded"."""
    if published.day is None or published.day.year - date.interval.last.year < LONG_AGO:
        return False
    return clause.subordinate or BACKGROUND_VERBS.search(text, *clause.span) is not None
