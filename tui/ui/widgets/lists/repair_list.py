"""What a person put right, row by row: what it is, and below it where it holds and when it was made."""

from collections.abc import Sequence

from rich.segment import Segment

from tui.notes.put_right import PutRight
from tui.ui.page.signs import Signs
from tui.ui.widgets.parts.rows import Lines, RowsView, fit


class RepairList(RowsView):
    """Repairs; those that were taken back stand there faintly."""

    row_height = 2

    def __init__(self, signs: Signs, here: str) -> None:
        super().__init__()
        self._signs = signs
        self._here = here
        self.repairs: Sequence[PutRight] = ()

    def show(self, repairs: Sequence[PutRight], empty: str) -> None:
        """These; `empty` is said where there are none."""
        self.repairs, self.empty = repairs, empty
        self.set_count(len(repairs))

    @property
    def under_cursor(self) -> PutRight | None:
        """The repair under the cursor."""
        return self.repairs[self.cursor] if self.repairs else None

    def draw_row(self, row: int, width: int) -> Lines:
        """The deed; where and when."""
        one = self.repairs[row]
        style = self.style("faint") if one.undone else self.style()
        words = f"{'(taken back) ' if one.undone else ''}{one.words}"
        beside = f" {self._signs.middle} ".join(filter(None, (self._where(one), one.when[:10])))
        return [
            [Segment(fit(words, width, self._signs.ellipsis), style)],
            [Segment(fit(f"  {beside}", width, self._signs.ellipsis), self.style("faint"))],
        ]

    def _where(self, one: PutRight) -> str:
        if one.scope:
            return "here" if one.scope == self._here else f"in {_file(one.scope)}"
        return f"everywhere, made in {_file(one.source)}" if one.source else "everywhere"


def _file(source: str) -> str:
    return source.rstrip("/").rpartition("/")[2] or source
