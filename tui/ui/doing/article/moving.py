"""Moving through the text: by line, by page, and by what stands in it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.text.article import BlockKind
from tui.text.span import Span
from tui.ui.page.jumps import Spot
from tui.ui.page.motions import blocks_of, step
from tui.ui.widgets.article_view import KEPT

if TYPE_CHECKING:
    from tui.ui.screens.reader import ReaderScreen

Count = int | None


class Moving:
    """Motions of the active pane."""

    def __init__(self, reader: "ReaderScreen") -> None:
        self._reader = reader

    # Lines and pages

    def do_line_down(self, count: Count) -> None:
        self._by_lines(count or 1)

    def do_line_up(self, count: Count) -> None:
        self._by_lines(-(count or 1))

    def do_page_down(self, count: Count) -> None:
        self._scroll((count or 1) * self._page, seam=True)

    def do_page_up(self, count: Count) -> None:
        self._scroll(-(count or 1) * self._page)

    def do_half_down(self, count: Count) -> None:
        self._scroll((count or 1) * max(1, self._reader.pane.view.rows // 2), seam=True)

    def do_half_up(self, count: Count) -> None:
        self._scroll(-(count or 1) * max(1, self._reader.pane.view.rows // 2))

    def do_top(self, count: Count) -> None:
        self._to_line((count or 1) - 1)

    def do_bottom(self, count: Count) -> None:
        page, reading = self._reader.pane.view.page, self._reader.reading
        if reading.selecting_from is not None and count is None:
            self._reader.move_cursor(max(0, len(reading.article.text) - 1))
            return
        self._to_line(page.height - 1 if count is None else count - 1)

    def do_percent(self, count: Count) -> None:
        page = self._reader.pane.view.page
        if count is None:
            self._reader.say("Type a number before it: 50% goes to the middle.")
        else:
            self._to_line(page.height * min(count, 100) // 100)

    # By what stands there

    def do_next_paragraph(self, count: Count) -> None:
        self._walk(blocks_of(self._reader.reading.article), True, count, target=False)

    def do_previous_paragraph(self, count: Count) -> None:
        self._walk(blocks_of(self._reader.reading.article), False, count, target=False)

    def do_next_sentence(self, count: Count) -> None:
        self._walk(self._reader.reading.sentences, True, count, target=False)

    def do_previous_sentence(self, count: Count) -> None:
        self._walk(self._reader.reading.sentences, False, count, target=False)

    def do_next_heading(self, count: Count) -> None:
        self._walk(blocks_of(self._reader.reading.article, BlockKind.HEADING), True, count, "headings")

    def do_previous_heading(self, count: Count) -> None:
        self._walk(blocks_of(self._reader.reading.article, BlockKind.HEADING), False, count, "headings")

    def do_next_again(self, count: Count) -> None:
        self._again(True, count)

    def do_previous_again(self, count: Count) -> None:
        self._again(False, count)

    def do_next_name(self, count: Count) -> None:
        self._name(True, count)

    def do_previous_name(self, count: Count) -> None:
        self._name(False, count)

    def do_next_time(self, count: Count) -> None:
        self._walk(self._reader.reading.times, True, count, "dates")

    def do_previous_time(self, count: Count) -> None:
        self._walk(self._reader.reading.times, False, count, "dates")

    def do_next_quotation(self, count: Count) -> None:
        self._walk(self._reader.reading.quotations, True, count, "quotations")

    def do_previous_quotation(self, count: Count) -> None:
        self._walk(self._reader.reading.quotations, False, count, "quotations")

    def do_next_note(self, count: Count) -> None:
        self._walk(self._reader.reading.noted, True, count, "notes")

    def do_previous_note(self, count: Count) -> None:
        self._walk(self._reader.reading.noted, False, count, "notes")

    # Marks and the list of jumps

    def do_set_mark(self, _count: Count) -> None:
        self._reader.take_letter(self._set_mark, "mark:")

    def do_go_to_mark(self, _count: Count) -> None:
        self._reader.take_letter(self._go_to_mark, "go to mark:")

    def do_jump_back(self, count: Count) -> None:
        spot = None
        for _ in range(count or 1):
            spot = self._reader.desk.jumps.back(self._here()) or spot
        self._reader.visit(spot) if spot else self._reader.say("No earlier jump.")

    def do_jump_forward(self, count: Count) -> None:
        spot = None
        for _ in range(count or 1):
            spot = self._reader.desk.jumps.forward() or spot
        self._reader.visit(spot) if spot else self._reader.say("No later jump.")

    # How

    @property
    def _page(self) -> int:
        return max(1, self._reader.pane.view.rows - min(KEPT, self._reader.pane.view.rows // 3))

    def _here(self) -> Spot:
        reading = self._reader.reading
        return Spot(reading.article.source, reading.cursor)

    def _by_lines(self, lines: int) -> None:
        reading, view = self._reader.reading, self._reader.pane.view
        if reading.selecting_from is None:
            self._scroll(lines)
            return
        line = max(0, min(view.page.line_of(reading.cursor) + lines, view.page.height - 1))
        self._reader.move_cursor(view.page.offset_at(line, view.page.column_of(reading.cursor)))

    def _scroll(self, lines: int, seam: bool = False) -> None:
        reader = self._reader
        view = reader.pane.view
        if view.scroll_lines(lines, seam):
            reader.scrolled(lines)
            return
        # Nothing left to scroll: the cursor alone goes on to the end, so that every sentence can be reached.
        line = view.page.line_of(reader.reading.cursor) + lines
        reader.move_cursor(view.page.offset_at(max(0, min(line, view.page.height - 1))))

    def _to_line(self, line: int) -> None:
        reader = self._reader
        reader.desk.jumps.leave(self._here())
        line = max(0, min(line, reader.pane.view.page.height - 1))
        reader.go(Span(reader.pane.view.page.offset_at(line), reader.pane.view.page.offset_at(line)), target=False)

    def _walk(
        self, spans: Sequence[Span], forward: bool, count: Count, what: str = "", target: bool = True
    ) -> int | None:
        reader = self._reader
        index = step(spans, reader.reading.cursor, forward, count or 1)
        if index is None:
            reader.say(f"No {'later' if forward else 'earlier'} {what or 'place'}.")
            return None
        if target:
            reader.desk.jumps.leave(self._here())
        reader.go(spans[index], target=target)
        if what:
            reader.say(f"{index + 1} of {len(spans)} {what}")
        return index

    def _again(self, forward: bool, count: Count) -> None:
        reading = self._reader.reading
        spans = reading.walk()
        if not spans:
            self._reader.say("Nothing to walk through: / searches, * takes the name under the cursor.")
            return
        index = step(spans, reading.cursor, forward, count or 1)
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
        index = self._walk(reading.mention_spans, forward, count, "mentions")
        if index is not None:
            self._reader.select_entity(reading.mentions[index][1], jump=False)

    def _set_mark(self, letter: str) -> None:
        reading = self._reader.reading
        reading.bookmarks[letter] = reading.cursor
        self._reader.desk.remembered.set_mark(reading.article.source, letter, reading.cursor)
        self._reader.say(f"Mark {letter} set.")

    def _go_to_mark(self, letter: str) -> None:
        offset = self._reader.reading.bookmarks.get(letter)
        if offset is None:
            self._reader.say(f"There is no mark {letter}.")
            return
        self._reader.desk.jumps.leave(self._here())
        self._reader.go(Span(offset, offset), target=False)
