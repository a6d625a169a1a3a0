"""Analyses survive their way through bytes, and nothing else is taken for one."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.codec import decode, dumped, encode, tree_of
from tui.analysis.model import (
    Alias,
    Analysis,
    Bound,
    Change,
    Day,
    Entity,
    Figure,
    Interval,
    Kind,
    Mention,
    Quote,
    QuoteKind,
    Status,
    TimeExpression,
    TimelineEvent,
    TimeType,
)
from tui.text.article import Known, Published
from tui.text.span import Span

SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(min(ends), max(ends)))
DAYS = st.builds(Day, st.integers(-3000, 9999), st.integers(1, 12), st.integers(1, 28))
INTERVALS = st.tuples(DAYS, DAYS).map(lambda days: Interval(min(days), max(days)))
TEXTS = st.text(max_size=12)
MENTIONS = st.builds(Mention, SPANS, st.sampled_from(Kind), TEXTS, TEXTS)


def several(strategy, least=0):
    return st.lists(strategy, min_size=least, max_size=3).map(tuple)


ENTITIES = st.builds(
    Entity,
    TEXTS,
    st.sampled_from(Kind),
    several(st.builds(Alias, TEXTS, TEXTS), 1),
    several(MENTIONS, 1),
    several(st.tuples(TEXTS, st.floats(0, 1))),
    several(TEXTS),
    st.booleans(),
)
TIMES = st.builds(
    TimeExpression,
    SPANS,
    st.sampled_from(TimeType),
    TEXTS,
    TEXTS,
    st.none() | INTERVALS,
    TEXTS,
    TEXTS,
    TEXTS,
    st.floats(0, 1),
)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
FIGURES = st.builds(
    Figure,
    SPANS,
    NUMBERS,
    NUMBERS,
    TEXTS,
    TEXTS,
    st.sampled_from(Bound),
    st.none() | st.sampled_from(Change),
    st.none() | SPANS,
)
PUBLISHED = st.builds(Published, st.none() | st.dates(), st.sampled_from(Known), TEXTS)


@st.composite
def analyses(draw):
    entities = draw(several(ENTITIES))
    indices = several(st.integers(0, len(entities) - 1)) if entities else st.just(())
    events = st.builds(
        TimelineEvent,
        INTERVALS,
        TEXTS,
        TEXTS,
        SPANS,
        SPANS,
        st.none() | SPANS,
        indices,
        st.sampled_from(Status),
        st.booleans(),
        st.booleans(),
    )
    entity = st.none() | st.integers(0, len(entities) - 1) if entities else st.none()
    quotes = st.builds(
        Quote, several(SPANS, 1), st.sampled_from(QuoteKind), st.none() | SPANS, st.none() | SPANS, entity
    )
    times, rows, said = draw(several(TIMES)), draw(several(events)), draw(several(quotes))
    found = draw(several(FIGURES))
    return Analysis(draw(TEXTS), draw(PUBLISHED), draw(several(SPANS)), entities, times, rows, draw(TEXTS), said, found)


@given(analyses())
def test_an_analysis_comes_back_equal(analysis):
    again = decode(encode(analysis))
    assert again == analysis
    assert type(again.sentences) is tuple
    assert all(type(span) is Span for span in again.sentences)


def test_a_lone_surrogate_survives():
    mention = Mention(Span(0, 1), Kind.OTHER, "\ud800", "crf")
    analysis = Analysis(
        "d",
        Published(date(2019, 7, 30), Known.SET),
        (Span(0, 1),),
        (Entity("\ud800", Kind.OTHER, (Alias("\ud800", "exact"),), (mention,)),),
        (),
        (),
    )
    assert decode(encode(analysis)) == analysis


SMALL = Analysis("digest", Published(), (Span(0, 1),), (), (), ())


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"version": 4}',
        encode(SMALL).replace(b'"version":4', b'"version":3'),
        encode(SMALL)[:-1],
        encode(SMALL).split(b"\n")[0],
        encode(SMALL) + b'\n["times",[]]',
        encode(SMALL).replace(b"[[0,1]]", b"[[1]]"),
        encode(SMALL).replace(b"[[0,1]]", b'[["a",2]]'),
        encode(SMALL).replace(b'"sentences"', b'"paragraphs"'),
        encode(SMALL).replace(b'["sentences",[[0,1]]]', b'["entity",[null]]'),
        encode(SMALL).replace(b'["sentences",[[0,1]]]', b'["mentions",[[0,1,"PLACE","Lima","crf"]]]'),
        encode(SMALL).replace(b'"known":"unknown"', b'"known":"guessed"'),
        encode(SMALL).replace(b'"day":null', b'"day":"2019-02-30"'),
        encode(SMALL).replace(b'"digest":"digest"', b'"digest":7'),
    ],
)
def test_anything_else_is_refused(body):
    with pytest.raises(ValueError):
        decode(body)


def test_an_event_may_only_name_entities_there_are():
    event = TimelineEvent(
        Interval(Day(2019, 1, 1), Day(2019, 1, 1)), "", "", Span(0, 1), Span(0, 1), None, (), Status.DATED
    )
    body = encode(Analysis("d", Published(), (), (), (), (event,)))
    with pytest.raises(ValueError, match="unknown entity"):
        decode(body.replace(b'"entities":[]', b'"entities":[0]'))


@given(
    st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner))
)
def test_no_json_raises_anything_but_value_error(tree):
    head, line = encode(SMALL).split(b"\n")
    known = json.loads(head)
    bodies = [b"\n".join([json.dumps(known | {key: tree}).encode(), line]) for key in known]
    names = ("sentences", "entity", "mentions", "times", "events", "figures")
    bodies += [b"\n".join([head, json.dumps([name, tree]).encode()]) for name in names]
    bodies.append(b"\n".join([head, json.dumps(tree).encode()]))
    for body in bodies:
        try:
            decode(body)
        except ValueError:
            continue


def test_no_line_of_a_long_analysis_is_long():
    mentions = tuple(Mention(Span(at, at + 4), Kind.PLACE, "Lima", "crf") for at in range(0, 50_000, 5))
    entity = Entity("Lima", Kind.PLACE, (Alias("Lima", "exact"),), mentions)
    sentences = tuple(Span(at, at + 5) for at in range(0, 50_000, 5))
    body = encode(Analysis("d", Published(), sentences, (entity,), (), ()))
    assert max(map(len, body.split(b"\n"))) < 20_000
    again = decode(body)
    assert again.entities == (entity,)
    assert again.entities[0].mentions[0].text is again.entities[0].mentions[-1].text


def test_other_programs_get_one_tree_with_all_of_it():
    mention = Mention(Span(0, 4), Kind.PLACE, "Lima", "crf")
    analysis = Analysis(
        "d", Published(), (Span(0, 9),), (Entity("Lima", Kind.PLACE, (Alias("Lima", "exact"),), (mention,)),), (), ()
    )
    tree = json.loads(dumped(tree_of(analysis)))
    assert tree["entities"][0]["mentions"] == [[0, 4, "PLACE", "Lima", "crf"]]
    assert tree["sentences"] == [[0, 9]]


@pytest.mark.parametrize("entity", [0, -1])
def test_a_quote_of_nobody_that_is_known_is_refused(entity):
    quote = Quote((Span(0, 1),), QuoteKind.DIRECT, None, None, entity)
    with pytest.raises(ValueError, match="quote of an unknown entity"):
        decode(encode(Analysis("d", Published(), (), (), (), (), quotes=(quote,))))
