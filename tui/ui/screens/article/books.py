"""How a book is to be read, asked once: as one article, or chapter by chapter."""

from rich.segment import Segment
from textual import on

from tui.text.opened import Opened
from tui.ui.desk import Desk
from tui.ui.keys import contexts
from tui.ui.messages import RowChosen
from tui.ui.reading.remembered import CHAPTERS, WHOLE
from tui.ui.screens.over import OverList
from tui.ui.terminal.harmless import drawable
from tui.ui.widgets.parts.rows import Lines, RowsView, fit


class WayList(RowsView):
    """The two ways; below each, what it is good for."""

    row_height = 2

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self._ways = (
            ("As one article", "names and dates of the whole book in one panel"),
            (
                f"By its {len(opened.parts)} chapters" if not opened.goes_on else "By its chapters",
                "a list of them; each opens quickly and has its own notes",
            ),
        )

    def draw_row(self, row: int, width: int) -> Lines:
        """A way and its use."""
        way, use = self._ways[row]
        return [[Segment(fit(way, width), self.style())], [Segment(fit(f"  {use}", width), self.style("faint"))]]


class BookScreen(OverList[str]):
    """Dismisses with WHOLE or CHAPTERS, or None."""

    useful = (("book_open", "reads it so, and the next ones too"), ("over_close", "leaves it"))

    def __init__(self, desk: Desk, opened: Opened) -> None:
        super().__init__(desk, WayList(opened))
        self._title = opened.title

    @property
    def context(self) -> str:
        """Keys of this question."""
        return contexts.BOOK

    def on_mount(self) -> None:
        """The whole is proposed."""
        self.box.border_title = drawable(f"How to read {self._title}").replace("[", "(")
        self.rows.set_count(2)
        self.set_focus(self.rows)

    def do_book_open(self, _count: int | None) -> None:
        self.dismiss((WHOLE, CHAPTERS)[self.rows.cursor])

    @on(RowChosen)
    def _row_chosen(self) -> None:
        self.do_book_open(None)
