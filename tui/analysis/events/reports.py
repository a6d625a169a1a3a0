"""What an article tells without a date: on its own day, or on the day of its story where its opening names one."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tui.analysis.document import Document, Sentence
from tui.analysis.events.clauses import Clause
from tui.analysis.events.dating import Dated
from tui.analysis.events.verbs import Tense
from tui.analysis.model import Day, Entity, Interval, Kind, Status, TimelineEvent
from tui.analysis.times.days.calendar import days_between, of_date
from tui.text.article import BlockKind, Known, Published

LEAD_BLOCKS = 4
LEAD_SENTENCES = 4  # in which the day of the story is named; a headline and a date line count
HISTORY_DATES = 8  # that an article must have before they can show that it tells of long ago
NEAR_DAYS = 400
NEWS_SHARE = 0.25
STORY_DAYS = 7  # how far back it can lie


class Told(NamedTuple):
    """A sentence, its clauses with those taking part in each, and its dates."""

    sentence: Sentence
    clauses: tuple[Clause, ...]
    taking_part: tuple[tuple[int, ...], ...]
    dates: tuple[Dated, ...]


class _Story(NamedTuple):
    """What happened just before the article, by its opening: on which day, and to whom."""

    date: Dated
    entities: frozenset[int]


def find_reports(
    document: Document, told: Sequence[Told], published: Published, entities: Sequence[Entity] = ()
) -> Iterator[TimelineEvent]:
    """A row for each undated sentence early in the article that tells of something done; none without a known day."""
    if published.day is None or published.known in (Known.BOUNDED, Known.UNKNOWN):
        return
    day = of_date(published.day)
    if _is_history(told, day):
        return
    today = Dated(Interval(day, day), str(day), str(day), told[0].sentence.span, False) if told else None
    story = _story_of(told, published)
    for number, item in enumerate(told):
        if today is None or item.dates or not _is_report(document, item, number):
            continue
        index = _main(item.clauses)
        people = item.taking_part[index]
        doing = people[:1] if item.clauses[index].reporting else people  # who else is named need not have been there
        same = story is not None and not story.entities.isdisjoint(doing)
        date = story.date if story is not None and same else today
        yield TimelineEvent(
            interval=date.interval,
            value=date.value,
            edtf=date.edtf,
            sentence=item.sentence.span,
            clause=item.sentence.span if item.clauses[index].reporting else item.clauses[index].span,
            time=None,
            entities=_doing(people, entities),
            status=Status.REPORTED,
            uncertain=same,
        )


def _doing(people: tuple[int, ...], entities: Sequence[Entity]) -> tuple[int, ...]:
    """Who did something that day: not the products and works that a sentence without a date only mentions."""
    return tuple(
        entity
        for place, entity in enumerate(people)
        if place == 0 or not entities or entities[entity].kind is not Kind.OTHER
    )


def _is_history(told: Sequence[Told], day: Day) -> bool:
    """Whether an article tells of long ago: hardly any of its dates lies near its own, nor do those it begins with."""
    distances = [[abs(days_between(date.interval.last, day)) for date in item.dates] for item in told]
    lead, whole = list(chain(*distances[:LEAD_SENTENCES])), list(chain(*distances))
    if len(whole) < HISTORY_DATES or sum(days <= STORY_DAYS for days in lead) > len(lead) / 2:
        return False
    return sum(days <= NEAR_DAYS for days in whole) < NEWS_SHARE * len(whole)


def _story_of(told: Sequence[Told], published: Published) -> _Story | None:
    assert published.day is not None
    day = of_date(published.day)
    for item in told[:LEAD_SENTENCES]:
        for date in item.dates:
            if date.interval.first == date.interval.last and 0 < days_between(date.interval.first, day) <= STORY_DAYS:
                for clause, people in zip(item.clauses, item.taking_part, strict=True):
                    if clause.span.start <= date.time.start < clause.span.end and not clause.subordinate and people:
                        return _Story(date, frozenset(people))
    return None


def _is_report(document: Document, told: Told, number: int) -> bool:
    """Whether the sentence is early in the article, and its main verb tells of something done."""
    block = document.article.blocks[told.sentence.block]
    if block.kind is BlockKind.HEADING:  # a headline tells it in the present
        return told.sentence.block == 0 and told.taking_part[0] != ()
    main = told.clauses[_main(told.clauses)]
    news = main.reporting or number < LEAD_SENTENCES  # elsewhere "has grown" tells how things are
    done = (
        main.tense is Tense.PAST
        or (news and main.tense is Tense.PERFECT)
        or (main.reporting and main.tense is Tense.PRESENT)
    )
    return done and told.sentence.block < LEAD_BLOCKS


def _main(clauses: Sequence[Clause]) -> int:
    """Index of the main clause: the first that is not subordinate, but rather "she said" than the words she said."""
    free = [index for index, clause in enumerate(clauses) if not clause.subordinate]
    said = [index for index in free if clauses[index].reporting]
    if said and clauses[0].quoted:
        return said[0]
    return free[0] if free else 0
