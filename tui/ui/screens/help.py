"""All keys, by purpose; a filter narrows them."""

from collections.abc import Iterator
from textwrap import wrap

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from tui.text.folding import fold
from tui.ui.desk import Desk
from tui.ui.keys import contexts
from tui.ui.keys.actions import ACTIONS
from tui.ui.keys.contexts import ANYWHERE, ARTICLE, READER, SELECTING
from tui.ui.keys.keymap import Keymap, show
from tui.ui.screens.over import OverPage
from tui.ui.terminal.harmless import drawable

TITLE = "All keys"
KEYS = 22  # columns of the keys
# Where keys hold that do not hold wherever an article is open.
ONLY = {SELECTING: " while selecting", ARTICLE: "", READER: "", ANYWHERE: ""}


class HelpScreen(OverPage[None]):
    """A list of actions; a filter narrows it."""

    useful = (("help_filter", "searches"), ("over_close", "closes"), ("over_page_down", "page"), ("over_bottom", "end"))

    def __init__(self, desk: Desk, place: str = contexts.ARTICLE) -> None:
        """`place` is where the keys were asked for: those that hold there come first."""
        super().__init__(desk)
        self._keymap = desk.keymap
        self._place = place
        self._filter = ""
        self._list = Static(id="keys", markup=False)

    @property
    def context(self) -> str:
        """Keys of this page."""
        return contexts.HELP

    def compose(self) -> ComposeResult:
        """The list, and how to go through it."""
        with Vertical(id="help") as box:
            box.border_title = TITLE
            with self.page:
                yield self._list
            yield self.foot

    def on_mount(self) -> None:
        """Everything at first."""
        self.call_after_refresh(self._fill)

    def on_resize(self) -> None:
        """A narrow list puts the words below the keys."""
        super().on_resize()
        self.call_after_refresh(self._fill)

    def do_help(self, _count: int | None) -> None:
        """The key that opened the list closes it."""
        self.dismiss(None)

    def do_help_filter(self, _count: int | None) -> None:
        """Only what has the words in it, as one types them."""
        before = self._filter

        def done(text: str | None) -> None:
            self._set_filter(before if text is None else text)
            self.say("")

        self.ask("/", "Words in the keys' names, purposes and titles", self._set_filter, done, text=before)

    def say(self, text: str) -> None:
        """A short message in the line at the foot; else its keys, and how the filter goes."""
        super().say(text or ("Esc shows all keys again  / searches  q closes" if self._filter else ""))

    def do_over_close(self, count: int | None) -> None:
        """The filter goes first."""
        if self._filter:
            self._set_filter("")
        else:
            super().do_over_close(count)

    def _set_filter(self, text: str) -> None:
        self._filter = text
        self._fill()

    def _fill(self) -> None:
        words = fold(self._filter).split()
        self.query_one("#help").border_title = f"/{drawable(self._filter)}".replace("[", "(") if words else TITLE
        self._list.update("\n".join(lines(self._keymap, words, self._list.size.width, self._place)) or "Nothing found.")
        self.page.scroll_home(animate=False, immediate=True)


def lines(keymap: Keymap, words: list[str], width: int, place: str = contexts.ARTICLE) -> Iterator[str]:
    """The actions that have all the words in them, under the heading of their group: first those of a place."""
    group = ""
    own = contexts.LOOKUP.get(place, ())
    nearest = own[:-1] if place not in (ARTICLE, SELECTING) else ()  # what holds anywhere is looked for last
    for action in sorted(ACTIONS, key=lambda one: nearest.index(one.context) if one.context in nearest else len(own)):
        keys = ", ".join(show(typed) for typed in keymap.keys[action.id]) or "no key"
        about = fold(f"{action.group} {action.title} {action.id} {keys}")
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
