"""An article and an analysis of it, on which repairs are tried."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.analysis.model import (
    Alias,
    Analysis,
    Day,
    Entity,
    Interval,
    Kind,
    Mention,
    Status,
    TimeExpression,
    TimelineEvent,
    TimeType,
)
from tui.analysis.repairs.corrections import trace
from tui.analysis.repairs.repairs import (
    Correction,
    EntityKey,
    Passage,
    key_of,
    passage_at,
)
from tui.analysis.repairs.replaying import State
from tui.text.article import Article, Block, BlockKind, Published
from tui.text.span import Span

TEXT = (
    "John Smith met Ann Smith in Oslo in May. Smith praised the Guardian. ISIL fled on Monday.\n\n"
    "The Islamic State denied it. In Oslo, Smith left. ISIL came back on Tuesday, said Smith of the Guardian."
)
PERSON, ORG, PLACE = Kind.PERSON, Kind.ORG, Kind.PLACE
NAMES = (
    ("John Smith", PERSON, ("John Smith", "Smith")),
    ("Ann Smith", PERSON, ("Ann Smith",)),
    ("ISIL", ORG, ("ISIL",)),
    ("Guardian", PLACE, ("Guardian",)),
    ("Oslo", PLACE, ("Oslo",)),
    ("Islamic State", ORG, ("Islamic State",)),
)
TIMES = (("May", "2019-05"), ("Monday", "2019-05-06"), ("Tuesday", "2019-05-07"))
Names = Sequence[tuple[str, Kind, Sequence[str]]]


def article_of(text: str = TEXT, source: str = "/a.txt") -> Article:
    starts = [0, *(match.end() for match in re.finditer("\n\n", text))]
    ends = [*(start - 2 for start in starts[1:]), len(text)]
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(*ends)) for ends in zip(starts, ends, strict=True))
    return Article(source, "A title", text, blocks)


def days(value: str) -> Interval:
    parts = [int(part) for part in value.split("-")]
    year, month = parts[0], parts[1]
    return Interval(Day(year, month, parts[2] if parts[2:] else 1), Day(year, month, parts[2] if parts[2:] else 31))


def analysis_of(article: Article, names: Names = NAMES) -> Analysis:
    """A plain tagger: names by their forms, the longest first; a row for each date, with all names of its sentence."""
    taken: list[Span] = []
    found: dict[str, list[Mention]] = {}
    known = ((form, name, kind) for name, kind, forms in names for form in forms)
    forms = sorted(known, key=lambda each: -len(each[0]))
    for form, name, kind in forms:
        for match in re.finditer(rf"\b{re.escape(form)}\b", article.text):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                found.setdefault(name, []).append(Mention(span, kind, form, "crf"))
    entities = [
        Entity(
            name,
            kind,
            tuple(Alias(form, "exact" if form == name else "surname") for form in forms),
            tuple(sorted(found[name], key=lambda mention: mention.span)),
        )
        for name, kind, forms in names
        if name in found
    ]
    entities.sort(key=lambda entity: (-len(entity.mentions), entity.mentions[0].span))
    sentences = tuple(Span(*match.span()) for match in re.finditer(r"[^.\n]+\.?", article.text))
    times, events = [], []
    for words, value in TIMES:
        for match in re.finditer(rf"\b{words}\b", article.text):
            span = Span(*match.span())
            times.append(TimeExpression(span, TimeType.DATE, value, "", days(value), value, "month"))
            sentence = next(sentence for sentence in sentences if sentence.contains(span))
            inside = [
                (mention.span, index)
                for index, entity in enumerate(entities)
                for mention in entity.mentions
                if sentence.contains(mention.span)
            ]
            who = tuple(dict.fromkeys(index for _, index in sorted(inside)))
            events.append(TimelineEvent(days(value), value, value, sentence, sentence, span, who, Status.DATED))
    times.sort(key=lambda time: time.span)
    events.sort(key=lambda event: (event.interval, event.clause))
    return Analysis(article.digest, Published(), sentences, tuple(entities), tuple(times), tuple(events))


ARTICLE = article_of()
ANALYSIS = analysis_of(ARTICLE)


def entity(name: str, analysis: Analysis = ANALYSIS) -> Entity:
    return next(entity for entity in analysis.entities if entity.name == name)


def key(name: str, analysis: Analysis = ANALYSIS) -> EntityKey:
    return key_of(analysis, entity(name, analysis))


def names(analysis: Analysis) -> set[str]:
    return {entity.name for entity in analysis.entities}


def who(analysis: Analysis) -> list[list[str]]:
    return [[analysis.entities[index].name for index in event.entities] for event in analysis.events]


def states(rules: Sequence[Correction], analysis: Analysis = ANALYSIS, article: Article = ARTICLE) -> list[State]:
    return [outcome.state for outcome in trace(analysis, article, rules)[1]]


def place_of(words: str, occurrence: int = 0, article: Article = ARTICLE) -> Passage:
    start = [match.start() for match in re.finditer(re.escape(words), article.text)][occurrence]
    return passage_at(article, Span(start, start + len(words)))


def check(analysis: Analysis, text: str) -> None:
    """What every panel relies on."""
    spans = sorted(mention.span for entity in analysis.entities for mention in entity.mentions)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    order = [(not e.pinned, -len(e.mentions), e.mentions[0].span) for e in analysis.entities]
    assert order == sorted(order)
    for entity in analysis.entities:
        assert entity.mentions
        assert entity.aliases[0].text == entity.name
        assert len({alias.text for alias in entity.aliases}) == len(entity.aliases)
        assert list(entity.mentions) == sorted(entity.mentions, key=lambda mention: mention.span)
        assert {mention.kind for mention in entity.mentions} == {entity.kind}
        assert all(text[mention.span.start : mention.span.end] == mention.text for mention in entity.mentions)
    for event in analysis.events:
        assert all(0 <= index < len(analysis.entities) for index in event.entities)
        assert len(set(event.entities)) == len(event.entities)
        assert event.interval.first <= event.interval.last
    assert [e.interval for e in analysis.events] == sorted(e.interval for e in analysis.events)
    times = [time.span for time in analysis.times]
    assert all(one.end <= other.start for one, other in pairwise(times))
