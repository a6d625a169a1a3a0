"""Moving through the text by line and by page."""

from tui.text.span import Span
from tui.ui.doing.reader import Reader
from tui.ui.page.characters import last_character
from tui.ui.page.jumps import Spot
from tui.ui.widgets.article.article_view import KEPT

END_COMES = "The rest is being read; its end is shown as soon as it is there."
Count = int | None


class Moving:
    """Motions of the active pane."""

    def __init__(self, reader: Reader) -> None:
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
        reader, reading = self._reader, self._reader.reading
        if count is not None:
            self._to_line(count - 1)
            return
        if reading.selecting_from is None:
            reader.desk.jumps.leave(self._here())
        self._to_end()
        if reading.goes_on:
            reading.ends_at = reading.cursor
            reader.say(END_COMES)

    def go_on_to_end(self) -> None:
        """All of the article is there: to its end, if that was asked for before and nothing else since."""
        reading = self._reader.reading
        wanted, reading.ends_at = reading.ends_at, None
        if wanted is not None and reading.cursor == wanted:
            self._to_end()

    def do_percent(self, count: Count) -> None:
        page = self._reader.pane.view.page
        if count is None:
            self._reader.say("Type a number before it: 50% goes to the middle.")
        else:
            self._to_percent(page.height, min(count, 100))

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

    def _to_percent(self, height: int, percent: int) -> None:
        """To where the line at the foot says `percent`, or as near as lines allow; the cursor on the last one read."""
        reader, view = self._reader, self._reader.pane.view
        reader.desk.jumps.leave(self._here())
        lines = height * percent // 100
        read = min((lines, lines + 1), key=lambda read: abs(100 * read // height - percent))
        before = view.top
        if view.scroll_lines(read - view.rows - view.top):
            reader.scrolled(view.top - before)
        offset = view.page.offset_at(max(0, read - 1))
        reader.go(Span(offset, offset), target=False, context=0)

    def _to_end(self) -> None:
        reading = self._reader.reading
        if reading.selecting_from is None:
            self._go_to_line(self._reader.pane.view.page.height - 1)
        else:
            text = reading.article.text
            self._reader.move_cursor(last_character(text, Span(0, len(text))))

    def _to_line(self, line: int) -> None:
        self._reader.desk.jumps.leave(self._here())
        self._go_to_line(line)

    def _go_to_line(self, line: int) -> None:
        reader = self._reader
        line = max(0, min(line, reader.pane.view.page.height - 1))
        reader.go(Span(reader.pane.view.page.offset_at(line), reader.pane.view.page.offset_at(line)), target=False)
