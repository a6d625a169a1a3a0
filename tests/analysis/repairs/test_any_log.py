"""Any log of repairs over any text: sound, the same each time, and quick enough for a key."""

import json
import subprocess
import sys
import time

from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.repairs.ground import (
    ANALYSIS,
    ARTICLE,
    NAMES,
    ORG,
    PERSON,
    PLACE,
    TEXT,
    analysis_of,
    article_of,
    check,
    key,
)
from tui.analysis.model import (
    Kind,
)
from tui.analysis.repairs.corrections import plan, replay
from tui.analysis.repairs.repair_rows import from_json, to_json
from tui.analysis.repairs.repairs import (
    AddName,
    Correction,
    EntityKey,
    Hide,
    Merge,
    Pin,
    Redate,
    Rename,
    Retype,
    Split,
    Unknown,
    key_of,
    passage_at,
)

WORDS = ("Smith", "ISIL", "Oslo", "State", "Islamic State denied", "John Smith met Ann", "fled on", "the", "Guardian")
PIECES = (*TEXT.replace(".", " .").split(), "\n\n", "…", "’s", "\u0301", "北京", "State")
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
KEYS = st.sampled_from([key(name) for name, _, _ in NAMES] + [EntityKey("Atlantis", PLACE, ("Atlantis", "Oslo"))])
NAME = st.sampled_from(["ISIL", "Daesh", "Smith", "Oslo", "Islamic State", "X"])
KINDS = st.sampled_from(list(Kind))
SCOPES = st.sampled_from(["", "/a.txt", "/other.txt"])
VALUES = st.sampled_from(["2018", "", "2019-05-07", "201", "PAST_REF", "foo", "2018/2019"])
PLACES = st.builds(
    passage_at, st.just(ARTICLE), st.sampled_from([m.span for e in ANALYSIS.entities for m in e.mentions])
)
DATES = st.builds(passage_at, st.just(ARTICLE), st.sampled_from([time.span for time in ANALYSIS.times]))
RULES = st.one_of(
    st.builds(Rename, KEYS, NAME, SCOPES),
    st.builds(Merge, st.lists(KEYS, min_size=1, max_size=3).map(tuple), NAME, SCOPES),
    st.builds(
        Split,
        KEYS,
        st.one_of(st.just(""), NAME),
        st.lists(PLACES, max_size=3).map(tuple),
        st.lists(st.sampled_from(["Smith", "ISIL", "Oslo"]), max_size=2).map(tuple),
        st.one_of(st.none(), KINDS),
        SCOPES,
    ),
    st.builds(Retype, KEYS, KINDS, SCOPES),
    st.builds(Hide, KEYS, SCOPES),
    st.builds(Pin, KEYS, st.booleans(), SCOPES),
    st.builds(AddName, st.sampled_from(WORDS), KINDS, SCOPES),
    st.builds(Redate, DATES, VALUES, SCOPES),
    st.just(Unknown("frobnicate", '{"type": "frobnicate", "x": 1}')),
)


@given(st.lists(RULES, max_size=8))
def test_any_log_gives_the_same_sound_analysis_twice(log: list[Correction]) -> None:
    after = replay(ANALYSIS, ARTICLE, log)
    check(after, TEXT)
    assert replay(ANALYSIS, ARTICLE, log) == after
    stored = [from_json(json.loads(json.dumps(to_json(rule)))) for rule in log]
    assert stored == log
    assert replay(ANALYSIS, ARTICLE, stored) == after


@given(RULES)
def test_a_rule_replayed_over_its_own_result_changes_nothing(rule: Correction) -> None:
    once = replay(ANALYSIS, ARTICLE, [rule])
    assert replay(once, ARTICLE, [rule]) == once


@given(st.lists(RULES, max_size=5), TEXTS)
def test_any_log_is_safe_on_any_text(log: list[Correction], text: str) -> None:
    article = article_of(text)
    check(replay(analysis_of(article), article, log), text)
    for rule in log:
        plan(analysis_of(article), article, rule)


def test_light_enough_for_the_key_path() -> None:
    people = [f"{given} Sur{number}" for given in ("Ann", "Bo", "Cy", "Di", "Ed") for number in range(10)]
    text = " ".join(f"{people[index % 50]} met {people[index * 7 % 50]} on Monday in Oslo." for index in range(180))
    article = article_of(text)
    found = analysis_of(article, [(name, PERSON, (name,)) for name in people])
    keys = [key_of(found, entity) for entity in found.entities]
    rules: list[Correction] = [Rename(key, f"{key.name} the elder") for key in keys[:30]]
    rules += [Merge((keys[index], keys[index + 1]), keys[index].name) for index in range(30, 50, 2)]
    rules += [Hide(EntityKey(f"Nobody {index}", PERSON, (f"Nobody {index}",))) for index in range(30)]
    rules += [AddName(f"Surname{index}", ORG) for index in range(10)] + [AddName("Monday", Kind.OTHER)]
    rules += [Redate(passage_at(article, time.span), "2018") for time in found.times[:10]]
    rules += [Split(keys[0], "Other", mentions=(passage_at(article, found.entities[0].mentions[0].span),))]
    replay(found, article, rules)
    taken = []
    for _ in range(7):
        start = time.process_time()
        replay(found, article, rules)
        taken.append(time.process_time() - start)
    assert min(taken) < 0.2  # a few ms where nothing else runs


def test_replaying_loads_no_tagger() -> None:
    code = "import sys, tui.analysis.repairs.corrections; print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "crfsuite" not in loaded
    assert "pipeline" not in loaded
