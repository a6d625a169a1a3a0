"""Writing notes where they belong, and keeping them."""

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from tui.errors import ReaderError
from tui.notes.anchor import anchor_at
from tui.notes.note import Note, Target
from tui.text.span import Span
from tui.ui.knowing import place_notes

if TYPE_CHECKING:
    from tui.ui.screens.reader import ReaderScreen


class Noting:
    """Notes of the active article."""

    def __init__(self, reader: "ReaderScreen") -> None:
        self._reader = reader
        self._deleted: list[Note] = []

    def do_annotate(self, _count: int | None) -> None:
        """On the selection or sentence; from the panel on the entity, the event or the note under the cursor."""
        reader, reading, panel = self._reader, self._reader.reading, self._reader.panel
        context = reader.context
        if context == "entities" and panel.entities.under_cursor is not None:
            entity = reading.entities[panel.entities.under_cursor]
            self._write(Target.ENTITY, entity.name, entity.mentions[0].span)
        elif context == "timeline" and panel.timeline.under_cursor is not None:
            event = panel.timeline.under_cursor
            self._write(Target.EVENT, event.edtf or event.value, event.clause)
        elif context == "notes" and panel.notes.under_cursor is not None:
            reader.edit(panel.notes.under_cursor.note)
        else:
            self._write(Target.TEXT, "", reading.selection or reading.sentence)

    def do_annotate_article(self, _count: int | None) -> None:
        self._write(Target.ARTICLE, "", None)

    def do_edit_note(self, _count: int | None) -> None:
        placed = self._reader.panel.notes.under_cursor
        if placed is not None:
            self._reader.edit(placed.note)

    def do_delete_note(self, _count: int | None) -> None:
        placed = self._reader.panel.notes.under_cursor
        if placed is not None:
            self._deleted.append(placed.note)
            self._keep(lambda: self._reader.desk.store.delete(placed.note.id), "Note deleted: U takes it back.")

    def do_undo_note(self, _count: int | None) -> None:
        if not self._deleted:
            self._reader.say("No note was deleted.")
            return
        note = self._deleted.pop()
        self._keep(lambda: self._reader.desk.store.restore(note.id), "The note is back.")

    def edit(self, note: Note) -> None:
        """Open a note in the editor and keep what comes back."""
        from tui.ui.screens.note_editor import NoteEditor  # brings a text area: only when it is needed

        def done(body: str | None) -> None:
            if body is not None and body.strip() and body != note.body:
                from dataclasses import replace

                self._keep(lambda: self._reader.desk.store.save(replace(note, body=body)), "Note saved.")

        self._reader.app.push_screen(NoteEditor(note), done)

    def _write(self, target: Target, subject: str, span: Span | None) -> None:
        reading = self._reader.reading
        article = reading.article
        now = datetime.now(UTC)
        anchor = anchor_at(article.text, span) if span is not None else None
        note = Note(str(uuid4()), article.source, article.title, article.url, target, subject, anchor, "", now, now)
        if reading.selecting_from is not None:
            reading.selecting_from = None
            self._reader.pane.mark()
        self.edit(note)

    def _keep(self, change: object, said: str) -> None:
        """Change the notes away from the keys, then show them as they are."""
        reader, pane = self._reader, self._reader.pane

        async def work() -> None:
            assert callable(change)
            try:
                await asyncio.to_thread(change)
                article = pane.reading.article
                notes = await asyncio.to_thread(reader.desk.store.notes_of, article.source, article.url)
                pane.reading.notes = place_notes(article, notes)
                reader.say(said)
            except ReaderError as error:
                reader.notify(str(error), severity="error", timeout=20)
            pane.mark()
            reader.show_panel()

        reader.run_worker(work(), group="notes")
