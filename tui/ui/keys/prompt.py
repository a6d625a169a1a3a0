"""The line at the foot of the screen where a person types: a search, a filter, a date, a name."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import events
from textual.widget import Widget
from textual.widgets import Input
from textual.widgets.input import Selection

from tui.ui.keys.choosing import TURNS, Choosing
from tui.ui.keys.completion import Offer
from tui.ui.keys.keymap import spell
from tui.ui.messages import Refused, Typed

# Editing keys, done at once: a binding would be run after the letters that were typed behind it.
EDITS = {
    "backspace": "delete_left",
    "delete": "delete_right",
    "ctrl+d": "delete_right",
    "ctrl+u": "delete_left_all",
    "ctrl+k": "delete_right_all",
    "ctrl+w": "delete_left_word",
    "ctrl+a": "home",
    "home": "home",
    "ctrl+e": "end",
    "end": "end",
    "left": "cursor_left",
    "right": "cursor_right",
}


class OtherEnd(NamedTuple):
    """Another way to end a question than Enter: its keys, what both ways are called, and what hears the answer then."""

    keys: Sequence[str]
    words: str
    answered: Callable[[str], None]


class Prompt(Input):
    """One question at a time; says what is typed and what was entered."""

    def __init__(
        self,
        question: str,
        answered: Callable[[str | None, bool], None],
        text: str = "",
        check: Callable[[str], str] | None = None,
        before: Widget | None = None,
        earlier: Sequence[str] = (),
        switch: str = "",
        offered: Callable[[str], Offer | None] | None = None,
        begun: bool = False,
        other_end: OtherEnd | None = None,
    ) -> None:
        """`text` is a proposal: what is typed takes its place, unless it is `begun` and typing goes on behind it."""
        super().__init__(text, placeholder=question, select_on_focus=False)
        self.cursor_blink = False
        self.border_title = question
        self._answered = answered
        self._check = check
        self._other_end = other_end
        self.before = before  # what had the keys
        self._answers = [text, *dict.fromkeys(reversed(earlier))]  # what is typed, then earlier ones, the latest first
        self._back = 0  # how many answers back
        self.choosing = Choosing(offered or (lambda _: None))
        self.choosing.typed(text)
        self._switch = switch  # Ctrl+R puts it before the words, or takes it away
        self._done = False
        if text and not begun:
            self.selection = Selection(0, len(text))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every change is heard at once, for a search as one types."""
        event.stop()
        self.choosing.typed(self._before)
        self.post_message(Typed(event.value))

    def _enter(self, other: bool = False) -> None:
        """Enter ends the question, or a key that gives the answer another meaning; if the answer will do."""
        trouble = self._check(self.value) if self._check else ""
        if trouble:
            self.cursor_position = len(self.value)  # what was typed stays, to be put right
            self.post_message(Refused(trouble))
        else:
            self._finish(self.value, other)

    def take(self, event: events.Key) -> None:
        """A key that was typed before the line had the keys."""
        if not self._command(event.key) and event.is_printable and event.character:
            self.replace(event.character, *sorted(self.selection))

    def on_key(self, event: events.Key) -> None:
        """Enter and Escape end it. What is typed after that is not for this line any more: it goes on up."""
        if self._done:
            event.prevent_default()
        elif self._command(event.key):
            event.stop()
            event.prevent_default()

    def _command(self, key: str) -> bool:
        if key == "enter":
            self._enter()
        elif self._other_end is not None and spell(key) in self._other_end.keys:
            self._enter(other=True)
        elif key == "escape":
            self._finish(None)
        elif key in EDITS:
            getattr(self, f"action_{EDITS[key]}")()
        elif key in TURNS and self._choose(TURNS[key]):
            pass
        elif key in ("up", "down"):
            self._recall(1 if key == "up" else -1)
        elif key == "ctrl+r" and self._switch:
            on = self.value.startswith(self._switch)
            self._put(self.value.removeprefix(self._switch) if on else self._switch + self.value)
        else:
            return False
        return True

    @property
    def _before(self) -> str:
        return self.value[: self.cursor_position]

    def _choose(self, by: int) -> bool:
        """Write what is offered, or the next of it, in the place of what is being typed; whether anything is."""
        self.choosing.typed(self._before)
        if self.choosing.offer is None:
            return False
        after = self.value[self.cursor_position :]
        start, choice = self.choosing.turn(by)
        self.value = f"{self.value[:start]}{choice}{after}"
        self.cursor_position = start + len(choice)
        return True

    def _recall(self, by: int) -> None:
        """An earlier answer, or back to what was typed."""
        if not self._back:
            self._answers[0] = self.value
        self._back = max(0, min(self._back + by, len(self._answers) - 1))
        self._put(self._answers[self._back])

    def _put(self, text: str) -> None:
        self.value = text
        self.cursor_position = len(text)

    def _finish(self, text: str | None, other: bool = False) -> None:
        if not self._done:
            self._done = True
            # Called, not told by a message: the next key may be waiting already, and must find the answer given.
            self._answered(text, other)
