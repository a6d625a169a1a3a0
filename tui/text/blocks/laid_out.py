"""Lines that stand as they were set on purpose become one block: tables, contents, drawings, lists and verse."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import groupby

from tui.text.article import Block, BlockKind, Table
from tui.text.span import Span

MOST_LINES = 20_000  # a longer text is a book or a log: only its paragraphs are looked for
LONGEST_LINE = 140  # characters; longer lines are paragraphs
WIDEST_VERSE, USUAL_VERSE = 64, 46  # characters of a line of verse at most, and on the whole
OWN_MARK = " "  # in `Block.within`: the item stands with the mark that the text has

_DRAWN = re.compile(r"[+|=\-_~─-╿:\s]*(?:[+|=\-_~─-╿]\s*){3,}[+|=\-_~─-╿:\s]*")
_BARS = re.compile(r"[^|│]*[|│](?:[^|│]*[|│])+[^|│]*")
_GAP = re.compile(r"(?<![.!?:;”\"’)\s])[ ]{2,}(?=\S)|(?<=\S)[ ]{3,}(?=\S)")
_LEADER = re.compile(r"\S.*?(?:[.·…_](?:[ ]?)){4,}[ ]*[\divxlc]{1,6}\s*")
_ITEM = re.compile(r"\s*(?:[-*+•–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
_NOT_VERSE = re.compile(r"(?:By|BY|by) [A-Z]|.*\b\d{4}\s*$|.*@|https?:|www\.|[A-Z][\w ]{0,20}:\s")
_FIGURES = re.compile(r"[^\w\s]{0,2}\d[\d.,:\s]*\W?[A-Za-z]{0,3}")
_CODE = re.compile(r".*[{};]\s*$|\s*[$#>] \S|.*\w\(.*\)|.*[=<>]{2}|.*:=")


class _Sort(Enum):
    CELLS = 1
    DRAWN = 2
    LEADER = 3
    ITEM = 4
    CODE = 5
    WORDS = 6


def blocks_of_lines(text: str, spans: Sequence[Span]) -> list[Block]:
    """A block for each paragraph, and one for the lines that belong together; `spans` are of single lines."""
    if len(spans) > MOST_LINES:
        return [Block(BlockKind.PARAGRAPH, span) for span in spans]
    groups = list(_touching(text, spans))
    verse = {index for index, group in enumerate(groups) if _is_verse(text, group, first=index == 0)}
    blocks: list[Block] = []
    for index, group in enumerate(groups):
        if index in verse or (verse and len(group) > 1 and _is_verse(text, group, first=False, least=2)):
            blocks.append(Block(BlockKind.PARAGRAPH, Span(group[0].start, group[-1].end)))
        else:
            blocks += _blocks(text, group)
    return blocks


def _touching(text: str, spans: Sequence[Span]) -> Iterator[list[Span]]:
    """The lines between which there is no empty one; a long line stands by itself."""
    group: list[Span] = []
    for span in spans:
        short = span.end - span.start <= LONGEST_LINE
        if group and not (short and text.count("\n", group[-1].end, span.start) == 1):
            yield group
            group = []
        group.append(span)
        if not short:
            yield group
            group = []
    if group:
        yield group


def _blocks(text: str, group: Sequence[Span]) -> Iterator[Block]:
    if len(group) == 1:
        yield Block(BlockKind.PARAGRAPH, group[0])
        return
    sorts = [_sort(text, span) for span in group]
    if _Sort.DRAWN in sorts:  # cells and drawn lines belong together
        sorts = [_Sort.DRAWN if sort is _Sort.CELLS else sort for sort in sorts]
    start = 0
    for sort, run in groupby(sorts):
        lines = group[start : start + len(list(run))]
        start += len(lines)
        if sort is _Sort.ITEM and len(lines) > 1:
            yield from (Block(BlockKind.LIST_ITEM, span, 1, within=OWN_MARK) for span in lines)
        elif sort is _Sort.CELLS and (table := _table(text, lines)) is not None:
            yield Block(BlockKind.TABLE, Span(lines[0].start, lines[-1].end), table=table)
        elif sort in (_Sort.DRAWN, _Sort.LEADER, _Sort.CELLS, _Sort.CODE) and len(lines) > 1 and _is_set(sort, lines):
            yield Block(BlockKind.CODE, Span(_line_start(text, lines[0].start), lines[-1].end))
        else:
            yield from (Block(BlockKind.PARAGRAPH, span) for span in lines)


def _is_set(sort: _Sort, lines: Sequence[Span]) -> bool:
    return len(lines) >= (3 if sort is _Sort.CODE else 2)


def _sort(text: str, span: Span) -> _Sort:
    line = text[span.start : span.end]
    if _LEADER.fullmatch(line):
        return _Sort.LEADER
    if _DRAWN.fullmatch(line) or _BARS.fullmatch(line):
        return _Sort.DRAWN
    if _ITEM.match(line):
        return _Sort.ITEM
    if _GAP.search(line):
        return _Sort.CELLS
    return _Sort.CODE if _CODE.match(line) else _Sort.WORDS


def _table(text: str, lines: Sequence[Span]) -> Table | None:
    """The table that these lines are, where each has as many cells as the others."""
    rows = tuple(tuple(_cells(text, span)) for span in lines)
    columns = len(rows[0])
    if columns < 2 or len(rows) < (2 if columns > 2 else 3) or any(len(row) != columns for row in rows):
        return None
    figures = [[_FIGURES.fullmatch(text[slice(*cell)]) is not None for cell in row] for row in rows]
    named = not any(figures[0]) and any(all(column) for column in zip(*figures[1:], strict=True))
    return Table(rows, "", int(named))


def _cells(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for gap in re.finditer(r"[ ]{2,}", text[span.start : span.end]):
        yield Span(start, span.start + gap.start())
        start = span.start + gap.end()
    yield Span(start, span.end)


def _is_verse(text: str, group: Sequence[Span], first: bool, least: int = 3) -> bool:
    """Whether lines are short and end where they were meant to: not in the middle of a sentence that a width broke."""
    if len(group) < (least + 1 if first else least):
        return False
    lines = [text[span.start : span.end] for span in group]
    indents = [span.start - _line_start(text, span.start) for span in group]
    if max(map(len, lines)) > WIDEST_VERSE or sum(map(len, lines)) > USUAL_VERSE * len(lines):
        return False
    if any(_NOT_VERSE.match(line) for line in lines) or any(_sort(text, span) is not _Sort.WORDS for span in group):
        return False
    stepped = any(indent > indents[0] for indent in indents)
    ended = sum(line[-1] in ',;:.!?—–’”"' for line in lines)
    commas = sum(line[-1] in ",;—–" for line in lines)
    capitals = sum(line[0].isupper() or not line[0].isalpha() for line in lines)
    if stepped:
        return 3 * ended >= len(lines)
    return capitals == len(lines) and commas > 0 and 3 * ended >= len(lines)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1
