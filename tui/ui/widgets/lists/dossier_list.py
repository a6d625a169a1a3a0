"""What articles say of somebody, row by row: when and where, and below it the words in as many lines as they need."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from tui.text.span import Span
from tui.ui.page.signs import Signs
from tui.ui.timeline.wrapped import set_off, wrapped
from tui.ui.widgets.parts.rows import Lines, RowsView, fit

INDENT = 2
MOST_LINES = 4


class DossierRow(NamedTuple):
    """A row: what stands first and what in faint letters behind it; below, its words, some of them set off."""

    lead: str
    beside: str = ""
    words: str = ""
    marked: Span | None = None
    source: str = ""  # the article that Enter opens,
    offset: int = 0  # and where in it
    entity: str = ""  # or the entity whose dossier it opens


class DossierList(RowsView):
    """Rows of one part of a dossier, below the names and the months of all of it."""

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self._signs = signs
        self._about: Sequence[tuple[str, str]] = ()
        self.rows: Sequence[DossierRow] = ()
        self.reached: Callable[[], None] | None = None  # hears that other rows are in view

    def show(
        self, rows: Sequence[DossierRow], about: Sequence[tuple[str, str]], empty: str, stay: bool = False
    ) -> None:
        """Other rows, and the lines above them with their styles; the cursor begins anew unless it is to stay."""
        self.rows, self._about, self.empty = rows, about, empty
        self._head = None
        if not stay:
            self.cursor = self.top = 0
        self.set_count(len(rows))

    @property
    def under_cursor(self) -> DossierRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def put(self, row: int) -> None:
        """Put the cursor on a row, and tell that it was moved."""
        super().put(row)
        if self.reached is not None:
            self.reached()

    def draw_head(self, width: int) -> Lines:
        """Its names, and how often it is named month by month."""
        lines = [
            [Segment(fit(f" {words}", width, self._signs.ellipsis), self.style(style))] for words, style in self._about
        ]
        return [*lines, [Segment(" " * width, self.style())]] if lines else lines

    def height_of(self, row: int, width: int, topmost: bool) -> int:
        """One line, and those of the words."""
        return 1 + len(self._lines_of(self.rows[row], width))

    def draw_row(self, row: int, width: int) -> Lines:
        """When and where; the words."""
        shown = self.rows[row]
        lead = fit(f" {shown.lead}", min(width, cell_len(shown.lead) + 1), self._signs.ellipsis)
        beside = fit(f"  {shown.beside}", max(0, width - cell_len(lead)), self._signs.ellipsis)
        styles = (self.style(), self.style("accent"))
        room = max(1, width - INDENT - 1)
        drawn = set_off(shown.words, self._lines_of(shown, width), room, styles, shown.marked, self._signs.ellipsis)
        indent = Segment(" " * (INDENT + 1), self.style())
        return [
            [Segment(lead, self.style("strong")), Segment(beside, self.style("faint"))],
            *([indent, *line] for line in drawn),
        ]

    def _lines_of(self, row: DossierRow, width: int) -> Sequence[Span]:
        return wrapped(row.words, max(1, width - INDENT - 1), MOST_LINES) if row.words else ()
