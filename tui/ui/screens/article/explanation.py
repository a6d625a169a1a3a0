"""A page of plain words over the reader: evidence, details."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from tui.ui.desk import Desk
from tui.ui.keys import contexts
from tui.ui.keys.key_line import key_line
from tui.ui.screens.over import OverPage
from tui.ui.terminal.harmless import drawable


class Explanation(OverPage[None]):
    """Lines to read."""

    useful = (("over_close", "closes"), ("over_down", "down"), ("over_page_down", "page"))

    def __init__(self, desk: Desk, title: str, lines: Sequence[str]) -> None:
        super().__init__(desk)
        self._title = title
        self._lines = lines

    @property
    def context(self) -> str:
        """Keys of this page."""
        return contexts.EXPLANATION

    def compose(self) -> ComposeResult:
        """One box with the lines in it."""
        with Vertical(id="explanation") as box:
            box.border_title = drawable(self._title).replace("[", "(")
            box.border_subtitle = key_line(self.keymap, self.useful, 60)
            with self.page:
                yield Static("\n".join(drawable(line) for line in self._lines), markup=False)

    def say(self, text: str) -> None:
        """A short message in the frame: the box is as high as its lines need."""
        words = text or key_line(self.keymap, self.useful, self.size.width - 12)
        self.query_one("#explanation").border_subtitle = words.replace("[", "(")

    def do_explained(self, _count: int | None) -> None:
        self.dismiss(None)
