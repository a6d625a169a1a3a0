"""The scale of time: every day has its column, later ones never before earlier ones, and marks stand at their days."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.model import Day, Interval
from tui.analysis.times.days.calendar import add_days, ordinal
from tui.ui.page.signs import ASCII, Signs
from tui.ui.timeline.axis import axis_for, grid, marks, scale, track

DAYS = st.builds(Day, st.integers(-3000, 2100), st.integers(1, 12), st.integers(1, 28))
INTERVALS = st.lists(
    st.tuples(DAYS, st.integers(0, 4000)).map(lambda pair: Interval(pair[0], add_days(*pair))), min_size=1, max_size=20
)


def day(text: str) -> Day:
    return Day(*map(int, text.split("-")))


def one(text: str, last: str = "") -> Interval:
    return Interval(day(text), day(last or text))


@given(INTERVALS, st.integers(1, 200), st.sampled_from([0, 1, 30, 365, 3652]))
def test_everything_is_drawn_within_the_scale(intervals: list[Interval], columns: int, days: int) -> None:
    axis = axis_for(intervals, columns, days, intervals[0].first)
    assert axis is not None
    assert len(scale(axis, Signs())) == len(grid(axis, Signs())) == columns
    inside = 0
    for interval in intervals:
        column, drawn = track(axis, interval, False, Signs())
        assert 0 <= column < columns
        assert 1 <= len(drawn) <= columns - column
        inside += drawn not in ("<", ">")
    assert inside or days


@given(INTERVALS, st.integers(10, 200))
def test_columns_keep_the_order_of_days(intervals: list[Interval], columns: int) -> None:
    axis = axis_for(intervals, columns)
    assert axis is not None
    in_order = sorted(interval.first for interval in intervals)
    found = [axis.column_of(first) for first in in_order]
    assert found == sorted(found)


@given(INTERVALS, st.integers(10, 200), st.sampled_from([0, 1, 30, 365, 3652]))
def test_marks_stand_apart_and_in_order(intervals: list[Interval], columns: int, days: int) -> None:
    axis = axis_for(intervals, columns, days)
    assert axis is not None
    at = [column for column, _ in marks(axis)]
    assert at == sorted(set(at))
    assert all(0 <= column < columns for column in at)


def test_what_lasts_is_drawn_to_scale() -> None:
    axis = axis_for([one("2021-01-01", "2021-12-31")], 365)
    assert axis is not None
    for first, last in (("2021-01-01", "2021-12-31"), ("2021-03-01", "2021-03-31"), ("2021-06-05", "2021-06-07")):
        column, drawn = track(axis, one(first, last), False, Signs())
        assert column == ordinal(day(first)) - ordinal(day("2021-01-01"))
        assert drawn == "━" * (ordinal(day(last)) - ordinal(day(first)) + 1)
    assert track(axis, one("2021-02-01"), False, Signs()) == (31, "●")


def test_doubt_has_a_sign_of_its_own() -> None:
    axis = axis_for([one("2021-01-01", "2021-01-20")], 20)
    assert axis is not None
    for signs in (Signs(), ASCII):
        for interval in (one("2021-01-05"), one("2021-01-05", "2021-01-08")):
            assert set(track(axis, interval, True, signs)[1]).isdisjoint(track(axis, interval, False, signs)[1])


def test_a_little_history_does_not_flatten_a_story() -> None:
    story = [one(f"2021-03-{number:02}") for number in range(1, 20)]
    axis = axis_for([one("1869-11-17"), *story], 60)
    assert axis is not None
    assert axis.first == ordinal(day("2021-03-01"))
    assert track(axis, one("1869-11-17"), False, Signs()) == (0, "<")
    assert track(axis, one("1869-01-01", "2025-01-01"), False, Signs()) == (0, "<" + "━" * 58 + ">")


@pytest.mark.parametrize(
    ("first", "last", "columns", "line"),
    [
        ("2021-03-23", "2021-03-26", 40, "│23 Mar   │24 Mar   │25 Mar   │26 Mar   "),
        ("2021-01-01", "2021-12-31", 60, "│Jan 2021     │Apr           │Jul           │Oct            "),
        ("1990-01-01", "2029-12-31", 40, "│1990    │2000      │2010    │2020      "),
        ("-99-01-01", "100-12-31", 40, "│100 BC  │50 BC     │AD 1    │AD 50     "),
    ],
)
def test_marks_are_named_as_people_write_days(first: str, last: str, columns: int, line: str) -> None:
    ends = [Day(*map(int, text.rsplit("-", 2))) for text in (first, last)]
    axis = axis_for([Interval(*ends)], columns)
    assert axis is not None
    assert scale(axis, Signs()) == line
