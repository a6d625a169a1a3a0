"""Times, names and sentences become a timeline: rows that say when something happened, and lead back to the clause."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tui.analysis.document import Document
from tui.analysis.events.clauses import Clause, clause_at, find_clauses
from tui.analysis.events.dating import DOUBTFUL, Dated, find_dates
from tui.analysis.events.doubts import (
    contradicts,
    depends_on_speaker,
    is_nowadays,
    with_two_clocks_doubted,
    with_two_weeks_doubted,
)
from tui.analysis.events.labels import is_label, is_only_label, only_names
from tui.analysis.events.likely.chances import DOUBTED, chance_wrong
from tui.analysis.events.likely.signs import Placed, signs_of
from tui.analysis.events.parts import only_named, part_of, says_only
from tui.analysis.events.reports import Told, find_reports
from tui.analysis.events.subjects import Participants
from tui.analysis.events.verse import is_verse
from tui.analysis.model import Day, Entity, Status, TimeExpression, TimelineEvent
from tui.analysis.times.days.calendar import of_date
from tui.analysis.times.ranges import TimeRange
from tui.text.article import Known, Published
from tui.text.span import Span

BACKGROUND_VERBS = re.compile(
    r"\b(?:born|founded|established|created|built|formed|elected|appointed|graduated|married|opened|introduced|launched|"
    r"joined|served|became|began|started|invaded|annexed|independence|independent)\b"
)
WHEN = re.compile(r",?\s*when")
OWNING = ("'s", "’s", " 's", " ’s")
BESIDE = re.compile(r",?\s*(?:on|in|at|from|between)?\s*", re.IGNORECASE)
THIS_UNIT = re.compile(r"(?:so far |earlier )?this (?:year|month|week|season)", re.IGNORECASE)
JOINING = re.compile(r"[,;:]|\b(?:and|but|or|then|to)\b")  # "this year" of one thing, a day of another
LONG_AGO = 2  # years before the article that make a subordinate clause background


def build_timeline(
    document: Document,
    entities: Sequence[Entity],
    times: Sequence[TimeExpression],
    published: Published,
    ranges: Sequence[TimeRange] = (),
) -> tuple[TimelineEvent, ...]:
    """The rows of an article by time, then by place in the text; `ranges` are those among `times`."""
    told = tuple(_told(document, entities, times, {stretch.parts[0]: stretch for stretch in ranges}))
    rows = [row for item in told for row in _dated_rows(document, item, published)]
    rows = with_two_clocks_doubted(document.article.text, with_two_weeks_doubted(document.article.text, rows))
    rows.extend(find_reports(document, told, published, entities))
    return tuple(sorted(rows, key=lambda row: (row.interval, row.clause)))


def _told(
    document: Document, entities: Sequence[Entity], times: Sequence[TimeExpression], ranges: Mapping[int, TimeRange]
) -> Iterator[Told]:
    participants = Participants(document, entities)
    first = 0
    for number, sentence in enumerate(document.sentences):
        while first < len(times) and times[first].span.end <= sentence.span.start:
            first += 1
        last = first
        while last < len(times) and times[last].span.start < sentence.span.end:
            last += 1
        places, first = range(first, last), last
        clauses = find_clauses(sentence, [times[place].span for place in places])
        taking_part = participants.of_clauses(sentence, number, clauses)
        dates = find_dates(document.article.text, sentence, times, places, ranges)
        yield Told(sentence, clauses, taking_part, tuple(dates))


def _dated_rows(document: Document, told: Told, published: Published) -> Iterator[TimelineEvent]:
    text, paragraph = document.article.text, document.article.blocks[told.sentence.block].span.start
    if told.dates and is_verse(document, told.sentence):
        return
    clauses = [clause_at(told.clauses, date.time.start) for date in told.dates]
    dated = list(zip(told.dates, clauses, strict=True))
    dated = [(date, clause) for date, clause in dated if not _is_said_again(text, date, _beside(date, clause, dated))]
    labels = [is_only_label(text, clause, date) for date, clause in dated]
    kept = [
        (date, clause)
        for (date, clause), label in zip(dated, labels, strict=True)
        if not label or all(other or its is not clause for (_, its), other in zip(dated, labels, strict=True))
    ]
    known = published.known not in (Known.BOUNDED, Known.UNKNOWN)
    today = of_date(published.day) if known and published.day is not None else None
    for date, clause in kept:
        if is_nowadays(text, paragraph, told.sentence, clause, date):
            continue
        spans = [other.time for other, its in kept if its is clause]
        part = part_of(text, told.sentence, clause, spans, spans.index(date.time))
        if today is not None and date.interval.last <= today:
            part = only_named(text, told.sentence, clause, date.time, part)
        scope = _scope(text, date, clause, told)
        if len(scope) == 1 and says_only(text, part, date.time):
            scope = _with_what_is_told(date, clause, told)
        others = [told.clauses[index].span for index in scope[1:]]
        doubted = _is_doubted(text, paragraph, told, clause, date, today)
        chance = chance_wrong(signs_of(_placed(text, paragraph, told, clause, date, doubted, today)))
        yield TimelineEvent(
            interval=date.interval,
            value=date.value,
            edtf=date.edtf,
            sentence=told.sentence.span,
            clause=Span(
                min(part.span.start, *(span.start for span in others)),
                max(part.span.end, *(span.end for span in others)),
            )
            if others
            else part.span,
            time=date.time,
            entities=tuple(dict.fromkeys(entity for index in scope for entity in told.taking_part[index])),
            status=Status.DATED,
            uncertain=doubted or chance > DOUBTED,
            background=_is_background(text, date, clause, published),
            without=part.without,
        )


def _is_doubted(text: str, paragraph: int, told: Told, clause: Clause, date: Dated, today: Day | None) -> bool:
    """Whether a rule doubts a date in its clause."""
    return (
        date.uncertain
        or (is_label(text, clause, date) and only_names(text, clause, date))
        or (
            today is not None
            and (
                contradicts(text, told.sentence, clause, date, today)
                or depends_on_speaker(text, paragraph, clause, date, today)
            )
        )
    )


def _placed(
    text: str, paragraph: int, told: Told, clause: Clause, date: Dated, doubted: bool, today: Day | None
) -> Placed:
    """What the signs of a row are read from; that its days are rough ones is no doubt of a rule."""
    rough = "~" in date.edtf and date.confidence >= DOUBTFUL
    dates = len({other.interval for other in told.dates})
    return Placed(
        text, paragraph, told.sentence, clause, date.time, date.interval, dates, date.anchor, date.confidence,
        doubted and not rough, today,
    )  # fmt: skip


def _beside(date: Dated, clause: Clause, dated: Sequence[tuple[Dated, Clause]]) -> list[Dated]:
    return [other for other, its in dated if its is clause and other is not date]


def _is_said_again(text: str, date: Dated, beside: Sequence[Dated]) -> bool:
    """Whether another date of the clause says the same, or the same more finely."""
    if any(other.interval == date.interval and other.time < date.time for other in beside):
        return True  # "eleven days later, on Sunday"
    finer = [other for other in beside if _lies_in(other, date) and other.interval != date.interval]
    if finer and text.startswith(OWNING, date.time.end):
        return True  # "on Monday, at this year's meeting"
    if finer and THIS_UNIT.fullmatch(text, *date.time):  # "the first fire this year was seen on 4 January"
        return not any(JOINING.search(text, *_between(date, other)) for other in finer)
    return any(
        BESIDE.fullmatch(text, date.time.end, other.time.start) for other in finer
    )  # "a year later, on April 10"


def _between(date: Dated, other: Dated) -> Span:
    """From the end of the earlier date to the start of the later one."""
    first, second = sorted((date.time, other.time))
    return Span(first.end, max(first.end, second.start))


def _lies_in(date: Dated, other: Dated) -> bool:
    return other.interval.first <= date.interval.first and date.interval.last <= other.interval.last


def _scope(text: str, date: Dated, clause: Clause, told: Told) -> list[int]:
    """Indices of the clauses that tell what happened then: the date's own one first.

    With "she said on Tuesday" goes what she said, unless that has a date of its own; with "in May, when" the rest."""
    own = told.clauses.index(clause)
    after = next((i for i, other in enumerate(told.clauses) if other.span.start >= clause.span.end), None)
    others = [other for other in told.dates if other is not date]
    elsewhere = [other for other in others if not clause.span.start <= other.time.start < clause.span.end]
    reporting = clause.reporting and text[clause.span.start] != "("  # what stands in brackets says nothing beyond them
    if reporting and not elsewhere:
        return [own, *(index for index in range(len(told.clauses)) if index != own)]
    if after is None or any(told.clauses[after].span.contains(other.time) for other in others):
        return [own]
    when = WHEN.fullmatch(text, date.time.end, told.clauses[after].span.start + len("when"))
    return [own, after] if reporting or when else [own]


def _with_what_is_told(date: Dated, clause: Clause, told: Told) -> list[int]:
    """Indices of a clause that is only a date and of those behind it, up to the one that tells what happened then."""
    own = told.clauses.index(clause)
    found = [own]
    for index in range(own + 1, len(told.clauses)):
        other = told.clauses[index]
        if any(other.span.contains(each.time) for each in told.dates if each is not date):
            break
        found.append(index)
        if other.verb is not None and not other.subordinate:
            break
    return found


def _is_background(text: str, date: Dated, clause: Clause, published: Published) -> bool:
    """Whether a row tells known history: long before the article, in passing or with a word like "founded"."""
    if published.day is None or published.day.year - date.interval.last.year < LONG_AGO:
        return False
    return clause.subordinate or BACKGROUND_VERBS.search(text, *clause.span) is not None
