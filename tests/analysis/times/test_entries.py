"""The entries of a live page begin with a time of day; a chronicle's begin with a year."""

from dataclasses import replace
from datetime import date

import pytest

from tui.analysis.document import segment
from tui.analysis.times.entries import stamps_of
from tui.analysis.times.times import find_times
from tui.text.article import Known, Published

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
