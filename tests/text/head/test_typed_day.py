"""Days as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.head.typed_day import days_typed

TODAY = date(2019, 8, 1)  # a Thursday
JULY_30 = "2019-07-30"


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("2019-07-30", JULY_30),
        ("20190730", JULY_30),
        ("2019/7/30", JULY_30),
        ("2019.07.30", JULY_30),
        ("30 July 2019", JULY_30),
        ("30th of July, 2019", JULY_30),
        ("the 30th of July 2019", JULY_30),
        ("July 30, 2019", JULY_30),
        ("july 30th 2019", JULY_30),
        ("30 juillet 2019", ""),  # months are read as the articles are: in English
        ("30 Jul 19", JULY_30),
        ("30-Jul-2019", JULY_30),
        ("2019 Jul 30", JULY_30),
        ("Tuesday, 30 July 2019", JULY_30),
        ("Tue, Jul 30", JULY_30),
        ("Monday, 30 July 2019", ""),  # it was a Tuesday
        ("Monday 30 July", "2018-07-30"),
        ("30.7.2019", JULY_30),
        ("30/7/2019", JULY_30),
        ("7/30/2019", JULY_30),
        ("30.07.19", JULY_30),
        ("12.5.98", "1998-05-12"),
        ("3/4/2019", "2019-04-03 2019-03-04"),
        ("3-4-2019", "2019-04-03 2019-03-04"),
        ("3.4.2019", "2019-04-03"),
        ("4/4/2019", "2019-04-04"),
        ("30 July", JULY_30),
        ("2 August", "2018-08-02"),
        ("29 February", "2016-02-29"),
        ("Sept 3", "2018-09-03"),
        ("today", "2019-08-01"),
        ("Yesterday", "2019-07-31"),
        ("the day before yesterday", JULY_30),
        ("last Tuesday", JULY_30),
        ("Tuesday", JULY_30),
        ("on Tuesday", JULY_30),
        ("this past Tuesday", JULY_30),
        ("Thursday", "2019-08-01"),
        ("last Thursday", "2019-07-25"),
        ("2 days ago", JULY_30),
        ("two days ago", JULY_30),
        ("a week ago", "2019-07-25"),
        ("a fortnight ago", "2019-07-18"),
        ("1 month ago", "2019-07-01"),
        ("three years ago", "2016-08-01"),
        ("", ""),
        ("2019", ""),
        ("July 2019", ""),
        ("soon", ""),
        ("31 June 2019", ""),
        ("13/13/2019", ""),
        ("999999999999 days ago", ""),
        ("99999 years ago", ""),
    ],
)
def test_what_is_typed_is_read(typed: str, days: str) -> None:
    assert " ".join(map(str, days_typed(typed, TODAY))) == days


@given(st.dates(date(1600, 1, 1), date(2100, 1, 1)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%b %d, %Y", "%d.%m.%Y"]))
def test_every_day_is_read_as_it_is_written(day: date, form: str) -> None:
    assert days_typed(day.strftime(form), TODAY) == (day,)


@given(st.text(max_size=30), st.dates())
def test_nothing_that_is_typed_is_too_much(words: str, today: date) -> None:
    assert len(days_typed(words, today)) <= 2


def test_a_month_ago_on_a_day_that_the_month_has_not() -> None:
    assert days_typed("a month ago", date(2019, 7, 31)) == (date(2019, 6, 30),)
