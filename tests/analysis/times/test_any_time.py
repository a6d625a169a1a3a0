"""Any text on any day gives dates that are sorted and apart, with the days that they stand for."""

from datetime import date
from itertools import pairwise

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.times.test_times import times_of
from tui.analysis.document import segment
from tui.analysis.model import TimeType
from tui.analysis.times.days.calendar import interval_of
from tui.analysis.times.days.edtf import edtf_of
from tui.analysis.times.rule import Rule
from tui.analysis.times.times import RULES, find_times
from tui.text.article import Article, Block, BlockKind, Known, Published
from tui.text.span import Span


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_notation_is_edtf(rule: Rule) -> None:
    for time in times_of(rule.example.replace("[", "").replace("]", "")):
        if time.edtf:
            assert parse_edtf(time.edtf) is not None


@given(
    st.sampled_from(["2019-03-12", "2020-02", "2019", "199", "19", "2019-SU", "2019-W31", "2019-Q2", "BC0044", "BC048"])
)
def test_notation_keeps_the_days(value: str) -> None:
    interval = interval_of(value)
    assert interval is not None
    parsed = parse_edtf(edtf_of(interval, value))
    if value[-2:] == "SU":
        return  # the package has its own months for seasons
    lower, upper = parsed.lower_strict(), parsed.upper_strict()
    assert (lower.tm_year, lower.tm_mon, lower.tm_mday) == tuple(interval.first)
    assert (upper.tm_year, upper.tm_mon, upper.tm_mday) == tuple(interval.last)


WORDS = (
    "March May august 12 31 29 February 2019 1999 0 44 BC AD the of on in last next this that same early late mid end "
    "Monday Tuesday week weekend month quarter second third year years decade century ago later earlier before after "
    "yesterday tomorrow today tonight noon midnight a.m. p.m. 5 17:30 24:00 every daily now past two dozen hundred a "
    "an and to - – , . ' ’ / 1990s '80s spring winter fall Christmas Easter until since by half fiscal Q3 overnight "
    "morning night T ½ 1/2 9999 10000 few several couple or so recently o'clock GMT +8 ( ) % $ "
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from([*WORDS.split(), "\n", " "]), max_size=40).map(" ".join)
)
DAYS = st.one_of(
    st.dates(date(1, 1, 1), date(9999, 12, 31)),
    st.sampled_from([date(1, 1, 1), date(9999, 12, 31), date(2020, 2, 29), date(2020, 12, 31), date(2021, 1, 3)]),
    st.none(),
)


@settings(max_examples=300)
@given(TEXTS, DAYS)
def test_any_text_gives_sorted_disjoint_expressions(text: str, day: date | None) -> None:
    article = Article("/a", "", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    times = find_times(segment(article), Published(day, Known.STATED if day else Known.UNKNOWN))
    for time in times:
        assert 0 <= time.span.start < time.span.end <= len(text)
        assert time.value
        assert time.interval is None or time.interval.first <= time.interval.last
        assert bool(time.edtf) == (time.interval is not None)
        assert 0 <= time.confidence <= 1
        assert time.type in TimeType
    assert all(one.span.end <= other.span.start for one, other in pairwise(times))


@settings(max_examples=200)
@given(DAYS, st.sampled_from([rule.example for rule in RULES]))
def test_every_example_resolves_on_every_day(day: date | None, example: str) -> None:
    text = example.replace("[", "").replace("]", "")
    for time in times_of(text, Published(day, Known.STATED if day else Known.UNKNOWN)):
        assert time.interval is None or time.interval.first <= time.interval.last
