"""The notes of an article, each with the words it stands at."""

from collections.abc import Sequence

from rich.segment import Segment

from tui.notes.note import Note, Target
from tui.text.span import Span
from tui.ui.placed import PlacedNote
from tui.ui.rows import Lines, RowsView, fit
from tui.ui.signs import Signs


class NotesPanel(RowsView):
    """Three lines a note: its first line, the quoted words, when and how it is attached."""

    row_height = 3
    empty = "No notes yet: a writes one."

    def __init__(self, signs: Signs, id: str | None = None) -> None:
        super().__init__(id=id)
        self._signs = signs
        self._all: Sequence[PlacedNote] = ()
        self.rows: tuple[PlacedNote, ...] = ()
        self.filter = ""

    def show(self, notes: Sequence[PlacedNote]) -> None:
        """The notes of the article; those that lost their words stand last."""
        self._all = sorted(notes, key=lambda placed: (placed.span is None, placed.span or Span(0, 0)))
        self.set_filter(self.filter)

    def set_filter(self, text: str) -> None:
        """Show only notes with `text` in their body or quote."""
        self.filter = text
        wanted = text.casefold()
        self.rows = tuple(
            placed for placed in self._all if wanted in f"{placed.note.body} {quote(placed.note)}".casefold()
        )
        self.set_count(len(self.rows))

    @property
    def under_cursor(self) -> PlacedNote | None:
        """The note under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def head(self, width: int) -> Lines:
        """The filter, while there is one."""
        return [[Segment(f"/{self.filter}", self.style("accent"))]] if self.filter else ()

    def draw_row(self, row: int, width: int) -> Lines:
        """Body, quoted words, state."""
        placed = self.rows[row]
        note = placed.note
        body = note.body.strip().split("\n", 1)[0] or "(empty)"
        about = {
            Target.ENTITY: f"on {note.subject}",
            Target.EVENT: f"on {note.subject}",
            Target.ARTICLE: "on the article",
        }
        state = [f"{note.updated.astimezone():%Y-%m-%d %H:%M}"]
        if note.target in about:
            state.append(about[note.target])
        if placed.state:
            state.append(placed.state)
        return [
            [
                Segment(f"{self._signs.note} ", self.style("accent")),
                Segment(fit(body, width - 2), self.style("strong")),
            ],
            [Segment(fit(f"  “{quote(note)}”" if note.anchor else "", width), self.style())],
            [Segment(fit("  " + f" {self._signs.middle} ".join(state), width), self.style("faint"))],
        ]


def quote(note: Note) -> str:
    """The words a note stands at, on one line."""
    return " ".join(note.anchor.exact.split()) if note.anchor else ""
