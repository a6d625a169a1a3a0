"""Footnotes of an office document: numbered where they are called, written out at its end."""

from collections.abc import Callable

from tui.text.article import BlockKind
from tui.text.blocks.builder import Builder


class Footnotes:
    """What is to be written at the end, in the order of the numbers."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], str]] = []

    def call(self, builder: Builder, note: Callable[[], str]) -> None:
        """Put the number of a note into the text; `note` tells its words when they are needed."""
        self._waiting.append(note)
        builder.add(f"[{len(self._waiting)}]")

    def write(self, builder: Builder) -> None:
        """Add the notes."""
        if self._waiting:
            builder.rule()
        for number, note in enumerate(self._waiting, 1):
            builder.add(note())
            builder.close(BlockKind.LIST_ITEM, 1, f"[{number}]")
