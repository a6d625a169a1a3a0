"""Searching in the text as one types."""

from typing import TYPE_CHECKING

from tui.text.span import Span, last_before, next_after
from tui.ui.jumps import Spot
from tui.ui.search import Found

if TYPE_CHECKING:
    from tui.ui.screens.reader import ReaderScreen


class Finding:
    """The search of the active pane."""

    def __init__(self, reader: "ReaderScreen") -> None:
        self._reader = reader

    def do_search(self, _count: int | None) -> None:
        self._ask(forward=True)

    def do_search_back(self, _count: int | None) -> None:
        self._ask(forward=False)

    def do_clear(self, _count: int | None) -> None:
        reading = self._reader.reading
        if self._reader.focused is self._reader.panel.current and not self._reader.wide:
            self._reader.leave_overlay()  # the panel over the text goes first
            return
        if reading.selecting_from is not None:
            reading.selecting_from = None
        else:
            reading.found = Found("")
            reading.target = None
        self._reader.pane.mark()
        self._reader.say("")
        self._reader.show_status()

    def _ask(self, forward: bool) -> None:
        reader, reading = self._reader, self._reader.reading
        began, top, before = reading.cursor, reading.found, reader.pane.view.top

        def show(query: str) -> None:
            found = reading.finder.find(query)
            reading.found = found
            if found.trouble:
                reader.say(found.trouble)
            elif not found.hits:
                reader.say("Not found." if query else "")
                reading.target = None
                reader.pane.mark()
            else:
                index = nearest(found.hits, began, forward)
                reader.go(found.hits[index])
                reader.say(f"{index + 1} of {len(found.hits)}")

        def done(query: str | None) -> None:
            reading.last_used = "search"
            if not query:
                reading.found = top if query is None else Found("")
                reading.target = None
                reader.pane.view.scroll_lines(before - reader.pane.view.top)
                reader.move_cursor(began)
                reader.pane.mark()
                return
            reader.desk.jumps.leave(Spot(reading.article.source, began))
            show(query)

        reader.ask(
            "/" if forward else "?", "Search: lower case finds both, \\v begins a regular expression", show, done
        )


def nearest(hits: tuple[Span, ...], offset: int, forward: bool) -> int:
    """The first hit at or after an offset, or before it; from the other end where there is none."""
    if forward:
        index = next_after(hits, offset - 1)
        return 0 if index is None else index
    index = last_before(hits, offset)
    return len(hits) - 1 if index is None else index
