"""All who tell the row under the cursor, beside the chronicle: who and when, and below it their words."""

from collections.abc import Sequence

from rich.segment import Segment

from tui.library.stories.forms.words import name_of, when_of
from tui.library.stories.story import Story, StoryRow
from tui.text.span import Span
from tui.ui.page.signs import Signs
from tui.ui.timeline.wrapped import set_off, wrapped
from tui.ui.widgets.parts.rows import Lines, RowsView, fit

INDENT = 2
MOST_LINES = 8  # of a telling's words


class StoryTellings(RowsView, can_focus=False):
    """Rows to look at; the one whose words the chronicle shows is set off."""

    def __init__(self, signs: Signs) -> None:
        super().__init__(id="tellings")
        self._signs = signs
        self._story = Story((), (), {})
        self._row: StoryRow | None = None
        self.empty = ""

    def show(self, story: Story, row: StoryRow | None, telling: int) -> None:
        """Another row, or another telling of it."""
        self._story, self._row, self.cursor = story, row, telling
        self.set_count(len(row.tellers) if row is not None else 0)

    def height_of(self, row: int, width: int, topmost: bool) -> int:
        """Who, the words, and an empty line."""
        return 2 + len(self._lines_of(row, width))

    def draw_row(self, row: int, width: int) -> Lines:
        """As high as `height_of` says."""
        assert self._row is not None
        teller = self._row.tellers[row]
        article = self._story.articles[teller.article]
        who = f"{' ' * INDENT}{name_of(article)}, {when_of(article)}: {teller.telling.label}"
        words, lines, plain = teller.telling.text, self._lines_of(row, width), self.style()
        drawn = set_off(words, lines, self._columns(width), (plain, plain), None, self._signs.ellipsis)
        indent = Segment(" " * INDENT, plain)
        return [[Segment(fit(who, width), self.style("faint"))], *([indent, *line] for line in drawn), []]

    def _lines_of(self, row: int, width: int) -> Sequence[Span]:
        assert self._row is not None
        return wrapped(self._row.tellers[row].telling.text, self._columns(width), MOST_LINES)

    def _columns(self, width: int) -> int:
        """Of words."""
        return max(1, width - INDENT - 1)
