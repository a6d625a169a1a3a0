"""A list of rows with a cursor, drawn line by line; what the lists of the panel and the library are made of."""

from collections.abc import Callable, Sequence, Set
from functools import partial
from typing import ClassVar, Self

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from tui.text.span import Span
from tui.ui.messages import RowChosen
from tui.ui.terminal.fast_lines import FastLines
from tui.ui.terminal.fit import fit as fit  # every list fits its words

Lines = Sequence[Sequence[Segment]]


class RowsView(FastLines, can_focus=True):
    """Shows `count` rows from row `top` on, each of as many lines as it needs; a subclass draws a row."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"rows--{name}" for name in ("text", "faint", "cursor", "strong", "accent")
    }
    row_height = 1  # lines of every row, where a subclass does not say it of each
    empty = "Nothing here yet."

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.count = 0
        self.cursor = 0
        self.top = 0
        self._head: tuple[int, Lines] | None = None  # with the width it was made for
        self._styles: dict[tuple[str, ...], Style] = {}
        self._in_view: tuple[tuple[int, ...], list[tuple[int, int]]] | None = None  # row and line, by line
        self._row_drawn: tuple[int, int, Lines] | None = None  # the row drawn last, and its width

    def height_of(self, row: int, width: int, topmost: bool) -> int:
        """How many lines a row takes; `topmost` is the first one in view."""
        return self.row_height

    def lead_of(self, row: int, topmost: bool) -> int:
        """How many of these stand before the row itself, as a heading does: the cursor is not drawn over them."""
        return 0

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
            self._head = self._in_view = None
        self._row_drawn = None
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
        cursor, top, width = self.cursor, self.top, self.size.width
        before = self._lines(width) if width else []
        self.cursor = max(0, min(row, self.count - 1))
        self._follow()
        if self.top == top:
            self.refresh_rows(cursor, self.cursor)
        elif self.head_follows or not width:
            self.refresh()
        else:
            self._shift_rows(before, {cursor, self.cursor, top, self.top})

    def _shift_rows(self, before: Sequence[tuple[int, int]], anew: Set[int]) -> None:
        """Draw the rows that come into view, and those of `anew`; the lines of the others only stand elsewhere now."""
        width, self._row_drawn = self.size.width, None
        head = len(self.head(width))
        places = {place: y for y, place in enumerate(before, head) if place[0] not in anew}
        now = {y: places[place] for y, place in enumerate(self._lines(width), head) if place in places}
        self.shift({y: y for y in range(head)} | now)

    @property
    def head_follows(self) -> bool:
        """Whether the lines above the rows, or anything in all rows, depend on where the cursor is."""
        return False

    known: Sequence[Span] = ()  # places of the text that were read elsewhere; rows of them are faint

    def show_known(self, known: Sequence[Span]) -> None:
        """Other places are known now."""
        if known != self.known:
            self.known = known
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
        lines = [head + index for index, (row, _) in enumerate(self._lines(width)) if row in rows]
        if lines:
            self.refresh(*(Region(0, line, width, 1) for line in lines))

    @property
    def page_rows(self) -> int:
        """Rows in view as a whole."""
        width = self.size.width
        return max(1, sum(line + 1 == self.height_of(row, width, row == self.top) for row, line in self._lines(width)))

    def row_at(self, y: int) -> int | None:
        """The row that stands on a line of the widget."""
        width = self.size.width
        lines, index = self._lines(width), y - len(self.head(width))
        return lines[index][0] if 0 <= index < len(lines) else None

    def _room(self, width: int) -> int:
        return max(0, self.size.height - len(self.head(max(1, width))))

    def _lines(self, width: int) -> list[tuple[int, int]]:
        """Row and line of the row for each line below the head, as far as there are rows."""
        room = self._room(width)
        key = self.top, width, room, self.count
        if self._in_view is None or self._in_view[0] != key:
            lines: list[tuple[int, int]] = []
            row = self.top
            while row < self.count and len(lines) < room:
                lines += ((row, line) for line in range(self.height_of(row, width, row == self.top)))
                row += 1
            self._in_view = key, lines[:room]
        return self._in_view[1]

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
        lines = self._lines(width)
        if y - len(head) >= len(lines):
            text = self.empty if self.count == 0 and y == len(head) else ""
            return Strip([Segment(text, self.style("faint"))]).adjust_cell_length(width, base)
        row, line = lines[y - len(head)]
        drawn = self._drawn(row, width)
        strip = Strip(drawn[line] if line < len(drawn) else []).adjust_cell_length(width, base).simplify()
        if row == self.cursor and line >= self.lead_of(row, row == self.top):
            strip = strip.apply_style(self.style("cursor") if self.has_focus else self.style("strong"))
        return strip

    def _drawn(self, row: int, width: int) -> Lines:
        """The lines of a row, made once for all of them: they are asked for one after the other."""
        if self._row_drawn is None or self._row_drawn[:2] != (row, width):
            self._row_drawn = row, width, self.draw_row(row, width)
        return self._row_drawn[2]

    def notify_style_update(self) -> None:
        """Colours changed: forget the styles made from them."""
        self._styles.clear()
        self._head = self._row_drawn = None
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
        row = self.row_at(event.y)
        if row is not None:
            self.put(row)
            self.post_message(RowChosen(row))

    def _follow(self) -> None:
        """Keep the cursor in view, and no room empty."""
        if self.size.width:
            lowest = self._top_for(self.cursor)
            last = self._top_for(self.count - 1) if self.count else 0
            self.top = max(0, min(self.cursor, max(self.top, lowest), last))

    def _top_for(self, row: int) -> int:
        """The first row from which on `row` is in view as a whole."""
        width, room = self.size.width, self._room(self.size.width)
        top, below = row, 0
        while top > 0:
            below += self.height_of(top, width, False)
            if self.height_of(top - 1, width, True) + below > room:
                break
            top -= 1
        return top
