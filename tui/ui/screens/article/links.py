"""The links of an article, to choose one."""

from collections.abc import Sequence

from rich.segment import Segment
from textual import on

from tui.counted import counted
from tui.text.article import Article, Mark
from tui.ui.desk import Desk
from tui.ui.keys import contexts
from tui.ui.messages import RowChosen
from tui.ui.screens.over import OverList
from tui.ui.widgets.parts.rows import Lines, RowsView, fit


class LinkList(RowsView):
    """The words of a link; below them where it leads."""

    row_height = 2

    def __init__(self, article: Article, links: Sequence[Mark]) -> None:
        super().__init__()
        self._article = article
        self._links = links

    def draw_row(self, row: int, width: int) -> Lines:
        """Words and address."""
        link = self._links[row]
        words = " ".join(self._article.text[link.span.start : link.span.end].split())
        return [
            [Segment(fit(words, width), self.style())],
            [Segment(fit(f"  {link.target}", width), self.style("faint"))],
        ]


class LinksScreen(OverList[Mark]):
    """Dismisses with the chosen link, or None."""

    useful = (("link_open", "opens"), ("over_close", "closes"), ("over_bottom", "last"))

    def __init__(self, desk: Desk, article: Article, links: Sequence[Mark], first: int = 0) -> None:
        super().__init__(desk, LinkList(article, links))
        self._links = links
        self._first = first

    @property
    def context(self) -> str:
        """Keys of this list."""
        return contexts.LINKS

    def on_mount(self) -> None:
        """The link before the cursor of the text is chosen."""
        self.box.border_title = counted(len(self._links), "link")
        self.rows.set_count(len(self._links))
        self.rows.put(self._first)
        self.set_focus(self.rows)

    def do_link_open(self, _count: int | None) -> None:
        self.dismiss(self._links[self.rows.cursor])

    def do_link_close(self, _count: int | None) -> None:
        self.dismiss(None)

    @on(RowChosen)
    def _row_chosen(self) -> None:
        self.do_link_open(None)
