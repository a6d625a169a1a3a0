"""The panel beside the text: entities, timeline, notes, one at a time."""

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from tui.analysis.figures.row import FigureRow
from tui.analysis.quotes.said import QuoteRow
from tui.ui.keys import contexts
from tui.ui.keys.key_line import key_line
from tui.ui.keys.keymap import Keymap, show
from tui.ui.page.signs import Signs
from tui.ui.widgets.panel.entity_panel import EntityPanel
from tui.ui.widgets.panel.figures_panel import FiguresPanel
from tui.ui.widgets.panel.notes_panel import NotesPanel
from tui.ui.widgets.panel.quotes_panel import QuotesPanel
from tui.ui.widgets.panel.timeline_panel import TimelinePanel
from tui.ui.widgets.parts.grouped import GroupedPanel
from tui.ui.widgets.parts.one_line import OneLine

TABS = ("entities", "timeline", "quotes", "figures", "notes")
# Where not all names have room; where these have none either, the keys that lead there stand for them.
SHORT = {"entities": "Ent", "timeline": "Time", "quotes": "Said", "figures": "Fig", "notes": "Note"}
# What is done most in each list, as action and words; as much of it is shown as fits.
USEFUL = {
    "entities": (("choose", "goes"), ("their_timeline", "dates"), ("explain", "why"), ("rename", "name")),
    "timeline": (("choose", "goes"), ("only_entity", "one name"), ("sort", "sort"), ("explain_time", "how")),
    "quotes": (("choose", "goes"), ("go_to_speaker", "who"), ("only_speaker", "one speaker"), ("filter", "filter")),
    "figures": (("choose", "goes"), ("go_to_speaker", "who"), ("only_speaker", "one kind"), ("filter", "filter")),
    "notes": (("choose", "goes"), ("edit_note", "edit"), ("delete_note", "delete"), ("undo_note", "back")),
}
CHRONICLE = (("choose", "goes"), ("beside", "text"), ("sort", "sort"), ("export", "file"), ("chronicle", "back"))
LEAST_ROOM = 24  # columns
FRAME = 2  # columns before the lists: a line and a blank
UNFILTER = ("clear", "shows all")
LEADING_HERE = (
    ("entities", "names"),
    ("timeline", "times"),
    ("quotes", "quotes"),
    ("figures", "figures"),
    ("notes", "notes"),
    ("switch", "here"),
)

View = EntityPanel | TimelinePanel | QuotesPanel | FiguresPanel | NotesPanel


class SidePanel(Vertical):
    """Five lists and the line that names them."""

    def __init__(self, signs: Signs, keymap: Keymap, frugal: bool = False, most_lines: int = 4) -> None:
        super().__init__(id="panel")
        self._tabs = OneLine(classes="tabs")
        self.entities = EntityPanel(signs, frugal, id="entities")
        self.timeline = TimelinePanel(signs, most_lines, id="timeline")
        self.timeline.date_key = next(map(show, keymap.keys["set_date"]), "no key")
        self.quotes = QuotesPanel(signs, most_lines, id="quotes")
        self.figures = FiguresPanel(signs, most_lines, id="figures")
        self.notes = NotesPanel(signs, id="notes")
        self._keys = OneLine(classes="keys")
        self._keymap = keymap
        self.tab = TABS[0]
        self.state = ""
        self.about = ""  # what the chronicle is of
        self.columns = self._room = 0  # with its frame and without
        self.whole = False  # over the whole screen, as a chronicle
        self.beside = False  # the article stands beside the chronicle

    def compose(self) -> ComposeResult:
        """The tabs, the lists, of which only one is displayed, and what can be done in it."""
        yield self._tabs
        yield self.entities
        yield self.timeline
        yield self.quotes
        yield self.figures
        yield self.notes
        yield self._keys

    def on_mount(self) -> None:
        """Show the first tab."""
        self.open(self.tab)

    def set_columns(self, columns: int, framed: bool) -> None:
        """How wide it is, with its frame; the chronicle is drawn when it has its width."""
        self._room = columns - FRAME if framed else columns
        self.timeline.show_whole(self.whole, self._room)
        self.columns = columns
        self.styles.width = columns

    def show_whole(self, whole: bool) -> None:
        """The timeline as a chronicle, or in its panel, as soon as it has the room for it."""
        self.whole = whole
        self.beside = self.beside and whole
        self.show_tabs()

    @property
    def context(self) -> str:
        """Where keys are typed while the list in view has them."""
        return contexts.CHRONICLE if self.whole else self.tab

    @property
    def current(self) -> View:
        """The list in view."""
        return self._views[self.tab]

    @property
    def said_under_cursor(self) -> QuoteRow | FigureRow | None:
        """The quotation or the figure under the cursor of the list in view."""
        return self.current.under_cursor if isinstance(self.current, QuotesPanel | FiguresPanel) else None

    @property
    def _views(self) -> dict[str, View]:
        views: tuple[View, ...] = self.entities, self.timeline, self.quotes, self.figures, self.notes
        return dict(zip(TABS, views, strict=True))

    def open(self, tab: str) -> None:
        """Show one of `TABS`."""
        self.tab = tab
        for view in self._views.values():
            view.display = view.id == tab
        self.show_tabs()

    def explain(self, failed: str, missing: bool) -> None:
        """Say in the empty lists whether there is nothing, nothing could be found, or nobody knows yet."""
        trouble = f"{failed}: R tries again." if failed else "{Names} are still looked for." if missing else ""
        self.entities.empty = trouble.format(Names="Names", names="names") or EntityPanel.empty
        self.timeline.empty = trouble.format(Names="Dates", names="dates") or TimelinePanel.empty
        self.quotes.empty = trouble.format(Names="Quotations", names="quotations") or QuotesPanel.empty
        self.figures.empty = trouble.format(Names="Figures", names="figures") or FiguresPanel.empty

    @property
    def current_filter(self) -> str:
        """What the list in view is filtered by."""
        return self.current.filter

    def set_filter(self, text: str) -> None:
        """Filter the list in view."""
        self.current.set_filter(text)
        self.show_tabs()

    @property
    def is_filtered(self) -> bool:
        """Whether the list in view leaves out what its own filter does not want."""
        only = self.current.only if isinstance(self.current, TimelinePanel | GroupedPanel) else ""
        return bool(self.current_filter or only)

    def unfilter(self) -> None:
        """Take the filter of the list in view away: first the words, then the entity."""
        if not self.current_filter:
            for view in (self.timeline, self.quotes, self.figures):
                view.only = ""
                view.sort_rows()
        self.set_filter("")

    def on_descendant_focus(self) -> None:
        """A list has the keys: its own are shown."""
        self.show_keys()

    def on_descendant_blur(self) -> None:
        """No list has the keys any more: those that lead here are shown."""
        self.show_keys()

    def on_resize(self) -> None:
        """More or fewer keys fit."""
        self.show_keys()

    def show_keys(self) -> None:
        """What can be done in the list in view, or how one comes here."""
        useful: tuple[tuple[str, str], ...] = CHRONICLE if self.whole else USEFUL[self.tab]
        if not self.current.has_focus:
            useful = LEADING_HERE
        if self.current.has_focus and self.is_filtered:
            useful = UNFILTER, *useful
        self._keys.set(f" {key_line(self._keymap, useful, max(0, self._room - 1))}")

    def on_click(self, event: events.Click) -> None:
        """A click on the name of a tab opens it."""
        if event.widget is self._tabs and not self.whole:
            column = 0
            for name in TABS:
                column += len(self._tab_words(name))
                if event.x < column:
                    self.open(name)
                    self.screen.set_focus(self.current)
                    return

    def show_tabs(self, state: str | None = None) -> None:
        """Names of the tabs with what they list, filtered as "3/12"; `state` says what is being worked on."""
        self.state = self.state if state is None else state
        words = [(self._tab_words(name), "strong" if name == self.tab else "left") for name in TABS]
        if self.whole:
            words = [(self._tab_words("timeline").replace("Timeline", "Chronicle"), "strong"), (self.about, "left")]
        self._tabs.set(tuple(words), self.state)
        self.show_keys()

    def _tab_words(self, tab: str) -> str:
        if tab == self.tab or self.whole:
            return self._named(tab, tab.capitalize())
        short = ({each: each.capitalize() for each in TABS}, SHORT)
        fitting = (names for names in short if self._room_of(names) <= max(self._room, LEAST_ROOM))
        return self._named(tab, next(fitting, self._keys_of_tabs)[tab])

    def _room_of(self, names: Mapping[str, str]) -> int:
        return sum(len(self._named(each, each.capitalize() if each == self.tab else names[each])) for each in TABS)

    @property
    def _keys_of_tabs(self) -> dict[str, str]:
        return {tab: next(map(show, self._keymap.keys[tab]), tab[0]) for tab in TABS}

    def _named(self, tab: str, name: str) -> str:
        listed, there_are = self._views[tab].numbers
        return f" {name} {listed} " if listed == there_are else f" {name} {listed}/{there_are} "
