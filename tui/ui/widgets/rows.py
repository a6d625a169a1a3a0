"""A list of rows with a cursor, drawn line by line; what the lists of the panel and the library are made of."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, Self

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from tui.ui.messages import RowChosen
from tui.ui.terminal.fast_lines import FastLines
from tui.ui.terminal.harmless import drawable

Lines = Sequence[Sequence[Segment]]


def fit(text: str, cells: int, ellipsis: str = "…") -> str:
    """The text in exactly `cells` cells: filled with spaces, or cut with an ellipsis; harmless to draw."""
    text = drawable(text)
    if cell_len(text) <= cells:
        return set_cell_size(text, cells)
    sign = ellipsis[:cells]
    return set_cell_size(text, max(0, cells - len(sign))) + sign


class RowsView(FastLines, can_focus=True):
    """Shows `count` rows of `row_height` lines each from row `top` on; a subclass draws a row."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"rows--{name}" for name in ("text", "faint", "cursor", "strong", "accent")
    }
    row_height = 1
    empty = "Nothing here yet."

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.count = 0
        self.cursor = 0
        self.top = 0
        self._head: tuple[int, Lines] | None = None  # with the width it was made for
        self._styles: dict[tuple[str, ...], Style] = {}

    def draw_row(self, row: int, width: int) -> Lines:
        """The lines of a row as segments; they are cut or filled to `width` afterwards."""
        raise NotImplementedError

    def draw_head(self, width: int) -> Lines:
        """Lines above the rows that do not move: a filter, a histogram."""
        return ()

    def head(self, width: int) -> Lines:
        """These lines, made once until all is drawn anew."""
        if self._head is None or self._head[0] != width:
            self._head = width, self.draw_head(width)
        return self._head[1]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw all lines anew, or those of some regions."""
        if not regions:
            self._head = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    @property
    def numbers(self) -> tuple[int, int]:
        """How many things are listed, headings not counted, and how many there are without a filter."""
        return self.count, self.count

    # What the screen sets

    def set_count(self, count: int) -> None:
        """The rows changed; the cursor stays where it can."""
        self.count = count
        self.cursor = max(0, min(self.cursor, count - 1))
        self._head = None
        self._follow()
        self.refresh()

    def move(self, rows: int) -> None:
        """Move the cursor."""
        self.put(self.cursor + rows)

    def put(self, row: int) -> None:
        """Put the cursor on a row."""
        cursor, top = self.cursor, self.top
        self.cursor = max(0, min(row, self.count - 1))
        self._follow()
        if self.top == top:
            self.refresh_rows(cursor, self.cursor)
        else:
            self.refresh()

    def row_alone(self, number: int) -> tuple[str, Callable[[], None]] | None:
        """What a number by itself means in a list: that row, the first being 1; in words, and to be done."""
        if not 0 < number <= self.count:
            return None
        return f"row {number}, or a motion {number} times", partial(self.put, number - 1)

    def refresh_rows(self, *rows: int) -> None:
        """Draw these rows anew, and no others."""
        width = self.size.width
        if not width:
            return
        head = len(self.head(width))
        for row in set(rows):
            line = head + (row - self.top) * self.row_height
            if head <= line < self.size.height:
                self.refresh(Region(0, line, width, self.row_height))

    @property
    def page_rows(self) -> int:
        """Rows in view."""
        return max(1, (self.size.height - len(self.head(max(1, self.size.width)))) // self.row_height)

    # Drawing

    def style(self, *names: str) -> Style:
        """The component styles `rows--<name>` laid over each other."""
        found = self._styles.get(names)
        if found is None:
            found = self.get_component_rich_style("rows--text")
            for name in names:
                found += self.get_component_rich_style(f"rows--{name}", partial=True)
            self._styles[names] = found
        return found

    def render_line(self, y: int) -> Strip:
        """One line of the widget (Textual's line API)."""
        width = self.size.width
        base = self.style()
        head = self.head(width)
        if y < len(head):
            return Strip(head[y]).adjust_cell_length(width, base)
        row, line = divmod(y - len(head), self.row_height)
        row += self.top
        if row >= self.count:
            text = self.empty if self.count == 0 and y == len(head) else ""
            return Strip([Segment(text, self.style("faint"))]).adjust_cell_length(width, base)
        lines = self.draw_row(row, width)
        strip = Strip(lines[line] if line < len(lines) else []).adjust_cell_length(width, base).simplify()
        if row == self.cursor:
            strip = strip.apply_style(self.style("cursor") if self.has_focus else self.style("strong"))
        return strip

    def notify_style_update(self) -> None:
        """Colours changed: forget the styles made from them."""
        self._styles.clear()
        self._head = None
        super().notify_style_update()

    def on_focus(self) -> None:
        """The cursor is drawn differently while the list has the keys."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is drawn differently while the list has the keys."""
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in view, and no room empty."""
        self._follow()
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the cursor."""
        event.stop()
        self.move(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the cursor."""
        event.stop()
        self.move(-3)

    def on_click(self, event: events.Click) -> None:
        """A click chooses a row."""
        row = self.top + (event.y - len(self.head(self.size.width))) // self.row_height
        if 0 <= row < self.count:
            self.put(row)
            self.post_message(RowChosen(row))

    def _follow(self) -> None:
        rows = self.page_rows
        if self.cursor < self.top:
            self.top = self.cursor
        elif self.cursor >= self.top + rows:
            self.top = self.cursor - rows + 1
        self.top = max(0, min(self.top, self.count - rows)) if self.count > rows else 0
