"""Where a report comes from, when and by whom: of any agency, and of a press release."""

import re
from datetime import date

import pytest

from tui.paths import bundled
from tui.text.article import Known
from tui.text.formats.plain import plain_article
from tui.text.head import dateline
from tui.text.head.dateline import read_dateline
from tui.text.head.days import read_day

BODY = "The council voted on Tuesday to close the old bridge for good, after engineers had found cracks in it.\n\n" * 3
DAY = date(2019, 7, 30)


@pytest.mark.parametrize(
    ("paragraph", "place", "agency"),
    [
        ("PORT VALE, July 30, 2019 (Harbour Wire) - ", "PORT VALE", "Harbour Wire"),
        ("PORT VALE, 30 July 2019 (Harbour Wire) -- ", "PORT VALE", "Harbour Wire"),
        ("PORT VALE, Tuesday, 30 July 2019 (AFP) - ", "PORT VALE", "AFP"),
        ("PORT VALE, Ontario, July 30, 2019 (HARBOUR WIRE) -- ", "PORT VALE, Ontario", "HARBOUR WIRE"),
        ("SÃO PAULO, July 30, 2019 (Harbour Wire) - ", "SÃO PAULO", "Harbour Wire"),
        ("PORT VALE, July 30, 2019 /PRNewswire/ -- ", "PORT VALE", "PRNewswire"),
        ("PORT VALE, ON, July 30, 2019 /CNW/ - ", "PORT VALE, ON", "CNW"),
        ("PORT VALE, NY / ACCESSWIRE / July 30, 2019 / ", "PORT VALE, NY", "ACCESSWIRE"),
        ("PORT VALE, NY--(Marketwired - Jul 30, 2019) - ", "PORT VALE, NY", "Marketwired"),
        ("Port Vale, July 30, 2019 - ", "Port Vale", ""),
        ("Port Vale, 30 Jul. 2019 – ", "Port Vale", ""),
        ("Port Vale, July 30th, 2019 (Harbour Wire) – ", "Port Vale", "Harbour Wire"),
        ("Stratford-upon-Avon, 30 July 2019 — ", "Stratford-upon-Avon", ""),
        ("Washington, D.C. – July 30, 2019 – ", "Washington, D.C.", ""),
        ("New Delhi, July 30, 2019 (IANS): ", "New Delhi", "IANS"),
        ("PORT VALE (30 July 2019) – ", "PORT VALE", ""),
        ("PORT VALE | 30 July 2019 | ", "PORT VALE", ""),
        ("(Port Vale, 30 July 2019) – ", "Port Vale", ""),
        ("[Port Vale, 30 July 2019] ", "Port Vale", ""),
        ("(AP) PORT VALE, July 30, 2019 - ", "PORT VALE", "Associated Press"),
        ("Reuters, PORT VALE, July 30, 2019 - ", "PORT VALE", "Reuters"),
        ("30.07.2019, Port Vale. ", "Port Vale", ""),
        ("July 30, 2019 – PORT VALE – ", "PORT VALE", ""),
        ("July 30, 2019 (Harbour Wire) -- ", "", "Harbour Wire"),
    ],
)
def test_a_dateline_with_its_day(paragraph: str, place: str, agency: str) -> None:
    dateline = read_dateline(paragraph + BODY)
    assert dateline is not None
    assert (dateline.place, read_day(dateline.day), dateline.agency) == (place, DAY, agency)
    assert dateline.length == len(paragraph)
    article = plain_article(f"Old Bridge to Close\n\n{paragraph}{BODY}", "-")
    assert (article.published.day, article.published.known) == (DAY, Known.FOUND)
    assert article.published.evidence in paragraph


@pytest.mark.parametrize(
    ("paragraph", "place", "day", "agency"),
    [
        ("New Delhi, Jul 30 (PTI) ", "New Delhi", "Jul 30", "PTI"),
        ("Port Vale (AFP) - ", "Port Vale", "", "AFP"),
        ("PORT VALE, N.Y.--(BUSINESS WIRE)--", "PORT VALE, N.Y.", "", "BUSINESS WIRE"),
        ("REUTERS - PORT VALE, July 30 - ", "PORT VALE", "July 30", "Reuters"),
        ("EL PASO, Texas (AP) — ", "EL PASO, Texas", "", "Associated Press"),
    ],
)
def test_a_dateline_without_a_year_is_no_day_of_publication(paragraph: str, place: str, day: str, agency: str) -> None:
    dateline = read_dateline(paragraph + BODY)
    assert dateline == (place, day, agency, len(paragraph))
    assert plain_article(f"Old Bridge to Close\n\n{paragraph}{BODY}", "-").published.day is None


@pytest.mark.parametrize(
    "paragraph",
    [
        "On Tuesday, July 30, 2019 - the day of the vote - the council met.",
        "In Port Vale, July 30, 2019 - a Tuesday - began with rain.",
        "The bridge, built on July 30, 2019, was - the council said - too weak.",
        "NATO (North Atlantic Treaty Organization) - the alliance - met.",
        "Ada Lund (born July 30, 2019) – a painter – lives here.",
        "Since July 30, 2019, Port Vale. has had no bridge.",
        "By Ada Lund, July 30, 2019 - The council met.",
        "July 30, 2019, Tuesday. It rained.",
        "July 30, 2019 - The council met.",
    ],
)
def test_a_sentence_with_a_day_is_none(paragraph: str) -> None:
    assert read_dateline(paragraph) is None


def test_what_has_no_sign_of_a_dateline_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [file.read_text(encoding="utf-8") for file in bundled("sample_articles").iterdir()]
    lines = [line for text in texts for line in re.split(r"\n|(?<=\.) ", text)]
    by_signs = [read_dateline(line) for line in lines]
    monkeypatch.setattr(dateline, "_SIGN", re.compile(""))
    dateline._read.cache_clear()
    assert by_signs == [read_dateline(line) for line in lines]


def test_no_day_is_looked_for_where_no_sign_of_a_dateline_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dateline, "_parts", None)  # it would be called
    assert read_dateline("On Tuesday, 30 July 2019, the council voted to close the old bridge for good.") is None
