"""Which mentions of an entity are someone else?"""

from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.analysis.model import Entity
from tui.text.article import Article
from tui.ui.widgets.rows import Lines, RowsView, fit

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


class MentionPicker(ModalScreen[tuple[int, ...] | None]):
    """Dismisses with indices of the ticked mentions, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q", "dismiss(None)", "Give up"),
        ("space,x", "tick", "Tick"),
        ("a", "tick_alike", "Tick all that read the same"),
        ("j,down", "move(1)", "Down"),
        ("k,up", "move(-1)", "Up"),
        ("enter", "done", "Done"),
    ]

    def __init__(self, article: Article, entity: Entity) -> None:
        super().__init__()
        self._entity = entity
        self._list = MentionList(article, entity)

    def compose(self) -> ComposeResult:
        """The mentions, and how to choose."""
        with Vertical(id="picker") as box:
            box.border_title = "Which mentions are someone else?"
            yield self._list
            yield Static("Space ticks   a ticks all that read alike   Enter goes on   Esc cancels", markup=False)

    def on_mount(self) -> None:
        """All of them."""
        self._list.set_count(len(self._entity.mentions))
        self._list.focus()

    def action_tick(self) -> None:
        """Tick or untick the row, and go on."""
        self._list.ticked ^= {self._list.cursor}
        self._list.move(1)

    def action_tick_alike(self) -> None:
        """Tick every mention with the same words as this one."""
        words = self._entity.mentions[self._list.cursor].text
        self._list.ticked |= {i for i, mention in enumerate(self._entity.mentions) if mention.text == words}
        self._list.refresh()

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self._list.move(rows)

    def action_done(self) -> None:
        """Leave with what is ticked."""
        self.dismiss(tuple(sorted(self._list.ticked)) or None)
