"""A publication date is stated, found or unknown, and never made up."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.article import Known
from tui.text.formats.plain import plain_article
from tui.text.head.dateline import read_dateline, read_day
from tui.text.head.published import day_in, stated

BODY = "The council voted on Tuesday to close the old bridge for good, after engineers had found cracks in it.\n\n" * 3
DAY = date(2019, 7, 30)


@pytest.mark.parametrize(
    "line",
    [
        "WASHINGTON, July 30, 2019 (AP) — The council met.",
        "LONDON, 30 July 2019 (Reuters) - The council met.",
        "Published 30 July 2019",
        "Published: Tuesday, July 30, 2019 10:15 a.m. EDT",
        "First published on Tue 30 Jul 2019 at 10.15",
        "Posted on July 30th, 2019 by Ada Lund",
        "Last updated: 2019-07-30T10:15:00Z",
        "Updated July 30, 2019",
        "July 30, 2019",
        "Tuesday, July 30, 2019",
        "30-Jul-2019",
        "By Ada Lund, July 30, 2019",
        "By Ada Lund | 30 July 2019 | 10:15",
    ],
)
def test_lines_that_say_the_date(line: str) -> None:
    published = plain_article(f"Old Bridge to Close\n\n{line}\n\n{BODY}", "-").published
    assert (published.day, published.known) == (DAY, Known.FOUND)
    assert published.evidence in line


@pytest.mark.parametrize(
    "line",
    [
        "The bridge was built on July 30, 2019, after a long quarrel.",
        "WASHINGTON, July 30 (AP) — The council met.",
        "Published 03/04/2019",
        "February 31, 2019",
        "July 30, 1019",
        "Workers are seen on the bridge on July 30, 2019.",
        "Published yesterday",
    ],
)
def test_lines_that_do_not(line: str) -> None:
    assert plain_article(f"Old Bridge to Close\n\n{line}\n\n{BODY}", "-").published.known is Known.UNKNOWN


def test_published_comes_before_updated() -> None:
    lines = "Updated 31 July 2019\n\nPublished 30 July 2019"
    assert plain_article(f"Old Bridge to Close\n\n{lines}\n\n{BODY}", "-").published.day == DAY


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (DAY, DAY),
        (datetime(2019, 7, 30, 23, 59), DAY),
        ("2019-07-30", DAY),
        ("2019/07/30 10:00", DAY),
        ("20190730", DAY),
        ("20190730T101500Z", DAY),
        ("2019-07-30T10:15:00+02:00", DAY),
        ("Tue, 30 Jul 2019 10:15:00 GMT", DAY),
        ("July 30, 2019", DAY),
        ("Sept. 3, 2019", date(2019, 9, 3)),
        ("2019-02-31", None),
        ("2019-13-01", None),
        ("2019", None),
        ("03/04/2019", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (7, None),
        ([], None),
    ],
)
def test_what_metadata_says(value: object, day: date | None) -> None:
    assert stated(value, "date").day == day
    assert stated(value, "date").known is (Known.STATED if day else Known.UNKNOWN)


@pytest.mark.parametrize(
    ("paragraph", "place", "day", "agency"),
    [
        ("WASHINGTON — Even as", "WASHINGTON", "", ""),
        ("ISMAILIA, Egypt — One of", "ISMAILIA, Egypt", "", ""),
        ("SAN JOSE, Calif. (AP) — The", "SAN JOSE, Calif.", "", "Associated Press"),
        ("LONDON (Reuters) - The", "LONDON", "", "Reuters"),
        ("WASHINGTON, July 30, 2019 (AP) -- The", "WASHINGTON", "July 30, 2019", "Associated Press"),
        ("WELLINGTON, New Zealand (AP) _", "WELLINGTON, New Zealand", "", "Associated Press"),
    ],
)
def test_datelines(paragraph: str, place: str, day: str, agency: str) -> None:
    dateline = read_dateline(paragraph)
    assert dateline is not None
    assert dateline[:3] == (place, day, agency)


@pytest.mark.parametrize("paragraph", ["The council met — again.", "NATO said on Tuesday", "A well-known man", ""])
def test_no_datelines(paragraph: str) -> None:
    assert read_dateline(paragraph) is None


@given(st.dates(date(1600, 1, 1)))
def test_days_are_read_as_they_are_written(day: date) -> None:
    month = day.strftime("%B")
    for words in (day.isoformat(), f"{month} {day.day}, {day.year:04}", f"{day.day} {month[:3]} {day.year:04}"):
        assert day_in(words) == day


@given(st.text(max_size=50))
def test_no_words_break_it(words: str) -> None:
    day_in(words)
    read_day(words)
    read_dateline(words)
