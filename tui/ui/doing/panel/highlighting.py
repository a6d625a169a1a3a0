"""Words are marked without a word about them, and the mark is taken away again."""

from tui.notes.anchors.anchor import anchor_at
from tui.notes.note import Note, Target, new_note
from tui.text.span import Span
from tui.ui.doing.panel.keeping import Keeping
from tui.ui.doing.reader import Reader
from tui.ui.page.placed import PlacedNote
from tui.ui.reading.selection import chosen_words

TAKEN_AWAY = "The highlight is taken away: U brings it back."


class Highlighting:
    """Highlights of the active article: notes on words of which nothing is said."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_highlight(self, _count: int | None) -> None:
        """The selection, what a hint chose, or the sentence; what is highlighted already is so no more."""
        reader, reading = self._reader, self._reader.reading
        words = chosen_words(reading)
        there = self._on(words) if words else self._around(reading.cursor) or self._on(reading.sentence)
        if reading.selecting_from is not None:
            reading.selecting_from = None
            reader.pane.mark()
        if there is None:
            self._add(words or reading.sentence)
        elif there.note.is_highlight and not there.draft:
            self._take_away(there)
        else:
            reader.say("These words have a note: Enter opens it.")

    def kept(self, note: Note) -> str:
        """A highlight was kept: it can be taken back; what is said then."""
        store = self._reader.desk.store
        self._reader.part(Keeping).can_undo(lambda: store.delete(note.id), "The highlight is taken back.")
        return "Highlighted: H takes it away, a writes a note on it."

    def _on(self, span: Span) -> PlacedNote | None:
        """The note on exactly these words."""
        found = [one for one in self._reader.reading.notes if one.span == span and one.note.target is Target.TEXT]
        return next((one for one in found if one.note.is_highlight), found[0] if found else None)

    def _around(self, offset: int) -> PlacedNote | None:
        """The smallest highlight around an offset."""
        found = [
            (one.span.end - one.span.start, one)
            for one in self._reader.reading.notes
            if one.span is not None and one.note.is_highlight and one.span.start <= offset < one.span.end
        ]
        return min(found, key=lambda pair: pair[0])[1] if found else None

    def _add(self, span: Span) -> None:
        reading, store = self._reader.reading, self._reader.desk.store
        note = new_note(reading.article, Target.TEXT, "", anchor=anchor_at(reading.article.text, span))
        self._show((*reading.notes, PlacedNote(note, span)))
        self._reader.part(Keeping).keep(lambda: store.save(note), self.kept(note))

    def _take_away(self, there: PlacedNote) -> None:
        reading, store, keeping = self._reader.reading, self._reader.desk.store, self._reader.part(Keeping)
        self._show(tuple(one for one in reading.notes if one is not there))
        keeping.can_undo(lambda: store.restore(there.note.id), "The highlight is back.")
        keeping.keep(lambda: store.delete(there.note.id), TAKEN_AWAY)

    def _show(self, notes: tuple[PlacedNote, ...]) -> None:
        """At once, though they are not written yet: the same key may be typed again."""
        self._reader.reading.notes = notes
        self._reader.pane.mark()
