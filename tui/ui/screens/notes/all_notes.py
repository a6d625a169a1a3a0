"""Every note on every article: found as one types, opened where it stands, edited, deleted and taken back."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult

from tui.errors import ReaderError
from tui.notes.anchors.anchor import locate
from tui.notes.note import Note
from tui.ui.desk import Desk
from tui.ui.doing.everywhere import Everywhere
from tui.ui.keys import contexts
from tui.ui.keys.asking import AskingScreen
from tui.ui.keys.choosing import Choosing
from tui.ui.keys.completion import Words, offer
from tui.ui.messages import EditNote, Finished, RowChosen, Visit
from tui.ui.page.jumps import Spot
from tui.ui.reading.notes.every_note import NOTES, TABS, TRASH, EveryNote
from tui.ui.reading.notes.note_filter import articles_of
from tui.ui.reading.notes.notes_watch import NotesWatch
from tui.ui.reading.notes.telling import untold
from tui.ui.widgets.lists.notes_list import NotesList
from tui.ui.widgets.parts.offers import Offers
from tui.ui.widgets.parts.one_line import OneLine

HELP = " Enter goes there  / filters  e edits  x deletes  T trash  q back"
BACK = "The note is back."
HELP_TRASH = " Enter or U takes the note back  T notes  q back"


class AllNotesScreen(AskingScreen[None]):
    """Three lists: notes, those that were not finished, and the trash."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.keymap)
        self._desk = desk
        self._every = EveryNote(desk.store)
        self._title = OneLine(classes="title")
        self._list = NotesList(desk.signs)
        self._offers = Offers()
        self._status = OneLine(id="status")
        self._parts = (self, Everywhere(self, desk))
        self._watch = NotesWatch(self, desk.store, self._read)

    def compose(self) -> ComposeResult:
        """Title, list, status."""
        yield self._title
        yield self._list
        yield self._offers
        yield self._status

    def on_mount(self) -> None:
        """What has lain in the trash for long is forgotten; all others are shown."""
        self.set_focus(self._list)
        self._watch.begin()
        self._read(self._desk.store.purge_trash)

    def on_screen_resume(self) -> None:
        """Notes may have been written in an article meanwhile."""
        self._read()

    @property
    def context(self) -> str:
        """Keys of this screen."""
        return contexts.ALL_NOTES

    @property
    def parts(self) -> Iterable[object]:
        """The list, and what holds everywhere."""
        return self._parts

    @property
    def rows(self) -> Sequence[Note]:
        """The notes in the list."""
        return self._list.notes

    def say(self, text: str) -> None:
        """A short message in the line at the foot."""
        shown = self._list.notes
        count = f"{len(shown)} of {self._every.count}" if self._every.filter else f"{len(shown)}"
        text = text or (HELP_TRASH if self._every.tab == TRASH else HELP)
        self._status.set(text if text.startswith(" ") else f" {text}", f"{count} on {articles_of(shown)}")

    def waiting(self, typed: str) -> None:
        """Keys of which more are awaited."""
        self.say(typed)

    def number_alone(self, number: int) -> tuple[str, Callable[[], None]] | None:
        """By itself a number is a row."""
        return self._list.row_alone(number)

    # What is listed

    def _read(self, change: Callable[[], object] | None = None, said: str = "") -> None:
        """Do something to the notes away from the keys, then show them as they are."""

        async def work() -> None:
            try:
                stored = await asyncio.to_thread(self._every.stored, change)
            except ReaderError as error:
                self.say(str(error))
                return
            self._watch.seen()
            self._every.take(stored)
            self.fill()
            for trouble in await asyncio.to_thread(untold, self._desk.store, self._desk.told):
                self.notify(trouble, severity="warning", timeout=20)
            if said:
                self.say(said)

        self.run_worker(work(), group="notes")

    def fill(self) -> None:
        """Show the notes that answer the filter."""
        every = self._every
        empty = ("No notes." if every.filter else "No notes yet: a writes one while you read.", "Nothing.", "Empty.")
        self._list.show(every.matching(), empty[every.tab])
        words = [
            (f" {heading} ", "strong" if tab == every.tab else "left")
            for tab, heading in enumerate(every.headings(self._list.count))
        ]
        self._title.set(tuple(words), f"/{every.filter}" if every.filter else "")
        self.say("")

    def set_filter(self, text: str) -> None:
        """Show only what answers `text`."""
        self._every.filter = text
        self.fill()

    # Moving

    def do_list_down(self, count: int | None) -> None:
        self._list.move(count or 1)

    def do_list_up(self, count: int | None) -> None:
        self._list.move(-(count or 1))

    def do_list_page_down(self, count: int | None) -> None:
        self._list.move((count or 1) * self._list.page_rows)

    def do_list_page_up(self, count: int | None) -> None:
        self._list.move(-(count or 1) * self._list.page_rows)

    def do_list_top(self, count: int | None) -> None:
        self._list.put((count or 1) - 1)

    def do_list_bottom(self, count: int | None) -> None:
        self._list.put(self._list.count - 1 if count is None else count - 1)

    def do_list_turn(self, count: int | None) -> None:
        self._turn_to((self._every.tab + (count or 1)) % len(TABS))

    def do_list_turn_back(self, count: int | None) -> None:
        self._turn_to((self._every.tab - (count or 1)) % len(TABS))

    def do_list_trash(self, _count: int | None) -> None:
        self._turn_to(NOTES if self._every.tab == TRASH else TRASH)

    def _turn_to(self, tab: int) -> None:
        self._every.tab = tab
        self.fill()

    # Filtering

    def do_list_filter(self, _count: int | None) -> None:
        self._ask("Words, #tag, @entity, in:article, 2026-11, >2026-01", self._every.filter, self._every.tags())

    def do_list_tag(self, _count: int | None) -> None:
        tags = self._every.tags()
        if tags:
            self._ask("Only notes with this tag", "#", tags)
        else:
            self.say("No note here has a tag: # before a word of a note makes it one.")

    def do_list_article(self, _count: int | None) -> None:
        note = self._list.under_cursor
        if note is not None:
            name = note.source.rsplit("/", 1)[-1].split()
            self.set_filter(" ".join(f"in:{word}" for word in name))

    def do_list_clear(self, _count: int | None) -> None:
        if self._every.filter:
            self.set_filter("")
        else:
            self.do_back(None)

    def show_offers(self, choosing: Choosing | None) -> None:
        """The tags that can be chosen stand above the line in which one is typed."""
        self._offers.show(choosing, max(1, (self.size.height - 2) // 2))

    def _ask(self, question: str, text: str, tags: dict[str, int]) -> None:
        before, words = self._every.filter, Words(tuple(tags), counts=tags)

        def done(answer: str | None) -> None:
            self.set_filter(before if answer is None else "" if answer == "#" else answer)
            self.set_focus(self._list)

        offered = partial(offer, words=words)
        self.ask("/", question, self.set_filter, done, text=text, offered=offered, begun=text == "#")

    # With the note under the cursor

    def do_list_open(self, _count: int | None) -> None:
        """Where the note stands; a draft in the editor; what lies in the trash comes back."""
        note = self._list.under_cursor
        if note is None:
            return
        if note.deleted is not None:
            self._read(self._every.restoring(note), BACK)
        elif self._every.is_begun(note):
            self._edit(note)
        elif note.source == "-":
            self.say("Its article came through a pipe: there is no file to open.")
        else:
            self.run_worker(self._open(note), group="open", exclusive=True)

    async def _open(self, note: Note) -> None:
        try:
            article = await asyncio.to_thread(self._desk.shelf.read, note.source)
        except ReaderError as error:
            self.say(str(error))
            return
        span = locate(article.text, note.anchor).span if note.anchor is not None else None
        self.post_message(Visit(Spot(article.source, span.start if span is not None else 0)))

    def do_list_edit(self, _count: int | None) -> None:
        note = self._list.under_cursor
        if note is not None and note.deleted is not None:
            self.say("It lies in the trash: Enter takes it back.")
        elif note is not None:
            self._edit(note)

    def _edit(self, note: Note) -> None:
        saved, draft = True, None
        if self._every.has_draft(note):
            draft = self._every.adopt(note)
            if draft is None:
                self._read(said="Another session has gone on with this note.")
                return
            saved = draft[1].note_id is not None
        self.post_message(EditNote(note, saved, (), draft, self._edited))

    def _edited(self, kept: Note | None) -> None:
        """An emptied note lies in the trash."""
        if kept is not None and kept.deleted is not None:
            self._every.was_deleted(kept.id)
            self._read(said="The empty note lies in the trash: U takes it back.")

    def do_list_delete(self, _count: int | None) -> None:
        note = self._list.under_cursor
        if note is None:
            return
        if note.deleted is not None:
            self.say("It lies in the trash; it is forgotten by itself.")
        else:
            self._read(self._every.deleting(note), "Note deleted: U takes it back.")

    def do_list_undo(self, _count: int | None) -> None:
        restore = self._every.restoring(self._list.under_cursor)
        if restore is not None:
            self._read(restore, BACK)
        else:
            self.say("Nothing was deleted here: T shows the trash.")

    @on(RowChosen)
    def _row_chosen(self) -> None:
        self.do_list_open(None)

    def do_back(self, _count: int | None) -> None:
        """Back to what lies under it."""
        self.post_message(Finished(self))
