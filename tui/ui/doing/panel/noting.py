"""Writing notes where they belong, and keeping them."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.errors import ReaderError
from tui.notes.anchors.anchor import anchor_at
from tui.notes.drafts import Draft, DraftFile
from tui.notes.note import Note, Target, new_note
from tui.text.span import Span
from tui.ui.keys.completion import linked_notes, named
from tui.ui.page.jumps import Spot
from tui.ui.page.placed import PlacedNote
from tui.ui.reading.knowing import placed_notes
from tui.ui.reading.notes_watch import NotesWatch
from tui.ui.reading.pane import Pane
from tui.ui.widgets.timeline_panel import EventRow

if TYPE_CHECKING:
    from tui.ui.screens.reader import ReaderScreen

UNFINISHED = "A note was left unfinished: g n goes on with it."


class Noting:
    """Notes of the active article."""

    def __init__(self, reader: "ReaderScreen") -> None:
        self._reader = reader
        self._undo: list[tuple[Callable[[], object], str]] = []  # what takes the last changes back, and what is said
        self._watch = NotesWatch(reader, reader.desk.store, self._read_again)
        self._told: set[str] = set()

    # Writing

    def do_annotate(self, _count: int | None) -> None:
        """On the selection or sentence; on what a hint or the panel's cursor has chosen: entity, event or note."""
        reader, reading, panel = self._reader, self._reader.reading, self._reader.panel
        context = reader.context
        if context == "entities" and panel.entities.under_cursor is not None:
            entity = reading.entities[panel.entities.under_cursor]
            self._write(Target.ENTITY, entity.name, entity.mentions[0].span)
        elif context == "timeline" and panel.timeline.under_cursor is not None:
            self._annotate_event(panel.timeline.under_cursor)
        elif context == "notes" and panel.notes.under_cursor is not None:
            reader.edit(panel.notes.under_cursor.note)
        elif reading.selection is None and reading.hinted is not None and reading.hinted is reading.target:
            self._annotate_hinted(reading.hinted)
        else:
            self._write(Target.TEXT, "", reading.selection or reading.sentence)

    def _annotate_hinted(self, span: Span) -> None:
        """On what stands at `span`: a note goes on, a name or a date gets one, other words too."""
        reader, reading = self._reader, self._reader.reading
        entity, row = reading.entity_at(span.start), reader.panel.timeline.row_of(span, reader.active)
        noted = next((placed.note for placed in reading.notes if placed.span == span), None)
        if noted is not None:
            reader.edit(noted)
        elif entity is not None:
            self._write(Target.ENTITY, reading.entities[entity].name, span)
        elif row is not None:
            self._annotate_event(reader.panel.timeline.rows[row])
        else:
            self._write(Target.TEXT, "", span)

    def _annotate_event(self, event: EventRow) -> None:
        if event.article != self._reader.active:
            self._reader.activate(event.article)
        self._write(Target.EVENT, event.edtf or event.value, event.clause)

    def do_annotate_article(self, _count: int | None) -> None:
        self._write(Target.ARTICLE, "", None)

    def do_edit_note(self, _count: int | None) -> None:
        placed = self._reader.panel.notes.under_cursor
        if placed is not None:
            self.edit(placed.note)

    def do_unfinished(self, _count: int | None) -> None:
        """Go on with the draft that an earlier session left."""
        drafts = [placed for placed in self._reader.reading.notes if placed.draft]
        if drafts:
            self.edit(drafts[0].note)
        else:
            self._reader.say("No note was left unfinished in this article.")

    def edit(self, note: Note) -> None:
        """Open a note in the editor: its draft, if one was not finished."""
        placed = next((one for one in self._reader.reading.notes if one.note.id == note.id), None)
        draft: tuple[DraftFile, Draft] | None = None
        saved = True
        if placed is not None and placed.draft:
            draft = self._reader.desk.store.drafts.adopt(placed.draft)
            if draft is None:
                self._reader.say("Another session has gone on with this note.")
                self._read_again()
                return
            saved = draft[1].note_id is not None
        self._open(note, saved, draft)

    def _write(self, target: Target, subject: str, span: Span | None) -> None:
        reading = self._reader.reading
        anchor = anchor_at(reading.article.text, span) if span is not None else None
        if reading.selecting_from is not None:
            reading.selecting_from = None
            self._reader.pane.mark()
        self._open(new_note(reading.article, target, "", anchor=anchor, subject=subject), saved=False)

    def _open(self, note: Note, saved: bool, draft: tuple[DraftFile, Draft] | None = None) -> None:
        from tui.ui.screens.note_editor import NoteEditor  # brings a text area: only when it is needed

        reader = self._reader
        if draft is not None and saved:
            note = replace(draft[1].note(), body=note.body)  # whether another session saved since then is checked
        names = [entity.name for entity in reader.reading.entities]

        def done(kept: Note | None) -> None:
            if kept is not None:
                emptied = not kept.body.strip()
                if emptied:
                    self._undo.append((lambda: reader.desk.store.restore(kept.id), "The note is back."))
                reader.say(
                    "The empty note lies in the trash: U in the list takes it back." if emptied else "Note saved."
                )
            if kept is not None or draft is not None:
                self._read_again()

        reader.app.push_screen(NoteEditor(reader.desk, note, saved, names, draft), done)

    # Keeping

    def do_delete_note(self, _count: int | None) -> None:
        """Into the trash; a draft too is a text, so that it becomes a note there."""
        placed = self._reader.panel.notes.under_cursor
        if placed is None:
            return
        store, note = self._reader.desk.store, placed.note

        def delete() -> None:
            if placed.draft:
                adopted = store.drafts.adopt(placed.draft)
                if adopted is None:
                    return
                if adopted[1].note_id is None:
                    store.save(adopted[1].note())
                    store.delete(note.id)
                adopted[0].discard()
                return
            store.delete(note.id)

        self._undo.append((lambda: store.restore(note.id), "The note is back."))
        self._keep(delete, "Note deleted: U takes it back, and the trash in S for thirty days.")

    def do_undo_note(self, _count: int | None) -> None:
        if not self._undo:
            self._reader.say("There is nothing to take back.")
            return
        self._keep(*self._undo.pop())

    # Places

    def do_reattach(self, _count: int | None) -> None:
        """Put a note that lost its words, or stands where it may not belong, on the selection or sentence."""
        reader, reading = self._reader, self._reader.reading
        placed = reader.panel.notes.under_cursor
        if placed is None:
            return
        if placed.note.anchor is None:
            reader.say("This note is about the whole article.")
        elif reading.selecting_from is None and not (placed.lost or placed.doubtful):
            reader.say("This note has its place; select other words with v to move it there.")
        else:
            span = reading.selection or reading.sentence
            reading.selecting_from = None
            self._anchor(placed, span, "The note stands here now: U takes it back.")

    def do_keep_place(self, _count: int | None) -> None:
        """Yes: the place that was found is the right one."""
        placed = self._reader.panel.notes.under_cursor
        if placed is None or not placed.doubtful or placed.span is None:
            self._reader.say("Nothing is asked about this note.")
        else:
            self._anchor(placed, placed.span, "The note keeps this place.")

    def do_follow_link(self, _count: int | None) -> None:
        """Go where the note links to; where there are several, the digit of one is asked for."""
        reader, reading = self._reader, self._reader.reading
        placed = reader.panel.notes.under_cursor
        if placed is None:
            return
        names = [entity.name for entity in reading.entities]
        links: list[tuple[str, Callable[[], None]]] = [
            (name, lambda name=name: reader.select_entity(names.index(name), jump=True))  # type: ignore[misc]
            for name in named(placed.note.body, names)
        ]
        try:
            others = linked_notes(placed.note.body, reader.desk.store.all_notes())
        except ReaderError as error:
            reader.say(str(error))
            return
        for other in others:
            words = " ".join(other.body.split())[:30]
            links.append((words, lambda other=other: self._visit(other)))  # type: ignore[misc]
        if not links:
            reader.say("This note links to nothing: @ links to an entity, [[ to another note.")
        elif len(links) == 1:
            links[0][1]()
        else:

            def choose(letter: str) -> None:
                if letter.isdigit() and 0 < int(letter) <= len(links):
                    links[int(letter) - 1][1]()

            reader.take_letter(choose, "  ".join(f"{i} {words}" for i, (words, _) in enumerate(links[:9], start=1)))

    def _visit(self, note: Note) -> None:
        reader = self._reader
        reader.desk.jumps.leave(Spot(reader.reading.article.source, reader.reading.cursor))
        here = next((one for one in reader.reading.notes if one.note.id == note.id), None)
        if here is not None and here.span is not None:
            reader.go(here.span)
            reader.leave_overlay()
        else:
            reader.visit(Spot(note.source, note.anchor.span.start if note.anchor else 0))

    def _anchor(self, placed: PlacedNote, span: Span, said: str) -> None:
        store, before = self._reader.desk.store, placed.note
        after = replace(before, anchor=anchor_at(self._reader.reading.article.text, span))

        def save() -> None:
            saved = store.save(after)
            self._undo.append((lambda: store.save(replace(saved, anchor=before.anchor)), "The note is where it was."))

        self._keep(save, said)

    # Showing

    def begin(self, pane: Pane) -> None:
        """The notes of a pane are shown: say what was left unfinished, and see what other sessions write."""
        self._watch.seen()
        self._watch.begin()
        if any(placed.draft for placed in pane.reading.notes):
            self._reader.say(UNFINISHED)

    def _read_again(self) -> None:
        self._keep(lambda: None, "")

    def _keep(self, change: Callable[[], object], said: str) -> None:
        """Change the notes away from the keys, then show them as they are."""
        reader, store = self._reader, self._reader.desk.store

        async def work() -> None:
            try:
                await asyncio.to_thread(change)
                if said:
                    reader.say(said)
                for pane in reader.panes:
                    notes = await asyncio.to_thread(placed_notes, store, pane.reading.article)
                    if notes != pane.reading.notes:
                        pane.reading.notes = notes
                        pane.mark()
                self._watch.seen()
                for trouble in store.troubles():
                    if trouble not in self._told:
                        self._told.add(trouble)
                        reader.notify(trouble, severity="warning", timeout=20)
            except ReaderError as error:
                reader.notify(str(error), severity="error", timeout=20)
            reader.pane.mark()
            reader.show_panel()

        reader.run_worker(work(), group="notes")


def noting_of(reader: "ReaderScreen") -> Noting:
    """The part of a reader that looks after its notes."""
    return next(part for part in reader.parts if isinstance(part, Noting))
