"""What a message asks to see lies over what is read: lists, questions, notes, all that many articles say."""

from functools import partial
from typing import TYPE_CHECKING

from textual import on

from tui.ui import messages
from tui.ui.desk import Desk
from tui.ui.doing.panel.undoing import Undoing
from tui.ui.screens.article.reader import ReaderScreen
from tui.ui.screens.library.shelf import ShelfScreen
from tui.ui.terminal.drawn import DrawnApp
from tui.ui.terminal.first_paint import Painted

if TYPE_CHECKING:
    from tui.ui.reading.watching import Watching


class Showing(DrawnApp):
    """An application that shows them; each screen is imported when it is first asked for."""

    def __init__(self, desk: Desk, painted: Painted | None) -> None:
        super().__init__(desk.signs.ascii, painted)
        self._desk = desk

    @property
    def readers(self) -> list[ReaderScreen]:
        """The articles that are open, the topmost last."""
        return [screen for screen in self.screen_stack if isinstance(screen, ReaderScreen)]

    @on(messages.ShowHelp)
    def _show_help(self) -> None:
        from tui.ui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self._desk, getattr(self.screen, "context", "")))

    @on(messages.ShowAllNotes)
    def _show_all_notes(self) -> None:
        from tui.ui.screens.notes.all_notes import AllNotesScreen

        self.push_screen(AllNotesScreen(self._desk))

    @on(messages.ShowDossier)
    def _show_dossier(self, message: messages.ShowDossier) -> None:
        from tui.ui.screens.stories.dossier import DossierScreen

        self.push_screen(DossierScreen(self._desk, message.name, message.source))

    @on(messages.ShowWatch)
    def _show_watch(self) -> None:
        from tui.ui.screens.library.watch import WatchScreen, seen

        def show(one: "Watching | None") -> None:
            if one is None:
                return
            first = sorted(one.sources, key=lambda source: source not in one.new)
            self.push_screen(ShelfScreen(self._desk, one.watch.words, None, partial(self._desk.shelf.of, first)))
            self.run_worker(partial(seen, self._desk, one), thread=True, group="watch")

        self.push_screen(WatchScreen(self._desk), show)

    @on(messages.ShowRepairs)
    def _show_repairs(self) -> None:
        from tui.ui.screens.article.repairs import RepairsScreen

        self.push_screen(RepairsScreen(self._desk, self.readers[-1].reading if self.readers else None))

    @on(messages.RepairsChanged)
    def _repairs_changed(self) -> None:
        for reader in self.readers:
            reader.part(Undoing).forget_all()
            reader.say("")  # that the last repair can be undone
            for pane in reader.panes:
                reader.learning.begin(pane)

    @on(messages.Explain)
    def _explain(self, message: messages.Explain) -> None:
        from tui.ui.screens.article.explanation import Explanation

        self.push_screen(Explanation(self._desk, message.title, message.lines))

    @on(messages.ShowLinks)
    def _show_links(self, message: messages.ShowLinks) -> None:
        from tui.ui.screens.article.links import LinksScreen

        self.push_screen(LinksScreen(self._desk, message.article, message.links, message.nearest), message.then)

    @on(messages.ShowOutline)
    def _show_outline(self, message: messages.ShowOutline) -> None:
        from tui.ui.screens.article.outline import OutlineScreen

        screen = OutlineScreen(self._desk, message.article, message.headings, message.nearest)
        self.push_screen(screen, message.then)

    @on(messages.PickMentions)
    def _pick_mentions(self, message: messages.PickMentions) -> None:
        from tui.ui.screens.article.mention_picker import MentionPicker

        self.push_screen(MentionPicker(self._desk, message.article, message.entity, message.offset), message.then)

    @on(messages.EditNote)
    def _edit_note(self, message: messages.EditNote) -> None:
        from tui.ui.screens.notes.note_editor import NoteEditor  # brings a text area: only when it is needed

        editor = NoteEditor(self._desk, message.note, message.saved, message.names, message.draft)
        self.push_screen(editor, message.then)
