"""Analyses survive their way through bytes, and nothing else is taken for one."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.codec import decode, encode
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
    return Analysis(
        draw(TEXTS), draw(PUBLISHED), draw(several(SPANS)), entities, draw(several(TIMES)), draw(several(events))
    )


EMPTY = Analysis("digest", Published(), (), (), (), ())


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


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"version": 1}',
        encode(EMPTY).replace(b'"version":1', b'"version":2'),
        encode(EMPTY)[:-1],
        encode(EMPTY).replace(b'"sentences":[]', b'"sentences":[[1]]'),
        encode(EMPTY).replace(b'"sentences":[]', b'"sentences":[["a",2]]'),
        encode(EMPTY).replace(b'"known":"unknown"', b'"known":"guessed"'),
        encode(EMPTY).replace(b'"day":null', b'"day":"2019-02-30"'),
        encode(EMPTY).replace(b'"digest":"digest"', b'"digest":7'),
        encode(EMPTY).replace(b'"entities":[]', b'"entities":[null]'),
    ],
)
def test_anything_else_is_refused(body):
    with pytest.raises(ValueError):
        decode(body)


def test_an_event_may_only_name_entities_there_are():
    event = TimelineEvent(
        Interval(Day(2019, 1, 1), Day(2019, 1, 1)), "", "", Span(0, 1), Span(0, 1), None, (), Status.DATED
    )
    tree = json.loads(encode(Analysis("d", Published(), (), (), (), (event,))))
    tree["events"][0]["entities"] = [0]
    with pytest.raises(ValueError, match="unknown entity"):
        decode(json.dumps(tree).encode())


@given(
    st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner))
)
def test_no_json_raises_anything_but_value_error(tree):
    known = json.loads(encode(EMPTY))
    for key in known:
        try:
            decode(json.dumps(known | {key: tree}).encode())
        except ValueError:
            continue
