"""Footnotes of an office document: numbered where they are called, written out at its end; tables by their cells."""

from collections.abc import Callable, Sequence

from tui.text.article import BlockKind
from tui.text.blocks.builder import Builder


class Footnotes:
    """What is to be written at the end, in the order of the numbers."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], str]] = []

    def call(self, builder: Builder, note: Callable[[], str]) -> None:
        """Put the number of a note into the text; `note` tells its words when they are needed."""
        self._waiting.append(note)
        number = len(self._waiting)
        builder.place(f"fnref-{number}")
        builder.footnote(str(number), f"fn-{number}")

    def write(self, builder: Builder) -> None:
        """Add the notes."""
        for number, note in enumerate(self._waiting, 1):
            builder.place(f"fn-{number}")
            builder.add(note())
            builder.close(BlockKind.NOTE, 0, f"[{number}]")


def add_table(builder: Builder, rows: Sequence[Sequence[str]]) -> None:
    """A table of these cells; the first row names the columns."""
    for row in rows:
        builder.row()
        for cell in row:
            builder.begin_cell()
            builder.add(cell)
            builder.end_cell()
    builder.close_table("", 1)
