"""How much and how many: the figures of an article below what they count, each a way back to its place."""

from collections import Counter
from collections.abc import Sequence

from tui.analysis.figures.row import UNCOUNTED, FigureRow
from tui.text.span import Span
from tui.ui.page.signs import Signs
from tui.ui.widgets.parts.grouped import GroupedPanel, Words

ONCE = "counted once"  # above all that share what they count with no other: they name it themselves


class FiguresPanel(GroupedPanel[FigureRow]):
    """Each figure as it is written and who says so; below it the words around it."""

    empty = "No figures found."

    def __init__(self, signs: Signs, most_lines: int = 4, id: str | None = None) -> None:
        super().__init__(signs, most_lines, id)
        self._alike: Counter[str] = Counter()  # how many figures there are of a kind

    def show(self, rows: Sequence[FigureRow]) -> None:
        """The figures of an article or of two, those of a kind one after the other."""
        if rows is not self._all:
            self._alike = Counter(row.counted for row in rows)
        super().show(rows)

    def heading_of(self, row: FigureRow) -> str:
        """What is counted."""
        return row.counted if self._alike[row.counted] > 1 or row.counted == UNCOUNTED else ONCE

    def words_of(self, row: FigureRow) -> Words:
        """The value and whose it is."""
        whose = f" {self._signs.middle} {row.whose}" if row.whose else ""
        return Words(f"{row.value}{whose}", Span(0, len(row.value)), row.context)
