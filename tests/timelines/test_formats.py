"""Files for other programs: a calendar that calendars read, and a table in which nothing is run."""

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.model import Day, Interval, Status
from tui.timelines.calendar_file import calendar
from tui.timelines.formats import as_csv, markdown
from tui.timelines.merging import MergedRow

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 30))
LINES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=200).map(lambda t: f"x{t}x")


def row(sentence: str, first: date, days: int = 1, **more: object) -> MergedRow:
    last = first + timedelta(days - 1)
    interval = Interval(Day(first.year, first.month, first.day), Day(last.year, last.month, last.day))
    values = {"value": str(first), "edtf": str(first), "uncertain": False, "background": False, "status": Status.DATED}
    values |= {"articles": ({"source": "/news/1.md"},), "entities": ("Anna Berg", "Acme; Sons")} | more
    return MergedRow(interval, "then", sentence=sentence, clause=sentence, **values)  # type: ignore[arg-type]


@given(st.lists(st.tuples(LINES, DAYS, st.booleans()), max_size=4))
def test_a_calendar_is_read_as_it_was_meant(told: list[tuple[str, date, bool]]) -> None:
    rows = [row(sentence, day, uncertain=uncertain) for sentence, day, uncertain in told]
    text = calendar(rows)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    read = icalendar.Calendar.from_ical(text)
    events = read.walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == [sentence for sentence, _, _ in told]
    assert [event.decoded("DTSTART") for event in events] == [day for _, day, _ in told]
    assert [event.decoded("DTEND") for event in events] == [day + timedelta(1) for _, day, _ in told]
    assert [event["STATUS"] for event in events] == ["TENTATIVE" if each else "CONFIRMED" for _, _, each in told]
    assert all("Anna Berg, Acme; Sons\n/news/1.md" in str(event["DESCRIPTION"]) for event in events)
    assert read.errors == [error for event in events for error in event.errors] == []


def test_the_same_row_has_the_same_identity_tomorrow() -> None:
    one, two = (icalendar.Calendar.from_ical(calendar([row("It rained.", date(2019, 7, 30))])) for _ in range(2))
    assert one.walk("VEVENT")[0]["UID"] == two.walk("VEVENT")[0]["UID"]


def test_rows_of_one_sentence_say_each_what_happened_then() -> None:
    both = "It rained in May and snowed in June."
    rows = [
        replace(row(both, date(2019, 5, 1)), clause="It rained in May"),
        replace(row(both, date(2019, 6, 1)), clause="and snowed in June."),
        replace(row("All was well.", date(2019, 7, 1)), clause="well."),
    ]
    summaries = [str(event["SUMMARY"]) for event in icalendar.Calendar.from_ical(calendar(rows)).walk("VEVENT")]
    assert summaries == ["It rained in May", "and snowed in June.", "All was well."]
    assert [line.split(" | ")[2] for line in markdown(rows).splitlines()[2:]] == summaries


@pytest.mark.parametrize("begins", ["=1+1", "+1", "-1+cmd|' /C calc'!A0", "-5 degrees", "@SUM(A1)", "\t=1", "\r=1"])
def test_words_that_a_spreadsheet_would_run_are_defused(begins: str) -> None:
    told = row(begins, date(2019, 7, 30), entities=(begins,), articles=({"source": begins, "title": begins},))
    [_, cells] = csv.reader(io.StringIO(as_csv([told]), newline=""))
    assert [cells[number] for number in (7, 8, 9, 10)] == [f"'{begins}"] * 4


def test_days_before_christ_stay_days() -> None:
    first = Day(-43, 3, 15)
    told = row("He fell.", date(2019, 7, 30), edtf="-0043-03-15")
    old = replace(told, interval=Interval(first, first))
    [_, cells] = csv.reader(io.StringIO(as_csv([old])))
    assert cells[1:4] == ["-0043-03-15"] * 3


def test_rows_say_whose_the_articles_are() -> None:
    day = {"day": "2024-05-14", "known": "stated", "evidence": "date"}
    heads = (
        {"source": "/a.md", "title": "Ferries", "author": "Ada Lund", "site": "", "address": "", "published": day},
        {
            "source": "/b.md",
            "title": "Boats",
            "author": "",
            "site": "",
            "address": "https://b.example/",
            "published": {},
        },
    )
    told = row("He left.", date(2019, 7, 30), articles=heads)
    (cells,) = csv.DictReader(io.StringIO(as_csv([told]), newline=""))
    assert [cells[name] for name in ("title", "author", "site", "address", "published")] == [
        "Ferries; Boats",
        "Ada Lund; ",
        "",
        "; https://b.example/",
        "2024-05-14; ",
    ]
    (event,) = icalendar.Calendar.from_ical(calendar([told])).walk("VEVENT")
    assert "Ferries, Ada Lund, 2024-05-14, /a.md\nBoats, https://b.example/, /b.md" in event["DESCRIPTION"]
