"""Where a note is written: the words it is about, the text, what it can be completed to, and how to leave."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from tui.errors import ReaderError
from tui.notes.drafts import Draft, DraftFile
from tui.notes.note import Note
from tui.ui.desk import Desk
from tui.ui.fitted import Fitted
from tui.ui.keys.choosing import TURNS
from tui.ui.messages import Redraw
from tui.ui.reading.notes.about import about
from tui.ui.reading.notes.completing import Completing
from tui.ui.reading.notes.draft_keeper import DraftKeeper
from tui.ui.reading.notes.ending import Ending, ending, keep
from tui.ui.terminal.harmless import drawable
from tui.ui.widgets.notes.note_area import NoteArea
from tui.ui.widgets.notes.note_preview import CLOSES, NotePreview
from tui.ui.widgets.parts.offers import Offers
from tui.ui.widgets.parts.one_line import OneLine

ASKS = "Discard what was written? Ctrl+G again discards, any other key goes on"
SMALL, SMALL_WIDTH = 16, 60  # rows and columns below which the editor fills the screen
PREVIEW = " Preview: Ctrl+R or Esc goes on writing"


class NoteEditor(ModalScreen[Note | None], Fitted):
    """Keeps the note itself and stays until that is done; dismisses with the note as it is stored, or None.

    One that was emptied is in the trash then.

    `draft` is one that was not finished, with its text; `saved` says whether the note is in the store already."""

    def __init__(
        self,
        desk: Desk,
        note: Note,
        saved: bool,
        names: Sequence[str] = (),
        draft: tuple[DraftFile, Draft] | None = None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._note = note
        self._saved = saved
        file, began = draft or (desk.store.drafts.begin(), Draft.of(note, saved))
        self._before = note.body if saved else ""
        self._keeper = DraftKeeper(file, began, self._tell_from_thread)
        self._busy = False
        self._warned: str | None = None  # the text that cannot be kept, when that was said
        self._asks: str | None = None  # the text of which is asked whether to discard it
        self._trouble = ""  # until something else is typed
        self._not_on_disk = ""  # while it is so
        self._keys: dict[str, Callable[[], bool]] = {
            "escape": self._leave,
            "ctrl+s": partial(self._leave, saving=True),
            "ctrl+g": self._give_up,
            "ctrl+r": self._turn_preview,
            "ctrl+o": self._edit_outside,
        }
        self._area = NoteArea(began.body, self._hear)
        self._completing = Completing(self._area, names)
        self._keys |= {key: partial(self._completing.choose, by, key == "tab") for key, by in TURNS.items()}
        self._quote = Static(drawable(about(note)), id="quote", markup=False)
        self._preview = NotePreview()
        self._offers = Offers()
        self._foot = OneLine(id="leave")

    def compose(self) -> ComposeResult:
        """Quote above, text below."""
        with Vertical(id="editor"):
            yield self._quote
            yield self._area
            yield self._preview
            yield self._offers
            yield self._foot

    def on_mount(self) -> None:
        """The cursor stands at the end of the text; tags and notes to link to are fetched behind it."""
        self._area.move_cursor(self._area.document.end)
        self._area.focus()
        self._show_foot()
        self._desk.departing.before(self._keeper.save_now, at_once=True)
        self.run_worker(self._completing.fetch(self._desk.store, self._note), group="words")

    def on_resize(self) -> None:
        """In a small window the text needs all the room there is."""
        self.set_class(self.size.height < SMALL or self.size.width < SMALL_WIDTH, "small")
        self._show_foot()

    def on_unmount(self) -> None:
        """However it ends, what was not kept stays a draft."""
        self._desk.departing.forget(self._keeper.save_now)
        with suppress(ReaderError):
            self._keeper.release()

    def on_key(self, event: events.Key) -> None:
        """What is typed before the area has the keys, or while the preview is shown."""
        if self._preview.display and event.key in CLOSES:
            event.stop()
            self._turn_preview()
        elif self._preview.display:
            self._preview.move(event.key)
        elif self.focused is None:
            event.stop()
            self._area.post_message(events.Key(event.key, event.character))

    def may_leave(self) -> bool:
        """Whether the program may be left: what is typed is on the disk, or it was said that it cannot be."""
        try:
            self._keeper.save_now()
        except ReaderError as error:
            if self._warned == self._area.text:
                return True
            self._warned = self._area.text
            self._trouble = "This text is on no disk. The same key again leaves it."
            self._show_foot()
            self._quote.update(drawable(f"{self._trouble} {error}"))
            return False
        return True

    @property
    def text(self) -> str:
        """What stands in the editor."""
        return self._area.text

    # While typing

    def _hear(self, key: str) -> bool:
        """A key before the text gets it: whether it was one of ours."""
        if self._busy:
            return True
        asked, self._asks = self._asks is not None, None
        self._trouble = ""
        if asked and key == "ctrl+g":
            self._close(None)
            return True
        ours = (asked and key == "escape") or self._keys.get(key, bool)()  # asked, any other key goes on
        self._show_foot()
        return ours

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._keeper.typed(self._area.text)
        if self._asks != self._area.text:
            self._asks = None
        self._completing.typed()
        self._show_foot()

    @on(TextArea.SelectionChanged)
    def _moved(self) -> None:
        if self._completing.is_offering:
            self._completing.typed()
            self._show_foot()

    # Leaving

    @property
    def _ending(self) -> Ending:
        return ending(self._note, self._saved, self._before, self._area.text)

    def _leave(self, saving: bool = False) -> bool:
        """Do what the line at the foot says, and close."""
        end = self._ending
        if end in (Ending.UNCHANGED, Ending.NOTHING) or (end is Ending.HIGHLIGHT and not saving):
            self._close(None)
            return True
        self._busy = self._area.read_only = True
        self.run_worker(self._keep(end, self._area.text), group="keep")
        return True

    async def _keep(self, end: Ending, body: str) -> None:
        try:
            kept = await asyncio.to_thread(keep, self._desk.store, self._note, end, body)
        except ReaderError as error:
            self._busy = self._area.read_only = False
            self._trouble = f"Not saved. {error}"
            self._show_foot()
            self._quote.update(f"Not saved; the text stays here. {drawable(str(error))}")
        else:
            self._close(kept)

    def _give_up(self) -> bool:
        if self._area.text == self._before or not self._area.text.strip():
            self._close(None)
        else:
            self._asks = self._area.text
        return True

    def _close(self, kept: Note | None) -> None:
        self._busy = True
        self._keeper.discard()
        self.dismiss(kept)

    # Other ways to look at it

    def _turn_preview(self) -> bool:
        shown = not self._preview.display
        if shown:
            self._preview.show(self._area.text)
        self._preview.display, self._area.display = shown, not shown
        self.set_focus(None if shown else self._area)
        self._show_foot()
        return True

    def _edit_outside(self) -> bool:
        if self._desk.restricted:
            self._trouble = "Other editors are switched off here."
            return True
        from tui.ui.terminal.outside_editor import edit_outside

        try:
            keeper = self._keeper
            text = edit_outside(self.app, self._area.text, self._desk.departing, keeper.typed, keeper.outside)
        except ReaderError as error:
            self._trouble = str(error)
        else:
            if text != self._area.text:
                self._area.text = text
                self._area.move_cursor(self._area.document.end)
        self.post_message(Redraw())
        return True

    # What is said

    def _show_foot(self) -> None:
        """What is the case, the most pressing first, and what the keys do then."""
        if not self.is_attached:
            return
        room = (self.query_one("#editor").size.height - self._quote.size.height - 1) // 2
        self._offers.show(self._completing.choosing, 0 if self._busy or self._preview.display else max(1, room))
        trouble = ASKS if self._asks is not None else self._trouble or self._not_on_disk
        if self._busy:
            self._foot.set(" Saving…")
        elif self._preview.display:
            self._foot.set(PREVIEW)
        elif trouble:
            self._foot.set(f" {trouble}", style="trouble")
        elif self._completing.is_offering:
            self._foot.set(f" Tab or arrows choose  {self._ending.value}")
        else:
            outside = "" if self._desk.restricted or self.size.width < 90 else "  Ctrl+O your editor"
            self._foot.set(f" {self._ending.value}  Ctrl+R previews  # @ [[ link{outside}")

    def _tell_from_thread(self, trouble: str) -> None:
        def tell() -> None:
            self._not_on_disk = trouble
            self._show_foot()

        with suppress(Exception):  # the loop may be gone already
            self.app._loop.call_soon_threadsafe(tell)  # type: ignore[union-attr]
