"""A single line of text with something at its left and something at its right."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from tui.ui.terminal.fast_lines import FastLines
from tui.ui.widgets.parts.rows import fit


class OneLine(FastLines):
    """Title bars, tabs and the status: redrawn only when its words change."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"line--{name}" for name in ("left", "right", "strong", "trouble")}
    DEFAULT_CSS = "OneLine { height: 1; }"

    def __init__(self, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._parts: tuple[tuple[tuple[str, str], ...], str] = ((), "")

    def set(self, left: str | tuple[tuple[str, str], ...], right: str = "", style: str = "left") -> None:
        """The words at the left, as one string or as (words, style) pairs, and those at the right."""
        parts = (((left, style),) if isinstance(left, str) else left, right)
        if parts != self._parts:
            self._parts = parts
            self.refresh()

    @property
    def text(self) -> str:
        """The words on the line."""
        return "".join(words for words, _ in self._parts[0]) + " " + self._parts[1]

    def render_line(self, y: int) -> Strip:
        """The line (Textual's line API)."""
        width = self.size.width
        left, right = self._parts
        right = f" {right}" if right else ""
        room = max(0, width - cell_len(right))
        segments = []
        for words, name in left:
            words = fit(words, min(room, cell_len(words)))
            room -= cell_len(words)
            segments.append(Segment(words, self.get_component_rich_style(f"line--{name}")))
        segments.append(Segment(" " * room, self.get_component_rich_style("line--left")))
        segments.append(Segment(fit(right, min(width, cell_len(right))), self.get_component_rich_style("line--right")))
        return Strip(segments).adjust_cell_length(width)
