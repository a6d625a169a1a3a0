"""The feeds that are followed, row by row: what each is called, and below it how it is."""

from collections.abc import Sequence

from rich.segment import Segment

from tui.library.sources.feeds.told import Told
from tui.ui.page.signs import Signs
from tui.ui.widgets.parts.rows import Lines, RowsView, fit


class FeedList(RowsView):
    """Feeds; one that could not be had is marked."""

    row_height = 2

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self._signs = signs
        self.feeds: Sequence[Told] = ()

    def show(self, feeds: Sequence[Told], empty: str) -> None:
        """These; `empty` is said where there are none."""
        self.feeds, self.empty = feeds, empty
        self.set_count(len(feeds))

    @property
    def under_cursor(self) -> Told | None:
        """The feed under the cursor."""
        return self.feeds[self.cursor] if self.feeds else None

    def draw_row(self, row: int, width: int) -> Lines:
        """Its name; how it is."""
        one = self.feeds[row]
        mark = "! " if one.bad else "  "
        return [
            [
                Segment(mark, self.style("accent")),
                Segment(fit(one.feed.name, width - 2, self._signs.ellipsis), self.style()),
            ],
            [Segment(fit(f"  {one.state}", width, self._signs.ellipsis), self.style("faint"))],
        ]
