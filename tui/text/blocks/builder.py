"""Pieces of a marked-up document, one after the other, become the text, blocks and marks of an Article."""

import re
import unicodedata

from tui.text.article import Block, BlockKind, Furniture, Mark, MarkKind, Place, Table
from tui.text.blocks.addresses import bare_links
from tui.text.harmless import harmless
from tui.text.span import Span

APART = "\n\n"  # between two blocks
BESIDE = "  "  # between two cells of a row
LONGEST_MARK = 6  # characters of what marks a footnote
_FOOTNOTE = re.compile(
    r"(?P<raised>[⁰¹²³⁴-⁹]{1,3})|\[(?P<number>\d{1,3})\]|\^?(?P<sign>[*†‡]{1,3})|\^(?P<letter>[a-z])"
)
DEEPEST = 9  # levels of lists and quotes that are told apart


class Builder:
    """Keeps the offsets while text is added: open a block, add words, close it."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self.places: list[Place] = []
        self._parts: list[str] = []
        self._length = 0
        self._start = 0
        self._block_parts: list[str] = []
        self._inside = 0  # characters of the block so far
        self._open: list[tuple[MarkKind, str, int]] = []
        self._closed: list[tuple[MarkKind, str, int, int]] = []
        self._named: list[tuple[str, int]] = []  # places in the block so far
        self._rows: list[list[tuple[int, int]]] = []  # cells of the table so far

    @property
    def text(self) -> str:
        """The text so far, without the block that is still open."""
        return "".join(self._parts)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been added to the open block."""
        return not self._inside

    @property
    def last(self) -> str:
        """The last character of the open block; "" where there is none."""
        return self._block_parts[-1][-1] if self._block_parts else ""

    def add(self, words: str) -> None:
        """Add words to the open block."""
        words = harmless(words)
        if not self._inside:
            words = words.lstrip("\n")
        if words:
            self._block_parts.append(words)
            self._inside += len(words)

    def open_mark(self, kind: MarkKind, target: str = "") -> None:
        """What is added from here on has mark-up."""
        self._open.append((kind, harmless(target).strip()[:2000], self._inside))

    def close_mark(self, kind: MarkKind) -> None:
        """The innermost mark-up of this kind ends."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] is kind:
                _, target, start = self._open.pop(index)
                if kind is MarkKind.LINK and target.startswith("#") and 0 < self._inside - start <= LONGEST_MARK:
                    kind = self._footnote_of_link(start)
                self._closed.append((kind, target, start, self._inside))
                return

    def footnote(self, number: str, name: str) -> None:
        """The mark of the footnote that stands at the place called `name`."""
        self.open_mark(MarkKind.FOOTNOTE, f"#{name}")
        self.add(f"[{number}]")
        self.close_mark(MarkKind.FOOTNOTE)

    def place(self, name: str) -> None:
        """Links lead here by this name."""
        self._named.append((harmless(name).strip()[:200], self._inside))

    def row(self) -> None:
        """A row of the table begins."""
        if self._rows and self._rows[-1]:
            self.add("\n")
        self._rows.append([])

    def begin_cell(self) -> None:
        """A cell begins; marks that are still open do not reach into it."""
        if not self._rows:
            self._rows.append([])
        if self._rows[-1]:
            self.add(BESIDE)
        self._rows[-1].append((self._inside, self._inside))

    def end_cell(self) -> None:
        """The cell ends."""
        while self._open:
            self.close_mark(self._open[-1][0])
        if self._rows and self._rows[-1]:
            self._rows[-1][-1] = self._rows[-1][-1][0], self._inside

    def close_table(self, aligned: str, heads: int, marker: str = "", within: str = "") -> bool:
        """End the block as a table of the rows so far."""
        words = "".join(self._block_parts)
        rows, self._rows = [row for row in self._rows if any(words[a:b].strip() for a, b in row)], []
        base = self._length + (len(APART) if self.blocks else 0) - (len(words) - len(words.lstrip()))
        first, last = base + len(words) - len(words.lstrip()), base + len(words.rstrip())
        if not self.close(BlockKind.TABLE, 0, marker, within=within) or not rows:
            return False
        cells = tuple(tuple(_cell(words, start, end, base, first, last) for start, end in row) for row in rows)
        block = self.blocks[-1]
        self.blocks[-1] = Block(block.kind, block.span, 0, marker, within=within, table=Table(cells, aligned, heads))
        return True

    def close(
        self,
        kind: BlockKind,
        level: int = 0,
        marker: str = "",
        furniture: Furniture | None = None,
        within: str = "",
    ) -> bool:
        """End the block; whether there was anything in it. White space around it goes, but not a code's indent."""
        while self._open:
            self.close_mark(self._open[-1][0])
        words, closed, named = "".join(self._block_parts), self._closed, self._named
        self._block_parts, self._inside, self._closed, self._rows = [], 0, [], []
        stripped = words.rstrip() if kind is BlockKind.CODE else words.strip()
        if not stripped.strip():
            self._named = [(name, 0) for name, _ in named]  # the next block has the name
            return False
        shift = words.index(stripped[0]) if kind is not BlockKind.CODE else 0
        start = self._append(stripped)
        end = self._length
        self.blocks.append(Block(kind, Span(start, end), min(level, DEEPEST), marker, furniture, within))
        for mark, target, first, last in closed:
            span = Span(max(start, start + first - shift), min(end, start + last - shift))
            if span.start < span.end:
                self.marks.append(Mark(span, mark, target))
        self.places += (Place(name, min(max(start, start + at - shift), end - 1)) for name, at in named)
        self._named = []
        return True

    def rule(self) -> None:
        """A drawn line; two of them at once are one."""
        if self.blocks and self.blocks[-1].kind is not BlockKind.RULE:
            start = self._append("")
            self.blocks.append(Block(BlockKind.RULE, Span(start, start)))

    def sorted_marks(self) -> tuple[Mark, ...]:
        """The marks by place, the longer first; addresses that stand in the text are links too."""
        taken = [mark.span for mark in self.marks if mark.kind in (MarkKind.LINK, MarkKind.CODE)]
        code = [block.span for block in self.blocks if block.kind is BlockKind.CODE]
        links = bare_links(self.text, [*taken, *code])
        return tuple(sorted([*self.marks, *links], key=lambda mark: (mark.span.start, -mark.span.end)))

    def _footnote_of_link(self, start: int) -> MarkKind:
        """A link within the article on raised figures, or on figures in brackets, is the mark of a footnote."""
        words = "".join(self._block_parts)
        before, sign = words[:start], words[start:]
        match = _FOOTNOTE.fullmatch(sign.strip())
        if match is None:
            return MarkKind.LINK
        number = unicodedata.normalize("NFKC", match["number"] or match["raised"] or match["sign"] or match["letter"])
        self._block_parts = [before, f"[{number}]"]
        self._inside = len(before) + len(number) + 2
        return MarkKind.FOOTNOTE

    def _append(self, words: str) -> int:
        if self.blocks:
            self._parts.append(APART)
            self._length += len(APART)
        start = self._length
        self._parts.append(words)
        self._length += len(words)
        return start


def _cell(words: str, start: int, end: int, base: int, first: int, last: int) -> Span:
    """The place of a cell in the text, without the white space around its words."""
    inner = words[start:end]
    start += len(inner) - len(inner.lstrip())
    length = len(inner.strip())
    at = min(max(first, base + start), last)
    return Span(at, min(at + length, last))
