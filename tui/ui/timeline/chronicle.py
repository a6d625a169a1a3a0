"""Rows of a timeline become a chronicle: days as headings, each on a scale of time, with the gaps between them."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.analysis.events.rows import EventRow
from tui.analysis.model import Day, Interval, Status
from tui.analysis.times.days.calendar import ordinal, weekday
from tui.counted import counted
from tui.text.head.typed_day import WEEKDAYS
from tui.ui.page.kinds import LETTER
from tui.ui.page.signs import Signs
from tui.ui.terminal.harmless import drawable
from tui.ui.timeline.axis import Axis, axis_for, grid, scale, track
from tui.ui.timeline.told import told
from tui.ui.timeline.wrapped import set_off

INDENT = 4  # columns before the words
READABLE = 100  # columns of words; longer lines are hard to follow
COARSE = 31  # days; what lasts longer leaves a gap from its beginning on
GREGORIAN = 1583  # the first year of which the weekdays are those of this calendar
_MONTHS_FROM, _YEARS_FROM = 70, 730  # days from which on a gap is said in months, and in years

Lines = list[list[Segment]]
StyleOf = Callable[..., Style]


class Chronicle:
    """Some rows in some order at some width; made anew when any of these changes."""

    def __init__(
        self, rows: Sequence[EventRow], in_time: bool, width: int, most_lines: int, signs: Signs, high: bool
    ) -> None:
        self.rows, self.width, self._signs, self._most = rows, width, signs, most_lines
        self._high = high  # whether there is room for gaps of several lines
        self.label = min(22, width) if width < 100 else 30  # columns of a heading's words; the scale stands behind them
        self.axis: Axis | None = None
        self._grid = ""
        self._words = max(1, min(READABLE, width - INDENT - 1))
        self._gaps = gaps(rows) if in_time else [0] * len(rows)
        self._heights: dict[tuple[int, bool], int] = {}  # asked for at every key

    def set_scale(self, days_a_column: int = 0, centre: Day | None = None) -> None:
        """The scale that suits the rows, or the one wanted."""
        intervals = [row.interval for row in self.rows if row.interval is not None]
        self.axis = axis_for(intervals, self.width - self.label - 1, days_a_column, centre)
        self._grid = grid(self.axis, self._signs) if self.axis is not None else ""

    def head(self, style: StyleOf) -> Lines:
        """The scale."""
        if self.axis is None:
            return []
        return [[Segment(" " * self.label, style()), Segment(scale(self.axis, self._signs), style("faint"))]]

    def lead(self, row: int, topmost: bool) -> int:
        """Lines before the row itself: a gap and a heading; the topmost row always has its heading, and no gap."""
        if topmost:
            return 1
        return self._gap_lines(row) + 1 if self._begins(row) else 0

    def height(self, row: int, topmost: bool) -> int:
        """Lines of a row with what stands before it."""
        found = self._heights.get((row, topmost))
        if found is None:
            shown = self.rows[row]
            found = self.lead(row, topmost) + len(told(shown, self._words, self._most).lines) + bool(shown.who)
            self._heights[row, topmost] = found
        return found

    def draw(self, row: int, topmost: bool, style: StyleOf, known: bool = False) -> Lines:
        """Gap, heading, words, and who takes part; `known` is faint."""
        shown, lines = self.rows[row], []
        if not topmost and self._begins(row):
            lines += self._gap(row, style)
        if topmost or self._begins(row):
            lines.append(self._heading(shown, style))
        words, broken, dating = told(shown, self._words, self._most)
        base = ("faint",) if known or shown.background or shown.status is not Status.DATED else ()
        styles = style(*base), style(*base, "dating")
        told_lines = set_off(words, broken, self._words, styles, dating, self._signs.ellipsis)
        for number, line in enumerate(told_lines):
            before = f"{shown.side:>2}".ljust(INDENT) if number == 0 else " " * INDENT
            lines.append([Segment(before, style("accent") if shown.side else style()), *line])
        if shown.who:
            lines.append(self._names(shown, style))
        return lines

    def _begins(self, row: int) -> bool:
        """Whether a row is the first of its day."""
        return row == 0 or _day_of(self.rows[row]) != _day_of(self.rows[row - 1])

    def _heading(self, row: EventRow, style: StyleOf) -> list[Segment]:
        doubt = f" {self._signs_of_doubt(row)}" if row.doubt else ""
        words = drawable(heading(row)) + doubt
        if row.status is Status.REPORTED:
            words = f"({words})"
        if cell_len(words) > self.label - 1:
            words = words[: max(0, self.label - 2)] + self._signs.ellipsis[:1]
        firm = row.status is Status.DATED and not row.doubt
        line = [Segment(words, style("strong") if firm else style("faint", "doubtful"))]
        if self.axis is None or row.interval is None:
            return line
        column, drawn = track(self.axis, row.interval, bool(row.doubt), self._signs)
        before = " " * (self.label - cell_len(words)) + self._grid[:column]
        line += [Segment(before, style("faint")), Segment(drawn, style("accent") if firm else style("doubtful"))]
        return [*line, Segment(self._grid[column + len(drawn) :], style("faint"))]

    def _signs_of_doubt(self, row: EventRow) -> str:
        """ "?" where the day is doubtful, "~" where it is only roughly known; in words where there is room."""
        sign = row.doubt
        if self.label < 30 or cell_len(heading(row)) > 16:
            return sign
        return f"{sign} {'doubtful' if sign == '?' else 'roughly'}"

    def _gap_lines(self, row: int) -> int:
        days = self._gaps[row]
        if not days:
            return 0
        return 1 + ((days >= _MONTHS_FROM) + (days >= _YEARS_FROM) if self._high else 0)

    def _gap(self, row: int, style: StyleOf) -> Lines:
        """A broken line, the longer the more time lies between, and how much it is."""
        lines = self._gap_lines(row)
        if not lines:
            return []
        bar, days = f" {self._signs.gap}", self._gaps[row]
        words = f"{bar}  {how_long(abs(days))} {'later' if days > 0 else 'earlier'}"
        return [[Segment(line, style("faint"))] for line in ((words,) if lines == 1 else (bar, words, bar)[:lines])]

    def _names(self, row: EventRow, style: StyleOf) -> list[Segment]:
        """Each name behind the letter of its kind, in its colour; as many as there is room for."""
        line, room = [Segment(" " * INDENT, style())], self.width - INDENT - 1
        for number, name in enumerate(row.who):
            kind = row.kinds[number] if number < len(row.kinds) else None
            words = f"{LETTER[kind]} {drawable(name)}" if kind is not None else drawable(name)
            more = f" +{len(row.who) - number}"
            left = 0 if number == len(row.who) - 1 else len(more)
            if cell_len(words) + 2 + left > room:
                line.append(Segment(more, style("faint")))
                break
            line += [Segment(words, style(kind.value.lower()) if kind is not None else style()), Segment("  ", style())]
            room -= cell_len(words) + 2
        return line


def heading(row: EventRow) -> str:
    """The days of a row in words, a single one with its weekday."""
    return row.when if row.interval is None else with_weekday(row.when, row.interval, row.edtf)


def with_weekday(words: str, days: Interval, edtf: str) -> str:
    """Days in words, a single one with its weekday."""
    if days.first != days.last or days.first.year < GREGORIAN or edtf.endswith("/.."):
        return words
    return f"{WEEKDAYS[weekday(days.first)][:3].capitalize()} {words}"


def gaps(rows: Sequence[EventRow]) -> list[int]:
    """Days from what stands before to each row, 0 where none lies between; below 0 where time runs back."""
    found = [0] * len(rows)
    dated = [(number, row.interval) for number, row in enumerate(rows) if row.interval is not None]
    if len(dated) < 2:
        return found
    backwards = dated[0][1] > dated[-1][1]
    reached = ordinal(dated[0][1].first) if backwards else _end(dated[0][1])
    for (_, before), (number, days) in pairwise(dated):
        apart = reached - _end(days) if backwards else ordinal(days.first) - reached
        inside = before.first <= days.first and days.last <= before.last
        if apart > 1 and not inside:
            found[number] = -apart if backwards else apart
        reached = min(reached, ordinal(days.first)) if backwards else max(reached, _end(days))
    return found


def _end(days: Interval) -> int:
    """Where an interval ends for what comes after it; a coarse one, "2019", ends where it begins."""
    return ordinal(days.first if ordinal(days.last) - ordinal(days.first) > COARSE else days.last)


def how_long(days: int) -> str:
    """Days as people say them: "9 days", "3 weeks", "5 months", "12 years"."""
    if days < 14:
        return counted(days, "day")
    if days < _MONTHS_FROM:
        return counted(round(days / 7), "week")
    if days < _YEARS_FROM:
        return counted(round(days / 30.44), "month")
    return counted(round(days / 365.24), "year")


def _day_of(row: EventRow) -> tuple[object, ...]:
    return row.interval, row.when, row.doubt, row.status is Status.REPORTED
