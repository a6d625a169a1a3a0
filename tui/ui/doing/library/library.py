"""The library as what the keys do sees it: the articles, what they are narrowed to, and what can be said and asked."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Protocol

from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from tui.library.listing import Listing
from tui.library.query import Query
from tui.ui.desk import Desk
from tui.ui.keys.completion import Offer
from tui.ui.widgets.lists.shelf_list import ShelfList
from tui.ui.widgets.panel.facet_panel import FacetPanel


class Library(Protocol):
    """A list of articles, a panel beside it, and the line at the foot."""

    desk: Desk
    listing: Listing
    begun: Listing | None
    asked: Query  # what `filter` means
    filter: str
    rows: ShelfList
    facets: FacetPanel
    panel: Vertical  # in which that stands
    lies_over: bool  # an article, or the library

    @property
    def is_attached(self) -> bool:
        """Whether it is still there."""
        ...

    @property
    def focused(self) -> Widget | None:
        """What has the keys."""
        ...

    def set_focus(self, widget: Widget | None) -> None:
        """Give the keys to a list."""

    def show_listing(self, listing: Listing) -> None:
        """The articles changed, or what is known of them."""

    def count_watched(self) -> None:
        """Count again what is new of what is watched."""

    def weigh_again(self) -> None:
        """Find out again how much of what is in view is new."""

    def fill(self) -> None:
        """Show the articles that match the filter."""

    def weighed(self) -> None:
        """It is known of some more how much of them is new."""

    def say(self, text: str) -> None:
        """A short message in the line at the foot."""

    def show_status(self) -> None:
        """How far all is, beside what was said."""

    def aside(self, work: Callable[[], Coroutine[None, None, None]], group: str) -> None:
        """Do something beside the keys, in the place of what the group did before."""

    def ask(
        self,
        sign: str,
        question: str,
        changed: Callable[[str], None] | None,
        answered: Callable[[str | None], None],
        text: str = "",
        check: Callable[[str], str] | None = None,
        earlier: Sequence[str] = (),
        switch: str = "",
        offered: Callable[[str], Offer | None] | None = None,
        begun: bool = False,
    ) -> None:
        """Ask a question in the line at the foot."""

    def notify(self, message: str, *, severity: Any = "information", timeout: float | None = None) -> None:
        """Say something that must not be missed."""

    def post_message(self, message: Message) -> bool:
        """Say something to the application."""
        ...
