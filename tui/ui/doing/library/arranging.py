"""In which order articles are listed, and how books among them are read."""

from tui.library.listing import ORDERS
from tui.ui.doing.library.library import Library


class Arranging:
    """Both are remembered."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def do_shelf_sort(self, _count: int | None) -> None:
        library, orders = self._library, list(ORDERS)
        order = orders[(orders.index(library.listing.order) + 1) % len(orders)]
        library.desk.remembered.sort(order)
        library.listing = library.listing.in_order(order)
        library.fill()
        library.say(f"Sorted {ORDERS[order][0]}.")

    def do_books_ask(self, _count: int | None) -> None:
        self._library.desk.remembered.read_books("")
        self._library.say("The next book of several chapters asks how it is to be read.")
