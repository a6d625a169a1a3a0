"""What the articles of a list can be narrowed by: sources, tags, names, and the months as a histogram."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment

from tui.library.facets import MONTHS, Facet
from tui.ui.page.signs import Signs
from tui.ui.widgets.parts.rows import Lines, RowsView, fit


class FacetPanel(RowsView):
    """A row for each value, under the headings of their sections."""

    def __init__(self, signs: Signs, id: str | None = None) -> None:
        super().__init__(id=id)
        self._signs = signs
        self.facets: Sequence[Facet] = ()
        self._most = 1  # articles of one month

    def show(self, facets: Sequence[Facet]) -> None:
        """Other values; the cursor stays on the one it was on, if that is among them."""
        before = self.under_cursor
        self.facets = facets
        self._most = max((facet.articles for facet in facets if facet.section == MONTHS), default=1)
        self.set_count(len(facets))
        if before is not None:
            same = (row for row, facet in enumerate(facets) if facet[:2] == before[:2])
            self.put(next(same, 0))

    @property
    def under_cursor(self) -> Facet | None:
        """The value of that row."""
        return self.facets[self.cursor] if self.facets else None

    def height_of(self, row: int, width: int, topmost: bool) -> int:
        """One line, and one for the heading above it."""
        return 1 + self.lead_of(row, topmost)

    def lead_of(self, row: int, topmost: bool) -> int:
        """A heading before the first of each section, and before the first that is in view."""
        return int(topmost or self.facets[row - 1].section != self.facets[row].section)

    def draw_row(self, row: int, width: int) -> Lines:
        """The value, of months a bar, and how many articles."""
        facet = self.facets[row]
        count = f" {facet.articles:,}"
        room = max(1, width - cell_len(count))
        if facet.section == MONTHS:
            cells = max(0, room - cell_len(facet.value) - 1)
            bar = self._signs.range_bar * max(1, facet.articles * cells // self._most)
            drawn = [Segment(f"{facet.value} ", self.style()), Segment(fit(bar, cells, ""), self.style("accent"))]
        else:
            drawn = [Segment(fit(facet.value, room, self._signs.ellipsis), self.style())]
        heading = [Segment(facet.section, self.style("strong"))]
        return [*[heading] * self.lead_of(row, row == self.top), [*drawn, Segment(count, self.style("faint"))]]
