"""Where a note is typed: its special keys are heard in the order in which they were typed, among the letters."""

from collections.abc import Callable

from textual import events
from textual.widgets import TextArea


class NoteArea(TextArea):
    """A text area that asks about every key first whether it is one of the editor's."""

    def __init__(self, text: str, heard: Callable[[str], bool]) -> None:
        super().__init__(text, soft_wrap=True, tab_behavior="indent", show_line_numbers=False)
        self.cursor_blink = False
        self._heard = heard

    async def _on_key(self, event: events.Key) -> None:
        if self._heard(event.key):
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)

    @property
    def before(self) -> str:
        """The line up to the cursor."""
        row, column = self.cursor_location
        return self.document.get_line(row)[:column]

    def put_from(self, start: int, text: str) -> None:
        """`text` in place of what stands in the line from `start` to the cursor."""
        row, column = self.cursor_location
        self.replace(text, (row, start), (row, column))
