"""A publication date is stated, found or unknown, and never made up."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.article import Known
from tui.text.formats.markdown import markdown_article
from tui.text.formats.plain import plain_article
from tui.text.head.dateline import read_dateline
from tui.text.head.days import day_in, read_day
from tui.text.head.published import stated

BODY = "The council voted on Tuesday to close the old bridge for good, after engineers had found cracks in it.\n\n" * 3
DAY = date(2019, 7, 30)
EPOCHS = (date(1900, 1, 1), date(1970, 1, 1))  # what programs write where they know no day


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
        "By Ada Lund, Published 8:15 p.m. ET July 30, 2019",
        "Tuesday July 30, 2019 10:05 am PDT by Ada Lund",
        "10:15 a.m. EDT, July 30, 2019",
        "30 July 2019 | Cities",
        "30.07.2019",
        "For immediate release: July 30, 2019",
        "This article was first published on 30 July 2019",
        "Date of publication: 30 July 2019",
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
    assert (
        plain_article(f"Old Bridge\n\nUpdated 31 July 2019, published 30 July 2019\n\n{BODY}", "-").published.day == DAY
    )
    for first in ("Published 30 July 2019", "LONDON, July 30, 2019 (Harbour Wire) - ", "30 July 2019"):
        lines = f"Updated 31 July 2019\n\n{first}\n\n{BODY}"
        assert plain_article(f"Old Bridge to Close\n\n{lines}", "-").published.day == DAY


@pytest.mark.parametrize(
    ("value", "line", "day"),
    [
        ("2019-07-31T02:30:00Z", "Published 9:30 p.m. CST July 30, 2019", DAY),
        ("2019-07-31T02:30:00Z", "LONDON, July 30, 2019 (Harbour Wire) - ", DAY),
        ("2019-07-30T22:30:00-05:00", "Published July 31, 2019", DAY),
        ("2019-07-31T22:30:00Z", "Published July 30, 2019", date(2019, 7, 31)),
        ("2019-07-31", "Published July 30, 2019", date(2019, 7, 31)),
        ("0001-01-01T00:00:00Z", "Published July 30, 2019", DAY),
    ],
)
def test_a_moment_told_by_the_clock_of_greenwich(value: str, line: str, day: date) -> None:
    text = f"---\ntitle: Old Bridge to Close\npublished: {value}\n---\n{line}\n\n{BODY}"
    assert markdown_article(text, "-").published.day == day


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
        ("Tue Jul 30 2019 10:15:00 GMT+0200", DAY),
        ("Tue Jul 30 10:15:00 +0000 2019", DAY),
        ("1564481700", DAY),
        ("1564481700000", DAY),
        ("30.07.2019", DAY),
        ("30/07/2019", DAY),
        ("07/30/2019", DAY),
        ("0001-01-01T00:00:00Z", None),
        ("0000-00-00", None),
        ("1970-01-01", None),
        ("1969-12-31T19:00:00-05:00", None),
        ("1900-01-01T00:00:00", None),
        ("9999-12-31", None),
        ("0", None),
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


@given(st.dates(date(1600, 1, 1), date(2200, 12, 31)).filter(lambda day: day not in EPOCHS))
def test_days_are_read_as_they_are_written(day: date) -> None:
    month = day.strftime("%B")
    for words in (day.isoformat(), f"{month} {day.day}, {day.year:04}", f"{day.day} {month[:3]} {day.year:04}"):
        assert day_in(words) == day


@given(st.text(max_size=50))
def test_no_words_break_it(words: str) -> None:
    day_in(words)
    read_day(words)
    read_dateline(words)
