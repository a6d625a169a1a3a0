"""Who said what: the quotations of an article below the names of their speakers, each a way back to its words."""

from collections import Counter
from collections.abc import Sequence

from rich.segment import Segment

from tui.analysis.quotes.said import QuoteRow
from tui.text.folding import fold
from tui.ui.page.signs import Signs
from tui.ui.timeline.wrapped import set_off, wrapped
from tui.ui.widgets.rows import Lines, RowsView, fit

INDENT = 2  # columns before the words


class QuotesPanel(RowsView):
    """The words of each quotation in as many lines as they need, up to `most_lines`; above the first who said it."""

    empty = "No quotations found."

    def __init__(self, signs: Signs, most_lines: int = 4, id: str | None = None) -> None:
        super().__init__(id=id)
        self._signs = signs
        self.most_lines = most_lines
        self._all: Sequence[QuoteRow] = ()
        self._spoke: Counter[str] = Counter()  # how many rows a speaker has
        self.rows: tuple[QuoteRow, ...] = ()
        self.only = ""  # the name of the entity whose words these are
        self.filter = ""

    def show(self, rows: Sequence[QuoteRow]) -> None:
        """The quotations of an article, those of a speaker one after the other."""
        if rows is not self._all:
            self._all = rows
            if all(row.speaker != self.only for row in rows):
                self.only = ""  # another article, or nobody is called so any more
            self.sort_rows()

    def set_filter(self, text: str) -> None:
        """Show only what has `text` in its words or was said by who has it in the name."""
        self.filter = text
        self.sort_rows()

    def sort_rows(self) -> None:
        """Filter again after one of the switches changed."""
        wanted = fold(self.filter).strip()
        self.rows = tuple(
            row
            for row in self._all
            if (not self.only or row.speaker == self.only)
            and (not wanted or wanted in fold(f"{row.speaker} {row.words}"))
        )
        self._spoke = Counter(row.speaker for row in self.rows)
        self.set_count(len(self.rows))

    @property
    def numbers(self) -> tuple[int, int]:
        """How many rows are listed, and how many there are."""
        return self.count, len(self._all)

    @property
    def under_cursor(self) -> QuoteRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def draw_head(self, width: int) -> Lines:
        """Whose words these are, and the filter, while there is one."""
        parts = [f"only {self.only}"] if self.only else []
        if self.filter:
            parts.append(f"/{self.filter}")
        words = f" {self._signs.middle} ".join(parts)
        return [[Segment(fit(words, width, self._signs.ellipsis), self.style("accent"))]] if words else []

    def lead_of(self, row: int, topmost: bool) -> int:
        """Above the first row of a speaker, and the first in view, stands the name."""
        return int(topmost or self.rows[row - 1].speaker != self.rows[row].speaker)

    def height_of(self, row: int, width: int, topmost: bool) -> int:
        """The lines of the words, and the speaker's where it begins with one."""
        lines = wrapped(self.rows[row].words, max(1, width - INDENT), self.most_lines)
        return self.lead_of(row, topmost) + len(lines)

    def draw_row(self, row: int, width: int) -> Lines:
        """The speaker and the number of rows; below it the words."""
        shown, room = self.rows[row], max(1, width - INDENT)
        lines = wrapped(shown.words, room, self.most_lines)
        drawn = set_off(shown.words, lines, room, (self.style(), self.style()), None, self._signs.ellipsis)
        leads = f"{self._signs.middle} ", *(" " * INDENT for _ in drawn[1:])
        words = [[Segment(lead, self.style("faint")), *line] for lead, line in zip(leads, drawn, strict=True)]
        if not self.lead_of(row, row == self.top):
            return words
        count = f" {self._spoke[shown.speaker]}"
        name = fit(shown.speaker, max(1, width - len(count)), self._signs.ellipsis)
        return [[Segment(name, self.style("strong")), Segment(count, self.style("faint"))], *words]
