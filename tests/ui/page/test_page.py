"""Lines of a page: every place is on one line, and lines fit their width whatever is written on them."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.text.article import Article, Block, BlockKind
from tui.text.span import Span
from tui.ui.page.hyphenation import breaks_for
from tui.ui.page.page import Page

WIDE = "船が海を渡った。"
ODD = ["é", "e\u0301", "👩‍👩‍👧", "🇩🇪", "שלום", "مرحبا", "한국어", "\u200b", "x" * 50, "a b", "—", "’"]
WORDS = st.lists(st.one_of(st.sampled_from([*ODD, WIDE]), st.text("abc défg", max_size=12)), max_size=40).map(" ".join)
KINDS = st.sampled_from(
    [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CODE, BlockKind.HEADING, BlockKind.RULE]
)


def article_of(paragraphs: list[tuple[BlockKind, str]]) -> Article:
    blocks, text = [], ""
    for kind, words in paragraphs:
        words = "" if kind is BlockKind.RULE else words.strip()
        blocks.append(Block(kind, Span(len(text), len(text) + len(words)), level=1))
        text += words + "\n\n"
    return Article("/a.md", "A", text, tuple(blocks))


ARTICLES = st.lists(st.tuples(KINDS, WORDS), min_size=1, max_size=6).map(article_of)
PAGES = st.builds(
    lambda article, width, justify: Page(article, width, justify=justify, breaks=breaks_for("en") if justify else None),
    ARTICLES,
    st.integers(1, 100),
    st.booleans(),
)


@given(PAGES)
def test_the_first_offset_of_a_line_is_on_that_line(page: Page) -> None:
    starts = [page.line(y).start for y in range(page.height)]
    assert starts == sorted(starts)
    for y in range(page.height):
        if y + 1 == page.height or page.line(y + 1).start > page.line(y).start:
            assert page.line_of(page.offset_at(y)) == y


@given(PAGES)
def test_no_character_is_lost_and_none_is_shown_twice(page: Page) -> None:
    text = page.article.text
    shown = "".join(text[page.line(y).start : page.line(y).end] for y in range(page.height))
    assert "".join(shown.split()) == "".join(text.split())


@given(PAGES)
def test_lines_fit(page: Page) -> None:
    for y in range(page.height):
        row = page.line(y)
        gaps = page.gaps(y)
        words = page.article.text[row.start : row.end].rstrip(" \u200b")  # what nobody sees may hang over
        cells = cell_len(words) + sum(gaps.values()) - len(gaps)
        drawn = cell_len(page.lead(y)) + cells + len(page.tail(y))
        # A single character may be wider than what is left beside a lead; nothing else may.
        assert drawn <= max(page.width, 8 + cell_len(page.lead(y)) + 1), page.article.text[row.start : row.end]


@given(PAGES)
def test_a_cell_leads_back_to_its_character(page: Page) -> None:
    for y in range(page.height):
        row = page.line(y)
        for offset in {at for at, _ in page._cells(y, row)} if row.end > row.start else ():
            column = page.column_of(offset)
            if page.line_of(offset) == y and column < page.column_of(row.end - 1):
                assert page.column_of(page.offset_at(y, column)) == column


@pytest.mark.parametrize("width", [8, 20, 41, 80])
@pytest.mark.parametrize("sign", ["", "🚢 ", "船が海に "])
def test_justified_lines_are_full_or_left_alone(width: int, sign: str) -> None:
    words = f"{sign}Characteristically, international organisations underestimate responsibilities. " * 9
    page = Page(article_of([(BlockKind.PARAGRAPH, words)]), width, justify=True, breaks=breaks_for("en"))
    for y in range(page.height - 1):
        row = page.line(y)
        if gaps := page.gaps(y):
            cells = cell_len(page.article.text[row.start : row.end])
            assert cells + sum(gaps.values()) - len(gaps) + len(page.tail(y)) == width
        assert cell_len(page.article.text[row.start : row.end] + page.tail(y)) <= width
    assert not page.gaps(page.height - 1)


@pytest.mark.parametrize("sign", ["The", "🚢x", "船x"])
def test_a_hyphen_is_drawn_but_not_in_the_text(sign: str) -> None:
    words = f"{sign} responsibilities"
    page = Page(article_of([(BlockKind.PARAGRAPH, words)]), 14, justify=True, breaks=breaks_for("en"))
    first, second = page.line(0), page.line(1)
    assert page.tail(0) == "-"
    assert page.article.text[first.start : first.end] == f"{sign} responsi"
    assert page.article.text[second.start : second.end] == "bilities"
    assert page.tail(1) == ""


def test_no_ladder_of_hyphens() -> None:
    words = "responsibilities " * 40
    page = Page(article_of([(BlockKind.PARAGRAPH, words)]), 14, justify=True, breaks=breaks_for("en"))
    tails = "".join(page.tail(y) or "." for y in range(page.height))
    assert "-" in tails
    assert "---" not in tails


def test_words_of_other_languages_are_parted_their_way() -> None:
    assert breaks_for("de")("Geschwindigkeit") == (2, 8, 11)
    assert breaks_for("")("international") == breaks_for("en")("international")
    assert breaks_for("xx-nonsense")("international") == breaks_for("en")("international")
    assert breaks_for("en")("NATO") == ()


def test_folded_blocks_are_one_line(write_article: Callable[..., Article]) -> None:
    article = write_article("one " * 50 + "\n\n" + "two " * 50)
    page = Page(article, 20, folded=frozenset({0}))
    assert page.line(0).block == 0
    assert page.line(2).block == 1
    assert page.column_of(10) == 0


def test_a_long_article_is_laid_out_before_anybody_notices() -> None:
    words = "The ship that blocked the canal for six days sailed on Wednesday after a settlement was reached. " * 8
    article = article_of([(BlockKind.PARAGRAPH, words)] * 6500)
    assert len(article.text) > 5_000_000
    times = []
    for _ in range(3):
        began = time.process_time()
        Page(article, 80)
        times.append(time.process_time() - began)
    assert min(times) < 0.6, times  # 0.12 s on a machine at rest
