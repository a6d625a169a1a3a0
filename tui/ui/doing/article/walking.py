"""Moving through the text by what stands in it, by marks, and back along the jumps."""

from collections.abc import Sequence

from tui.counted import counted
from tui.text.article import BlockKind
from tui.text.places import footnotes_of, note_words
from tui.text.span import Span
from tui.ui.doing.landing import Landing
from tui.ui.doing.reader import Reader
from tui.ui.page.jumps import Spot
from tui.ui.page.motions import blocks_of
from tui.ui.reading.selection import next_place, next_unit

Count = int | None
LAST_JUMP = "'"  # the mark that every jump sets where it begins


class Walking:
    """From place to place in the active pane."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_next_paragraph(self, count: Count) -> None:
        self._by_units(blocks_of(self._reader.reading.article), True, count)

    def do_previous_paragraph(self, count: Count) -> None:
        self._by_units(blocks_of(self._reader.reading.article), False, count)

    def do_next_sentence(self, count: Count) -> None:
        self._by_units(self._reader.reading.sentences, True, count)

    def do_previous_sentence(self, count: Count) -> None:
        self._by_units(self._reader.reading.sentences, False, count)

    def do_next_heading(self, count: Count) -> None:
        self._walk(blocks_of(self._reader.reading.article, BlockKind.HEADING), True, count, "heading")

    def do_previous_heading(self, count: Count) -> None:
        self._walk(blocks_of(self._reader.reading.article, BlockKind.HEADING), False, count, "heading")

    def do_next_again(self, count: Count) -> None:
        self._again(True, count)

    def do_previous_again(self, count: Count) -> None:
        self._again(False, count)

    def do_next_name(self, count: Count) -> None:
        self._name(True, count)

    def do_previous_name(self, count: Count) -> None:
        self._name(False, count)

    def do_next_time(self, count: Count) -> None:
        self._walk(self._reader.reading.times, True, count, "date")

    def do_previous_time(self, count: Count) -> None:
        self._walk(self._reader.reading.times, False, count, "date")

    def do_next_quotation(self, count: Count) -> None:
        self._walk(self._reader.reading.quotations, True, count, "quotation")

    def do_previous_quotation(self, count: Count) -> None:
        self._walk(self._reader.reading.quotations, False, count, "quotation")

    def do_next_footnote(self, count: Count) -> None:
        self._footnote(True, count)

    def do_previous_footnote(self, count: Count) -> None:
        self._footnote(False, count)

    def do_next_note(self, count: Count) -> None:
        self._walk(self._reader.reading.noted, True, count, "note")

    def do_previous_note(self, count: Count) -> None:
        self._walk(self._reader.reading.noted, False, count, "note")

    # Marks and the list of jumps

    def do_set_mark(self, _count: Count) -> None:
        self._reader.take_letter(self._set_mark, "mark:")

    def do_go_to_mark(self, _count: Count) -> None:
        self._reader.take_letter(self._go_to_mark, "go to mark:  ' where the last jump began")

    def do_jump_back(self, count: Count) -> None:
        spot = None
        for _ in range(count or 1):
            spot = self._reader.desk.jumps.back(self._here()) or spot
        self._reader.part(Landing).visit(spot) if spot else self._reader.say("No earlier jump.")

    def do_jump_forward(self, count: Count) -> None:
        spot = None
        for _ in range(count or 1):
            spot = self._reader.desk.jumps.forward() or spot
        self._reader.part(Landing).visit(spot) if spot else self._reader.say("No later jump.")

    # How

    def _to_and_fro(self) -> None:
        """Back to where the last jump began; this is a jump too, so that the next time leads here again."""
        spot = self._reader.desk.jumps.last
        if spot is None:
            self._reader.say("There was no jump yet.")
        else:
            self._reader.desk.jumps.leave(self._here())
            self._reader.part(Landing).visit(spot)

    def _here(self) -> Spot:
        reading = self._reader.reading
        return Spot(reading.article.source, reading.cursor)

    def _by_units(self, spans: Sequence[Span], forward: bool, count: Count) -> None:
        """By sentences or paragraphs; while selecting, to the end of this one rather than to the next one's start."""
        place = next_unit(self._reader.reading, spans, forward, count or 1)
        if place is None:
            self._reader.say(f"No {'later' if forward else 'earlier'} place.")
        else:
            self._reader.move_cursor(place.start)

    def _walk(self, spans: Sequence[Span], forward: bool, count: Count, what: str) -> int | None:
        reader = self._reader
        index = next_place(reader.reading, spans, forward, count or 1)
        if index is None:
            reader.say(f"No {'later' if forward else 'earlier'} {what}s.")
            return None
        reader.desk.jumps.leave(self._here())
        reader.go(spans[index])
        reader.say(f"{index + 1} of {counted(len(spans), what)}")
        return index

    def _again(self, forward: bool, count: Count) -> None:
        reading = self._reader.reading
        spans = reading.walk()
        if not spans:
            self._reader.say("Nothing to walk through: / searches, * takes the name under the cursor.")
            return
        index = next_place(reading, spans, forward, count or 1)
        wrapped = ""
        if index is None:
            index = 0 if forward else len(spans) - 1
            wrapped = " (from the beginning)" if forward else " (from the end)"
        self._reader.desk.jumps.leave(self._here())
        self._reader.go(spans[index])
        by_search = reading.last_used == "search" and reading.found.hits
        name = f"/{reading.found.query}" if by_search or reading.selected is None else reading.selected.name
        self._reader.say(f"{index + 1} of {len(spans)}  {name}{wrapped}")

    def _name(self, forward: bool, count: Count) -> None:
        reading = self._reader.reading
        index = self._walk(reading.mention_spans, forward, count, "mention")
        if index is not None:
            self._reader.part(Landing).select_entity(reading.mentions[index][1], jump=False)

    def _footnote(self, forward: bool, count: Count) -> None:
        article = self._reader.reading.article
        marks = footnotes_of(article)
        index = self._walk([mark.span for mark in marks], forward, count, "footnote")
        if index is not None:
            self._reader.say(note_words(article, marks[index]))

    def _set_mark(self, letter: str) -> None:
        reading = self._reader.reading
        if letter == LAST_JUMP:
            self._reader.desk.jumps.leave(self._here())
            self._reader.say("'' comes back here.")
            return
        reading.bookmarks[letter] = reading.cursor
        self._reader.desk.remembered.set_mark(reading.article.source, letter, reading.cursor)
        self._reader.say(f"Mark {letter} set.")

    def _go_to_mark(self, letter: str) -> None:
        if letter == LAST_JUMP:
            self._to_and_fro()
            return
        offset = self._reader.reading.bookmarks.get(letter)
        if offset is None:
            self._reader.say(f"There is no mark {letter}.")
            return
        self._reader.desk.jumps.leave(self._here())
        self._reader.go(Span(offset, offset), target=False)
