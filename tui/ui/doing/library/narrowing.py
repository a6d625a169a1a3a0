"""The list becomes shorter as one types, and by what its articles have in common."""

import asyncio
from functools import partial

from tui.library.facets import facets
from tui.library.query import narrowed
from tui.ui.doing.library.library import Library
from tui.ui.keys.completion import Offer
from tui.ui.messages import Finished

FILTER = 'Words, "phrases", -without, OR, from: after: before: is: has: name: tag:'


class Narrowing:
    """The filter, and the panel that adds to it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._number = 0  # of the list whose facets are wanted

    def do_shelf_filter(self, _count: int | None) -> None:
        library = self._library
        before = library.filter

        def show(text: str) -> None:
            library.filter = text
            library.say("")
            library.fill()

        def done(text: str | None) -> None:
            show(before if text is None else text)
            library.set_focus(library.rows)

        library.ask("/", FILTER, show, done, text=before, offered=self._offered)

    def do_shelf_clear(self, _count: int | None) -> None:
        library = self._library
        if library.focused is library.facets:
            self._close()
        elif library.rows.marked:
            library.rows.marked.clear()
            library.rows.refresh()
            library.say("")
        elif library.filter or not library.lies_over:
            library.filter = ""
            library.say("")
            library.fill()
        else:
            library.post_message(Finished(library))

    def do_shelf_facets(self, _count: int | None) -> None:
        library = self._library
        if library.focused is library.facets:
            self._close()
            return
        library.panel.display = True
        library.set_focus(library.facets)
        self.follow()

    def do_shelf_switch(self, _count: int | None) -> None:
        library = self._library
        other = library.rows if library.focused is library.facets else library.facets
        if library.panel.display:
            library.set_focus(other)

    def narrow(self) -> None:
        """Ask for the value under the panel's cursor as well."""
        library, facet = self._library, self._library.facets.under_cursor
        if facet is not None:
            library.filter = narrowed(library.filter, *facet.terms)
            library.fill()

    def follow(self) -> None:
        """What is listed now is counted beside the keys; what was listed before is not wanted any more."""
        self._number += 1
        if self._library.panel.display:
            self._library.aside(partial(self._count, self._number), "facets")

    async def _count(self, number: int) -> None:
        library = self._library
        index, listing, entries = library.desk.index, library.listing, library.rows.entries
        found = await asyncio.to_thread(facets, entries, listing, index, lambda: number == self._number)
        if number == self._number and library.is_attached:
            library.facets.empty = "Nothing to narrow by."
            library.facets.show(found)

    def _close(self) -> None:
        self._library.panel.display = False
        self._library.set_focus(self._library.rows)

    def _offered(self, before: str) -> Offer | None:
        start, choices = self._library.listing.offers(before)
        return Offer(start, choices) if choices else None
