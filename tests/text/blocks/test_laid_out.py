"""Lines that were set on purpose stay as they are; lines that only a width broke are one paragraph."""

import time

import pytest

from tui.text.article import Article, BlockKind, Furniture
from tui.text.formats.plain import plain_article

PROSE = (
    "The council of the harbour town voted on Tuesday to close the old bridge for good, after engineers had found "
    "cracks in two of its piers."
)


def read(text: str) -> Article:
    return plain_article(f"{PROSE}\n\n{text}\n\n{PROSE}", "/articles/a.txt")


def inner(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.text[slice(*block.span)]) for block in article.blocks[1:-1]]


def test_verse_keeps_its_lines() -> None:
    first = "Slow was the tide,\n  and slow the bell,\n    and slow the word that none would tell."
    second = "Cold was the stone,\n  and cold the well."
    assert inner(read(f"{first}\n\n{second}")) == [("paragraph", first), ("paragraph", second)]


def test_verse_without_steps_keeps_its_lines() -> None:
    stanza = (
        "The ferry lies beneath the pier,\nThe ropes are wet and grey,\n"
        "And no one whom I ask comes near,\nAnd none will go away."
    )
    assert inner(read(stanza)) == [("paragraph", stanza)]


def test_the_head_of_an_article_is_no_verse() -> None:
    article = plain_article(f"Old bridge to close\nBy Ada Lund\nJuly 30, 2019\n{PROSE}", "-")
    assert (article.title, article.byline) == ("Old bridge to close", "Ada Lund")
    assert article.published.day is not None


@pytest.mark.parametrize(
    "lines",
    [
        "+------+-----+\n| Town | Sum |\n+------+-----+\n| Ayr  |   1 |\n+------+-----+",
        "Town   | Sum\n-------+----\nAyr    | 1",
        "┌─────┬───┐\n│ Ayr │ 1 │\n└─────┴───┘",
        "The first ferry ............. 3\nThe second ferry ........... 17\nThe third . . . . . . . . .  xi",
        "for (i = 0; i < n; i++) {\n    print(i);\n}",
    ],
)
def test_drawn_lines_are_not_reflowed(lines: str) -> None:
    assert inner(read(lines)) == [("code", lines)]


@pytest.mark.parametrize("gap", ["\t", "   "])
def test_columns_are_a_table(gap: str) -> None:
    article = read(
        "\n".join(gap.join(row) for row in (("Town", "Ships", "Sum"), ("Ayr", "12", "3"), ("Bo", "4", "5,600")))
    )
    table = article.blocks[1].table
    assert table is not None
    assert [[article.text[slice(*cell)] for cell in row] for row in table.rows] == [
        ["Town", "Ships", "Sum"],
        ["Ayr", "12", "3"],
        ["Bo", "4", "5,600"],
    ]
    assert table.heads == 1


def test_a_table_is_no_headline() -> None:
    article = plain_article(f"Town   Ships   Sum\nAyr   12   3\n\n{PROSE}", "-")
    assert article.title.startswith("The council")
    assert article.blocks[0].kind is BlockKind.TABLE


def test_a_list_keeps_its_marks_and_its_lines() -> None:
    article = read("- Close the bridge and\n  open the ferry\n- Wait\n2) Go on\n   a. at once")
    assert inner(article) == [
        ("list item", "- Close the bridge and open the ferry"),
        ("list item", "- Wait"),
        ("list item", "2) Go on"),
        ("list item", "a. at once"),
    ]


def test_words_that_a_line_divided_are_whole() -> None:
    article = plain_article(
        "The ferry had left the har-\nbour of Rotter-\ndam before the well-\nknown storm of 1998-\n1999, and "
        "the post-\noffice was closed. The post-office said so to an Anglo-\nAmerican board.\n\nA second paragraph.",
        "-",
    )
    assert article.text == (
        "The ferry had left the harbour of Rotterdam before the well-known storm of 1998-1999, and the post-office was "
        "closed. The post-office said so to an Anglo-American board.\n\nA second paragraph."
    )


@pytest.mark.parametrize("hyphen", ["\xad", "¬"])
def test_hyphens_that_show_at_the_end_of_a_line_only_go(hyphen: str) -> None:
    assert "harbour" in plain_article(f"They left the har{hyphen}\nbour at noon.", "-").text


def test_a_text_broken_at_a_width_with_divided_words_is_whole() -> None:
    article = plain_article(
        "The council of the harbour town voted on Tuesday to close the\n"
        "old bridge for good, after engineers had found cracks in two\n"
        "of its piers; Mayor Ada Lund said that a new one would be con-\n"
        "sidered in the spring, and that the ferry would sail until the\n"
        "summer, though no money was left for it. Nobody objected.\n",
        "-",
    )
    assert len(article.blocks) == 1
    assert "would be considered in the spring, and that the ferry would sail until the summer" in article.text


def test_heads_and_numbers_of_pages_are_folded() -> None:
    pages = "\n\n".join(f"{PROSE}\n\n{number}\n\nTHE HARBOUR REPORT" for number in range(4, 9))
    article = plain_article(f"Report of the harbour\n\n{pages}\n\nPage 9 of 9", "-")
    folded = {article.text[slice(*b.span)] for b in article.blocks if b.furniture is Furniture.PAGE}
    assert folded == {"4", "5", "6", "7", "8", "THE HARBOUR REPORT", "Page 9 of 9"}


def test_numbers_that_count_nothing_are_text() -> None:
    article = plain_article(f"{PROSE}\n\n1911\n\n{PROSE}\n\n12\n\n{PROSE}\n\n7\n\n{PROSE}", "-")
    assert all(block.furniture is None for block in article.blocks)


def test_addresses_are_links() -> None:
    article = read("See https://h.example/a_(b), <www.h.example> and desk@h.example.")
    assert [mark.target for mark in article.marks] == [
        "https://h.example/a_(b)",
        "http://www.h.example",
        "mailto:desk@h.example",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ab-\n" * 60_000,
        "a  b\n" * 60_000,
        "Of the sea,\n" * 60_000,
        "| a " * 50_000,
        ".. " * 60_000,
        "http://" * 60_000,
    ],
    ids=range(6),
)
def test_none_of_it_takes_longer_than_the_text_is_long(text: str) -> None:
    begun = time.process_time()
    plain_article(text, "-")
    assert time.process_time() - begun < 4  # seconds
