"""Searching in the text as one types."""

import asyncio
from collections.abc import Callable, Sequence

from tui.text.span import Span, last_before, next_after
from tui.ui.doing.reader import Reader
from tui.ui.keys.actions import BY_ID
from tui.ui.page.jumps import Spot
from tui.ui.page.search import REGULAR, Found
from tui.ui.reading.expressions import find_expression
from tui.ui.reading.reading import Reading

HESITATION = 0.2  # seconds after which is shown that a search goes on
LONG = 200_000  # characters that take a while to be folded
ENDED = "The search was ended."


class Finding:
    """The search of the active pane."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._search: asyncio.Task[Found] | None = None  # for an expression, which may take long
        self._sought = ""  # what it looks for
        self._slow = False  # whether it takes longer than one notices
        self._holds = False  # whether the keys wait for it

    def do_search(self, _count: int | None) -> None:
        self._ask(forward=True)

    def do_search_back(self, _count: int | None) -> None:
        self._ask(forward=False)

    def clear(self) -> None:
        """Take the selection away, else the hits and what the last jump landed on."""
        reading = self._reader.reading
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
        self.stop()
        if len(reading.article.text) > LONG:  # while the first letters are typed
            reader.run_worker(asyncio.to_thread(reading.finder.prepare), group="folding")
        shown, unfolded = False, frozenset(reading.unfolded)

        def refold() -> None:
            """Fold what the search opened on its way: only what it ends in stays open."""
            if reading.unfolded != unfolded:
                reading.unfolded = set(unfolded)
                reader.pane.refold()

        def show(query: str) -> None:
            nonlocal shown
            shown = True
            self.stop()
            refold()
            if is_expression(query):
                self._look(reading, query, take)
            else:
                take(reading.finder.find(query))

        def take(found: Found) -> None:
            reading.found = found
            if reader.reading is not reading:
                return  # the keys are with another article by now
            if not found.hits:
                nothing = "Not found." if found.query.removeprefix(REGULAR).strip() else ""
                reader.say(found.trouble or nothing)
                reading.target = None
                reader.pane.mark()
            else:
                index = nearest(found.hits, began, forward)
                reader.go(found.hits[index])
                reader.say(f"{index + 1} of {len(found.hits)}")

        def done(query: str | None) -> None:
            reading.last_used = "search"
            ended = query is None and self.stop()
            if query == "":  # the last search again, as in less and vi
                query = last.query or (searches[-1] if searches else "")
            if not query:
                reading.found = last
                reading.target = None
                refold()
                reader.pane.view.scroll_lines(before - reader.pane.view.top)
                reader.move_cursor(began)
                reader.pane.mark()
                if ended:
                    reader.say(ENDED)
                return
            reader.desk.jumps.leave(Spot(reading.article.source, began))
            searches.append(query)
            if query == last.query and last.hits and not shown:
                reader.run(BY_ID["next_again" if forward else "previous_again"])
            elif not self._looks_for(query) and (query != reading.found.query or not shown):
                show(query)
            if self._search is not None and not self._slow:
                reader.hold_keys()  # "n" is typed for what will be found
                self._holds = True

        question = "Search   Ctrl+R: as a regular expression   Up: earlier ones"
        reader.ask("/" if forward else "?", question, show, done, earlier=searches, switch=REGULAR)

    def begin_at(self, sought: Sequence[str]) -> bool:
        """Open the article at the first place of the first of these words that stands in it, if one does."""
        reading = self._reader.reading
        for words in sought:
            found = reading.finder.find(words)
            if found.hits:
                reading.found, reading.last_used, reading.cursor = found, "search", found.hits[0].start
                self._reader.desk.searches.append(words)
                return True
        return False

    def show_hit(self) -> None:
        """Show the first hit, unless a key has gone on already."""
        hits = self._reader.reading.found.hits
        if hits and self._reader.reading.cursor == hits[0].start:
            self._reader.go(hits[0])
            self._reader.say(f"1 of {len(hits)}")

    def again(self, reading: Reading) -> None:
        """The text has changed: look for the expression once more, without going anywhere."""

        def take(found: Found) -> None:
            reading.found = found
            for pane in self._reader.panes:
                if pane.reading is reading:
                    pane.mark()

        if is_expression(reading.found.query):
            self._look(reading, reading.found.query, take)

    def _look(self, reading: Reading, query: str, take: Callable[[Found], None]) -> None:
        """Look for an expression beside the keys, in the place of the one that was looked for before."""
        self.stop()
        self._sought, self._slow = query, False
        self._search = asyncio.create_task(find_expression(reading.article.text, query))
        self._reader.run_worker(self._wait_for(self._search, reading, take), group="search")

    async def _wait_for(self, search: asyncio.Task[Found], reading: Reading, take: Callable[[Found], None]) -> None:
        text = reading.article.text
        try:
            await asyncio.wait((search,), timeout=HESITATION)
            if search is self._search and not search.done():
                self._slow = True
                self._reader.say("Searching: Esc ends it.")
                self._release()
            found = await search
        finally:
            search.cancel()  # who waits for it may be gone
        if search is self._search:
            self._search = None
            if reading.article.text is text:
                take(found)
            self._release()

    def _release(self) -> None:
        if self._holds:
            self._holds = False
            self._reader.release_keys()

    def _looks_for(self, query: str) -> bool:
        return self._search is not None and self._sought == query

    def stop(self) -> bool:
        """End the search that goes on; whether there was one."""
        search, self._search = self._search, None
        return search is not None and search.cancel()


def is_expression(query: str) -> bool:
    """Whether it is looked for as a regular expression."""
    return query.startswith(REGULAR) and query != REGULAR


def nearest(hits: tuple[Span, ...], offset: int, forward: bool) -> int:
    """The first hit at or after an offset, or before it; from the other end where there is none."""
    if forward:
        index = next_after(hits, offset - 1)
        return 0 if index is None else index
    index = last_before(hits, offset)
    return len(hits) - 1 if index is None else index
