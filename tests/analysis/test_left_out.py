"""What is struck out, footnotes and tables: read as they are meant, and found where they stand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.events.rows import rows_of
from tui.analysis.left_out import Shortened
from tui.analysis.model import Analysis
from tui.analysis.pipeline import analyse
from tui.text.article import Article, Block, BlockKind, Mark, MarkKind
from tui.text.formats.markdown import markdown_article
from tui.text.span import Span

HEAD = "---\ndate: 1998-06-20\n---\n# The ferry\n\n"


def read(source: str) -> tuple[Article, Analysis]:
    article = markdown_article(HEAD + source, "/articles/a.md")
    return article, analyse(article)


def dates(article: Article, analysis: Analysis) -> list[str]:
    return [article.text[slice(*time.span)] for time in analysis.times]


def test_struck_words_are_neither_names_nor_dates() -> None:
    article, analysis = read(
        "The council of Porto met on ~~9 June 1998~~ 11 June 1998, and ~~Jo Berg~~ Ada Lund spoke."
    )
    assert dates(article, analysis) == ["11 June 1998"]
    names = {entity.name for entity in analysis.entities}
    assert "Ada Lund" in names
    assert not any("Berg" in name for name in names)
    for entity in analysis.entities:
        for mention in entity.mentions:
            assert article.text[slice(*mention.span)] == mention.text
    (row,) = rows_of(analysis, article)
    assert row.value == "1998-06-11"
    assert "9 June" not in row.words
    assert "Berg" not in row.words


def test_figures_stand_where_they_are_written() -> None:
    article, analysis = read("The port ~~said nothing~~ said that ~~30~~ 40 ships came.")
    (figure,) = analysis.figures
    assert (article.text[slice(*figure.span)], figure.high) == ("40", 40)
    assert figure.source is not None
    assert article.text[slice(*figure.source)] == "The port"


def test_tables_and_other_languages_have_no_figures() -> None:
    assert read("| Port | Ships |\n|---|---|\n| Lund | 40 |\n")[1].figures == ()
    german = "Die Stadt baut 1.200 Häfen aus, und das wird gut, sagt man. Nicht nur die Reichen sind auch dafür."
    assert read(german)[1].figures == ()


def test_a_date_that_is_struck_out_in_part_is_what_is_left() -> None:
    article, analysis = read("It sank on ~~9~~ 11 June 1998.")
    assert [time.value for time in analysis.times] == ["1998-06-11"]
    assert dates(article, analysis) == ["11 June 1998"]


def test_footnotes_make_no_rows_and_set_no_day() -> None:
    source = "The ferry sank on Tuesday.[^1] The harbour was closed.\n\n[^1]: Harbour office, 3 May 1987."
    article, analysis = read(source)
    assert dates(article, analysis) == ["Tuesday", "3 May 1987"]
    assert not [row for row in rows_of(analysis, article) if row.value.startswith("1987")]


def test_tables_are_read_cell_by_cell() -> None:
    article, analysis = read(
        "| Day | What |\n|---|---|\n| 3 May 1987 | The ferry of Ada Lund came |\n"
        "| 1990 | It was sold in Porto on 4 July 1991 |\n\nLast week it sank."
    )
    sentences = [article.text[slice(*span)] for span in analysis.sentences]
    assert "3 May 1987" in sentences
    assert "It was sold in Porto on 4 July 1991" in sentences
    assert dates(article, analysis) == ["3 May 1987", "1990", "4 July 1991", "Last week"]
    assert [(row.value, row.words) for row in rows_of(analysis, article) if row.is_shown()] == [
        ("1991-07-04", "It was sold in Porto on 4 July 1991"),
        ("1998-W24", "Last week it sank."),
    ]


def test_what_is_left_out_counts_for_the_digest() -> None:
    plain, struck = (markdown_article(f"It sank on {day} 11 June.", "/a.md") for day in ("9 June", "~~9 June~~"))
    assert plain.text == struck.text
    assert plain.digest != struck.digest


@given(st.text("ab .\n", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_every_place_leads_back(text: str, struck: list[tuple[int, int]]) -> None:
    text = f"{text}a"
    spans = (Span(min(a, b), min(max(a, b), len(text))) for a, b in struck)
    marks = tuple(Mark(span, MarkKind.STRUCK) for span in spans if span.start < span.end)
    article = Article("/a.md", "A", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), marks=marks)
    short = Shortened(article)
    words = short.article.text
    whole = [short._long(Span(at, at + 1)) for at in range(len(words))]
    assert "".join(text[slice(*span)] for span in whole) == words
    assert whole == sorted(whole)
    assert all(not span.overlaps(gone) for span in whole for gone in article.left_out)
    assert [block.span for block in short.article.blocks] == [Span(0, len(words))]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("on ~~3~~ 4 May", "on 4 May"),
        ("a ~~b~~ ~~c~~ d", "a d"),
        ("he left ~~at once~~.", "he left."),
        ("~~No~~ Yes", "Yes"),
        ("re~~in~~stated", "restated"),
        ("said.[^1] Then\n\n[^1]: x", "said. Then\n\nx"),
    ],
)
def test_no_blanks_are_left_behind(source: str, said: str) -> None:
    words = Shortened(markdown_article(f"# A\n\n{source}", "/a.md")).article.text.removeprefix("A\n\n")
    assert "".join(words.split("\n\n\n\n")) == said.replace("\n\n", "") or words.replace("\n\n\n\n", "\n\n") == said


def test_the_date_of_an_article_is_not_one_that_was_struck_out() -> None:
    article = markdown_article("# The ferry\n\nPublished ~~9 June 1998~~ 11 June 1998\n\nIt sank.", "/a.md")
    assert article.published.day == date(1998, 6, 11)
