"""Rows as people see them: words that differ from date to date, and one row for what is told twice."""

from dataclasses import replace
from datetime import date

import pytest

from tui.analysis.events.rows import EventRow, rows_of
from tui.analysis.model import Status
from tui.analysis.pipeline import analyse
from tui.text.article import Known, Published

SAID = Published(date(2019, 7, 30), Known.STATED)


@pytest.fixture
def dated(write_article):
    def rows(text: str) -> list[EventRow]:
        article = replace(write_article(text), published=SAID)
        return [row for row in rows_of(analyse(article), article) if row.status is Status.DATED]

    return rows


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "It was 9.2 per cent in December 2018, 6.9 per cent in March and 5.5 per cent in June.",
            [
                "It was 9.2 per cent in December 2018,",
                "It was … 6.9 per cent in March",
                "It was … and 5.5 per cent in June.",
            ],
        ),
        (
            "Two steps followed on 8 September and on 27 October 2018.",
            ["Two steps followed on 8 September", "Two steps followed … and on 27 October 2018."],
        ),
        (
            "In 1986 and again in 1987 an expedition worked in Antarctica.",
            ["In 1986 … an expedition worked in Antarctica.", "and again in 1987 an expedition worked in Antarctica."],
        ),
        (
            "In June 1990 it was tightened in London and in November 1992 in Copenhagen.",
            ["In June 1990 it was tightened in London", "it was tightened … and in November 1992 in Copenhagen."],
        ),
        (
            "The ship that blocked the canal in March left it on Monday.",
            ["The ship that blocked the canal in March", "The ship … left it on Monday."],
        ),
        (
            '"The bank failed last week," Berg said on Monday.',
            ['"The bank failed last week,"', "Berg said on Monday."],
        ),
        (
            "The agency on Monday proposed raising the share of beet sugar to 13 percent in 2020, as the law requires.",
            [
                "The agency on Monday proposed raising the share of beet sugar",
                "The agency … proposed raising the share of beet sugar to 13 percent in 2020,",
            ],
        ),
        (
            "The count showed that in March and April 2018, a total of 235 ships sailed.",
            ["The count showed that in March and April 2018, a total of 235 ships sailed."],
        ),
        ("In March and June 2018 they met.", ["In March … they met.", "In … June 2018 they met."]),
        ("They met in March and June 2018.", ["They met in March", "They met in … June 2018."]),
        ("They met in March and April 2018.", ["They met in March and April 2018."]),
        (
            "Following Monday’s debate the paper did a check on claims of fires in the town in June 2018.",
            [
                "the paper did a check on claims of fires in the town in June 2018.",
                "Following Monday’s debate the paper did a check on claims of fires in the town",
            ],
        ),
        (
            "Berg led it after Monday's quarrel in Oslo to become its first head since the fire of March 2018.",
            [
                "Berg led it after Monday's quarrel in Oslo to become its first head since the fire of March 2018.",
                "Berg led it after Monday's quarrel in Oslo to become its first head since the fire",
            ],
        ),
        (
            "The charity was formed in 2001 after the 2000 flood in Norway.",
            ["The charity was formed … after the 2000 flood in Norway.", "The charity was formed in 2001"],
        ),
        ("The bank failed on Monday.", ["The bank failed on Monday."]),
    ],
)
def test_each_date_has_its_own_words(dated, text: str, words: list[str]) -> None:
    rows = dated(text)
    assert [row.words for row in rows] == words
    assert len({(row.clause, row.without) for row in rows}) == len(rows)
    for row in rows:
        assert row.time is not None
        assert row.clause.contains(row.time)
        assert all(row.clause.contains(gap) and not gap.overlaps(row.time) for gap in row.without)


def test_what_is_told_twice_is_one_row_with_two_places(dated) -> None:
    text = (
        "The ferry Estrella ran aground near the harbour on Monday. Nobody was hurt.\n\n"
        "The owner, Anna Berg, was called at once.\n\n"
        "On Monday the ferry ran aground near the old harbour in thick fog."
    )
    [row] = dated(text)
    assert [text[slice(*place)] for place in row.places] == ["Monday", "Monday"]
    assert row.words == "The ferry Estrella ran aground near the harbour on Monday."
    first, second = row.places
    assert [row.place_after(offset) for offset in (0, first.start, second.start)] == [first, second, first]


def test_a_sentence_that_is_printed_again_is_one_row(dated) -> None:
    text = "The ferry sank on Monday.\n\nNobody was hurt, and the harbour stayed open.\n\nThe ferry sank on Monday."
    [row] = dated(text)
    assert len(row.places) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg met Ted Ek in Oslo on Monday.\n\nAnna Berg left Ted Ek in Oslo on Monday.",  # only names in common
        "The ferry ran aground near the harbour on Monday.\n\nA ferry ran aground near a harbour on 3 May 2018.",
        "The ferry ran aground on Monday.\n\nThe mayor resigned on Monday.",
    ],
)
def test_what_is_not_the_same_stays_two_rows(dated, text: str) -> None:
    assert [len(row.places) for row in dated(text)] == [1, 1]


def test_a_certain_telling_makes_the_row_certain(dated) -> None:
    text = (
        "She is accused of setting fire to the wool mill on Monday.\n\n"
        "The wool mill was set on fire early on Monday, and the fire took the roof."
    )
    [row] = dated(text)
    assert not row.uncertain
    assert len(row.places) == 2
