"""Selecting text by keyboard, and taking what stands under the cursor."""

from tui.text.span import Span, at
from tui.ui.doing.article.linking import Linking
from tui.ui.doing.article.sifting import Sifting
from tui.ui.doing.landing import Landing
from tui.ui.doing.panel.learning import Learning
from tui.ui.doing.panel.panels import Panels
from tui.ui.doing.reader import Reader
from tui.ui.page.characters import (
    character_after,
    character_before,
    last_character,
    word_after,
    word_before,
    word_start_after,
)


class Selecting:
    """The selection of the active pane."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_select(self, _count: int | None) -> None:
        """Begin at the cursor, or end."""
        reading = self._reader.reading
        reading.selecting_from = reading.cursor if reading.selecting_from is None else None
        reading.lines_from = None
        self._reader.pane.mark()
        self._reader.say("")

    def do_select_lines(self, _count: int | None) -> None:
        """Begin with the line of the cursor, or end; a selection that is there takes whole lines from now on."""
        reading = self._reader.reading
        if reading.selecting_from is not None and reading.lines_from is not None:
            self.do_select(None)
            return
        reading.lines_from = reading.cursor if reading.selecting_from is None else reading.selecting_from
        reading.selecting_from = reading.lines_from
        self._move(reading.cursor)
        self._reader.say("")

    def do_char_right(self, count: int | None) -> None:
        reading = self._reader.reading
        self._move(character_after(reading.article.text, reading.cursor, count or 1))

    def do_char_left(self, count: int | None) -> None:
        reading = self._reader.reading
        self._move(character_before(reading.article.text, reading.cursor, count or 1))

    def do_word_right(self, count: int | None) -> None:
        offset = self._reader.reading.cursor
        for _ in range(count or 1):
            offset = word_start_after(self._reader.reading.article.text, offset)
        self._move(offset)

    def do_word_end(self, count: int | None) -> None:
        offset = self._reader.reading.cursor
        for _ in range(count or 1):
            offset = word_after(self._reader.reading.article.text, offset + 1) - 1
        self._move(offset)

    def do_word_left(self, count: int | None) -> None:
        offset = self._reader.reading.cursor
        for _ in range(count or 1):
            offset = word_before(self._reader.reading.article.text, offset)
        self._move(offset)

    def do_line_start(self, _count: int | None) -> None:
        page = self._reader.pane.view.page
        self._move(page.offset_at(page.line_of(self._reader.reading.cursor)))

    def do_line_end(self, _count: int | None) -> None:
        page = self._reader.pane.view.page
        row = page.line(page.line_of(self._reader.reading.cursor))
        self._move(last_character(self._reader.reading.article.text, Span(row.start, row.end)))

    def do_other_end(self, _count: int | None) -> None:
        reading = self._reader.reading
        if reading.selecting_from is not None:
            reading.selecting_from, reading.cursor = reading.cursor, reading.selecting_from
            self._move(reading.cursor)

    def do_take_entity(self, _count: int | None) -> None:
        """The entity named at the cursor, or the first one of the sentence."""
        index = self._reader.reading.entity_near(self._reader.reading.cursor)
        if index is None:
            self._reader.say("No name in this sentence.")
        else:
            self._reader.part(Landing).select_entity(index, jump=False)

    def do_fold(self, _count: int | None) -> None:
        """Fold the block under the cursor for good, or bring it back."""
        reader, reading = self._reader, self._reader.reading
        index = reading.block_at(reading.cursor)
        if index is None:
            return
        block = reading.article.blocks[index]
        words = reading.article.text[block.span.start : block.span.end]
        reader.part(Learning).decide_block(words, bring_back=block.furniture is not None)

    def do_follow(self, _count: int | None) -> None:
        """Open what is under the cursor."""
        reader, reading = self._reader, self._reader.reading
        index = reading.block_at(reading.cursor)
        if index is not None and (reading.article.blocks[index].furniture is not None or reading.is_folded(index)):
            reading.unfolded ^= {index}
            reader.pane.refold()
            return
        for placed in reading.notes:
            if placed.span is not None and placed.span.start <= reading.cursor < placed.span.end:
                reader.edit(placed.note)
                return
        for mark in reading.article.marks:
            if mark.target and mark.span.start <= reading.cursor < mark.span.end:
                reader.part(Linking).open(mark.target)
                return
        if reader.part(Linking).leave_note():
            return
        if reader.part(Sifting).tell_where():
            return
        time = at(reading.times, reading.cursor)
        if time is not None and reading.entity_at(reading.cursor) is None:
            reader.part(Panels).open_time(reading.times[time])
            return
        self.do_take_entity(None)
        if reading.entity_near(reading.cursor) is not None:
            reader.part(Panels).open_selected()

    def _move(self, offset: int) -> None:
        self._reader.move_cursor(offset)
