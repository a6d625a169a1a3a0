"""The articles of a story, and those that may tell it too: which belong to it is for the person to say."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment

from tui.ui.messages import RowReached
from tui.ui.page.signs import Signs
from tui.ui.widgets.parts.rows import Lines, RowsView, fit


class StoryArticle(NamedTuple):
    """An article, whether it belongs to the story, and why it may."""

    source: str
    title: str
    about: str  # publisher and date
    belongs: bool
    names: tuple[str, ...]  # that it shares
    begins: bool = False  # the story was asked for in it
    likely: bool = False  # it was found to be like that one


def why(one: StoryArticle) -> str:
    """The sentence that says how it came to be listed."""
    if one.begins:
        return "The story was asked for in it."
    if one.names:
        return f"It names what the first article names: {', '.join(one.names)}."
    return "It uses the same words as the first article." if one.likely else "It was chosen by you."


class StoryArticles(RowsView):
    """Two lines an article: its title; who published it when, and what it shares."""

    row_height = 2

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self._signs = signs
        self.articles: Sequence[StoryArticle] = ()

    def show(self, articles: Sequence[StoryArticle]) -> None:
        """Other articles; the cursor stays on the same one where it can."""
        before = self.under_cursor
        self.articles, self.empty = articles, "No articles: A adds one."
        self.set_count(len(articles))
        if before is not None:
            places = (number for number, one in enumerate(articles) if one.source == before.source)
            self.put(next(places, self.cursor))

    def put(self, row: int) -> None:
        """Put the cursor on a row, of which the line at the foot tells."""
        super().put(row)
        self.post_message(RowReached(self.cursor))

    @property
    def under_cursor(self) -> StoryArticle | None:
        """The article under the cursor."""
        return self.articles[self.cursor] if self.cursor < len(self.articles) else None

    def draw_row(self, row: int, width: int) -> Lines:
        """A box that is ticked where it belongs to the story."""
        one = self.articles[row]
        style = self.style("strong") if one.belongs else self.style("faint")
        shares = f"shares {', '.join(one.names[:5])}" if one.names else ""
        parts = ("asked for here" if one.begins else "", one.about, shares)
        below = f" {self._signs.middle} ".join(part for part in parts if part)
        return [
            [
                Segment("[x] " if one.belongs else "[ ] ", self.style("accent")),
                Segment(fit(one.title, width - 4), style),
            ],
            [Segment("    " + fit(below, width - 4), self.style("faint"))],
        ]
