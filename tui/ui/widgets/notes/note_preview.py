"""Markdown as it is typed becomes how it will look, in the place where it was typed."""

from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.ui.terminal.harmless import drawable

CLOSES = ("escape", "ctrl+r", "q", "enter")
_LINES = {"down": 1, "j": 1, "up": -1, "k": -1}


class NotePreview(VerticalScroll):
    """Not seen until it is shown."""

    def __init__(self) -> None:
        super().__init__(id="preview", can_focus=False)
        self.display = False

    def show(self, text: str) -> None:
        """See how a text will look."""
        from rich.markdown import Markdown  # brings a highlighter: only when it is needed

        body = "\n".join(drawable(line) for line in text.split("\n"))
        self.remove_children()
        self.mount(Static(Markdown(body, hyperlinks=False)))
        self.display = True

    def move(self, key: str) -> None:
        """Scroll, where it is a key for that."""
        if key in _LINES:
            self.scroll_relative(y=_LINES[key], animate=False)
