"""The reader as what the keys do sees it: panes, panel, and what can be said and asked.

The screen fulfils it. Nothing in this folder imports a screen: another one is asked for with a message."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Literal, Protocol, TypeVar

from textual.message import Message
from textual.widget import Widget

from tui.notes.note import Note
from tui.text.article import Article
from tui.text.span import Span
from tui.ui.desk import Desk
from tui.ui.keys.action import Action
from tui.ui.keys.choices import Choices, Frame
from tui.ui.keys.completion import Offer
from tui.ui.keys.prompt import OtherEnd
from tui.ui.reading.merged import EventRows
from tui.ui.reading.pane import Pane
from tui.ui.reading.reading import Reading
from tui.ui.reading.side_panel import SidePanel
from tui.ui.widgets.article.article_view import KEPT

Part = TypeVar("Part")


class Reader(Protocol):
    """One article or two beside each other, the panel, and the line at the foot."""

    desk: Desk
    panes: list[Pane]
    active: int  # the index of `pane`
    panel: SidePanel
    panel_wanted: bool  # beside the text, where there is room for it
    locked: bool  # both panes scroll together
    zoomed: bool  # one pane alone is shown
    event_rows: EventRows
    letter_given_up: Callable[[], None] | None  # what to do if Esc is typed instead of the letter

    @property
    def context(self) -> str:
        """Where keys are typed just now: a row of `actions.LOOKUP`."""

    @property
    def pane(self) -> Pane:
        """The pane that keys work on."""
        ...

    @property
    def reading(self) -> Reading:
        """What is known of the article of that pane."""
        ...

    @property
    def other(self) -> Pane | None:
        """The pane beside it."""

    @property
    def wide(self) -> bool:
        """Whether the panel stands beside the text."""

    @property
    def is_asking(self) -> bool:
        """Whether a question stands in the line at the foot, or keys are awaited."""

    @property
    def is_attached(self) -> bool:
        """Whether it is part of the running program."""

    @property
    def is_current(self) -> bool:
        """Whether it lies on top."""

    def part(self, kind: type[Part]) -> Part:
        """The one of the parts in this folder that is of this kind."""
        ...

    def run(self, action: Action, count: int | None = None) -> bool:
        """Do an action; whether any part could."""

    # Saying and asking

    @property
    def said(self) -> str:
        """The message in the line at the foot."""
        ...

    def say(self, text: str) -> None:
        """Show a short message until the next key."""

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: Literal["information", "warning", "error"] = "information",
        timeout: float | None = None,
    ) -> None:
        """Show a message that stays for so many seconds."""

    def ask(
        self,
        sign: str,
        question: str,
        changed: Callable[[str], None] | None,
        answered: Callable[[str | None], None],
        text: str = "",
        check: Callable[[str], str] | None = None,
        earlier: Sequence[str] = (),
        switch: str = "",
        offered: Callable[[str], Offer | None] | None = None,
        begun: bool = False,
        other_end: OtherEnd | None = None,
    ) -> None:
        """Ask in the line at the foot; see `AskingScreen.ask`."""

    def take_letter(self, then: Callable[[str], None], why: str) -> None:
        """The next key is not an action but a letter for `then`."""

    def take_choice(
        self,
        choices: Choices,
        then: Callable[[str | None], None],
        about: str = "",
        by_itself: bool = False,
        explained: tuple[str, str] | None = None,
        frame: Frame | None = None,
    ) -> None:
        """The next key is one of these answers, or None; see `KeyScreen.take_choice`."""

    def hold_keys(self) -> None:
        """What is typed from now on is for something that is not there yet."""

    def release_keys(self) -> None:
        """Do the keys that were held."""

    # Showing

    def show_panel(self) -> None:
        """Put what is known of the active pane's article into the panel."""

    def show_status(self) -> None:
        """Draw the line at the foot anew."""

    def place_parts(self) -> None:
        """Panel beside or over the text, one pane or both: by the width there is."""

    def put_beside(self, article: Article) -> Pane:
        """A pane for a second article, to the right of the one there is."""
        ...

    # Moving

    def go(self, span: Span, target: bool = True, context: int = KEPT) -> None:
        """Show a place of the active article, with so many lines around it."""

    def move_cursor(self, offset: int) -> None:
        """Put the cursor somewhere without marking it."""

    def scrolled(self, lines: int) -> None:
        """The active pane was scrolled by a key."""

    # Who has the keys

    def has_keys(self, widget: Widget) -> bool:
        """Whether keys go to this pane's view or this list."""

    def give_keys(self, widget: Widget) -> None:
        """From now on they do."""

    def activate(self, index: int) -> None:
        """Make a pane the one that keys work on."""

    def open_panel(self, tab: str) -> None:
        """Show a list of the panel and give it the keys."""

    def leave_overlay(self) -> None:
        """Back to the text where the panel lies over it."""

    def edit(self, note: Note) -> None:
        """Open a note in the editor."""

    # What every part of the program has

    def post_message(self, message: Message) -> bool:
        """Tell the program something: to open a screen, to visit another article."""

    def run_worker(self, work: Coroutine[Any, Any, None], *, group: str = "default", exclusive: bool = False) -> object:
        """Do something beside the keys; with `exclusive`, in place of what the group does already."""

    def set_interval(self, interval: float, callback: Callable[[], None]) -> object:
        """Do something again and again, so many seconds apart."""

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any) -> bool:
        """Do something when all has been drawn."""
