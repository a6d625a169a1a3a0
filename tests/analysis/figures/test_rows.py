"""Every row of the tables does what its own example says."""

import re

import pytest

from tui.analysis.document import segment
from tui.analysis.figures.bounds import BEFORE, BEHIND, Words
from tui.analysis.figures.changes import VERBS, Verbs
from tui.analysis.figures.figures import find_figures
from tui.analysis.figures.guards import GUARDS, Guard
from tui.analysis.figures.units import UNITS, Unit, named
from tui.analysis.model import Figure
from tui.text.article import Article, Block, BlockKind
from tui.text.span import Span


def figures(text: str) -> tuple[Figure, ...]:
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    return find_figures(segment(Article("/articles/one.md", "", text, blocks)), (), ())


def example(row: Guard | Words | Verbs) -> tuple[str, Span]:
    """The example without its brackets, and the place between them."""
    match = re.search(r"\[([^\[\]]+)\]", row.example)
    assert match is not None
    return row.example[: match.start()] + match[1] + row.example[match.end() :], Span(match.start(), match.end() - 2)


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit(unit: Unit) -> None:
    assert [figure.unit for figure in figures(unit.example)] == [unit.name]
    for sign in unit.signs.split():
        assert named(sign.replace("_", " ")), sign


@pytest.mark.parametrize("row", BEFORE + BEHIND, ids=lambda row: row.example)
def test_a_bound(row: Words) -> None:
    text, span = example(row)
    (figure,) = figures(text)
    assert (figure.span, figure.bound) == (span, row.bound)


@pytest.mark.parametrize("row", VERBS, ids=lambda row: row.example)
def test_a_change(row: Verbs) -> None:
    text, span = example(row)
    (figure,) = figures(text)
    assert (figure.span, figure.change) == (span, row.change)


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_a_guard(guard: Guard) -> None:
    text, span = example(guard)
    assert not [figure for figure in figures(text) if figure.span.overlaps(span)]
