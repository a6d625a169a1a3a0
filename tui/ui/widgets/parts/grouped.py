"""Rows below headings, each with its words in as many lines as they need: the lists of what the article says."""

from collections import Counter
from collections.abc import Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from rich.segment import Segment

from tui.text.folding import fold
from tui.text.span import Span, at
from tui.ui.page.signs import Signs
from tui.ui.timeline.wrapped import set_off, wrapped
from tui.ui.widgets.parts.rows import Lines, RowsView, fit

INDENT = 2  # columns before the words
BELOW = 2  # lines of what stands below the words


class Sided(Protocol):
    """A row of one of two articles; its side is "" where there is only one."""

    @property
    def side(self) -> str: ...

    @property
    def place(self) -> Span: ...


Row = TypeVar("Row", bound=Sided)


class Words(NamedTuple):
    """What a row shows: its words, those of them that stand out, and what is added below in fainter letters."""

    words: str
    marked: Span
    below: str = ""


class GroupedPanel(RowsView, Generic[Row]):
    """Rows in groups; a subclass says what stands above a group, and what a row shows."""

    def __init__(self, signs: Signs, most_lines: int = 4, id: str | None = None) -> None:
        super().__init__(id=id)
        self._signs = signs
        self.most_lines = most_lines
        self._all: Sequence[Row] = ()
        self._searched: Sequence[str] = ()  # what a filter looks at in each of them, made at the first one
        self._many: Counter[str] = Counter()  # how many rows a group has
        self.rows: tuple[Row, ...] = ()
        self.only = ""  # the heading of the one group that is listed
        self.filter = ""

    def heading_of(self, row: Row) -> str:
        """What stands above the rows of its group."""
        raise NotImplementedError

    def words_of(self, row: Row) -> Words:
        """What a row shows."""
        raise NotImplementedError

    def is_doubted(self, row: Row) -> bool:
        """Whether a row is marked as one that may be wrong."""
        return False

    def show(self, rows: Sequence[Row]) -> None:
        """The rows of an article or of two, those of a group one after the other."""
        if rows is not self._all:
            self._all, self._searched = rows, ()
            if all(self.heading_of(row) != self.only for row in rows):
                self.only = ""  # another article, or nothing is called so any more
            self.sort_rows()

    def set_filter(self, text: str) -> None:
        """Show only what has `text` in its words or its heading."""
        self.filter = text
        self.sort_rows()

    def sort_rows(self) -> None:
        """Filter again after one of the switches changed."""
        wanted = fold(self.filter).strip()
        if wanted and not self._searched:
            told = ((self.heading_of(row), self.words_of(row)) for row in self._all)
            self._searched = [fold(f"{heading} {words.words} {words.below}") for heading, words in told]
        self.rows = tuple(
            row
            for number, row in enumerate(self._all)
            if (not self.only or self.heading_of(row) == self.only) and (not wanted or wanted in self._searched[number])
        )
        self._many = Counter(map(self.heading_of, self.rows))
        self.set_count(len(self.rows))

    @property
    def numbers(self) -> tuple[int, int]:
        """How many rows are listed, and how many there are."""
        return self.count, len(self._all)

    @property
    def under_cursor(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def draw_head(self, width: int) -> Lines:
        """Which group this is, and the filter, while there is one."""
        parts = [f"only {self.only}"] if self.only else []
        if self.filter:
            parts.append(f"/{self.filter}")
        words = f" {self._signs.middle} ".join(parts)
        return [[Segment(fit(words, width, self._signs.ellipsis), self.style("accent"))]] if words else []

    def lead_of(self, row: int, topmost: bool) -> int:
        """Above the first row of a group, and the first in view, stands what the group is called."""
        return int(topmost or self.heading_of(self.rows[row - 1]) != self.heading_of(self.rows[row]))

    def height_of(self, row: int, width: int, topmost: bool) -> int:
        """The lines of the words and of what is below them, and the heading where a group begins."""
        words, below = self._lines_of(self.words_of(self.rows[row]), max(1, width - INDENT))
        return self.lead_of(row, topmost) + len(words) + len(below)

    def _lines_of(self, told: Words, room: int) -> tuple[Sequence[Span], Sequence[Span]]:
        return wrapped(told.words, room, self.most_lines), wrapped(told.below, room, BELOW) if told.below else ()

    def draw_row(self, row: int, width: int) -> Lines:
        """The heading and the number of rows; below it the words, behind whose they are of two articles."""
        shown, room = self.rows[row], max(1, width - INDENT)
        told = self.words_of(shown)
        faint = self.style("faint")
        plain = self.style() if at(self.known, shown.place.start) is None else faint
        lines, below = self._lines_of(told, room)
        drawn = set_off(told.words, lines, room, (faint, plain), told.marked, self._signs.ellipsis)
        drawn += set_off(told.below, below, room, (faint, faint), None, self._signs.ellipsis)
        doubt = "?" if self.is_doubted(shown) else ""
        lead = Segment(
            f"{shown.side}{doubt}".ljust(1, self._signs.middle).ljust(INDENT),
            self.style("accent") if shown.side else faint,
        )
        leads = lead, *(Segment(" " * INDENT, faint) for _ in drawn[1:])
        words = [[before, *line] for before, line in zip(leads, drawn, strict=True)]
        if not self.lead_of(row, row == self.top):
            return words
        heading = self.heading_of(shown)
        count = f" {self._many[heading]}"
        name = fit(heading, max(1, width - len(count)), self._signs.ellipsis)
        return [[Segment(name, self.style("strong")), Segment(count, faint)], *words]
