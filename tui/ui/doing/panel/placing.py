"""Where a note belongs, and where it leads."""

from collections.abc import Callable
from dataclasses import replace

from tui.errors import ReaderError
from tui.notes.anchors.anchor import anchor_at
from tui.notes.note import Note
from tui.text.span import Span
from tui.ui.doing.landing import Landing
from tui.ui.doing.panel.keeping import Keeping
from tui.ui.doing.reader import Reader
from tui.ui.keys.completion import first_line, linked_notes, named
from tui.ui.page.jumps import Spot
from tui.ui.page.placed import PlacedNote


class Placing:
    """Places and links of the active article's notes."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

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
            (name, lambda name=name: reader.part(Landing).select_entity(names.index(name), jump=True))  # type: ignore[misc]
            for name in named(placed.note.body, names)
        ]
        try:
            others = linked_notes(placed.note.body, reader.desk.store.all_notes())
        except ReaderError as error:
            reader.say(str(error))
            return
        for other in others:
            words = first_line(other)[:30]
            links.append((words, lambda other=other: self._visit(other)))  # type: ignore[misc]
        if not links:
            reader.say("This note links to nothing: @ links to an entity, [[ to another note.")
        elif len(links) == 1:
            links[0][1]()
        else:

            def choose(number: str | None) -> None:
                if number is not None:
                    links[int(number) - 1][1]()

            reader.take_choice([(f"{i}", words) for i, (words, _) in enumerate(links[:9], start=1)], choose)

    def _visit(self, note: Note) -> None:
        reader = self._reader
        reader.desk.jumps.leave(Spot(reader.reading.article.source, reader.reading.cursor))
        here = next((one for one in reader.reading.notes if one.note.id == note.id), None)
        if here is not None and here.span is not None:
            reader.go(here.span)
            reader.leave_overlay()
        else:
            reader.part(Landing).visit(Spot(note.source, note.anchor.span.start if note.anchor else 0))

    def _anchor(self, placed: PlacedNote, span: Span, said: str) -> None:
        store, before, keeping = self._reader.desk.store, placed.note, self._reader.part(Keeping)
        after = replace(before, anchor=anchor_at(self._reader.reading.article.text, span))

        def save() -> None:
            saved = store.save(after)
            keeping.can_undo(lambda: store.save(replace(saved, anchor=before.anchor)), "The note is where it was.")

        keeping.keep(save, said)
