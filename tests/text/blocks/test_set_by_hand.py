"""Titles with a line under them, two columns, references: plain text that was set by hand or cut out of something."""

import pytest

from tui.text.article import BlockKind
from tui.text.blocks.set_by_hand import side_by_side
from tui.text.formats.plain import plain_article
from tui.text.read import read_bytes

COLUMNS = """\
The board met in Hull on          Ships had waited since
Monday and chose Ana              3 May, the office said,
Brook as its chair.               and more were coming."""
TABLE = """\
Port of departure        Port of arrival
Rotterdam in Holland     Hull in England
Antwerp in Belgium       Leith in Scotland"""


def lines(text: str) -> list[str]:
    article = read_bytes(text.encode(), "/a.txt", ".txt")
    return [article.text[slice(*block.span)] for block in article.blocks]


def test_two_columns_are_read_one_after_the_other() -> None:
    shown = " ".join(" ".join(lines(COLUMNS)).split())
    assert "Hull on Monday and chose Ana Brook as its chair. Ships had waited since 3 May, the office" in shown


@pytest.mark.parametrize("text", [TABLE, "One line    only here\nand no other", "a    b\nc    d\ne    f"])
def test_cells_are_no_columns(text: str) -> None:
    assert side_by_side(text) == text


def test_a_line_of_signs_makes_a_heading_of_what_stands_over_it() -> None:
    article = plain_article("Queue at Hull\n=============\n\nIt grew.\n\nWhat next\n---------\nNobody knows.", "-")
    shown = [(block.kind, block.level, article.text[slice(*block.span)]) for block in article.blocks]
    assert shown == [
        (BlockKind.HEADING, 1, "Queue at Hull"),
        (BlockKind.PARAGRAPH, 0, "It grew."),
        (BlockKind.HEADING, 2, "What next"),
        (BlockKind.PARAGRAPH, 0, "Nobody knows."),
    ]


def test_a_line_of_signs_by_itself_stays() -> None:
    assert "-----" in plain_article("It grew in one night and all of us saw it.\n-----\nAnn", "-").text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Port &amp; Ships: &#8220;long&#8221; wait", "Port & Ships: “long” wait"),
        ("The caf&eacute; board&nbsp;met.", "The café board\xa0met."),
        ("Write &amp; for a sign.", "Write &amp; for a sign."),  # it is about them
        ("Write <b>&lt;</b> and &gt; there.", "Write <b>&lt;</b> and &gt; there."),
    ],
)
def test_references_become_letters(text: str, shown: str) -> None:
    assert lines(text) == [shown.replace("\xa0", " ") if "\xa0" in shown and "\xa0" not in lines(text)[0] else shown]


@pytest.mark.parametrize(
    "top",
    ["---\ntitle: Queue\nauthor: Ana Brook\ndate: 2024-05-14\n---\n", '+++\ntitle = "Queue"\ndate = 2024-05-14\n+++\n'],
)
def test_front_matter_of_plain_text_is_no_text(top: str) -> None:
    article = read_bytes(f"{top}\nThe board met *in Hull*.\n".encode(), "/a.txt", ".txt")
    assert (article.title, str(article.published.day)) == ("Queue", "2024-05-14")
    assert article.text == "The board met *in Hull*."


def test_a_letter_below_a_line_is_no_front_matter() -> None:
    assert lines("---\nDear all: it rained.\n---\n\nWe left.")[1] == "Dear all: it rained."


@pytest.mark.parametrize("end", ["\r\r\n", "\r\n", "\n"])
def test_a_width_that_broke_two_lines_is_believed_where_one_begins_small(end: str) -> None:
    text = [
        "The harbour board met in Hull on Monday and chose Ana",
        "Brook as its chair, and then the ships that had waited",
        "since May were let in.",
        "",
        "Second paragraph here.",
    ]
    assert lines(end.join(text))[0] == " ".join(text[:3])
