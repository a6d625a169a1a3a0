"""The entries of a live page begin with a time of day; a chronicle's begin with a year."""

from dataclasses import replace
from datetime import date

import pytest

from tui.analysis.document import segment
from tui.analysis.times.entries import stamps_of
from tui.analysis.times.times import find_times
from tui.text.article import Article, Known, Published
from tui.text.formats.markdown import markdown_article

ENTRIES = "0915 The road is shut.\n\n1405: Police say that three are hurt.\n\n1916 “All are safe,” says Berg."


def values(article):
    published = Published(date(2019, 7, 30), Known.STATED)
    return [time.value for time in find_times(segment(replace(article, published=published)), published)]


def test_the_times_of_a_live_page_are_no_years(write_article) -> None:
    article = write_article(ENTRIES)
    assert {article.text[offset : offset + 4] for offset in stamps_of(segment(article))} == {"0915", "1405", "1916"}
    assert values(article) == []


def test_years_of_a_live_page_are_years(write_article) -> None:
    assert values(write_article(ENTRIES + " The last fire was in 1967.")) == ["1967"]


def test_a_time_within_a_paragraph_of_a_live_page_is_one(write_article) -> None:
    assert values(write_article(ENTRIES + " Nobody came. 1932 The road is open.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "1815: War.\n\n1914: War.\n\n1939: War.",
        "1405 They came.\n\n1916 They left.",
        "0915 The road is shut.\n\nIn 1914 they came.\n\nIn 1939 they left.",
    ],
)
def test_a_chronicle_is_no_live_page(write_article, text: str) -> None:
    assert stamps_of(segment(write_article(text))) == frozenset()


FRIDAY = date(2019, 3, 1)
STATED = Published(FRIDAY, Known.STATED)


def day_words(text: str, title: str = "Letters from the valley") -> list[str]:
    article = read_text(text, title)
    found = find_times(segment(article), STATED)
    words = {"yesterday", "today", "tomorrow", "last night", "Sunday"}
    return [time.value for time in found if article.text[slice(*time.span)] in words]


def read_text(text: str, title: str) -> Article:
    return replace(markdown_article(f"# {title}\n\n{text}\n", "-"), published=STATED)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # A heading that is a day leads what follows, up to the next one.
        ("## Tuesday 26 February\n\nWe lost it yesterday.\n\n## 27 February\n\nIt comes tomorrow.", ["25", "28"]),
        ("## February 26, 2019\n\nWe lost it yesterday.\n\n### The mill\n\nIt burned yesterday.", ["25", "25"]),
        ("## 26 February\n\nWe lost it yesterday.\n\n## The mill\n\nIt burned yesterday.", ["25", "28"]),
        # So does a label, and a weekday with its date before the words of an entry.
        ("Tuesday 26 February\n\nWe lost it yesterday.\n\nIt is quiet today.", ["25", "26"]),
        ("Tuesday, February 26: We lost it yesterday.\n\nIt burned on Sunday.", ["25", "24"]),
        # None: a day to come, one on another weekday, one that is long ago, one that goes on with its sentence.
        ("## Sunday 3 March\n\nWe lost it yesterday.", ["28"]),
        ("## Wednesday 26 February\n\nWe lost it yesterday.", ["28"]),
        ("## 26 August\n\nWe lost it yesterday.", ["28"]),
        ("Tuesday 26 February was quiet.\n\nWe lost it yesterday.", ["28"]),
    ],
)
def test_a_day_before_an_entry_is_the_one_it_counts_from(text: str, values: list[str]) -> None:
    assert [value[8:10] for value in day_words(text)] == values


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Letters from the valley: Tuesday 26 February", "25"),
        ("Letters from the valley Tuesday 26 February Up to 900 have come", "25"),
        ("What came on Tuesday 26 February", "28"),
        ("Letters from the valley: Friday 15 February", "28"),
    ],
)
def test_the_day_at_the_end_of_a_title_leads_the_article(title: str, day: str) -> None:
    assert [value[8:10] for value in day_words("We lost it yesterday.", title)] == [day]
