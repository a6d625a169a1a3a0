"""The line at the foot of the screen where a person types: a search, a filter, a date, a name."""

from collections.abc import Callable

from textual import events
from textual.widget import Widget
from textual.widgets import Input

from tui.ui.messages import Refused, Typed


class Prompt(Input):
    """One question at a time; says what is typed and what was entered."""

    def __init__(
        self,
        question: str,
        answered: Callable[[str | None], None],
        text: str = "",
        check: Callable[[str], str] | None = None,
        before: Widget | None = None,
    ) -> None:
        super().__init__(text, placeholder=question, select_on_focus=False)
        self.cursor_blink = False
        self.border_title = question
        self._answered = answered
        self._check = check
        self.before = before  # what had the keys
        self._done = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every change is heard at once, for a search as one types."""
        event.stop()
        self.post_message(Typed(event.value))

    def _enter(self) -> None:
        """Enter ends the question, if the answer will do."""
        trouble = self._check(self.value) if self._check else ""
        if trouble:
            self.post_message(Refused(trouble))
        else:
            self._finish(self.value)

    def take(self, event: events.Key) -> None:
        """A key that was typed before the line had the keys."""
        if event.key == "enter":
            self._enter()
        elif event.key == "escape":
            self._finish(None)
        elif event.key == "backspace":
            self.action_delete_left()
        elif event.is_printable and event.character:
            self.insert_text_at_cursor(event.character)

    def on_key(self, event: events.Key) -> None:
        """Escape gives the question up. What is typed after the answer is not for this line any more: it goes on up."""
        if self._done:
            event.prevent_default()
        elif event.key == "enter":
            event.stop()
            event.prevent_default()
            self._enter()
        elif event.key == "escape":
            event.stop()
            event.prevent_default()
            self._finish(None)

    def _finish(self, text: str | None) -> None:
        if not self._done:
            self._done = True
            # Called, not told by a message: the next key may be waiting already, and must find the answer given.
            self._answered(text)
