"""An Article at a width becomes the lines of a page.

Three coordinates meet here and nowhere else: `offset` (code point of `Article.text`), `line` (row of the page) and
`column` (cell of a row). Wrapping builds tables once for a width; every question afterwards is an index or a bisect.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Set
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from tui.text.article import Article, Block, BlockKind
from tui.ui.page.hyphenation import Breaks
from tui.ui.page.signs import Signs

# Text in which every code point fills one cell: it is wrapped by counting, without looking at each character.
NOT_NARROW = re.compile(
    "[^\n\\x20-\\x7e\\xa0-\\xac\\xae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fbc\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]"
)
BLANK = -1
MIN_WIDTH = 8
HYPHEN = "-"
LETTERS = re.compile(r"[^\W\d_]+")


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
        self._breaks = breaks
        self._parted: set[int] = set()  # rows that end within a word
        # Arrays, for a long text has a hundred thousand lines.
        self._starts, self._ends, self._blocks = array("i"), array("i"), array("i")
        self._first_line = array("i")
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
        return max(0, bisect_right(self._starts, offset) - 1)

    def offset_at(self, line: int, column: int = 0) -> int:
        """The offset drawn at a cell; the nearest one of the row where the cell is empty."""
        row = self.line(max(0, min(line, self.height - 1)))
        room = column - cell_len(self.lead(line))
        if room <= 0 or row.block in self.folded:
            return row.start
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
        first, rest = self._leads(block)
        return first if line == self._first_line[row.block] else rest

    def tail(self, line: int) -> str:
        """What is drawn after the text of a row: the hyphen of a word that goes on in the next one."""
        return HYPHEN if line in self._parted else ""

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

    def _leads(self, block: Block) -> tuple[str, str]:
        if block.kind is BlockKind.LIST_ITEM:
            inner = "  " * max(0, block.level - 1)
            marker = f"{block.marker or self._signs.bullet} "
            return inner + marker, inner + " " * cell_len(marker)
        if block.kind is BlockKind.QUOTE:
            return (f"{self._signs.bar} " * max(1, block.level),) * 2
        if block.kind is BlockKind.CODE:
            return "    ", "    "
        return "", ""

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
        room = max(MIN_WIDTH, self.width - cell_len(self._leads(block)[0]))
        text = self.article.text
        wide = NOT_NARROW.search(text, start, end) is not None
        while start <= end:
            stop = text.find("\n", start, end)
            stop = end if stop < 0 else stop
            if wide:
                self._wrap_wide(start, stop, room)
            else:
                self._wrap_narrow(start, stop, room)
            start = stop + 1
        blocks.extend(array("i", [index]) * (len(starts) - len(blocks)))

    def _joined(self, index: int) -> bool:
        """Whether a block follows the one before it without an empty row: items of one list."""
        before, block = self.article.blocks[index - 1 : index + 1]
        return before.kind is block.kind is BlockKind.LIST_ITEM

    def _wrap_narrow(self, start: int, end: int, room: int) -> None:
        text, starts, ends = self.article.text, self._starts, self._ends
        while end - start > room:
            cut = text.rfind(" ", start, start + room + 1)
            if cut <= start:
                following = cut = start + room  # one long word
            else:
                following = cut + 1
                while following < end and text[following] == " ":
                    following += 1
                while cut > start and text[cut - 1] == " ":
                    cut -= 1
                if cut == start:  # only spaces before: drop them
                    start = following
                    continue
                if self._breaks is not None:
                    parted = self._part(following, end, start + room)
                    if parted > following:
                        self._parted.add(len(starts))
                        cut = following = parted
            starts.append(start)
            ends.append(cut)
            start = following
        starts.append(start)
        ends.append(end)

    def _part(self, word: int, end: int, limit: int) -> int:
        """Where to part the word that does not fit before `limit` any more; `word` if it stays whole."""
        assert self._breaks is not None
        rows = len(self._starts)
        if {rows - 1, rows - 2} <= self._parted:  # a third hyphen below two others makes a ladder
            return word
        letters = LETTERS.search(self.article.text, word, min(end, limit))
        if letters is None:
            return word
        whole = LETTERS.match(self.article.text, letters.start(), end)
        assert whole is not None
        if whole.end() <= limit - len(HYPHEN) or " " in self.article.text[word : whole.start()]:
            return word
        fits = [place for place in self._breaks(whole.group()) if whole.start() + place + len(HYPHEN) <= limit]
        return whole.start() + fits[-1] if fits else word

    def _wrap_wide(self, start: int, end: int, room: int) -> None:
        text, starts, ends = self.article.text, self._starts, self._ends
        filled, base = 0, start
        cut = following = start  # the last place where the row may end, and where the next one then begins
        used = 0  # cells of the row before `following`
        for first, _, cells in split_graphemes(text[base:end])[0]:
            at = base + first
            space = text[at] == " "
            if space:
                cut, following, used = at, at + 1, filled + cells
            elif cells == 2 and at > start:  # scripts without spaces break before any wide character
                cut, following, used = at, at, filled
            if filled + cells > room and not space and at > start:
                if cut <= start:
                    cut = following = at
                elif self._breaks is not None and not NOT_NARROW.search(text, following, at):
                    parted = self._part(following, end, following + room - used)
                    if parted > following:
                        self._parted.add(len(starts))
                        cut = following = parted
                starts.append(start)
                ends.append(start + len(text[start:cut].rstrip(" ")))
                filled = cell_len(text[following:at])
                start = cut = following
            filled += cells
        starts.append(start)
        ends.append(end)
