"""Figures as people read them: how they are written, what they count, whose they are."""

import pytest

from tui.analysis.figures.row import UNCOUNTED, FigureRow
from tui.analysis.figures.told import figure_rows
from tui.analysis.pipeline import analyse
from tui.text.formats.plain import plain_article


def rows(text: str) -> list[FigureRow]:
    article = plain_article(text, source="/a", title="", furniture=False, exact=True)
    return list(figure_rows(article, analyse(article)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("As many as 10,000 fighters fled.", "As many as 10,000 fighters"),
        ("It holds $50 million to $300 million.", "$50 million to $300 million"),
        ("Prices rose by about 5 percent.", "rose by about 5 percent"),
        ("It took between 5 and 6 hours.", "between 5 and 6 hours"),
        ("It takes 50 minutes or more.", "50 minutes or more"),
        ("There were thousands of shootings.", "thousands of shootings"),
        ("It is one of the town's oldest houses.", "one of the town's oldest houses"),
        ("They pay $12 an hour.", "$12 an hour"),
        ("No more than 40 people came.", "No more than 40 people"),
        ("One ship sank.", "One ship"),
    ],
)
def test_a_figure_is_written_with_its_bound_and_its_change(text: str, value: str) -> None:
    assert [row.value for row in rows(text)] == [value]


def test_words_of_another_figure_are_not_its_own() -> None:
    text = "More than 45,000 fighters from 110 countries came. Sales rose 5 percent to 9 million dollars."
    assert [row.value for row in rows(text)] == [
        "More than 45,000 fighters",
        "110 countries",
        "rose 5 percent",
        "9 million dollars",
    ]


def test_what_counts_the_same_stands_together() -> None:
    text = "They saw 34 ships and 2 dogs. One ship sank. Later 12 foreign ships left, and 40 came in 2 hours."
    found = [(row.counted, row.value) for row in rows(text)]
    assert found[:3] == [("ships", "34 ships"), ("ships", "One ship"), ("ships", "12 foreign ships")]
    assert found[-1] == (UNCOUNTED, "40")
    assert ("hours", "2 hours") in found


def test_whose_it_is_follows_the_quotation() -> None:
    text = "Ada Lund came to Bonn. “We lost 40 ships,” she said. The report said 30 ships sank. There were 20 ships."
    assert [row.whose for row in rows(text)] == ["Ada Lund", "The report", ""]


def test_a_year_of_a_level_is_no_figure() -> None:
    assert rows("Output fell below 2005 levels.") == []
    assert [row.value for row in rows("The house has 5 levels.")] == ["5 levels"]


def test_what_counts_nothing_makes_no_row() -> None:
    assert rows("One of them left, and the two met again.") == []
    assert [row.value for row in rows("It scored 2,100.")] == ["2,100"]
