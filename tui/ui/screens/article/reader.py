"""The reader: one article or two beside each other, the panel, and the line at the foot."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from tui.library.places import last_offset
from tui.notes.note import Choices, Note
from tui.text.article import Article
from tui.text.span import Span
from tui.ui.desk import Desk
from tui.ui.doing import every_part
from tui.ui.doing.article.pointing import Pointing
from tui.ui.doing.article.telling import Telling
from tui.ui.doing.article.tracing import Tracing
from tui.ui.doing.everywhere import Everywhere
from tui.ui.doing.panel.chronicling import Chronicling
from tui.ui.doing.panel.learning import Learning
from tui.ui.doing.panel.mending import Mending
from tui.ui.doing.panel.noting import Noting
from tui.ui.doing.panel.panels import Panels
from tui.ui.doing.reloading import Reloading
from tui.ui.keys import actions, contexts
from tui.ui.keys.action import Action
from tui.ui.keys.asking import AskingScreen
from tui.ui.keys.choosing import Choosing
from tui.ui.messages import Clicked, GoTo, Resized, RowChosen, RowReached, Wheeled
from tui.ui.page.geometry import WIDE
from tui.ui.page.page import Page
from tui.ui.reading.merged import EventRows, shared_entities, undated
from tui.ui.reading.pane import Pane
from tui.ui.reading.reading import Reading
from tui.ui.reading.said_rows import SaidRows
from tui.ui.reading.side_panel import SidePanel
from tui.ui.reading.status import what_is_left, what_is_on
from tui.ui.screens.article.arrangement import arrange
from tui.ui.widgets.article.article_view import KEPT
from tui.ui.widgets.parts.offers import Offers
from tui.ui.widgets.parts.one_line import OneLine

Part = TypeVar("Part")


class ReaderScreen(AskingScreen[None]):
    """Mediates between panes, panel and the person; what the keys do stands in `ui/doing`."""

    def __init__(self, desk: Desk, article: Article, page: Page | None = None, goes_on: bool = False) -> None:
        super().__init__(desk.keymap)
        self.desk = desk
        self.panes: list[Pane] = [self.new_pane(article, page)]
        self.panes[0].reading.goes_on = goes_on
        self.active = 0
        self.panel = SidePanel(desk.signs, desk.keymap, desk.frugal, desk.settings.timeline_lines)
        self.panel_wanted = True
        self._offers = Offers()
        self._status = OneLine(id="status")
        self.row = Horizontal(id="desk")
        self._said = ""
        self._tried: set[str] = set()  # actions done in this session, while the person is a beginner
        self.event_rows = EventRows()
        self.said_rows = SaidRows()
        self._parts = (self, *every_part(self), Everywhere(self, desk))
        self.learning = self.part(Learning)

    # Parts

    def compose(self) -> ComposeResult:
        """Panes and panel in a row, the status below."""
        self.place_parts()  # before anything is laid out: the first page stands on the screen already
        with self.row:
            yield from self.panes
            yield self.panel
        yield self._offers
        yield self._status

    def on_mount(self) -> None:
        """The text is there; everything else is fetched behind it."""
        self.set_focus(self.pane.view)
        for pane in self.panes:
            self.learning.begin(pane)
            self.part(Tracing).begin(pane)
        self.part(Reloading).watch()
        self.desk.departing.before(self.learning.keep_places)
        self.show_status()
        self.part(Telling).begin()

    def on_unmount(self) -> None:
        """However it was left, its places are kept; nothing of it is left to be saved at an unexpected end."""
        self.learning.keep_places()
        self.desk.departing.forget(self.learning.keep_places)

    @property
    def parts(self) -> Iterable[object]:
        """What the keys do."""
        return self._parts

    def part(self, kind: type[Part]) -> Part:
        """The one of `parts` that is of this kind."""
        return next(part for part in self._parts if isinstance(part, kind))

    def run(self, action: Action, count: int | None = None) -> bool:
        """Do an action; whoever has done a few is no beginner any more."""
        done = super().run(action, count)
        if done and self.desk.remembered.beginner and action.id not in self._tried:
            self._tried.add(action.id)
            self.desk.remembered.step()
            self.show_status()
        return done

    @property
    def context(self) -> str:
        """The panel's list where it has the keys, else the article."""
        if self.focused is self.panel.current:
            return self.panel.context
        return contexts.ARTICLE if self.reading.selecting_from is None else contexts.SELECTING

    @property
    def pane(self) -> Pane:
        """The pane that keys work on."""
        return self.panes[self.active]

    @property
    def reading(self) -> Reading:
        """What is known of the article of that pane."""
        return self.pane.reading

    @property
    def other(self) -> Pane | None:
        """The pane beside it."""
        return self.panes[1 - self.active] if len(self.panes) > 1 else None

    @property
    def wide(self) -> bool:
        """Whether the panel stands beside the text."""
        return self._width >= WIDE

    @property
    def _width(self) -> int:
        return (self.size or self.app.size).width

    # Showing

    def place_parts(self) -> None:
        """Panel beside or over the text, one pane or both: by the width there is."""
        looks, wanted = self.desk.remembered.looks, self.panel_wanted
        arrange(self.row, self.panel, self.panes, self.active, self._width, looks, self.zoomed, wanted)

    zoomed = False

    def on_resize(self) -> None:
        """Another width may need another arrangement."""
        self.place_parts()
        self.show_status()

    def show_panel(self) -> None:
        """Put what is known of the active pane's article into the panel."""
        reading, other = self.reading, self.other
        if other is not None:
            shared = shared_entities(reading, other.reading)
            if shared != (reading.shared, other.reading.shared):
                reading.shared, other.reading.shared = shared
                self.pane.mark()
                other.mark()
        self.panel.explain(self.learning.failed.get(id(self.pane), ""), reading.analysis is None)
        language = reading.analysis.language if reading.analysis else ""
        self.panel.entities.show(reading.entities, len(reading.article.text), reading.shared, language)
        self.panel.entities.select(reading.entity, reading.marked)
        self.panel.timeline.show(self.event_rows.of(self.panes, self.active), undated(self.panes))
        said = self.said_rows.of(self.panes, self.active)
        self.panel.quotes.show(said.quotes)
        self.panel.figures.show(said.figures)
        for listed in (self.panel.timeline, self.panel.quotes, self.panel.figures):
            listed.show_known(reading.known.dimmed if other is None else ())
        self.panel.notes.show(reading.notes)
        self.panel.about = reading.article.title
        self.panel.show_tabs(self.learning.working.get(id(self.pane), ""))
        if not self._said and self.has_keys(self.panel.current):  # its rows have only come now
            self.part(Mending).hint(self.panel.tab, self._width)
        self.show_status()

    def show_status(self) -> None:
        """The line at the foot: what was said, or the selected entity; progress and time left."""
        working = self.learning.working.get(id(self.pane), "")
        left = what_is_on(self.reading, self._said, working, self.desk.remembered.beginner)
        right = what_is_left(self.reading, self.pane.progress)
        room = self.size.width - len(right) - 2
        # What was said is read once; how much is left can be read any time.
        self._status.set(f" {left}", "" if self._said and len(left) > room else right)
        if working != self.panel.state:
            self.panel.show_tabs(working)

    @property
    def said(self) -> str:
        """The message in the line at the foot."""
        return self._said

    def say(self, text: str) -> None:
        """A short message in the line at the foot."""
        self._said = text
        self.show_status()

    def waiting(self, typed: str) -> None:
        """Keys of which more are awaited."""
        self.say(typed)

    def show_offers(self, choosing: Choosing | None) -> None:
        """What can be chosen stands above the question in whose line it is typed."""
        self._offers.show(choosing, max(1, (self.size.height - 2) // 2))

    # Moving

    def go(self, span: Span, target: bool = True, context: int = KEPT) -> None:
        """Show a place of the active article, with so many lines around it."""
        if self.panel.whole and not self.panel.beside:
            self.part(Chronicling).close()
        top = self.pane.view.top
        self.pane.go(span, target, context)
        self._said = ""
        self._follow(self.pane.view.top - top)
        self.show_status()

    def move_cursor(self, offset: int) -> None:
        """Put the cursor somewhere without marking it."""
        self.go(Span(offset, offset), target=False)

    def scrolled(self, lines: int) -> None:
        """The active pane was scrolled by a key."""
        self.pane.scrolled()
        if self.reading.selecting_from is not None:
            self.pane.mark()
        self._said = ""
        self._follow(lines)
        self.show_status()

    locked = False

    def _follow(self, lines: int) -> None:
        if self.locked and lines and self.other is not None and self.other.view.scroll_lines(lines):
            self.other.scrolled()

    # Focus and questions

    def has_keys(self, widget: Widget) -> bool:
        """Whether keys go to this pane's view or this list."""
        return self.focused is widget

    def give_keys(self, widget: Widget) -> None:
        """From now on they do."""
        self.set_focus(widget)

    def activate(self, index: int) -> None:
        """Make a pane the one that keys work on."""
        self.active = index
        if self.panel.whole and not self.panel.beside:
            self.part(Chronicling).close()
        self.place_parts()
        self.set_focus(self.pane.view)
        self.show_panel()

    def open_panel(self, tab: str) -> None:
        """Show a list of the panel and give it the keys."""
        if self.panel.whole and (tab != "timeline" or not self.panel.beside):
            self.part(Chronicling).close()
        self.panel.display = True
        self.panel_wanted = True
        self.panel.open(tab)
        self.set_focus(self.panel.current)
        self.part(Mending).hint(tab, self._width)

    def leave_overlay(self) -> None:
        """Back to the text where the panel lies over it."""
        if self.panel.whole:
            self.part(Chronicling).land()
        elif not self.wide:
            self.panel.display = False
            self.set_focus(self.pane.view)

    @on(GoTo)
    def _go_to(self, message: GoTo) -> None:
        self.go(message.span)

    @on(RowChosen)
    def _row_chosen(self) -> None:
        self.run(actions.BY_ID["choose"])

    @on(RowReached)
    def _row_reached(self) -> None:
        self.part(Chronicling).follow()

    @on(Clicked)
    def _clicked(self, message: Clicked) -> None:
        self.part(Pointing).click(message)

    @on(Wheeled)
    def _wheeled(self, message: Wheeled) -> None:
        self.part(Pointing).wheel(message)

    @on(Resized)
    def _resized(self) -> None:
        for pane in self.panes:
            pane.show_cursor()
        self.part(Chronicling).follow()
        self.show_status()

    # What the actions ask for

    def number_alone(self, number: int) -> tuple[str, Callable[[], None]] | None:
        """By itself a number is a row, and in the text the entity of that row; before a motion it is a count."""
        return self.part(Panels).number_alone(number)

    def edit(self, note: Note) -> None:
        """Open a note in the editor."""
        self.part(Noting).edit(note)

    def do_quit(self, _count: int | None) -> None:
        """Leave the program."""
        self.learning.keep_places()
        self.app.exit()

    def put_beside(self, article: Article) -> Pane:
        """A pane for a second article, to the right of the one there is."""
        pane = self.new_pane(article)
        self.panes.append(pane)
        self.active = 1
        self.row.mount(pane, before=self.panel)
        return pane

    def new_pane(self, article: Article, page: Page | None = None) -> Pane:
        """A pane for an article, which begins where reading stopped; `page` is its first page, if it is laid out."""
        looks = self.desk.remembered.looks
        reading = Reading(article, Choices(article.source), last_offset(article.source))
        reading.show_names = looks.names
        reading.bookmarks = self.desk.remembered.marks(article.source)
        return Pane(reading, looks, self.desk.signs, page)
