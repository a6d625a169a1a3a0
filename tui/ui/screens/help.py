"""All keys, by purpose; typing narrows them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.ui.actions import ACTIONS
from tui.ui.keymap import Keymap, show


class HelpScreen(ModalScreen[None]):
    """A list of actions with a field to search them."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "Close")]

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap
        self._field = Input(placeholder="Type to search; Esc closes")
        self._field.cursor_blink = False
        self._list = Static(id="keys", markup=False)

    def compose(self) -> ComposeResult:
        """The field above the list."""
        with VerticalScroll(id="help", can_focus=False):
            yield self._field
            yield self._list

    def on_mount(self) -> None:
        """Everything at first."""
        self._field.focus()
        self._fill("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Only what has the words in it."""
        self._fill(event.value)

    def _fill(self, words: str) -> None:
        lines: list[str] = []
        group = ""
        for action in ACTIONS:
            keys = ", ".join(show(typed) for typed in self._keymap.keys[action.id]) or "-"
            if words.casefold() not in f"{action.group} {action.title} {keys}".casefold():
                continue
            if action.group != group:
                group = action.group
                lines += ["", group.upper()]
            lines.append(f"  {keys:<22} {action.title}")
        self._list.update("\n".join(lines).strip("\n") or "Nothing found.")
