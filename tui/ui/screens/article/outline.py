"""The headings of an article, to go to one."""

from collections.abc import Sequence

from rich.segment import Segment
from textual import on

from tui.counted import counted
from tui.text.article import Article, Block
from tui.ui.desk import Desk
from tui.ui.keys import contexts
from tui.ui.messages import RowChosen
from tui.ui.screens.over import OverList
from tui.ui.widgets.parts.rows import Lines, RowsView, fit


class HeadingList(RowsView):
    """Each heading as far in as it lies deep."""

    def __init__(self, article: Article, headings: Sequence[Block]) -> None:
        super().__init__()
        self._words = article.said
        self._headings = headings
        self._top = min(block.level for block in headings)

    def draw_row(self, row: int, width: int) -> Lines:
        """The words of a heading."""
        block = self._headings[row]
        words = " ".join(self._words[slice(*block.span)].split())
        return [[Segment(fit("  " * (block.level - self._top) + words, width), self.style())]]


class OutlineScreen(OverList[Block]):
    """Dismisses with the chosen heading, or None."""

    useful = (("outline_go", "goes there"), ("over_close", "closes"), ("over_bottom", "last"))

    def __init__(self, desk: Desk, article: Article, headings: Sequence[Block], first: int = 0) -> None:
        super().__init__(desk, HeadingList(article, headings))
        self._headings = headings
        self._first = first

    @property
    def context(self) -> str:
        """Keys of this list."""
        return contexts.OUTLINE

    def on_mount(self) -> None:
        """The heading above the cursor of the text is chosen."""
        self.box.border_title = counted(len(self._headings), "heading")
        self.rows.set_count(len(self._headings))
        self.rows.put(self._first)
        self.set_focus(self.rows)

    def do_outline_go(self, _count: int | None) -> None:
        self.dismiss(self._headings[self.rows.cursor])

    @on(RowChosen)
    def _row_chosen(self) -> None:
        self.do_outline_go(None)
