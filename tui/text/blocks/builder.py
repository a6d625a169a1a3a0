"""Pieces of a marked-up document, one after the other, become the text, blocks and marks of an Article."""

from tui.text.article import Block, BlockKind, Furniture, Mark, MarkKind
from tui.text.harmless import harmless
from tui.text.span import Span

APART = "\n\n"  # between two blocks
DEEPEST = 9  # levels of lists and quotes that are told apart


class Builder:
    """Keeps the offsets while text is added: open a block, add words, close it."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self._parts: list[str] = []
        self._length = 0
        self._start = 0
        self._block_parts: list[str] = []
        self._inside = 0  # characters of the block so far
        self._open: list[tuple[MarkKind, str, int]] = []
        self._closed: list[tuple[MarkKind, str, int, int]] = []

    @property
    def text(self) -> str:
        """The text so far, without the block that is still open."""
        return "".join(self._parts)

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
                self._closed.append((kind, target, start, self._inside))
                return

    def close(self, kind: BlockKind, level: int = 0, marker: str = "", furniture: Furniture | None = None) -> bool:
        """End the block; whether there was anything in it. White space around it goes, but not a code's indent."""
        while self._open:
            self.close_mark(self._open[-1][0])
        words, closed = "".join(self._block_parts), self._closed
        self._block_parts, self._inside, self._closed = [], 0, []
        stripped = words.rstrip() if kind is BlockKind.CODE else words.strip()
        if not stripped.strip():
            return False
        shift = words.index(stripped[0]) if kind is not BlockKind.CODE else 0
        start = self._append(stripped)
        end = self._length
        self.blocks.append(Block(kind, Span(start, end), min(level, DEEPEST), marker, furniture))
        for mark, target, first, last in closed:
            span = Span(max(start, start + first - shift), min(end, start + last - shift))
            if span.start < span.end:
                self.marks.append(Mark(span, mark, target))
        return True

    def rule(self) -> None:
        """A drawn line; two of them at once are one."""
        if self.blocks and self.blocks[-1].kind is not BlockKind.RULE:
            start = self._append("")
            self.blocks.append(Block(BlockKind.RULE, Span(start, start)))

    def sorted_marks(self) -> tuple[Mark, ...]:
        """The marks by place, the longer first."""
        return tuple(sorted(self.marks, key=lambda mark: (mark.span.start, -mark.span.end)))

    def _append(self, words: str) -> int:
        if self.blocks:
            self._parts.append(APART)
            self._length += len(APART)
        start = self._length
        self._parts.append(words)
        self._length += len(words)
        return start
