"""All keys, by purpose; typing narrows them."""

from collections.abc import Iterator
from textwrap import wrap
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.ui.keys.actions import ACTIONS, ANYWHERE, ARTICLE, READER, SELECTING
from tui.ui.keys.keymap import Keymap, show

KEYS = 22  # columns of the keys
# Where keys hold that do not hold wherever an article is open.
ONLY = {SELECTING: " while selecting", ARTICLE: "", READER: "", ANYWHERE: ""}


class HelpScreen(ModalScreen[None]):
    """A list of actions with a field to search them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "Close"),
        ("down", "scroll(1)", "Down"),
        ("up", "scroll(-1)", "Up"),
        ("pagedown,ctrl+f,ctrl+d", "page(1)", "Page down"),
        ("pageup,ctrl+b,ctrl+u", "page(-1)", "Page up"),
    ]

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap
        self._field = Input(placeholder="Type to search; arrows and PgDn move; Esc closes")
        self._field.cursor_blink = False
        self._list = Static(id="keys", markup=False)
        self._box = VerticalScroll(self._list, can_focus=False)

    def compose(self) -> ComposeResult:
        """The field stays above the list."""
        with Vertical(id="help"):
            yield self._field
            yield self._box

    def on_mount(self) -> None:
        """Everything at first."""
        self._field.focus()
        self.call_after_refresh(self._fill)

    def on_resize(self) -> None:
        """A narrow list puts the words below the keys."""
        self.call_after_refresh(self._fill)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Only what has the words in it."""
        self._fill()

    def on_key(self, event: events.Key) -> None:
        """The key that opened the list closes it."""
        if event.character == "?" and not self._field.value:
            event.prevent_default()
            event.stop()
            self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        """Move by lines."""
        self._box.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Move by what is in view."""
        self.action_scroll(pages * max(1, self._box.size.height - 1))

    def _fill(self) -> None:
        words = self._field.value.casefold().split()
        self._list.update("\n".join(lines(self._keymap, words, self._list.size.width)) or "Nothing found.")
        self._box.scroll_home(animate=False)


def lines(keymap: Keymap, words: list[str], width: int) -> Iterator[str]:
    """The actions that have all the words in them, under the heading of their group."""
    group = ""
    for action in ACTIONS:
        keys = ", ".join(show(typed) for typed in keymap.keys[action.id]) or "no key"
        about = f"{action.group} {action.title} {action.id} {keys}".casefold()
        if not all(word in about for word in words):
            continue
        if (heading := action.group + ONLY.get(action.context, "")) != group:
            if group:
                yield ""
            group = heading
            yield group.upper()
        if cell_len(keys) <= KEYS and width > 2 * KEYS:
            first, *rest = wrap(action.title, width - KEYS - 3) or [""]
            yield f"  {keys:<{KEYS}} {first}"
            yield from (f"{'':{KEYS + 3}}{words}" for words in rest)
        else:
            yield from (f"  {keys}", f"      {action.title}")
