"""An Article at a width becomes the lines of a page.

Three coordinates meet here and nowhere else: `offset` (code point of `Article.text`), `line` (row of the page) and
`column` (cell of a row). Wrapping builds tables once for a width; every question afterwards is an index or a bisect.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from tui.text.article import Article, Block, BlockKind, Table
from tui.text.span import Span
from tui.ui.page.hyphenation import Breaks
from tui.ui.page.signs import Signs
from tui.ui.page.tables import Bit, TableLine, table_lines
from tui.ui.page.wrapping import HYPHEN, NOT_NARROW, Rows

BLANK = -1
MIN_WIDTH = 8


class Line(NamedTuple):
    """A row: the offsets it shows, and its block (`BLANK` for the empty row between two blocks)."""

    start: int
    end: int
    block: int


class Page:
    """The lines of one article at one width.

    `folded` holds indices of blocks that are drawn as a single row; `justify` spreads rows to the full width, and
    `breaks` says where a word may be parted for that. The hyphen is drawn, but is not in the text."""

    def __init__(
        self,
        article: Article,
        width: int,
        folded: Set[int] = frozenset(),
        signs: Signs | None = None,
        justify: bool = False,
        breaks: Breaks | None = None,
    ) -> None:
        self.article = article
        self.width = max(MIN_WIDTH, width)
        self.folded = folded
        self.justify = justify
        self._signs = signs or Signs()
        self._rows = Rows(article.text, breaks)
        self._starts, self._ends, self._blocks = self._rows.starts, self._rows.ends, array("i")
        self._first_line = array("i")
        self._tables: dict[int, TableLine] = {}  # by their lines
        for index, block in enumerate(article.blocks):
            self._add(index, block)

    def is_of(self, article: Article, width: int, folded: Set[int], justify: bool) -> bool:
        """Whether laying out this would give the same lines again."""
        same = self.article.text is article.text and self.article.blocks is article.blocks
        return same and (self.width, self.folded, self.justify) == (max(MIN_WIDTH, width), folded, justify)

    @property
    def height(self) -> int:
        """Number of lines; at least one."""
        return max(1, len(self._starts))

    def line(self, line: int) -> Line:
        """The row at `line`; an empty one outside the page."""
        if 0 <= line < len(self._starts):
            return Line(self._starts[line], self._ends[line], self._blocks[line])
        return Line(0, 0, BLANK)

    def line_of(self, offset: int) -> int:
        """The row that shows `offset`, or the one before it where nothing shows it."""
        line = max(0, bisect_right(self._starts, offset) - 1)
        return self._line_of_cell(line, offset) if line in self._tables else line

    def lines_of(self, span: Span) -> range:
        """The rows that show any of a place; of a table, all those that its rows have."""
        first, last = self.line_of(span.start), self.line_of(max(span.start, span.end - 1))
        if first in self._tables:
            first -= self._tables[first].above
        while last + 1 in self._tables and self._tables[last + 1].above:
            last += 1
        return range(first, last + 1)

    def offset_at(self, line: int, column: int = 0) -> int:
        """The offset drawn at a cell; the nearest one of the row where the cell is empty."""
        row = self.line(max(0, min(line, self.height - 1)))
        room = column - cell_len(self.lead(line))
        if room <= 0 or row.block in self.folded:
            return row.start
        if line in self._tables:
            return self._offset_in_table(line, room)
        for offset, spaces in self._cells(line, row):
            room -= spaces
            if room < 0:
                return offset
        return max(row.start, row.end - 1)

    def column_of(self, offset: int) -> int:
        """The first cell of `offset` in its row."""
        line = self.line_of(offset)
        row = self.line(line)
        column = cell_len(self.lead(line))
        if row.block in self.folded:
            return column
        if line in self._tables:
            return column + self._column_in_table(line, offset)
        if not self.justify:
            return column + cell_len(self.article.text[row.start : min(offset, row.end)])
        return column + sum(spaces for at, spaces in self._cells(line, row) if at < offset)

    def lead(self, line: int) -> str:
        """What is drawn before the text of a row: a list marker, a quote bar, an indent."""
        row = self.line(line)
        if row.block == BLANK:
            return ""
        block = self.article.blocks[row.block]
        if row.block in self.folded:
            return ""
        first, rest = leads(block, self._signs)
        drawn = self._tables[line].drawn if line in self._tables else ""
        return (first if line == self._first_line[row.block] else rest) + drawn

    def bits(self, line: int) -> Sequence[Bit]:
        """The parts of the text that a row shows, from left to right; more than one in a table."""
        if line in self._tables:
            return self._tables[line].bits
        row = self.line(line)
        return (Bit(row.start, row.end),)

    def is_head(self, line: int) -> bool:
        """Whether a row names the columns of a table."""
        return line in self._tables and self._tables[line].is_head

    def tail(self, line: int) -> str:
        """What is drawn after the text of a row: the hyphen of a word that goes on in the next one."""
        return HYPHEN if line in self._rows.parted else ""

    def gaps(self, line: int) -> dict[int, int]:
        """Widths of the spaces of a justified row by offset; empty where the row is not spread."""
        row = self.line(line)
        following = self.line(line + 1)
        if not self.justify or row.block == BLANK or following.block != row.block:
            return {}
        text = self.article.text
        block = self.article.blocks[row.block]
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM) or text[row.end] == "\n":
            return {}
        spaces = [at for at in range(row.start, row.end) if text[at] == " "]
        missing = self.width - cell_len(self.lead(line)) - cell_len(text[row.start : row.end]) - len(self.tail(line))
        if not spaces or missing <= 0 or missing > 2 * len(spaces):
            return {}
        each, extra = divmod(missing, len(spaces))
        # Odd rows take the wider gaps from the left, even ones from the right: no rivers down one side.
        order = spaces if line % 2 else spaces[::-1]
        return {at: 1 + each + (index < extra) for index, at in enumerate(order)}

    def _cells(self, line: int, row: Line) -> Iterator[tuple[int, int]]:
        """Every cluster of a row as (offset, cells it fills)."""
        gaps = self.gaps(line)
        text = self.article.text[row.start : row.end]
        if NOT_NARROW.search(text):
            for start, _, cells in split_graphemes(text)[0]:
                yield row.start + start, gaps.get(row.start + start, cells)
        else:
            for offset in range(row.start, row.end):
                yield offset, gaps.get(offset, 1)

    def _line_of_cell(self, line: int, offset: int) -> int:
        """The line of a table row, of which `line` is one, that shows an offset."""
        first = line - self._tables[line].above
        best, nearest = first, -1
        while line + 1 in self._tables and self._tables[line + 1].above:
            line += 1
        for number in range(first, line + 1):
            for bit in self._tables[number].bits:
                if nearest < bit.start <= offset:
                    best, nearest = number, bit.start
        return best

    def _offset_in_table(self, line: int, room: int) -> int:
        """The offset at a column of a table's line, or the nearest one before it."""
        offset = self.line(line).start
        for bit in self._tables[line].bits:
            room -= bit.before
            if room < 0:
                return offset
            for start, _, cells in split_graphemes(self.article.text[bit.start : bit.end])[0]:
                offset = bit.start + start
                room -= cells
                if room < 0:
                    return offset
        return offset

    def _column_in_table(self, line: int, offset: int) -> int:
        column = 0
        for bit in self._tables[line].bits:
            if offset < bit.start:
                break
            column += bit.before + cell_len(self.article.text[bit.start : min(offset, bit.end)])
        return column

    def _add(self, index: int, block: Block) -> None:
        starts, ends, blocks = self._starts, self._ends, self._blocks
        if index and not self._joined(index):
            previous = self.article.blocks[index - 1].span.end
            starts.append(previous)
            ends.append(previous)
            blocks.append(BLANK)
        self._first_line.append(len(starts))
        start, end = block.span
        if index in self.folded or block.kind is BlockKind.RULE or start == end:
            starts.append(start)
            ends.append(start)
            blocks.append(index)
            return
        room = max(MIN_WIDTH, self.width - cell_len(leads(block, self._signs)[0]))
        if block.table is None:
            self._rows.wrap(start, end, room)
        else:
            self._set_out(block.table, start, room)
        blocks.extend(array("i", [index]) * (len(starts) - len(blocks)))

    def _joined(self, index: int) -> bool:
        """Whether a block follows the one before it without an empty row: items of one list, and notes."""
        before, block = self.article.blocks[index - 1 : index + 1]
        return before.kind is block.kind and block.kind in (BlockKind.LIST_ITEM, BlockKind.NOTE)

    def _set_out(self, table: Table, start: int, room: int) -> None:
        for line in table_lines(self.article.text, table, room, self._signs.rule):
            self._tables[len(self._starts)] = line
            bits = line.bits
            self._rows.add(bits[0].start if bits else start, bits[-1].end if bits else start)
            start = max(start, self._ends[-1])


def leads(block: Block, signs: Signs) -> tuple[str, str]:
    """What is drawn before the first row of a block, and before the others."""
    if block.kind is BlockKind.NOTE:
        marker = f"{block.marker} " if block.marker else ""
        return marker, " " * cell_len(marker)
    within = block.within
    if not within and block.kind in (BlockKind.LIST_ITEM, BlockKind.QUOTE):
        within = ("-" if block.kind is BlockKind.LIST_ITEM else ">") * max(1, block.level)
    if not within:
        return ("    ", "    ") if block.kind is BlockKind.CODE else ("", "")
    marker = block.marker or (signs.bullet if block.kind is BlockKind.LIST_ITEM and "-" in within else "")
    item = -1 if marker.endswith(":") else within.rfind("-")  # the word of a box stands behind its bar
    first = rest = ""
    for depth, sign in enumerate(within):
        shown = f"{signs.bar} " if sign == ">" else "  "
        first += f"{marker or ' '} " if depth == item else shown
        rest += " " * cell_len(f"{marker or ' '} ") if depth == item else shown
    return (first, rest) if item >= 0 or not marker else (f"{first}{marker} ", rest)
