"""How the page looks: width, justification, names, numbers, focus, overview; remembered for the next session."""

from typing import Any

from tui.ui.doing.reader import Reader
from tui.ui.page.looks import Looks

NARROWEST, WIDEST, STEP = 40, 120, 4


class Comfort:
    """Looks of both panes."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_wider(self, count: int | None) -> None:
        self._widen(STEP * (count or 1))

    def do_narrower(self, count: int | None) -> None:
        self._widen(-STEP * (count or 1))

    def do_wider_panel(self, count: int | None) -> None:
        self._widen_panel(STEP * (count or 1))

    def do_narrower_panel(self, count: int | None) -> None:
        self._widen_panel(-STEP * (count or 1))

    def do_justify(self, _count: int | None) -> None:
        looks = self._look(justify=not self._looks.justify)
        self._reader.say("Justified" if looks.justify else "Not justified")

    def do_names(self, _count: int | None) -> None:
        looks = self._look(names=not self._looks.names)
        for pane in self._reader.panes:
            pane.reading.show_names = looks.names
            pane.mark()
        self._reader.say("All names and dates are shown" if looks.names else "Only the selected name is shown")

    def do_numbers(self, _count: int | None) -> None:
        looks = self._look(numbers=not self._looks.numbers)
        self._reader.say("Line numbers" if looks.numbers else "No line numbers")

    def do_overview(self, _count: int | None) -> None:
        """A column at the right edge: where in the article hits, mentions and notes lie."""
        looks = self._look(overview=not self._looks.overview)
        signs = self._reader.desk.signs
        words = f"Overview: {signs.note} note  {signs.dot} hit  {signs.middle} mention  {signs.thumb} in view"
        self._reader.say(words if looks.overview else "No overview")

    def do_focus_mode(self, _count: int | None) -> None:
        """For this session only: whoever opens a dimmed article tomorrow would wonder."""
        focused = not self._reader.pane.focused_block
        for pane in self._reader.panes:
            pane.focused_block = focused
            pane.show_cursor()
        self._reader.say("Only the paragraph under the cursor is bright" if focused else "All paragraphs are bright")

    @property
    def _looks(self) -> Looks:
        return self._reader.desk.remembered.looks

    def _look(self, **changes: Any) -> Looks:
        looks = self._reader.desk.remembered.look(**changes)
        for pane in self._reader.panes:
            pane.view.set_looks(looks)
            pane.show_cursor()
        return looks

    def _widen(self, by: int) -> None:
        self._look(column=max(NARROWEST, min(self._looks.column + by, WIDEST)))
        room = self._reader.pane.view.page.width
        wanted = self._looks.column
        self._reader.say(f"Column {wanted}" + (f" ({room} fit here)" if room < wanted else ""))

    def _widen_panel(self, by: int) -> None:
        """What there is no room for is not remembered: the next key must be seen to do something."""
        reader = self._reader
        if not reader.panel.display:
            reader.say("The panel is not shown: \\ shows it.")
            return
        before = reader.panel.columns
        wanted = self._looks.panel + by
        self._look(panel=wanted)
        reader.place_parts()
        now = reader.panel.columns
        if now - before != by:
            self._look(panel=wanted - by + now - before)
        reader.say(f"Panel {now} columns" if now != before else f"Panel {now} columns: that is all there is room for.")
