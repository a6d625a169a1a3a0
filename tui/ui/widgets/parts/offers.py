"""What can be taken in place of what is being typed: a few rows above the line at the foot."""

from rich.cells import cell_len
from rich.segment import Segment

from tui.ui.keys.choosing import Choosing
from tui.ui.keys.completion import Offer
from tui.ui.widgets.parts.rows import Lines, RowsView, fit

MOST = 8  # rows in view; the others are scrolled to


class Offers(RowsView):
    """A list without keys of its own: whoever has them says which row is the next."""

    empty = ""

    def __init__(self) -> None:
        super().__init__()
        self.can_focus = False
        self._offer: Offer | None = None
        self._shown: tuple[Offer | None, int, int] = None, -1, 0
        self.display = False

    def show(self, choosing: Choosing | None, room: int = MOST) -> None:
        """The choices in at most `room` rows, or nothing where nothing is offered."""
        offer, index = (choosing.offer, choosing.index) if choosing is not None else (None, -1)
        if self._shown == (offer, index, room):
            return
        self._shown = offer, index, room
        self._offer = offer
        self.display = offer is not None and room > 0
        if offer is not None and room > 0:
            self.styles.height = min(len(offer.choices), MOST, room)
        self.set_count(len(offer.choices) if offer is not None else 0)
        self.put(max(0, index))

    def draw_row(self, row: int, width: int) -> Lines:
        """A choice, with a sign before the one that is taken or would be, and what is known of it."""
        assert self._offer is not None
        sign = ">" if row == self.cursor else " "
        beside = self._offer.beside[row] if row < len(self._offer.beside) else ""
        room = max(0, width - 3 - cell_len(beside))
        style = self.style("strong") if row == self.cursor else self.style()
        return [
            [
                Segment(f"{sign} ", self.style("accent")),
                Segment(fit(self._offer.choices[row], room), style),
                Segment(f" {beside}", self.style("faint")),
            ]
        ]
