"""Named days fall where the calendars say."""

import re

import pytest

from tui.analysis.times.days.calendar import weekday
from tui.analysis.times.days.holidays import FEASTS, NAMES, easter, feast_of, nth_weekday


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1818, "1818-03-22"),
        (1943, "1943-04-25"),
        (1961, "1961-04-02"),
        (2000, "2000-04-23"),
        (2019, "2019-04-21"),
        (2024, "2024-03-31"),
        (2038, "2038-04-25"),
    ],
)
def test_easter(year: int, day: str) -> None:
    assert str(easter(year)) == day


@pytest.mark.parametrize("year", range(1583, 2300, 7))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    day = easter(year)
    assert weekday(day) == 6
    assert (3, 22) <= (day.month, day.day) <= (4, 25)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Thanksgiving", 2019, "2019-11-28"),
        ("Thanksgiving Day", 1999, "1999-11-25"),
        ("Labor Day", 2019, "2019-09-02"),
        ("Memorial Day", 2021, "2021-05-31"),
        ("Martin Luther King Day", 2011, "2011-01-17"),
        ("Election Day", 1998, "1998-11-03"),
        ("Good Friday", 2019, "2019-04-19"),
        ("Ash Wednesday", 2024, "2024-02-14"),
        ("Whit Monday", 2019, "2019-06-10"),
        ("Black Friday", 2019, "2019-11-29"),
        ("Mother's Day", 2019, "2019-05-12"),
        ("Father’s Day", 2019, "2019-06-16"),
        ("New Year's Eve", 2019, "2019-12-31"),
        ("New Year’s Day", 2020, "2020-01-01"),
        ("Christmas", 2019, "2019-12-25"),
        ("Christmas Eve", 2019, "2019-12-24"),
        ("St. Patrick's Day", 2019, "2019-03-17"),
        ("Fourth of July", 2019, "2019-07-04"),
    ],
)
def test_named_day(name: str, year: int, day: str) -> None:
    match = re.fullmatch(NAMES, name)
    assert match is not None
    assert str(feast_of(match).day_in(year)) == day


def test_last_monday_of_december_and_first_of_january() -> None:
    assert str(nth_weekday(2019, 12, 0, -1)) == "2019-12-30"
    assert str(nth_weekday(2020, 1, 0, 1)) == "2020-01-06"


def test_every_feast_has_a_day_in_every_year() -> None:
    for feast in FEASTS:
        for year in (1, 1582, 1900, 2000, 2019, 9999):
            assert feast.day_in(year).year == year
