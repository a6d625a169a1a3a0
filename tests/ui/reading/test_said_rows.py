"""Quotations and figures of two articles side by side: what both have is one row, what only one has says so."""

from tui.analysis.figures.told import figure_rows
from tui.analysis.pipeline import analyse
from tui.analysis.quotes.said import NOBODY, quote_rows
from tui.text.formats.plain import plain_article
from tui.ui.reading.said_rows import Said, beside

LEFT = (
    "“Nobody won, and the town is tired too,” said Maria Oduya. More than 34 ships waited outside the port.\n\n"
    "The port lost $4 million, said Daniel Kowalski.\n\n“Away with them!”, a banner read behind him on that day."
)
RIGHT = (
    "Maria Oduya said: “Nobody won, and the town is tired too. We go on.” About 40 ships waited outside the port.\n\n"
    "Daniel Kowalski said the port had lost $4 million. “It was hard,” Daniel Kowalski said."
)


def said(text: str) -> Said:
    article = plain_article(text, source="/a", title="", furniture=False, exact=True)
    analysis = analyse(article)
    return Said(quote_rows(article, analysis), figure_rows(article, analysis))


def test_a_quotation_in_both_is_one_row_in_the_article_that_is_read() -> None:
    left, right = said(LEFT), said(RIGHT)
    for active in (0, 1):
        rows = beside(left, right, active).quotes
        nobody_won = [row for row in rows if "Nobody won" in row.words]
        assert [(row.side, row.article) for row in nobody_won] == [("=", active)]
        speakers = [row.speaker for row in rows]
        assert sorted(set(speakers), key=speakers.index) == list(dict.fromkeys(speakers))
        assert [(row.side, row.article) for row in rows if "hard" in row.words] == [(">", 1)]
        if NOBODY in speakers:
            assert speakers[-1] == NOBODY


def test_figures_of_one_kind_stand_together_whosever_they_are() -> None:
    left, right = said(LEFT), said(RIGHT)
    rows = beside(left, right, 0).figures
    assert [(row.counted, row.value, row.side) for row in rows] == [
        ("ships", "More than 34 ships", "<"),
        ("ships", "About 40 ships", ">"),
        ("dollars", "lost $4 million", "="),
    ]


def test_an_article_beside_itself_has_nothing_of_its_own() -> None:
    one = said(LEFT)
    both = beside(one, one, 1)
    assert {row.side for row in (*both.quotes, *both.figures)} == {"="}
    assert {row.article for row in (*both.quotes, *both.figures)} == {1}
    assert len(both.quotes) == len(one.quotes)
    assert len(both.figures) == len(one.figures)
