"""Days at any year, what TIMEX3 values denote, and the few words that name an interval."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.analysis.model import Day, Interval
from tui.analysis.times.days.calendar import (
    Granularity,
    add_days,
    add_months,
    day_of,
    days_between,
    days_in_month,
    first_day,
    granularity,
    interval_of,
    is_day,
    iso_week,
    label,
    last_day,
    of_date,
    ordinal,
    thirds,
    weekday,
)

dates = st.dates(date(1, 1, 1), date(9999, 12, 31))
numbers = st.integers(-2_000_000, 5_000_000)


@given(dates)
def test_agrees_with_the_standard_library(day: date) -> None:
    own = of_date(day)
    assert ordinal(own) == day.toordinal()
    assert weekday(own) == day.weekday()
    assert iso_week(own) == day.isocalendar()[:2]


@given(numbers)
def test_every_number_is_one_day(number: int) -> None:
    day = day_of(number)
    assert ordinal(day) == number
    assert is_day(*day)
    assert day < day_of(number + 1)


@given(numbers, st.integers(-5000, 5000))
def test_adding_and_counting_are_inverse(number: int, count: int) -> None:
    assert days_between(day_of(number), add_days(day_of(number), count)) == count


@given(numbers, st.integers(-30_000, 30_000))
def test_adding_months_keeps_the_day_or_ends_with_the_month(number: int, count: int) -> None:
    day = day_of(number)
    moved = add_months(day, count)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == count
    assert moved.day == min(day.day, days_in_month(moved.year, moved.month))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2019-03-12", "2019-03-12", "2019-03-12"),
        ("2019-03-12T14:30", "2019-03-12", "2019-03-12"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2021-W01", "2021-01-04", "2021-01-10"),
        ("2019-W30-WE", "2019-07-27", "2019-07-28"),
        ("2019-W30-3", "2019-07-24", "2019-07-24"),
        ("2019-Q3", "2019-07-01", "2019-09-30"),
        ("2019-H2", "2019-07-01", "2019-12-31"),
        ("2019-WI", "2019-12-01", "2020-02-29"),
        ("199", "1990-01-01", "1999-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("00", "0001-01-01", "0099-12-31"),
        ("BC0044-03-15", "-0043-03-15", "-0043-03-15"),
        ("BC0001", "0000-01-01", "0000-12-31"),
        ("BC048", "-0488-01-01", "-0479-12-31"),
        ("BC03", "-0399-01-01", "-0300-12-31"),
        ("2009/2011", "2009-01-01", "2011-12-31"),
    ],
)
def test_what_a_value_denotes(value: str, first: str, last: str) -> None:
    assert (str(first_day(value)), str(last_day(value))) == (first, last)


@pytest.mark.parametrize(
    "value",
    ["", "P3D", "PAST_REF", "XXXX-08", "2019-02-29", "2019-13", "2019-W54", "2019-W00", "2011/2009", "2019-Q5", "/"],
)
def test_what_denotes_no_days(value: str) -> None:
    assert interval_of(value) is None


@pytest.mark.parametrize(
    ("value", "grain", "words"),
    [
        ("2019-03-12", Granularity.DAY, "12 Mar 2019"),
        ("2019-W30-WE", Granularity.WEEKEND, "27–28 Jul 2019"),
        ("2019-W30", Granularity.WEEK, "week of 22 Jul 2019"),
        ("2019-03", Granularity.MONTH, "Mar 2019"),
        ("2019-SP", Granularity.SEASON, "spring 2019"),
        ("2019-Q3", Granularity.QUARTER, "Q3 2019"),
        ("2019-H1", Granularity.HALF, "H1 2019"),
        ("2019", Granularity.YEAR, "2019"),
        ("199", Granularity.DECADE, "1990s"),
        ("19", Granularity.CENTURY, "20th century"),
        ("BC0044", Granularity.YEAR, "44 BC"),
        ("BC0044-03-15", Granularity.DAY, "15 Mar 44 BC"),
        ("BC048", Granularity.DECADE, "480s BC"),
        ("BC03", Granularity.CENTURY, "4th century BC"),
        ("0079-08-24", Granularity.DAY, "24 Aug AD 79"),
        ("2009/2011", Granularity.RANGE, "2009–2011"),
        ("2019-11/2020-02", Granularity.RANGE, "Nov 2019–Feb 2020"),
        ("2019-03-26/2019-03-28", Granularity.RANGE, "26–28 Mar 2019"),
        ("2019-03-26/2019-04-03", Granularity.RANGE, "26 Mar–3 Apr 2019"),
        ("BC0499/BC0449", Granularity.RANGE, "499–449 BC"),
        ("2019-02-21/2019-02-28", Granularity.RANGE, "late Feb 2019"),
    ],
)
def test_granularity_and_label(value: str, grain: Granularity, words: str) -> None:
    interval = interval_of(value)
    assert interval is not None
    assert (granularity(interval), label(interval, value)) == (grain, words)


def test_three_months_are_a_spring_only_where_the_value_says_so() -> None:
    interval = interval_of("2019-SP")
    assert interval is not None
    assert label(interval) == "Mar–May 2019"


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("2019-02", ["early Feb 2019", "mid Feb 2019", "late Feb 2019"]),
        ("2019", ["early 2019", "mid 2019", "late 2019"]),
        ("199", ["early 1990s", "mid 1990s", "late 1990s"]),
        (
            "2019-W30",
            ["early in the week of 22 Jul 2019", "mid in the week of 22 Jul 2019", "late in the week of 22 Jul 2019"],
        ),
    ],
)
def test_thirds_have_names(value: str, names: list[str]) -> None:
    whole = interval_of(value)
    assert whole is not None
    assert [label(third, value) for third in thirds(whole)] == names


@example(date(2000, 1, 1), 3)
@given(dates, st.integers(0, 80_000))
def test_thirds_cover_an_interval_in_order(day: date, length: int) -> None:
    first = of_date(day)
    whole = Interval(first, add_days(first, length))
    early, mid, late = thirds(whole)
    assert early.first == first
    assert late.last == whole.last
    assert all(part.first <= part.last for part in (early, mid, late))
    assert early.first <= mid.first <= late.first
    if length >= 2:
        assert days_between(early.last, mid.first) == days_between(mid.last, late.first) == 1


@given(numbers, st.integers(0, 400_000))
def test_every_interval_has_a_name(number: int, length: int) -> None:
    interval = Interval(day_of(number), day_of(number + length))
    assert label(interval)
    assert granularity(interval) in Granularity


@given(st.dates(date(1, 1, 10), date(9998, 12, 1)))
def test_weeks_meet_without_gap(day: date) -> None:
    year, number = iso_week(of_date(day))
    week = interval_of(f"{year:04d}-W{number:02d}")
    assert week is not None
    assert week.first <= of_date(day) <= week.last
    following = iso_week(of_date(day + timedelta(7)))
    assert first_day(f"{following[0]:04d}-W{following[1]:02d}") == add_days(week.last, 1)


def test_days_sort_by_time() -> None:
    days = sorted([Day(2019, 7, 30), Day(1, 1, 1), Day(0, 1, 1), Day(-43, 3, 15)])
    assert [str(day) for day in days] == ["-0043-03-15", "0000-01-01", "0001-01-01", "2019-07-30"]
