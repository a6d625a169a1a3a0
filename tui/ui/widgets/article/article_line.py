"""A line of the page becomes segments in the colours of what is marked on it."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from tui.text.article import Block, BlockKind
from tui.text.span import Span
from tui.ui.page.layers import Layer, cut, labelled
from tui.ui.page.page import Line, Page
from tui.ui.page.signs import Signs
from tui.ui.terminal.harmless import drawable

Styles = Callable[..., Style]  # by the names of what is to be seen, the lowest first
READ_BEFORE = "read before"  # what is folded and no furniture


class Marks(NamedTuple):
    """What is seen over the text."""

    layers: tuple[Layer, ...]
    labels: Mapping[int, str]  # over the text at these offsets
    folded: frozenset[int]  # blocks that are one line
    focus_block: int | None  # only this one is bright


def text_of(page: Page, line: int, row: Line, marks: Marks, signs: Signs, style: Styles) -> list[Segment]:
    """The segments of a line that belongs to a block."""
    block = page.article.blocks[row.block]
    if row.block in marks.folded:
        words = " ".join(drawable(page.article.text[block.span.start : block.span.end][:200]).split()[:8])
        label = f"{signs.folded} {block.furniture or READ_BEFORE}: {words}{signs.ellipsis}"
        return [Segment(label[: page.width], style("furniture"))]
    if block.kind is BlockKind.RULE:
        return [Segment(signs.rule * page.width, style("furniture"))]
    names = _names_of(block, bright=marks.focus_block is None or row.block == marks.focus_block)
    if page.is_head(line):
        names = (*names, "strong")
    lead = page.lead(line)
    segments = [Segment(lead, style("lead"))] if lead else []
    gaps = page.gaps(line)
    for bit in page.bits(line):
        if bit.before:
            segments.append(Segment(" " * bit.before, style(*names)))
        segments += _words(page.article.text, Span(bit.start, bit.end), gaps, marks, names, style)
    return [*segments, Segment(page.tail(line), style(*names))]


def _words(
    text: str, part: Span, gaps: Mapping[int, int], marks: Marks, names: tuple[str, ...], style: Styles
) -> Iterator[Segment]:
    """A part of the text, cut where its looks change."""
    for start, end, over, label in cut(text, part, marks.layers, marks.labels):
        piece = text[start:end]
        if gaps:
            piece = "".join(" " * gaps[start + i] if start + i in gaps else c for i, c in enumerate(piece))
        if label:
            yield Segment(labelled(label, piece), style("hint"))
        else:
            yield Segment(drawable(piece), style(*names, *over))


def _names_of(block: Block, bright: bool) -> tuple[str, ...]:
    names = () if bright and block.furniture is None else ("furniture",)
    if block.kind is BlockKind.HEADING:
        return (*names, "heading")
    return (*names, "code") if block.kind is BlockKind.CODE else names
