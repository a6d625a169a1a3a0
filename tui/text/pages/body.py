"""What the extractor found of a page is held against the page's own lines; where it is far less, those are shown."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from tui.text.article import Block, BlockKind, Mark, Place
from tui.text.blocks.builder import APART, Builder
from tui.text.pages.parts import Line, Parts
from tui.text.pages.words import bare
from tui.text.span import Span

WAYS = (  # how the readings go about it, in their order
    "what it takes for the article",
    "the element in which the text stands",
    "with less care, so that nothing is missed",
)
BY_LINES = "the lines of the page itself, since an extractor found little of them"
READ_AGAIN = "Only a part of the page was found at first; it was read again."
LINES_SHOWN = "No article was told apart in the page; its largest part is shown."
_FEWEST = 6  # letters of a line that counts
_MISSING = 0.2  # share of the lines' letters that may be missing
_FEW_MISSING = 0.005  # of those, for which the page is not read with care a second time
_CAREFUL = 2  # readings with care; those after them take what they can get
_LONG = 25  # letters of a line that is no heading
_MANY = 4  # lines
_FIRST = 6  # blocks in which the headline is looked for


def missing(builder: Builder, parts: Parts) -> float:
    """The share of the page's own lines that is not in the text that was built of it."""
    lines = [letters for line in parts.lines if line.own and len(letters := bare(line.words)) >= _FEWEST]
    whole = sum(map(len, lines))
    text = bare(builder.text)
    return sum(len(letters) for letters in lines if letters not in text) / whole if whole else 0.0


class Best(NamedTuple):
    """What a page was read as."""

    builder: Builder | None
    notice: str = ""  # what is to be said of it
    way: str = BY_LINES  # one of WAYS, or that


def best_built(readings: Sequence[Callable[[], Builder | None]], parts: Parts, kept: Sequence[str] = ()) -> Best:
    """The first reading of the page that has most of its lines, and all words of `kept`; else the lines themselves."""
    best: Builder | None = None
    way = ""
    lacking, first = 3.0, 0.0
    for number, reading in enumerate(readings):
        if lacking <= (_FEW_MISSING if number < _CAREFUL else _MISSING):
            break
        builder = reading()
        if builder is None or not builder.blocks:
            continue
        lacks = missing(builder, parts)
        first = first if number else lacks
        if _is_lump(builder, parts) or not all(words in builder.text for words in kept):
            lacks += 1  # of the same letters, but not as they belong together
        if lacks < lacking:
            best, lacking, way = builder, lacks, WAYS[min(number, len(WAYS) - 1)]
    if best is not None and lacking <= _MISSING:
        return Best(best, READ_AGAIN if first > _MISSING else "", way)
    lines = _of_lines(parts)
    if lines is None or (best is not None and lacking < 1 and not _holds(lines, best)):
        return Best(best, READ_AGAIN if best is not None and lacking > _MISSING else "", way)
    return Best(lines, LINES_SHOWN if first > _MISSING or best is None else "")


def _is_lump(builder: Builder, parts: Parts) -> bool:
    """Whether many lines of the page have become one block or two."""
    own = sum(1 for line in parts.lines if line.own and len(bare(line.words)) >= _LONG)
    if own >= _MANY:
        return len(builder.blocks) * 3 <= own
    text = bare(builder.text)
    return len(builder.blocks) == 1 and sum(bare(line.words) in text for line in parts.lines if line.own) > 1


def _holds(lines: Builder, found: Builder) -> bool:
    """Whether the lines have most of what was found otherwise, or far more than that."""
    text = bare(lines.text)
    letters = [bare(found.text[block.span.start : block.span.end]) for block in found.blocks]
    whole = sum(map(len, letters))
    return len(text) > 4 * whole or sum(len(part) for part in letters if part in text) >= 0.6 * whole


def _of_lines(parts: Parts) -> Builder | None:
    builder = Builder()
    for line in parts.lines:
        if line.inside:
            builder.add(line.words)
            _close(builder, line)
    return builder if builder.blocks else None


def _close(builder: Builder, line: Line) -> None:
    if match := re.fullmatch(r"h([1-6])", line.tag):
        builder.close(BlockKind.HEADING, int(match[1]))
    elif line.tag == "li":
        builder.close(BlockKind.LIST_ITEM, 1, "•")
    elif line.tag == "blockquote":
        builder.close(BlockKind.QUOTE, 1)
    else:
        builder.close(BlockKind.PARAGRAPH)


class Read(NamedTuple):
    """The text that was read of a page, with what is known of its places."""

    text: str
    blocks: list[Block]
    marks: tuple[Mark, ...]
    places: tuple[Place, ...]


def with_headline(title: str, builder: Builder) -> Read:
    """What was built, with the headline at the top if it does not stand in the first blocks; there it is a heading."""
    text, blocks, marks, places = builder.text, list(builder.blocks), builder.sorted_marks(), tuple(builder.places)
    letters = bare(title)
    for index, block in enumerate(blocks[:_FIRST]):
        if bare(text[block.span.start : block.span.end]) == letters:
            if letters and block.kind is not BlockKind.HEADING:
                blocks[index] = replace(block, kind=BlockKind.HEADING, level=1)
            return Read(text, blocks, marks, places)
    if not letters:
        return Read(text, blocks, marks, places)
    shift = len(title) + len(APART)
    return Read(
        title + APART + text,
        [Block(BlockKind.HEADING, Span(0, len(title)), 1), *(_moved(block, shift) for block in blocks)],
        tuple(replace(mark, span=_later(mark.span, shift)) for mark in marks),
        tuple(place._replace(offset=place.offset + shift) for place in places),
    )


def _moved(block: Block, shift: int) -> Block:
    table = block.table and replace(
        block.table, rows=tuple(tuple(_later(cell, shift) for cell in row) for row in block.table.rows)
    )
    return replace(block, span=_later(block.span, shift), table=table)


def _later(span: Span, shift: int) -> Span:
    return Span(span.start + shift, span.end + shift)
