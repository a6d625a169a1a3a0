"""How the page looks: width, justification, names, numbers, focus."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.ui.screens.reader import ReaderScreen

NARROWEST, WIDEST, STEP = 40, 120, 4


class Comfort:
    """Looks of both panes."""

    def __init__(self, reader: "ReaderScreen") -> None:
        self._reader = reader

    def do_wider(self, count: int | None) -> None:
        self._widen(STEP * (count or 1))

    def do_narrower(self, count: int | None) -> None:
        self._widen(-STEP * (count or 1))

    def do_justify(self, _count: int | None) -> None:
        for pane in self._reader.panes:
            pane.view.set_column(pane.view.column, not pane.view.justify)

    def do_names(self, _count: int | None) -> None:
        for pane in self._reader.panes:
            pane.reading.show_names = not pane.reading.show_names
            pane.mark()

    def do_numbers(self, _count: int | None) -> None:
        for pane in self._reader.panes:
            pane.view.numbers = not pane.view.numbers
            pane.view.set_column(pane.view.column, pane.view.justify)

    def _widen(self, by: int) -> None:
        for pane in self._reader.panes:
            pane.view.set_column(max(NARROWEST, min(pane.view.column + by, WIDEST)), pane.view.justify)
        self._reader.say(f"Column {self._reader.pane.view.column}")
