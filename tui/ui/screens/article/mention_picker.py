"""Which mentions of an entity are someone else?"""

from rich.segment import Segment

from tui.analysis.model import Entity
from tui.text.article import Article
from tui.ui.desk import Desk
from tui.ui.keys import contexts
from tui.ui.screens.over import OverList
from tui.ui.widgets.parts.rows import Lines, RowsView, fit

AROUND = 60  # characters shown on either side


class MentionList(RowsView):
    """Mentions with the words around them, some of them ticked."""

    def __init__(self, article: Article, entity: Entity) -> None:
        super().__init__()
        self._article = article
        self._entity = entity
        self.ticked: set[int] = set()

    def draw_row(self, row: int, width: int) -> Lines:
        """Tick, words before, the mention, words after."""
        span = self._entity.mentions[row].span
        text = self._article.text
        words = " ".join(text[span.start : span.end].split())
        room = max(4, (width - len(words) - 5) // 2)
        before = " ".join(text[max(0, span.start - AROUND) : span.start].split())[-room:]
        after = " ".join(text[span.end : span.end + AROUND].split())[:room]
        tick = "[x] " if row in self.ticked else "[ ] "
        return [
            [
                Segment(tick, self.style("accent")),
                Segment(fit(before.rjust(room), room) + " ", self.style("faint")),
                Segment(fit(words, min(len(words), width)), self.style("strong")),
                Segment(" " + fit(after, room), self.style("faint")),
            ]
        ]


class MentionPicker(OverList[tuple[int, ...]]):
    """Dismisses with indices of the ticked mentions, or None."""

    useful = (("tick", "ticks"), ("tick_done", "goes on"), ("tick_alike", "ticks all alike"), ("over_close", "cancels"))

    def __init__(self, desk: Desk, article: Article, entity: Entity, offset: int = 0) -> None:
        self._mentions = MentionList(article, entity)
        super().__init__(desk, self._mentions)
        self._entity = entity
        self._offset = offset

    @property
    def context(self) -> str:
        """Keys of this list."""
        return contexts.MENTIONS

    def on_mount(self) -> None:
        """All of them, the cursor on the one that is read just now."""
        self.box.border_title = "Which mentions are someone else?"
        mentions = self._entity.mentions
        self.rows.set_count(len(mentions))
        self.rows.put(next((row for row, mention in enumerate(mentions) if mention.span.end > self._offset), 0))
        self.set_focus(self.rows)

    def do_tick(self, count: int | None) -> None:
        """Tick or untick the row, or so many rows, and go on."""
        for _ in range(min(count or 1, self.rows.count - self.rows.cursor)):
            self._mentions.ticked ^= {self.rows.cursor}
            self.rows.move(1)
        self.rows.refresh()

    def do_tick_alike(self, _count: int | None) -> None:
        """Tick every mention with the same words as this one."""
        words = self._entity.mentions[self.rows.cursor].text
        self._mentions.ticked |= {i for i, mention in enumerate(self._entity.mentions) if mention.text == words}
        self.rows.refresh()

    def do_tick_done(self, _count: int | None) -> None:
        """Leave with what is ticked; where nothing is, with the mention under the cursor."""
        self.dismiss(tuple(sorted(self._mentions.ticked)) or (self.rows.cursor,))
