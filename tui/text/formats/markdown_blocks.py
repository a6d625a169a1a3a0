"""What Markdown is built of, one after the other, becomes blocks: what it stands within, its mark, its notes."""

from tui.text.article import BlockKind, Furniture
from tui.text.blocks.builder import DEEPEST, Builder

QUOTED, LISTED = ">", "-"  # as they stand in `Block.within`
SAME_ITEM = " "  # the mark of what belongs to the item that was begun before it


class Structure:
    """The quotes, lists and notes that are open, and the mark that the next block bears."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._within: list[str] = []
        self._numbers: list[int | None] = []  # the next number of each list that is open; None for bullets
        self._marks: list[str] = []  # of items and boxes whose first block has not come yet
        self._note = ""  # the mark of the note that is open

    @property
    def in_list(self) -> bool:
        """Whether a list is open."""
        return LISTED in self._within

    def begin_list(self, number: int | None) -> None:
        """A list begins, with its first number if it has numbers."""
        self._within.append(LISTED)
        self._numbers.append(number)

    def begin_item(self) -> None:
        """An item of the innermost list begins."""
        number = self._numbers[-1] if self._numbers else None
        if number is not None:
            self._numbers[-1] = number + 1
        self._marks.append("•" if number is None else f"{number}.")

    def end_item(self) -> None:
        """It ends, perhaps without a word in it."""
        self._marks.clear()

    def end_list(self) -> None:
        """The innermost list ends."""
        self._end(LISTED)
        if self._numbers:
            self._numbers.pop()

    def begin_quote(self, word: str = "") -> None:
        """A quote begins, or a box with a word at its head ("Warning")."""
        self._within.append(QUOTED)
        if word:
            self._marks.append(f"{word}:")

    def end_quote(self) -> None:
        """The innermost quote ends."""
        self._end(QUOTED)
        self._marks.clear()

    def begin_note(self, number: str) -> None:
        """A footnote begins; all that follows belongs to it."""
        self._note = f"[{number}]"
        self._marks = [self._note]

    def end_note(self) -> None:
        """It ends."""
        self._note = ""
        self._marks.clear()

    def close(self, kind: BlockKind | None = None, level: int = 0, furniture: Furniture | None = None) -> bool:
        """End the open block as what it is by where it stands, or as `kind`."""
        within = "".join(self._within[:DEEPEST])
        mark = " ".join(self._marks)
        if self._note:
            closed = self._builder.close(BlockKind.NOTE, 0, mark or " " * len(self._note))
        elif kind is not None:
            closed = self._builder.close(kind, level, mark, furniture, within)
        elif within:
            closed = self._close_within(within, mark)
        else:
            closed = self._builder.close(BlockKind.PARAGRAPH, furniture=furniture)
        if closed:
            self._marks.clear()
        return closed

    def close_table(self, aligned: str, heads: int) -> None:
        """End the open block as a table."""
        if self._note:
            self.close()
        elif self._builder.close_table(aligned, heads, " ".join(self._marks), "".join(self._within[:DEEPEST])):
            self._marks.clear()

    def _close_within(self, within: str, mark: str) -> bool:
        plain = within == within[0] * len(within) and len(self._marks) <= (within[0] == LISTED)
        if within[-1] == LISTED:
            if not plain and len(self._marks) > 1:  # an item that begins with a list
                within = within[: len(within) - len(self._marks) + 1] or LISTED
            depth = within.count(LISTED)
            return self._builder.close(BlockKind.LIST_ITEM, depth, mark or SAME_ITEM, within="" if plain else within)
        depth = within.count(QUOTED)
        return self._builder.close(BlockKind.QUOTE, depth, mark, within="" if plain else within)

    def _end(self, what: str) -> None:
        for index in range(len(self._within) - 1, -1, -1):
            if self._within[index] == what:
                del self._within[index]
                return
