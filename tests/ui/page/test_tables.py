"""Tables on a page: rows kept, columns by true widths, and every place of them found."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.text.article import Article
from tui.text.blocks.builder import Builder
from tui.text.span import Span
from tui.ui.page.page import Page

CELLS = st.one_of(
    st.sampled_from(["", "12", "1,204", "東京", "Łódź 🚢", "👩‍🚀 visits", "two\nlines", "x" * 30]),
    st.text("ab cé船", max_size=40).map(str.strip),
)
TABLES = st.integers(1, 6).flatmap(lambda n: st.lists(st.lists(CELLS, min_size=1, max_size=n), min_size=1, max_size=6))


def article_of(rows: list[list[str]], aligned: str = "", heads: int = 1) -> Article:
    builder = Builder()
    for row in rows:
        builder.row()
        for cell in row:
            builder.begin_cell()
            builder.add(cell)
            builder.end_cell()
    builder.close_table(aligned, heads)
    return Article("/a.md", "A", builder.text, tuple(builder.blocks))


def drawn(page: Page) -> list[str]:
    text = page.article.text
    return [
        (page.lead(y) + "".join(" " * bit.before + text[bit.start : bit.end] for bit in page.bits(y))).rstrip()
        for y in range(page.height)
    ]


def test_columns_are_as_wide_as_they_are_seen() -> None:
    page = Page(article_of([["Port", "Ships"], ["東京", "12"], ["Łódź 🚢", "1,204"]]), 40)
    assert drawn(page) == ["Port     Ships", "───────  ─────", "東京        12", "Łódź 🚢  1,204"]


def test_alignment() -> None:
    page = Page(article_of([["Right", "Centre", "Left"], ["1", "a", "b"]], ">^<"), 40)
    assert drawn(page)[2] == "    1    a     b"


def test_long_cells_go_on_in_their_own_column() -> None:
    page = Page(article_of([["Who", "What"], ["Hull", "the board met and chose a chair"], ["Leith", "no"]]), 24)
    assert drawn(page) == [
        "Who    What",
        "─────  ─────────────────",
        "Hull   the board met and",
        "       chose a chair",
        "Leith  no",
    ]


def test_what_is_wider_than_the_view_becomes_records() -> None:
    rows = [
        ["Harbour", "Berths", "Waiting", "Delay"],
        ["Rotterdam", "1,204", "14", "3 days"],
        ["Hull", "12", "", "none"],
    ]
    assert drawn(Page(article_of(rows), 20)) == [
        "Harbour  Berths",
        "Waiting  Delay",
        "",
        "Harbour  Rotterdam",
        "Berths   1,204",
        "Waiting  14",
        "Delay    3 days",
        "",
        "Harbour  Hull",
        "Berths   12",
        "Delay    none",
    ]


@given(TABLES, st.integers(8, 90), st.sampled_from(["", "><^"]))
def test_no_word_is_lost_and_every_place_is_found(rows: list[list[str]], width: int, aligned: str) -> None:
    page = Page(article_of(rows, aligned), width)
    text = page.article.text
    shown = [text[bit.start : bit.end] for y in range(page.height) for bit in page.bits(y)]
    assert sorted("".join("".join(shown).split())) == sorted("".join(text.split()))
    starts = [page.line(y).start for y in range(page.height)]
    assert starts == sorted(starts)
    for y, row in enumerate(drawn(page)):
        assert cell_len(row) <= max(width, 14), row
        for bit in page.bits(y):
            for offset in {bit.start, bit.end - 1}:
                assert page.line_of(offset) == y
                assert y in page.lines_of(Span(offset, offset + 1))
            assert page.offset_at(y, page.column_of(bit.start)) == bit.start


def test_a_place_across_cells_is_on_all_lines_of_its_row() -> None:
    page = Page(article_of([["Who", "What"], ["the board of the harbour of Hull", "met"], ["Leith", "no"]]), 20)
    text = page.article.text
    lines = page.lines_of(Span(text.index("the board"), text.index("met") + 3))
    assert [row for y, row in enumerate(drawn(page)) if y in lines] == drawn(page)[2:-1]


def test_a_large_table_is_laid_out_before_anybody_notices() -> None:
    article = article_of(
        [["a", "b", "c", "d"], *([f"row {n}", "some words in a cell", "12", "3"] for n in range(5000))]
    )
    began = time.process_time()
    Page(article, 60)
    assert time.process_time() - began < 2  # 0.15 s on a machine at rest


@pytest.mark.parametrize("width", [30, 80])
def test_an_empty_table_is_nothing(width: int) -> None:
    assert Page(article_of([["", ""], [""]]), width).height == 1


def test_the_name_of_a_column_goes_on_below_it() -> None:
    rows = [["Harbour in its own language", "Ships that waited outside", "Days of delay"], ["Hull", "12", ""]]
    assert drawn(Page(article_of(rows), 20))[5:] == [
        "Harbour   Hull",
        "in its",
        "own",
        "language",
        "Ships     12",
        "that",
        "waited",
        "outside",
    ]
