"""Writing notes where they belong, and keeping them."""

from dataclasses import replace

from tui.analysis.events.rows import EventRow
from tui.notes.anchors.anchor import anchor_at
from tui.notes.drafts import Draft, DraftFile
from tui.notes.note import Note, Target, new_note
from tui.text.span import Span
from tui.ui.doing.panel.chronicling import Chronicling
from tui.ui.doing.panel.highlighting import Highlighting
from tui.ui.doing.panel.keeping import Keeping
from tui.ui.doing.reader import Reader
from tui.ui.messages import EditNote
from tui.ui.reading.selection import chosen_words


class Noting:
    """Notes of the active article."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    # Writing

    def do_annotate(self, _count: int | None) -> None:
        """On the selection or sentence; on what a hint or the panel's cursor has chosen: entity, event or note."""
        reader, reading, panel = self._reader, self._reader.reading, self._reader.panel
        context = reader.context
        if context == "entities" and panel.entities.under_cursor is not None:
            entity = reading.entities[panel.entities.under_cursor]
            self._write(Target.ENTITY, entity.name, entity.mentions[0].span)
        elif context in ("timeline", "chronicle") and panel.timeline.under_cursor is not None:
            self._annotate_event(panel.timeline.under_cursor)
        elif context in ("quotes", "figures") and (row := panel.said_under_cursor) is not None:
            if row.article != reader.active:
                reader.activate(row.article)
            self._annotate_words(row.place)
        elif context == "notes" and panel.notes.under_cursor is not None:
            reader.edit(panel.notes.under_cursor.note)
        elif reading.selection is None and reading.hinted is not None and reading.hinted is reading.target:
            self._annotate_hinted(reading.hinted)
        else:
            self._annotate_words(chosen_words(reading) or reading.sentence)

    def _annotate_words(self, span: Span) -> None:
        """A note on words; a highlight on the same ones becomes it."""
        reading = self._reader.reading
        on_them = (placed.note for placed in reading.notes if placed.span == span and placed.note.is_highlight)
        highlight = next(on_them, None)
        if highlight is None:
            self._write(Target.TEXT, "", span)
            return
        self._end_selection()
        self._reader.edit(highlight)

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
        if self._reader.panel.whole:
            self._reader.part(Chronicling).turn_to(event.article)
        elif event.article != self._reader.active:
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
                self._reader.part(Keeping).read_again()
                return
            saved = draft[1].note_id is not None
        self._open(note, saved, draft)

    def _write(self, target: Target, subject: str, span: Span | None) -> None:
        reading = self._reader.reading
        anchor = anchor_at(reading.article.text, span) if span is not None else None
        self._end_selection()
        self._open(new_note(reading.article, target, "", anchor=anchor, subject=subject), saved=False)

    def _end_selection(self) -> None:
        if self._reader.reading.selecting_from is not None:
            self._reader.reading.selecting_from = None
            self._reader.pane.mark()

    def _open(self, note: Note, saved: bool, draft: tuple[DraftFile, Draft] | None = None) -> None:
        reader, keeping = self._reader, self._reader.part(Keeping)
        if draft is not None and saved:
            note = replace(draft[1].note(), body=note.body)  # whether another session saved since then is checked
        names = [entity.name for entity in reader.reading.entities]

        def done(kept: Note | None) -> None:
            if kept is not None:
                if kept.deleted is not None:
                    keeping.can_undo(lambda: reader.desk.store.restore(kept.id), "The note is back.")
                    reader.say("The empty note lies in the trash: U takes it back.")
                elif kept.is_highlight:
                    reader.say(reader.part(Highlighting).kept(kept))
                else:
                    reader.say("Note saved.")
            if kept is not None or draft is not None:
                keeping.read_again()

        reader.post_message(EditNote(note, saved, names, draft, done))
