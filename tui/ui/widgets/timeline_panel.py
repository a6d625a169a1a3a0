"""What happened when: the events of one or two articles in order of time, each a way back to its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from rich.segment import Segment

from tui.analysis.calendar import label
from tui.analysis.model import Status, TimelineEvent
from tui.ui.histogram import Zoom, histogram, zoom_for
from tui.ui.rows import Lines, RowsView, fit
from tui.ui.signs import Signs


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with the sentence it leads back to. `side` is "<", ">" or "=" when two articles are merged."""

    event: TimelineEvent
    sentence: str
    names: str
    article: int = 0
    side: str = ""


class Order(Enum):
    """How the rows are sorted."""

    TIME = "by time"
    TIME_BACK = "latest first"
    TEXT = "by place in the text"
    TEXT_BACK = "by place, last first"


class TimelinePanel(RowsView):
    """Two lines an event: when and who, then the sentence."""

    row_height = 2
    empty = "No dates found."

    def __init__(self, signs: Signs, id: str | None = None) -> None:
        super().__init__(id=id)
        self._signs = signs
        self._all: Sequence[EventRow] = ()
        self.rows: tuple[EventRow, ...] = ()
        self.order = Order.TIME
        self.zoom: Zoom | None = None  # None: chosen by the rows
        self.reported = False
        self.background = True
        self.only: str = ""  # the name of the entity whose timeline this is
        self.filter = ""
        self._only_rows: frozenset[tuple[int, int]] = frozenset()

    def show(self, rows: Sequence[EventRow]) -> None:
        """The events of the article, or of both."""
        self._all = rows
        self.sort_rows()

    def sort_rows(self) -> None:
        """Filter and sort again after one of the switches changed."""
        wanted = self.filter.casefold()
        kept = [
            row
            for row in self._all
            if (self.reported or row.event.status is Status.DATED)
            and (self.background or not row.event.background)
            and (not self.only or self.only in row.names.split("; "))
            and wanted in f"{row.sentence} {label(row.event.interval)}".casefold()
        ]
        if self.order in (Order.TIME, Order.TIME_BACK):
            kept.sort(key=lambda row: (row.event.interval, row.article, row.event.clause))
        else:
            kept.sort(key=lambda row: (row.article, row.event.clause))
        if self.order in (Order.TIME_BACK, Order.TEXT_BACK):
            kept.reverse()
        self.rows = tuple(kept)
        self.set_count(len(kept))

    @property
    def under_cursor(self) -> EventRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def head(self, width: int) -> Lines:
        """A histogram of the rows and what is left out."""
        folded = sum(row.event.status is Status.REPORTED for row in self._all)
        parts = [self.order.value]
        if self.only:
            parts.append(f"only {self.only}")
        if self.filter:
            parts.append(f"/{self.filter}")
        if folded and not self.reported:
            parts.append(f"{folded} by the article's date folded (r)")
        lines = [[Segment(fit(f" {self._signs.middle} ".join(parts), width), self.style("faint"))]]
        if len(self.rows) > 1:
            intervals = [row.event.interval for row in self.rows]
            zoom = self.zoom or zoom_for(intervals, width)
            bars, axis = histogram(intervals, zoom, width, self._signs.sparks)
            lines += [[Segment(bars, self.style("accent"))], [Segment(axis, self.style("faint"))]]
        return lines

    def draw_row(self, row: int, width: int) -> Lines:
        """Date, side and names; below it the sentence."""
        shown = self.rows[row]
        event = shown.event
        when = label(event.interval)
        if event.uncertain:
            when += " ?" if "?" in event.edtf else " ~"
        if event.status is Status.REPORTED:
            when = f"({when})"
        ranged = f"{self._signs.range_bar * 2} " if event.interval.first != event.interval.last else ""
        style = self.style("faint") if event.status is Status.REPORTED else self.style("strong")
        side = f"{shown.side} " if shown.side else ""
        start = side + ranged + when
        names = fit(f"  {shown.names}", max(0, width - len(start)))
        first = [
            Segment(side, self.style("accent")),
            Segment(ranged, self.style("accent")),
            Segment(when, style),
            Segment(names, self.style("faint")),
        ]
        return [first, [Segment("  " + fit(shown.sentence, width - 2, self._signs.ellipsis), self.style())]]
