"""Figures as people read them: how they are written, what they count, whose they are."""

from pathlib import Path

import pytest

from tui.analysis.figures.row import UNCOUNTED, FigureRow
from tui.analysis.figures.told import figure_rows
from tui.analysis.pipeline import analyse
from tui.text.formats.plain import plain_article
from tui.text.read import read_article


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


@pytest.mark.parametrize(
    "text",
    [
        "Mary Lund, who was 18, wrote Dune in Bonn.",
        "Mary Lund was only 18 when it rained.",
        "At 18, she left.",
        "The boy is 5 years old.",
        "A ninety-year-old bridge fell.",
        "Ada and Bo, 27 and 29 years old, rode home.",
        "One of the few critics liked it.",
        "It is one of the town's oldest houses.",
        "It was the one hundredth day.",
        "It was the twenty fifth time.",
    ],
)
def test_ages_pronouns_and_ordinals_make_no_row(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dead numbered 18.", "18"),
        ("He ran for 18 years and left.", "18 years"),
        ("About 1 in 4 residents left.", "About 1 in 4 residents"),
        ("They saw two of the ships.", "two of the ships"),
    ],
)
def test_amounts_that_look_like_them_keep_theirs(text: str, value: str) -> None:
    assert [row.value for row in rows(text)] == [value]


def test_a_heading_counts_nothing_in_words(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Five days in April\n\nIt rained for six days.\n\n## 40 ships sank\n\nNobody knew.\n", "utf-8")
    article = read_article(path)
    assert [row.value for row in figure_rows(article, analyse(article))] == ["six days", "40 ships"]


def test_the_title_of_a_book_is_nobody_who_says_so() -> None:
    text = "Mary Lund, who lived in Bonn with 40 cats, wrote Dune in May."
    assert [row.whose for row in rows(text)] == [""]
