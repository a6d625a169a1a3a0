"""The cursor goes through the list that has the keys: the articles, or the panel beside them."""

from tui.ui.doing.library.library import Library
from tui.ui.widgets.parts.rows import RowsView


class Stepping:
    """Up and down."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @property
    def _in_front(self) -> RowsView:
        library = self._library
        return library.facets if library.focused is library.facets else library.rows

    def do_shelf_down(self, count: int | None) -> None:
        self._in_front.move(count or 1)

    def do_shelf_up(self, count: int | None) -> None:
        self._in_front.move(-(count or 1))

    def do_shelf_page_down(self, count: int | None) -> None:
        self._in_front.move((count or 1) * self._in_front.page_rows)

    def do_shelf_page_up(self, count: int | None) -> None:
        self._in_front.move(-(count or 1) * self._in_front.page_rows)

    def do_shelf_top(self, count: int | None) -> None:
        self._in_front.put((count or 1) - 1)

    def do_shelf_next_unread(self, _count: int | None) -> None:
        library, rows = self._library, self._library.rows
        order = [*range(rows.cursor + 1, rows.count), *range(rows.cursor)]
        row = next((row for row in order if library.listing.is_unread(rows.entries[row])), None)
        if row is None:
            library.say("No other unread article is listed.")
        else:
            library.set_focus(rows)
            rows.put(row)

    def do_shelf_bottom(self, count: int | None) -> None:
        self._in_front.put(self._in_front.count - 1 if count is None else count - 1)
