"""Searching in the text as one types."""

from tui.text.span import Span, last_before, next_after
from tui.ui.doing.reader import Reader
from tui.ui.keys.actions import BY_ID
from tui.ui.page.jumps import Spot
from tui.ui.page.search import REGULAR, Found


class Finding:
    """The search of the active pane."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_search(self, _count: int | None) -> None:
        self._ask(forward=True)

    def do_search_back(self, _count: int | None) -> None:
        self._ask(forward=False)

    def do_clear(self, _count: int | None) -> None:
        reading = self._reader.reading
        if self._reader.has_keys(self._reader.panel.current) and not self._reader.wide:
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
        began, last, before = reading.cursor, reading.found, reader.pane.view.top
        searches = reader.desk.searches
        shown, unfolded = False, frozenset(reading.unfolded)

        def refold() -> None:
            """Fold what the search opened on its way: only what it ends in stays open."""
            if reading.unfolded != unfolded:
                reading.unfolded = set(unfolded)
                reader.pane.refold()

        def show(query: str) -> None:
            nonlocal shown
            shown = True
            refold()
            found = reading.finder.find(query)
            reading.found = found
            if found.trouble:
                reader.say(found.trouble)
            elif not found.hits:
                reader.say("Not found." if query.removeprefix(REGULAR) else "")
                reading.target = None
                reader.pane.mark()
            else:
                index = nearest(found.hits, began, forward)
                reader.go(found.hits[index])
                reader.say(f"{index + 1} of {len(found.hits)}")

        def done(query: str | None) -> None:
            reading.last_used = "search"
            if query == "":  # the last search again, as in less and vi
                query = last.query or (searches[-1] if searches else "")
            if not query:
                reading.found = last
                reading.target = None
                refold()
                reader.pane.view.scroll_lines(before - reader.pane.view.top)
                reader.move_cursor(began)
                reader.pane.mark()
                return
            reader.desk.jumps.leave(Spot(reading.article.source, began))
            searches.append(query)
            if query == last.query and last.hits and not shown:
                reader.run(BY_ID["next_again" if forward else "previous_again"])
            elif query != reading.found.query or not shown:
                show(query)

        question = "Search   Ctrl+R: as a regular expression   Up: earlier ones"
        reader.ask("/" if forward else "?", question, show, done, earlier=searches, switch=REGULAR)


def nearest(hits: tuple[Span, ...], offset: int, forward: bool) -> int:
    """The first hit at or after an offset, or before it; from the other end where there is none."""
    if forward:
        index = next_after(hits, offset - 1)
        return 0 if index is None else index
    index = last_before(hits, offset)
    return len(hits) - 1 if index is None else index
