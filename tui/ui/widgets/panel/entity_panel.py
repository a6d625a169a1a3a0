"""The entities of an article: kind, name, how often and where in the text they are named."""

from collections.abc import Sequence
from textwrap import wrap
from typing import ClassVar

from rich.segment import Segment

from tui.analysis.languages.said import FOREIGN
from tui.analysis.model import Entity, Kind
from tui.text.folding import fold
from tui.text.span import Span
from tui.ui.page.kinds import LETTER
from tui.ui.page.signs import Signs
from tui.ui.widgets.parts.rows import Lines, RowsView, fit
from tui.ui.widgets.parts.sparkline import bars, spread


class EntityPanel(RowsView):
    """Rows of `indices` into the entities it was given; a filter narrows them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{kind.value.lower()}" for kind in Kind}
    empty = "No names found."

    def __init__(self, signs: Signs, frugal: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._frugal = frugal  # no sparklines: they are dear, since the terminal scrolls them with the text
        self._signs = signs
        self._entities: Sequence[Entity] = ()
        self._length = 1
        self._shared: frozenset[int] = frozenset()
        self._language = ""
        self.selected: int | None = None
        self.marked: frozenset[int] = frozenset()
        self.filter = ""
        self.indices: tuple[int, ...] = ()
        self._sparks: dict[tuple[int, int], str] = {}  # by entity and width

    def show(
        self, entities: Sequence[Entity], length: int, shared: frozenset[int] = frozenset(), language: str = ""
    ) -> None:
        """The entities of an article of `length` characters; `shared` are also in the article beside it.

        `language` is what the text looks like where that is not English."""
        before = self.under_cursor
        there = self._entities[before] if before is not None else None
        if entities is not self._entities:
            self._sparks = {}
        self._entities, self._length, self._shared, self._language = entities, length, shared, language
        self.set_filter(self.filter)
        # After a repair the cursor stays on the entity it was on, wherever its row has gone.
        if there is not None and (row := self._row_of(there)) is not None:
            self.put(row)

    def _row_of(self, there: Entity) -> int | None:
        """The row of an entity by its name; where it goes by another one now, of who has a mention of it."""
        row = next((row for row, index in enumerate(self.indices) if self._entities[index].name == there.name), None)
        if row is None:
            spans = {mention.span for mention in there.mentions}
            row = next((row for row, index in enumerate(self.indices) if spans & self._spans(index)), None)
        return row

    def _spans(self, index: int) -> set[Span]:
        return {mention.span for mention in self._entities[index].mentions}

    def set_filter(self, text: str) -> None:
        """Show only entities with `text` in their name or an alias."""
        self.filter = text
        wanted = fold(text).strip()
        self.indices = tuple(
            index
            for index, entity in enumerate(self._entities)
            if wanted in fold(" | ".join((*(alias.text for alias in entity.aliases), entity.name)))
        )
        self.set_count(len(self.indices))

    def select(self, index: int | None, marked: frozenset[int] = frozenset()) -> None:
        """Which entity is marked in the text, and which rows are marked for merging."""
        changed = {self.selected, index, *(self.marked ^ marked)}
        self.selected, self.marked = index, marked
        self.refresh_rows(*(row for row, entity in enumerate(self.indices) if entity in changed))

    @property
    def numbers(self) -> tuple[int, int]:
        """How many entities are listed, and how many there are."""
        return self.count, len(self._entities)

    def find(self, index: int | None) -> None:
        """Put the cursor on an entity, if it is listed."""
        if index in self.indices:
            self.put(self.indices.index(index))

    @property
    def under_cursor(self) -> int | None:
        """Index of the entity under the cursor."""
        return self.indices[self.cursor] if self.indices else None

    def draw_head(self, width: int) -> Lines:
        """That the text is not English, and the filter while there is one."""
        words = FOREIGN.format(language=self._language) if self._language else ""
        lines = [[Segment(line, self.style("faint"))] for line in wrap(words, max(8, width))]
        if self.filter:
            lines.append([Segment(f"/{self.filter}", self.style("accent"))])
        return lines

    def draw_row(self, row: int, width: int) -> Lines:
        """Digit, kind, name, sparkline, number of mentions."""
        index = self.indices[row]
        entity = self._entities[index]
        digit = str(row + 1) if row < 9 else " "
        sign = "+" if index in self.marked else self._signs.pin if entity.pinned else " "
        count = str(len(entity.mentions))
        cells = 0 if self._frugal else max(0, min(10, width - 30))
        spark = self._spark(index, cells)
        shared = "=" if index in self._shared else " "
        room = max(4, width - len(digit) - 6 - len(count) - cells - 2)
        name = entity.name + ("?" if entity.ambiguous else "")
        kind = f"{entity.kind.value.lower()}"
        style = self.style(kind, "strong") if index == self.selected else self.style()
        return [
            [
                Segment(f"{digit}{sign}", self.style("faint")),
                Segment(LETTER[entity.kind], self.style(kind)),
                Segment(shared, self.style("accent")),
                Segment(fit(name, room, self._signs.ellipsis) + " ", style),
                Segment(spark, self.style(kind)),
                Segment(f" {count:>3}", self.style("faint")),
            ]
        ]

    def _spark(self, index: int, cells: int) -> str:
        """Where in the text an entity is named."""
        drawn = self._sparks.get((index, cells))
        if drawn is None:
            offsets = (mention.span.start for mention in self._entities[index].mentions)
            drawn = self._sparks[index, cells] = bars(spread(offsets, self._length, cells), self._signs.sparks)
        return drawn
