"""The links of an article, to choose one."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.text.article import Article, Mark
from tui.ui.messages import RowChosen
from tui.ui.widgets.rows import Lines, RowsView, fit


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


class LinksScreen(ModalScreen[Mark | None]):
    """Dismisses with the chosen link, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,o", "dismiss(None)", "Close"),
        ("j,down", "move(1)", "Down"),
        ("k,up", "move(-1)", "Up"),
        ("space,pagedown,ctrl+f,ctrl+d", "page(1)", "Page down"),
        ("b,pageup,ctrl+b,ctrl+u", "page(-1)", "Page up"),
        ("g,home", "move(-1000000)", "First"),
        ("G,end", "move(1000000)", "Last"),
        ("enter,l", "open", "Open"),
    ]

    def __init__(self, article: Article, links: Sequence[Mark], first: int = 0) -> None:
        super().__init__()
        self._links = links
        self._first = first
        self._list = LinkList(article, links)

    def compose(self) -> ComposeResult:
        """The links, and how to choose."""
        with Vertical(id="picker") as box:
            box.border_title = f"{len(self._links)} links" if len(self._links) != 1 else "1 link"
            yield self._list
            yield Static("Enter opens   Esc closes", markup=False)

    def on_mount(self) -> None:
        """The link before the cursor of the text is chosen."""
        self._list.set_count(len(self._links))
        self._list.put(self._first)
        self._list.focus()

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self._list.move(rows)

    def action_page(self, pages: int) -> None:
        """Move by what is in view."""
        self._list.move(pages * self._list.page_rows)

    @on(RowChosen)
    def action_open(self) -> None:
        """Leave with the link under the cursor."""
        self.dismiss(self._links[self._list.cursor])
