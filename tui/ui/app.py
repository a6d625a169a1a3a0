"""The application: theme, screens, and how one leads to another - nothing else."""

import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from textual import events, on
from textual.app import SystemCommand
from textual.screen import Screen

from tui.paths import bundled
from tui.settings import settings_path
from tui.text.apart.reading import Reading
from tui.text.article import Article
from tui.text.opened import Opened
from tui.ui import messages
from tui.ui.desk import Desk
from tui.ui.doing.article.continuing import Continuing
from tui.ui.doing.article.finding import Finding
from tui.ui.doing.landing import Landing
from tui.ui.keys.actions import ACTIONS
from tui.ui.keys.contexts import LOOKUP
from tui.ui.keys.key_screen import KeyScreen
from tui.ui.keys.keymap import show, spell
from tui.ui.keys.typed_ahead import TypedAhead
from tui.ui.screens.article.opening import GoOn, Opening
from tui.ui.screens.article.reader import ReaderScreen
from tui.ui.screens.library.shelf import ShelfScreen
from tui.ui.screens.palette import Palette
from tui.ui.screens.showing import Showing
from tui.ui.screens.stories.leading import Leading
from tui.ui.terminal.alone import take_turns
from tui.ui.terminal.clipboard import request
from tui.ui.terminal.colours import theme_for
from tui.ui.terminal.first_paint import Painted
from tui.ui.themes import THEMES, own_variables

OF_READING = ("app", "reader", "article_view", "help", "note_editor", "explanation")
OF_MANY = ("shelf", "all_notes", "dossier", "story")


class DatelineApp(Showing):
    """Opens `first` at once; the library lies under it unless it was the only article asked for."""

    TITLE = "Dateline"
    CSS_PATH = [bundled("styles") / f"{name}.tcss" for name in (*OF_READING, *OF_MANY)]  # noqa: RUF012

    def __init__(
        self,
        desk: Desk,
        first: Article | None = None,
        alone: bool = False,
        troubles: Sequence[str] = (),
        painted: Painted | None = None,
    ) -> None:
        super().__init__(desk, painted)
        self.restricted = desk.restricted
        self.typed_ahead = TypedAhead(self, desk.keymap, super().on_event)
        self._first = first
        self._page = painted.page if painted is not None else None
        self._listing = painted.listing if painted is not None else None
        self._alone = alone and first is not None
        self._opening = Opening(self, desk)
        self._leading = Leading(self, desk, self._opening)
        self._begin: Opened | Reading | None = None
        self._rest: Reading | None = None
        self._bottom = 1  # screens that stand when the reader is left
        self._troubles = troubles
        for theme in THEMES:
            self.register_theme(theme)
        if desk.frugal:
            self.animation_level = "none"
        wanted = theme_for(desk.remembered.looks.theme, desk.frugal)
        self.theme = wanted if wanted in self.available_themes else theme_for("", desk.frugal)
        if (set_in_file := desk.settings.theme) and set_in_file not in self.available_themes:
            unknown = f"{settings_path()}: “{set_in_file[:60]}” is no theme; the palette (Ctrl+P) has their names."
            self._troubles = (*self._troubles, unknown)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of the kinds and marks, for themes that know nothing of them."""
        return own_variables(self.current_theme)

    def begin_with(self, began: "Opened | Reading", alone: bool) -> None:
        """Instead of an article, what is still being read, or of which a part is to be chosen."""
        self._begin, self._bottom = began, 2 if alone else 1

    def go_on_with(self, rest: Reading) -> None:
        """The article asked for is only the beginning of what is still being read."""
        self._rest = rest

    def get_default_screen(self) -> Screen[None]:
        """The article asked for alone, or the library."""
        if self._alone and self._first is not None:
            return self._first_reader(self._first)
        return ShelfScreen(self._desk, begun=self._listing)

    def on_load(self) -> None:
        """Before the terminal is taken over."""
        take_turns()

    def on_mount(self) -> None:
        """The article asked for lies over the library."""
        if self._first is not None and not self._alone:
            self.push_screen(self._first_reader(self._first))
        elif self._begin is not None:
            self._opening.go_on(self._begin, self._read, self._begin_to_read)
        self.theme_changed_signal.subscribe(self, lambda theme: self._desk.remembered.look(theme=theme.name))
        for trouble in self._troubles:
            self.notify(trouble, severity="warning", timeout=20)

    def on_ready(self) -> None:
        """The screen is there."""
        self.typed_ahead.begin()

    def on_unmount(self) -> None:
        """No key waits for its turn any more."""
        self.typed_ahead.end()

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes wait for their turn."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self.typed_ahead.take(event)
        else:
            await super().on_event(event)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action, with its key, those of this place first; and the themes by name."""
        if not isinstance(screen, KeyScreen):
            return
        places = LOOKUP[screen.context]
        for action in sorted(ACTIONS, key=lambda action: action.context not in places):
            if screen.can(action):
                keys = ", ".join(show(typed) for typed in self._desk.keymap.keys[action.id]) or "no key"
                yield SystemCommand(action.title, f"{action.group}: {keys}", partial(screen.run, action))
        for name in sorted(self.available_themes):
            yield SystemCommand(f"Theme: {name}", "Colours", partial(setattr, self, "theme", name))

    def action_command_palette(self) -> None:
        """Every action by its words, where actions can be done."""
        if isinstance(self.screen, KeyScreen):
            self.push_screen(Palette(id="--command-palette"))

    def on_key(self, event: events.Key) -> None:
        """Drawn anew is also what has no keys of the table: a field, a list, whatever lies over an article."""
        if (spell(event.key),) in self._desk.keymap.keys["redraw"] and not event.is_printable:
            event.stop()
            self.redraw()

    async def action_quit(self) -> None:
        """Leave the program; a note that is on no disk asks once."""
        from tui.ui.screens.notes.note_editor import NoteEditor  # brings a text area: only when it is needed

        if not isinstance(self.screen, NoteEditor) or self.screen.may_leave():
            self.exit()

    def action_help_quit(self) -> None:
        """Ctrl+C is no key here."""
        keys = ", ".join(show(typed) for typed in self._desk.keymap.keys["quit"]) or "q"
        self.notify(f"{keys} quits.")

    def copy_to_clipboard(self, text: str) -> None:
        """Offer text to the terminal's clipboard, through tmux and screen too."""
        self._clipboard = text
        if self._driver is not None:
            self._driver.write(request(text, os.environ))

    # From screen to screen

    @on(messages.Chosen)
    def _open_chosen(self, message: messages.Chosen) -> None:
        def read(article: Article) -> None:
            reader = ReaderScreen(self._desk, article)
            finding = reader.part(Finding)
            begins = finding.begin_at(message.words)
            self.push_screen(reader)
            if begins:
                self.call_after_refresh(finding.show_hit)

        begin = None if message.then or message.words else self._begin_to_read
        self._opening.open(message.path, message.then or read, begin)

    @on(messages.Instead)
    def _read_instead(self, message: messages.Instead) -> None:
        def read(article: Article) -> None:
            self._leave_reader()
            self._read(article)

        self._opening.open(message.path, read)

    @on(messages.Visit)
    def _visit(self, message: messages.Visit) -> None:
        def arrive(reader: ReaderScreen) -> None:
            reader.part(Landing).visit(message.spot, message.words)
            if message.said:
                reader.say(message.said)

        for reader in reversed(self.readers):
            if any(pane.reading.article.source == message.spot.source for pane in reader.panes):
                while self.screen is not reader:
                    self._leave_reader()
                arrive(reader)
                return

        def show_there(article: Article) -> None:
            reader = ReaderScreen(self._desk, article)
            reader.reading.cursor = message.spot.offset
            self.push_screen(reader)
            self.call_after_refresh(arrive, reader)

        self._opening.open(Path(message.spot.source), show_there)

    @on(messages.Lead)
    def _lead(self, message: messages.Lead) -> None:
        self._leading.lead(message)

    @on(messages.ShowStory)
    def _show_story(self, message: messages.ShowStory) -> None:
        self._leading.show_story(message)

    @on(messages.WantSecond)
    def _want_second(self, message: messages.WantSecond) -> None:
        others = partial(self._desk.shelf.beside, message.source)

        def put_beside(article: Article) -> None:
            while isinstance(self.screen, ShelfScreen):  # the list, and one of what is in a file
                self.pop_screen()
            message.then(article)

        self.push_screen(ShelfScreen(self._desk, "Which article beside this one?", put_beside, others, beside=True))

    @on(messages.Copied)
    def _copied(self, message: messages.Copied) -> None:
        self.copy_to_clipboard(message.text)

    @on(messages.Silence)
    def _silence(self) -> None:
        self.silence()

    @on(messages.Redraw)
    def _redraw(self) -> None:
        self.redraw()

    def _leave_reader(self) -> None:
        if isinstance(self.screen, ReaderScreen):
            self.screen.learning.keep_places()
        self.pop_screen()

    @on(messages.Finished)
    def _leave(self, message: messages.Finished) -> None:
        if message.screen is not self.screen:
            return
        if len(self.screen_stack) > self._bottom:
            self.pop_screen()
        else:
            self.exit()

    def _read(self, article: Article) -> None:
        self.push_screen(ReaderScreen(self._desk, article))

    def _begin_to_read(self, article: Article) -> GoOn:
        reader = ReaderScreen(self._desk, article, goes_on=True)
        self.push_screen(reader)
        return reader.part(Continuing).go_on

    def _first_reader(self, article: Article) -> ReaderScreen:
        reader = ReaderScreen(self._desk, article, self._page, goes_on=self._rest is not None)
        if self._rest is not None:
            self._opening.read_the_rest(self._rest, reader.part(Continuing).go_on)
        return reader
