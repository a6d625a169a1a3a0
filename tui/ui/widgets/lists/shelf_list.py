"""The articles of the library, each in a row of two lines."""

from collections.abc import Callable, Sequence

from rich.segment import Segment

from tui.library.shelf import ShelfEntry
from tui.ui.page.signs import Signs
from tui.ui.terminal.article_rows import HEIGHT, About, lines_of
from tui.ui.widgets.parts.rows import Lines, RowsView


class ShelfList(RowsView):
    """Unread, star, title, date, source, length, notes; with words that are looked for, the sentence and the names."""

    row_height = HEIGHT

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self._signs = signs
        self.entries: Sequence[ShelfEntry] = ()
        self.about: Callable[[ShelfEntry], About] = lambda entry: About()
        self.marked: set[str] = set()  # sources

    def show(self, entries: Sequence[ShelfEntry], here: str = "") -> None:
        """Other articles; the cursor stays on the one whose source is `here`, if it is among them."""
        self.entries = entries
        self.set_count(len(entries))
        if here and entries and entries[self.cursor].source != here:
            self.put(next((row for row, entry in enumerate(entries) if entry.source == here), self.cursor))

    @property
    def under_cursor(self) -> ShelfEntry | None:
        """The article of that row."""
        return self.entries[self.cursor] if self.entries else None

    def draw_row(self, row: int, width: int) -> Lines:
        """What is said of it and its title; below it date, source, and what else is known."""
        entry = self.entries[row]
        lines = lines_of(entry, self.about(entry), width, self._signs, entry.source in self.marked)
        return [
            [Segment(words, self.style(style) if style else self.style()) for words, style in line] for line in lines
        ]
