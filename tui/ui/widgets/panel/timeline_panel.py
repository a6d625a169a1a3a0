"""What happened when: the events of one or two articles in order of time, each a way back to its sentence."""

from collections.abc import Sequence
from enum import Enum
from typing import ClassVar

from rich.segment import Segment

from tui.analysis.events.rows import EventRow
from tui.analysis.model import Interval, Kind, Status
from tui.text.folding import fold
from tui.text.span import Span, at
from tui.ui.messages import RowReached
from tui.ui.page.signs import Signs
from tui.ui.timeline.chronicle import Chronicle
from tui.ui.timeline.told import told
from tui.ui.timeline.wrapped import set_off
from tui.ui.widgets.parts.histogram import Zoom, histogram, zoom_for
from tui.ui.widgets.parts.rows import Lines, RowsView, fit

INDENT = 2  # columns before the words
HIGH = 36  # lines from which on gaps of the chronicle may take several
COLUMN = {Zoom.DAY: 1, Zoom.MONTH: 30, Zoom.YEAR: 365, Zoom.DECADE: 3652}  # days in a column of the chronicle's scale


class Order(Enum):
    """How the rows are sorted."""

    TIME = "by time"
    TIME_BACK = "latest first"
    TEXT = "by place in the text"
    TEXT_BACK = "by place, last first"


class TimelinePanel(RowsView):
    """A line for when and who, and below it the words in as many lines as they need, up to `most_lines`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{name}" for name in ("dating", "doubtful", *map(str.lower, Kind))}
    empty = "No dates found."

    def __init__(self, signs: Signs, most_lines: int = 4, id: str | None = None) -> None:
        super().__init__(id=id)
        self._signs = signs
        self.most_lines = most_lines
        self._all: Sequence[EventRow] = ()  # in order of time
        self._searched: Sequence[str] = ()  # what a filter looks at in each of them, made at the first one
        self.rows: tuple[EventRow, ...] = ()
        self.order = Order.TIME
        self.zoom: Zoom | None = None  # None: chosen by the rows
        self.reported = False
        self.background = True
        self.only: str = ""  # the name of the entity whose timeline this is
        self.filter = ""
        self.date_key = "D"  # what sets the article's date
        self._whole_at: set[int] = set()  # columns in which the rows are a chronicle
        self.tells = False  # whether the row under the cursor is shown in the article beside it
        self._made: tuple[tuple[object, ...], Chronicle] | None = None
        self._waiting = 0  # rows that have no days as long as the article has none

    def show(self, rows: Sequence[EventRow], undated: frozenset[int] = frozenset()) -> None:
        """The events of the article, or of both, in order of time; `undated` articles have no date of their own."""
        waiting = sum(row.interval is None and row.article in undated for row in rows) if undated else 0
        if rows is not self._all or waiting != self._waiting:
            self._all, self._searched, self._waiting = rows, (), waiting
            self.sort_rows()

    def set_filter(self, text: str) -> None:
        """Show only rows with `text` in their words or their date."""
        self.filter = text
        self.sort_rows()

    def sort_rows(self) -> None:
        """Filter and sort again after one of the switches changed."""
        wanted = fold(self.filter).strip()
        if wanted and not self._searched:
            self._searched = [fold(f"{row.words} {row.when}") for row in self._all]
        kept = [
            row
            for number, row in enumerate(self._all)
            if row.is_shown(self.reported, self.background)
            and (not self.only or self.only in row.who)
            and (not wanted or wanted in self._searched[number])
        ]
        if self.order in (Order.TEXT, Order.TEXT_BACK):
            kept.sort(key=lambda row: (row.article, row.clause))
        if self.order in (Order.TIME_BACK, Order.TEXT_BACK):
            kept.reverse()
        self.rows = tuple(kept)
        self.set_count(len(kept))

    def put(self, row: int) -> None:
        """Put the cursor on a row, which the article beside it may show."""
        before = self.cursor
        super().put(row)
        if self.tells and self.cursor != before:
            self.post_message(RowReached(self.cursor))

    @property
    def numbers(self) -> tuple[int, int]:
        """How many rows are listed, and how many there are without a filter or an entity."""
        shown = sum(row.is_shown(self.reported, self.background) for row in self._all)
        return self.count, shown

    @property
    def intervals(self) -> list[Interval]:
        """The days of the rows that have any."""
        return [row.interval for row in self.rows if row.interval is not None]

    @property
    def under_cursor(self) -> EventRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def row_of(self, time: Span, article: int) -> int | None:
        """Number of the row that a date of an article makes, if it is shown."""
        dated = ((number, row.time) for number, row in enumerate(self.rows) if row.article == article)
        return next((number for number, place in dated if place is not None and place.overlaps(time)), None)

    def draw_head(self, width: int) -> Lines:
        """A histogram of the rows and what is left out."""
        folded = sum(row.status is Status.REPORTED for row in self._all)
        parts = [self.order.value]
        if self.only:
            parts.append(f"only {self.only}")
        if self.filter:
            parts.append(f"/{self.filter}")
        if folded and not self.reported:
            parts.append(f"{folded} by the article's date folded (r)")
        lines = [[Segment(fit(f" {self._signs.middle} ".join(parts), width), self.style("faint"))]]
        if self._waiting:
            wait = "row waits" if self._waiting == 1 else "rows wait"
            for words in (f"{wait} for the article's date", f"{wait} for a date"):
                if len(line := f"{self._waiting} {words}: {self.date_key}") <= width:
                    break
            lines.append([Segment(fit(line, width), self.style("accent"))])
        if self.whole:
            chronicle, row = self._chronicle(width), self.under_cursor
            centre = row.interval.first if row is not None and row.interval is not None else None
            chronicle.set_scale(COLUMN[self.zoom] if self.zoom is not None else 0, centre)
            return [*lines, *chronicle.head(self.style)]
        intervals = self.intervals
        if len(intervals) > 1:
            zoom = self.zoom or zoom_for(intervals, width)
            bars, axis = histogram(intervals, zoom, width, self._signs.sparks)
            lines += [[Segment(bars, self.style("accent"))], [Segment(axis, self.style("faint"))]]
        return lines

    @property
    def head_follows(self) -> bool:
        """A scale that was chosen has the row under the cursor in its middle."""
        return self.whole and self.zoom is not None

    def height_of(self, row: int, width: int, topmost: bool) -> int:
        """A line for the date, and those of the words."""
        if self.whole:
            return self._chronicle(width).height(row, topmost)
        return 1 + len(told(self.rows[row], max(1, width - INDENT), self.most_lines).lines)

    def lead_of(self, row: int, topmost: bool) -> int:
        """In the chronicle the gap and the day above a row."""
        return self._chronicle(self.size.width).lead(row, topmost) if self.whole else 0

    def _chronicle(self, width: int) -> Chronicle:
        """The rows as a chronicle, the same one until something about them changes."""
        made_from = self.rows, self.order, width, self.size.height >= HIGH
        if self._made is None or self._made[0][0] is not self.rows or self._made[0] != made_from:
            in_time = self.order in (Order.TIME, Order.TIME_BACK)
            chronicle = Chronicle(self.rows, in_time, width, self.most_lines, self._signs, self.size.height >= HIGH)
            self._made = made_from, chronicle
        return self._made[1]

    @property
    def whole(self) -> bool:
        """Whether the rows are drawn as a chronicle, in the width that this one has."""
        return self.size.width in self._whole_at

    def show_whole(self, whole: bool, columns: int) -> None:
        """Draw the rows as a chronicle, or as a list again, as soon as they have so many columns.

        The one in the columns of the other would be drawn for a moment, and sent over a slow line."""
        now = self.size.width
        if whole:
            self._whole_at = {now, columns} if self.whole else {columns}
        elif columns == now or not self.whole:
            self._whole_at = set()
        if columns == now:
            self._head = None
            self._follow()
            self.refresh()

    def zoom_by(self, by: int) -> Zoom | None:
        """A finer or coarser scale, and which; None where there is nothing to scale."""
        if not self.intervals:
            return None
        zoom = int(self.zoom or zoom_for(self.intervals, self.size.width)) + by
        axis = self._chronicle(self.size.width).axis if self.whole else None
        if axis is not None:  # from what is seen
            finer = [unit for unit, days in COLUMN.items() if days < axis.days_a_column * 0.99]
            zoom = int(max(finer, default=Zoom.DAY)) + (0 if by < 0 else 1)
        self.zoom = Zoom(max(Zoom.DAY, min(zoom, Zoom.DECADE)))
        self.refresh()
        return self.zoom

    def draw_row(self, row: int, width: int) -> Lines:
        """Date, side and names; below it the words, those that date it set off."""
        shown = self.rows[row]
        known = at(self.known, shown.clause.start) is not None
        if self.whole:
            return self._chronicle(width).draw(row, row == self.top, self.style, known)
        when = shown.when
        if shown.doubt:
            when += f" {shown.doubt}"
        if shown.status is Status.REPORTED:
            when = f"({when})"
        lasts = shown.interval is not None and shown.interval.first != shown.interval.last
        ranged = f"{self._signs.range_bar * 2} " if lasts else ""
        style = self.style("strong") if shown.status is Status.DATED and not known else self.style("faint")
        side = f"{shown.side} " if shown.side else ""
        start = side + ranged + when
        names = fit(f"  {shown.names}", max(0, width - len(start)))
        first = [
            Segment(side, self.style("accent")),
            Segment(ranged, self.style("accent")),
            Segment(when, style),
            Segment(names, self.style("faint")),
        ]
        words, lines, dating = told(shown, max(1, width - INDENT), self.most_lines)
        styles = self.style("faint") if known else self.style(), self.style("dating")
        drawn = set_off(words, lines, max(1, width - INDENT), styles, dating, self._signs.ellipsis)
        return [first, *([Segment(" " * INDENT, self.style()), *line] for line in drawn)]
