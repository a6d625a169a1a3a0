"""What companies report of quarters and years, and how people say how long and when."""

from datetime import date

import pytest

from tui.analysis.document import segment
from tui.analysis.times.times import find_times
from tui.text.article import Known, Published
from tui.text.formats.plain import plain_article

WEDNESDAY = Published(date(2022, 3, 16), Known.STATED)


QUARTERS = """Okolin earned $3 million in the fourth quarter. It expects no loss for the first quarter.

In the latest quarter it sold more beer. For the nine months it earned $9 million, against $7 million a year earlier."""


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (QUARTERS, ["2021-Q4", "2022-Q1", "2021-Q4", "P9M", "2020"]),
        (
            "For the quarter ended Jan. 31 it lost $2 million, more than a year earlier.",
            ["2021-Q4", "2022-01-31", "2020-Q4"],
        ),
        (
            "In the fiscal first quarter it lost $2 million. For the quarter ended Jan. 31 it sold more.",
            ["2022-Q1", "2022-Q1", "2022-01-31"],
        ),
        (
            "In the fourth quarter it gained. After a flat third quarter it sold more than in the year-ago period.",
            ["2021-Q4", "2021-Q3", "2020-Q4"],
        ),
        ("The quarter-to-quarter figures rose.", []),
        ("Net for the year-earlier nine months was $2 million.", ["P9M"]),
        ("In the fiscal year ended Jan. 31 it lost $2 million.", ["P1Y", "2022-01-31"]),
        ("It will be home by 2025. Profit will rise for the full year.", ["2025", "2022"]),
        ("It will grow through at least the first two quarters of 2023.", ["2023-H1"]),
        ("Sales were below the year-earlier figure.", ["2021"]),
    ],
)
def test_the_quarter_that_a_report_speaks_of(text: str, values: list[str]) -> None:
    found = find_times(segment(plain_article(text, "-", exact=True)), WEDNESDAY)
    assert [time.value for time in found] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It will one day be sold.", ["FUTURE_REF"]),
        ("It stood empty for one day.", ["P1D"]),
        ("They brew thousands of barrels a year.", ["P1Y"]),
        ("She makes ten calls a day.", ["P1D"]),
        ("They gave him a week to leave.", ["P1W"]),
        ("The eight-month-old truce held.", ["P8M"]),
        ("The eight-month-old baby slept.", []),
        ("It lasted two bloody weeks.", ["P2W"]),
        ("They stayed for another year.", ["P1Y"]),
        ("Bread was short in the first year of the war.", ["P1Y"]),
        ("It rained in the first week of May 2021.", ["2021-05"]),
        ("They had come weeks earlier.", ["PAST_REF"]),
        ("He was freed years later.", ["FUTURE_REF"]),
        ("Today’s youth reads USA Today.", []),
        ("It rose by mid-afternoon yesterday.", ["2022-03-15TAF"]),
        ("It had fallen by mid morning.", ["2022-03-16TMO"]),
        ("The feast is this coming Sunday, March 20.", ["2022-03-20"]),
        ("He called the day before last Tuesday.", ["2022-03-07"]),
    ],
)
def test_lengths_and_words_of_time(text: str, values: list[str]) -> None:
    found = find_times(segment(plain_article(text, "-", exact=True)), WEDNESDAY)
    assert [time.value for time in found] == values
