"""A page of plain words over the reader: evidence, details."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.ui.terminal.harmless import drawable


class Explanation(ModalScreen[None]):
    """Lines to read; any of the keys that lead here or away closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,i,enter", "dismiss(None)", "Close"),
        ("j,down", "scroll(1)", "Down"),
        ("k,up", "scroll(-1)", "Up"),
        ("space,pagedown", "scroll(10)", "Page down"),
        ("b,pageup", "scroll(-10)", "Page up"),
    ]

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._lines = lines

    def compose(self) -> ComposeResult:
        """One box with the lines in it."""
        with VerticalScroll(id="explanation", can_focus=False) as box:
            box.border_title = drawable(self._title).replace("[", "(")
            box.border_subtitle = "Esc closes"
            yield Static("\n".join(drawable(line) for line in self._lines), markup=False)

    def action_scroll(self, lines: int) -> None:
        """Move by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
