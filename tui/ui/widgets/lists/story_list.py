"""The chronicle of a story: days as headings, each row with who tells it, and what they tell in several ways."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment

from tui.analysis.model import Kind
from tui.analysis.times.days.calendar import ordinal
from tui.counted import counted
from tui.library.stories.forms.words import differing, name_of, when_of
from tui.library.stories.steps import Later
from tui.library.stories.story import Story, StoryRow
from tui.ui.messages import RowReached
from tui.ui.page.kinds import LETTER
from tui.ui.page.signs import Signs
from tui.ui.terminal.harmless import drawable
from tui.ui.timeline.chronicle import how_long, with_weekday
from tui.ui.timeline.wrapped import set_off, wrapped
from tui.ui.widgets.parts.rows import Lines, RowsView, fit

INDENT = 2  # columns before the words
READABLE = 100  # columns of words
MOST_LINES = 4  # of a row's words


class StoryList(RowsView):
    """Rows of a chronicle; of each one telling is shown, the best one until another is wanted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{name}" for name in ("doubtful", *map(str.lower, Kind))}

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self._signs = signs
        self.story = Story((), (), {})
        self.rows: Sequence[StoryRow] = ()
        self._words: Sequence[str] = ()
        self._later: Mapping[int, tuple[Later, ...]] = {}  # by place in `rows`
        self._day: date | None = None  # of which the rows are new
        self._shown: dict[int, int] = {}  # which telling of a row, where it is not the best

    def show(
        self,
        story: Story,
        rows: Sequence[StoryRow],
        later: Mapping[int, tuple[Later, ...]],
        empty: str,
        day: date | None = None,
    ) -> None:
        """Other rows, as of a day; the cursor stays on the event that it is on, or goes to the first one after it."""
        before = self.under_cursor
        self.story, self.rows, self._later, self.empty = story, rows, later, empty
        self._words, self._shown, self._day = story.wording(rows), {}, day
        self.set_count(len(rows))
        if before is not None:
            self.put(
                next((number for number, row in enumerate(rows) if row.telling == before.telling), self._at(before))
            )

    def _at(self, before: StoryRow) -> int:
        return next((number for number, row in enumerate(self.rows) if row.interval >= before.interval), self.count - 1)

    def put(self, row: int) -> None:
        """Put the cursor on a row, of which the line at the foot tells."""
        super().put(row)
        self.post_message(RowReached(self.cursor))

    @property
    def under_cursor(self) -> StoryRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def telling_of(self, row: int) -> int:
        """Which of its tellings a row shows."""
        return self._shown.get(row, self.rows[row].best)

    def turn(self, by: int) -> None:
        """Show another telling of the row under the cursor."""
        tellers = len(self.rows[self.cursor].tellers)
        self._shown[self.cursor] = (self.telling_of(self.cursor) + by) % tellers
        self._follow()
        self.refresh()
        self.post_message(RowReached(self.cursor))

    def later_of(self, row: int) -> tuple[Later, ...]:
        """What was told otherwise later."""
        return self._later.get(row, ())

    # Drawing

    def lead_of(self, row: int, topmost: bool) -> int:
        """The day above a row, and an empty line before it."""
        if topmost:
            return 1
        return 2 if self._begins(row) else 0

    def height_of(self, row: int, width: int, topmost: bool) -> int:
        """Heading, words, who tells it, and each difference."""
        shown = self.rows[row]
        words = wrapped(self._said(row), self._columns(width), MOST_LINES)
        return self.lead_of(row, topmost) + len(words) + 1 + len(self._ways(row, width)) + bool(shown.who)

    def draw_row(self, row: int, width: int) -> Lines:
        """As high as `height_of` says."""
        topmost = row == self.top
        shown = self.rows[row]
        lines: list[list[Segment]] = []
        if topmost or self._begins(row):
            lines += [[]] if not topmost else []
            lines.append(self._heading(row, width))
        said, room = self._said(row), self._columns(width)
        base = self.style("faint") if shown.telling.background else self.style()
        broken = set_off(said, wrapped(said, room, MOST_LINES), room, (base, base), None, self._signs.ellipsis)
        lines += [[Segment(" " * INDENT, self.style()), *line] for line in broken]
        lines.append([Segment(" " * INDENT + fit(self._by(row), width - INDENT), self.style("faint"))])
        if shown.who:
            lines.append(self._names(shown, width))
        lines += [[Segment(fit(" " * INDENT + way, width), self.style("accent"))] for way in self._ways(row, width)]
        return lines

    def _begins(self, row: int) -> bool:
        return row == 0 or self.rows[row].interval != self.rows[row - 1].interval

    def _heading(self, row: int, width: int) -> list[Segment]:
        shown = self.rows[row]
        words = with_weekday(shown.telling.label, shown.interval, shown.telling.edtf)
        gap = ""
        if row and self._begins(row):
            apart = ordinal(shown.interval.first) - ordinal(self.rows[row - 1].interval.last)
            gap = f"  {self._signs.middle} {how_long(apart)} later" if apart > 1 else ""
        return [Segment(drawable(words), self.style("strong")), Segment(gap, self.style("faint"))]

    def _said(self, row: int) -> str:
        shown = self.rows[row]
        at = self.telling_of(row)
        return self._words[row] if at == shown.best else shown.tellers[at].telling.text

    def _by(self, row: int) -> str:
        """How many tell it, and who the words are by."""
        shown, at = self.rows[row], self.telling_of(row)
        article = self.story.articles[shown.tellers[at].article]
        by = f"{name_of(article)}, {when_of(article)}"
        if len(shown.tellers) > 1:
            first = self.story.articles[shown.tellers[0].article]
            had = "  had it first" if at == 0 else f"  {self._signs.middle} first {name_of(first)}, {when_of(first)}"
            by = f"= {at + 1} of {counted(len(shown.tellers), 'article')}: {by}{had}"
        began = self.story.articles[shown.tellers[0].article].published
        notes = ["new that day"] if self._day is not None and began == self._day else []
        notes += ["day uncertain"] if shown.uncertain else []
        return "".join((by, *(f"  {self._signs.middle} {note}" for note in notes)))

    def _names(self, row: StoryRow, width: int) -> list[Segment]:
        line, room, kinds = [Segment(" " * INDENT, self.style())], width - INDENT - 1, row.kinds
        for name in row.who:
            words = f"{LETTER[kinds[name]]} {drawable(name)}"
            if cell_len(words) + 2 > room:
                break
            room -= cell_len(words) + 2
            line += [Segment(words, self.style(kinds[name].value.lower())), Segment("  ", self.style())]
        return line

    def _ways(self, row: int, width: int) -> list[str]:
        """What differs, side by side where there is room, else below each other."""
        lines: list[str] = []
        for what, ways in differing(self.rows[row], self.story):
            said = [f"{words} ({who})" for words, who in ways]
            together = f"! {what}: " + f" {self._signs.bar} ".join(said)
            if cell_len(together) <= width - INDENT:
                lines.append(together)
            else:
                lines.append(f"! {what}: {said[0]}")
                lines += [f"{' ' * (len(what) + 4)}{way}" for way in said[1:]]
        lines += [f"> later: {what} {words} ({who})" for what, words, who in self.later_of(row)]
        return lines

    def _columns(self, width: int) -> int:
        """Of words."""
        return max(1, min(READABLE, width - INDENT - 1))
