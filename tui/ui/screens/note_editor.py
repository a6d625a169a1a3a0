"""Where a note is written: the words it is about, the text, what it can be completed to, and how to leave."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from tui.errors import ReaderError
from tui.notes.drafts import Draft, DraftFile
from tui.notes.note import Note, Target
from tui.ui.desk import Desk
from tui.ui.keys.completion import Words, offer
from tui.ui.messages import Redraw
from tui.ui.page.quoted import quoted
from tui.ui.reading.draft_keeper import DraftKeeper
from tui.ui.terminal.harmless import drawable
from tui.ui.widgets.one_line import OneLine

HELP = " Esc saves  Ctrl+G discards  Ctrl+R previews  # @ [[ link"
PREVIEW = " Preview: Ctrl+R or Esc goes on writing"


class NoteArea(TextArea):
    """A text area whose special keys are heard in the order in which they were typed, among the letters."""

    def __init__(self, text: str, keys: Mapping[str, Callable[[], bool]]) -> None:
        super().__init__(text, soft_wrap=True, tab_behavior="indent", show_line_numbers=False)
        self.cursor_blink = False
        self._special = keys

    async def _on_key(self, event: events.Key) -> None:
        special = self._special.get(event.key, self._special.get("*"))
        if special is not None and special():
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)


class NoteEditor(ModalScreen[Note | None]):
    """Keeps the note itself and stays until that is done; dismisses with the note as it is stored, or None.

    An emptied one lies in the trash then.

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
        self._words = Words(names=names)
        self._taken: tuple[int, tuple[str, ...], int] | None = None  # column, choices, which of them stands there
        self._busy = False
        self._asks = False
        keys: dict[str, Callable[[], bool]] = {
            "escape": self._leave,
            "ctrl+s": self._leave,
            "ctrl+g": self._give_up,
            "ctrl+r": self._turn_preview,
            "ctrl+o": self._edit_outside,
            "tab": self._complete,
        }
        self._area = NoteArea(began.body, {**keys, "*": self._not_now})
        self._quote = Static(drawable(self._about()), id="quote", markup=False)
        self._preview = VerticalScroll(id="preview", can_focus=False)
        self._foot = OneLine(id="leave")

    def compose(self) -> ComposeResult:
        """Quote above, text below."""
        with Vertical(id="editor"):
            yield self._quote
            yield self._area
            yield self._preview
            yield self._foot

    def on_mount(self) -> None:
        """The cursor stands at the end of the text; tags and notes to link to are fetched behind it."""
        self._preview.display = False
        self._area.move_cursor(self._area.document.end)
        self._area.focus()
        self._show_foot()
        self._desk.departing.before(self._keeper.save_now, at_once=True)
        self.run_worker(self._fetch_words(), group="words")

    def on_unmount(self) -> None:
        """However it ends, what was not kept stays a draft."""
        self._desk.departing.forget(self._keeper.save_now)
        with suppress(ReaderError):
            self._keeper.release()

    def on_key(self, event: events.Key) -> None:
        """What is typed before the area has the keys, or while the preview is shown."""
        if self._preview.display and event.key in ("escape", "ctrl+r", "q", "enter"):
            event.stop()
            self._turn_preview()
        elif self._preview.display and event.key in ("down", "j", "up", "k"):
            self._preview.scroll_relative(y=1 if event.key in ("down", "j") else -1, animate=False)
        elif self.focused is None and not self._preview.display:
            event.stop()
            self._area.post_message(events.Key(event.key, event.character))

    @property
    def text(self) -> str:
        """What stands in the editor."""
        return self._area.text

    # While typing

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._keeper.typed(self._area.text)
        self._show_offer()

    @on(TextArea.SelectionChanged)
    def _moved(self) -> None:
        if self._taken is not None or self._foot.text.strip() != HELP.strip():
            self._show_offer()

    def _show_offer(self) -> None:
        row, column = self._area.cursor_location
        if self._taken is not None:
            _, choices, index = self._taken
            if self._area.document.get_line(row)[:column].endswith(choices[index]):
                self._show_choices(choices, index)
                return
            self._taken = None
        found = offer(self._area.document.get_line(row)[:column], self._words)
        if found is None:
            self._show_foot()
        else:
            self._show_choices(found.choices, -1)

    def _show_choices(self, choices: Sequence[str], index: int) -> None:
        words = [(f" {choice} ", "strong" if i == max(0, index) else "left") for i, choice in enumerate(choices)]
        self._foot.set(tuple(words), "Tab takes it" if index < 0 else "Tab: the next")

    def _complete(self) -> bool:
        """Write the first choice; again, the next one in its place."""
        if self._busy:
            return True
        row, column = self._area.cursor_location
        if self._taken is not None:
            start, choices, index = self._taken
            index = (index + 1) % len(choices)
        else:
            found = offer(self._area.document.get_line(row)[:column], self._words)
            if found is None:
                return False
            start, choices, index = found.start, found.choices, 0
        self._taken = start, choices, index
        self._area.replace(choices[index], (row, start), (row, column))
        return True

    async def _fetch_words(self) -> None:
        store = self._desk.store
        with suppress(ReaderError):
            tags = await asyncio.to_thread(store.tags)
            notes = await asyncio.to_thread(store.all_notes)
            others = [note for note in reversed(notes) if note.id != self._note.id]
            self._words = Words(tuple(tags), self._words.names, others)

    # Leaving

    def _leave(self) -> bool:
        """Save and close; an empty new note is nothing, an emptied one goes to the trash."""
        if self._busy:
            return True
        body = self._area.text
        if body == self._before or (not body.strip() and not self._saved):
            self._close(None)
            return True
        self._busy = self._area.read_only = True
        self._foot.set(" Saving…")
        self.run_worker(self._keep(body), group="keep")
        return True

    async def _keep(self, body: str) -> None:
        store, note = self._desk.store, replace(self._note, body=body)
        try:
            if body.strip():
                kept = await asyncio.to_thread(store.save, note)
            else:
                await asyncio.to_thread(store.delete, note.id)
                kept = note
        except ReaderError as error:
            self._busy = self._area.read_only = False
            self._foot.set(f" Not saved. {error}", style="trouble")
            self._quote.update(f"Not saved; the text stays here. {drawable(str(error))}")
        else:
            self._close(kept)

    def _give_up(self) -> bool:
        if not self._busy:
            if self._area.text in (self._before, "") or not self._area.text.strip() or self._asks:
                self._close(None)
            else:
                self._asks = True
                self._foot.set(
                    " Discard what was written? Ctrl+G again discards, any other key goes on", style="trouble"
                )
        return True

    def _not_now(self) -> bool:
        if self._asks:
            self._asks = False
            self._show_foot()
        return self._busy

    def _close(self, kept: Note | None) -> None:
        self._busy = True
        self._keeper.discard()
        self.dismiss(kept)

    # Other ways to look at it

    def _turn_preview(self) -> bool:
        if self._busy:
            return True
        shown = not self._preview.display
        if shown:
            from rich.markdown import Markdown  # brings a highlighter: only when it is needed

            body = "\n".join(drawable(line) for line in self._area.text.split("\n"))
            self._preview.remove_children()
            self._preview.mount(Static(Markdown(body, hyperlinks=False)))
        self._preview.display, self._area.display = shown, not shown
        self.set_focus(None if shown else self._area)
        self._foot.set(PREVIEW) if shown else self._show_foot()
        return True

    def _edit_outside(self) -> bool:
        if self._busy:
            return True
        if self._desk.restricted:
            self._foot.set(" Other editors are switched off here.", style="trouble")
            return True
        from tui.ui.terminal.outside_editor import edit_outside

        try:
            text = edit_outside(self.app, self._area.text, self._desk.departing, self._keeper.typed)
        except ReaderError as error:
            self._foot.set(f" {error}", style="trouble")
        else:
            if text != self._area.text:
                self._area.text = text
                self._area.move_cursor(self._area.document.end)
        self.post_message(Redraw())
        return True

    # What is said

    def _about(self) -> str:
        note = self._note
        if note.anchor and note.target is Target.TEXT:
            return quoted(note.anchor.exact)
        about = {Target.ENTITY: f"About {note.subject}", Target.EVENT: f"On {note.subject}"}
        return about.get(note.target, f"On the article {quoted(note.title)}")

    def _show_foot(self) -> None:
        self._foot.set(HELP if self._desk.restricted or self.size.width < 90 else f"{HELP}  Ctrl+O your editor")

    def _tell_from_thread(self, trouble: str) -> None:
        def tell() -> None:
            if trouble:
                self._foot.set(f" {trouble}", style="trouble")
            else:
                self._show_foot()

        with suppress(Exception):  # the loop may be gone already
            self.app._loop.call_soon_threadsafe(tell)  # type: ignore[union-attr]
