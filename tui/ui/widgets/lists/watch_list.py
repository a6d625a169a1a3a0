"""What is watched, row by row: how many articles match, and how many of them are new."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from tui.counted import counted
from tui.ui.page.signs import Signs
from tui.ui.widgets.parts.rows import Lines, RowsView, fit

NONE = "Nothing is watched: w in a dossier watches its name, a here a name or a query."


class WatchRow(NamedTuple):
    """Words, whether they are a name, how many articles match, and how many of them are new."""

    words: str
    is_name: bool
    articles: int
    new: int


class WatchList(RowsView):
    """Names and queries."""

    empty = ""

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self._signs = signs
        self._rows: Sequence[WatchRow] = ()

    def show(self, rows: Sequence[WatchRow]) -> None:
        """These."""
        self._rows, self.empty = rows, NONE
        self.set_count(len(rows))

    def draw_row(self, row: int, width: int) -> Lines:
        """The words, and behind them the numbers."""
        words, is_name, articles, new = self._rows[row]
        told = f"  {new:,} new of {counted(articles, 'article')} " if new else f"  {counted(articles, 'article')} "
        kind = "" if is_name else "/"
        room = max(1, width - cell_len(told) - 1)
        return [
            [
                Segment(" ", self.style()),
                Segment(fit(f"{kind}{words}", room, self._signs.ellipsis), self.style("strong" if new else "text")),
                Segment(told, self.style("accent" if new else "faint")),
            ]
        ]
