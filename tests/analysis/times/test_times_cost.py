"""Hostile text costs no more than any other: long runs of blanks, digits and half-made dates."""

import time
from datetime import date

import pytest

from tui.analysis.document import segment
from tui.analysis.times.ranges import join_ranges
from tui.analysis.times.times import find_times
from tui.text.article import Article, Block, BlockKind, Known, Published
from tui.text.span import Span

PUBLISHED = Published(date(2019, 7, 30), Known.STATED)


@pytest.mark.parametrize(
    "text",
    [
        "In March" + " " * 20_000 + "x, 2019" + " " * 20_000 + "to 2020, the end of" + " " * 20_000 + "year",
        "1, " * 10_000,
        "19" * 20_000,
        "March " * 5_000,
        "Monday to " * 5_000,
        "a year ago, " * 5_000,
        "early late mid " * 5_000,
        "twenty-" * 10_000,
    ],
    ids=lambda text: text[:12],
)
def test_cost_grows_with_length_only(text: str) -> None:
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    document = segment(Article("/articles/one.md", "", text, blocks, published=PUBLISHED))
    began = time.process_time()
    join_ranges(document, find_times(document, PUBLISHED))
    assert time.process_time() - began < 3
