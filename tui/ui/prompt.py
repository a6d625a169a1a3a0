"""The line at the foot of the screen where a person types: a search, a filter, a date, a name."""

from collections.abc import Callable

from textual import events
from textual.widget import Widget
from textual.widgets import Input

from tui.ui.messages import Entered, Typed


class Prompt(Input):
    """One question at a time; says what is typed and what was entered."""

    def __init__(
        self,
        question: str,
        text: str = "",
        check: Callable[[str], str] | None = None,
        before: Widget | None = None,
    ) -> None:
        super().__init__(text, placeholder=question, select_on_focus=False)
        self.cursor_blink = False
        self.border_title = question
        self._check = check
        self.before = before  # what had the keys
        self._done = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every change is heard at once, for a search as one types."""
        event.stop()
        self.post_message(Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter ends the question, if the answer will do."""
        event.stop()
        trouble = self._check(event.value) if self._check else ""
        if trouble:
            self.border_subtitle = trouble
            return
        self._finish(event.value)

    def on_key(self, event: events.Key) -> None:
        """Escape gives the question up."""
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self._finish(None)

    def _finish(self, text: str | None) -> None:
        if not self._done:
            self._done = True
            self.post_message(Entered(text))
