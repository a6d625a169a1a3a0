"""PDFs: columns in the order of reading, divided words joined, heads and feet folded, scans said to be pictures."""

import sys
from datetime import date

import pytest

from tests.text.formats.opening import article_in, open_here
from tests.text.made.paper import Words, lines, pdf
from tui.errors import UnreadableArticle
from tui.text.article import Article, Furniture

LEFT = """\
The council voted on Tuesday to
close the old bridge for good,
after a long debate about the
money it would cost to mend it."""
RIGHT = """\
The mayor said that a new bridge
would be built within two years,
and that ferries would run until
it was open, at no cost to them."""


def paragraphs(article: Article, furniture: bool = False) -> list[str]:
    return [
        article.text[block.span.start : block.span.end]
        for block in article.blocks
        if (block.furniture is not None) is furniture
    ]


def test_lines_are_joined_to_paragraphs() -> None:
    text = f"{LEFT}\n\n{RIGHT}"
    assert article_in(pdf([lines(text)]), "a.pdf").read_by == "PDFium: 1 page"
    assert paragraphs(article_in(pdf([lines(text)]), "a.pdf")) == [LEFT.replace("\n", " "), RIGHT.replace("\n", " ")]


def test_a_first_line_that_is_set_in_begins_a_paragraph() -> None:
    first, second = lines(LEFT), lines(RIGHT, y=700 - 4 * 14)
    second[0] = second[0]._replace(x=90)
    assert len(paragraphs(article_in(pdf([[*first, *second]]), "a.pdf"))) == 2


@pytest.mark.parametrize("by_rows", [False, True])
def test_columns_are_read_one_after_the_other(by_rows: bool) -> None:
    left, right = lines(f"{LEFT}\n{LEFT}"), lines(f"{RIGHT}\n{RIGHT}", x=330)
    title = [Words(150, 740, "A headline across both of the columns", 18)]
    written = [words for pair in zip(left, right, strict=True) for words in pair] if by_rows else [*left, *right]
    article = article_in(pdf([[*title, *written]]), "a.pdf")
    assert article.title == "A headline across both of the columns"
    text = " ".join(" ".join(paragraphs(article)).split())
    both = [" ".join(f"{column} {column}".split()) for column in (LEFT, RIGHT)]
    assert text == f"{article.title} {both[0]} {both[1]}"


def test_a_table_is_not_taken_for_columns() -> None:
    rows = [
        ("Year", "Cost"),
        ("2017", "5 million"),
        ("2018", "6"),
        ("2019", "11 million"),
        ("2020", "1"),
        ("2021", "3"),
    ]
    page = [
        words for i, (a, b) in enumerate(rows) for words in (Words(72, 700 - 14 * i, a), Words(330, 700 - 14 * i, b))
    ]
    assert "2017 5 million" in article_in(pdf([page]), "a.pdf").text


def test_divided_words_are_joined() -> None:
    text = (
        "They talked about reconstruc-\ntion of the well-\nknown bridge and the Anglo-\n"
        "Saxon church, a well-known sight."
    )
    assert paragraphs(article_in(pdf([lines(text)]), "a.pdf")) == [
        "They talked about reconstruction of the well-known bridge and the Anglo-Saxon church, a well-known sight."
    ]


def test_heads_feet_and_numbers_are_folded_and_a_paragraph_goes_on_over_the_page() -> None:
    pages = []
    for number in range(1, 5):
        half = LEFT if number % 2 else RIGHT.lower()
        text = half if number % 2 == 0 else half.removesuffix(".").replace(" it", "")
        pages.append(
            [Words(72, 760, f"The Bridge, issue {number}", 9), *lines(text), Words(300, 30, f"- {number} -", 9)]
        )
    article = article_in(pdf(pages), "a.pdf")
    assert paragraphs(article, furniture=True)[:3] == ["The Bridge, issue 1", "- 1 -", "The Bridge, issue 2"]
    own = paragraphs(article)
    assert len(own) == 2
    assert "mend the mayor said" in own[0]
    assert {block.furniture for block in article.blocks if block.furniture} == {Furniture.INTERFACE}


def test_larger_letters_are_headings() -> None:
    page = [
        Words(72, 740, "A title in large letters", 24),
        *lines(LEFT),
        Words(72, 600, "A heading", 14),
        *lines(RIGHT, y=570),
    ]
    article = article_in(pdf([page]), "a.pdf")
    assert [(block.kind.value, block.level) for block in article.blocks] == [
        ("heading", 1),
        ("paragraph", 0),
        ("heading", 3),
        ("paragraph", 0),
    ]


def test_what_the_file_says_about_itself() -> None:
    about = "/Title (The Old Bridge) /Author (Ada Lund) /CreationDate (D:20240514093826+01'00')"
    article = article_in(pdf([lines(LEFT)], about), "a.pdf")
    assert (article.title, article.byline, article.published.day) == ("The Old Bridge", "Ada Lund", date(2024, 5, 14))
    named = article_in(
        pdf([[Words(72, 740, "A title in large letters", 24), *lines(LEFT)]], "/Title (bridge.docx)"), "a.pdf"
    )
    assert named.title == "A title in large letters"


def test_pages_that_are_pictures_are_said() -> None:
    article = article_in(pdf([lines(LEFT), []], pictures=[1]), "a.pdf")
    assert article.notices == ("Page 2: pictures without a text, such as a scan.",)
    with pytest.raises(UnreadableArticle, match=r"^a.pdf is a scan: its pages are pictures"):
        open_here(pdf([[], []], pictures=[0, 1]), "a.pdf")


def test_what_takes_too_long_is_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.text.formats.pdf import reading

    monkeypatch.setattr(reading, "SECONDS", 0.0)
    article = article_in(pdf([lines(LEFT)] * 3), "a.pdf")
    assert article.notices == ("Only the first 1 of 3 pages were read; the rest would take too long.",)


def test_damaged_locked_and_empty_ones() -> None:
    for data, words in ((b"%PDF-1.7 ...", "a.pdf is a damaged PDF"), (pdf([[]]), "a.pdf holds no text")):
        with pytest.raises(UnreadableArticle, match=words):
            open_here(data, "a.pdf")


def test_without_the_library_one_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UnreadableArticle, match=r"pip install 'dateline\[pdf\]'"):
        open_here(pdf([lines(LEFT)]), "a.pdf")
