"""The notes of an article, each with the words it stands at; those that lost their words apart."""

from collections.abc import Sequence

from rich.cells import set_cell_size
from rich.segment import Segment

from tui.notes.note import Note, Target
from tui.text.folding import fold
from tui.text.span import Span
from tui.ui.keys.completion import first_line
from tui.ui.page.placed import PlacedNote
from tui.ui.page.quoted import quoted
from tui.ui.page.signs import Signs
from tui.ui.widgets.parts.rows import Lines, RowsView, fit


class NotesPanel(RowsView):
    """Three lines a note: its first line, the quoted words, when and how it is attached."""

    row_height = 3
    empty = "No notes yet: a writes one, H highlights."

    def __init__(self, signs: Signs, id: str | None = None) -> None:
        super().__init__(id=id)
        self._signs = signs
        self._all: Sequence[PlacedNote] = ()
        self.rows: tuple[PlacedNote | None, ...] = ()  # None is the heading above those that lost their words
        self.filter = ""

    def show(self, notes: Sequence[PlacedNote]) -> None:
        """The notes of the article by place, those on the whole article first."""
        self._all = sorted(notes, key=lambda placed: (placed.lost, placed.span or Span(-1, -1), placed.note.created))
        self.set_filter(self.filter)

    def set_filter(self, text: str) -> None:
        """Show only notes with `text` in their body or quote."""
        before = self.under_cursor
        self.filter = text
        wanted = fold(text).strip()
        found = [one for one in self._all if wanted in _searched(one.note)]
        kept, lost = [one for one in found if not one.lost], [one for one in found if one.lost]
        self.rows = (*kept, None, *lost) if lost else tuple(kept)
        self.set_count(len(self.rows))
        same = [i for i, one in enumerate(self.rows) if one and before and one.note.id == before.note.id]
        self.put(same[0] if same else self.cursor)

    def put(self, row: int) -> None:
        """Put the cursor on a row, or beyond the heading."""
        before = self.cursor
        super().put(row)
        if self.rows and self.cursor < len(self.rows) and self.rows[self.cursor] is None:
            super().put(self.cursor - 1 if before > self.cursor > 0 else self.cursor + 1)

    @property
    def numbers(self) -> tuple[int, int]:
        """How many notes are listed, and how many there are."""
        return sum(placed is not None for placed in self.rows), len(self._all)

    @property
    def under_cursor(self) -> PlacedNote | None:
        """The note under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def draw_head(self, width: int) -> Lines:
        """The filter, while there is one."""
        return [[Segment(f"/{self.filter}", self.style("accent"))]] if self.filter else ()

    def draw_row(self, row: int, width: int) -> Lines:
        """Body, quoted words, state; or the heading."""
        placed = self.rows[row]
        if placed is None:
            return [
                [],
                [Segment(fit("Words gone from the text", width), self.style("accent"))],
                [Segment(fit("r puts one on the selection or sentence", width), self.style("faint"))],
            ]
        note = placed.note
        body, quote = first_line(note), quoted(note.anchor.exact) if note.anchor else ""
        if note.is_highlight:  # its words are all there is: they take both lines
            body, quote = broken(quote, width - 2)
        about = {
            Target.ENTITY: f"on {note.subject}",
            Target.EVENT: f"on {note.subject}",
            Target.ARTICLE: "on the article",
        }
        state = [placed.state] if placed.state else [f"{note.updated.astimezone():%Y-%m-%d %H:%M}"]
        if note.target in about:
            state.append(about[note.target])
        if note.is_highlight:
            state.append("highlight")
        sign = "?" if placed.doubtful else self._signs.note
        return [
            [Segment(f"{sign} ", self.style("accent")), Segment(fit(body, width - 2), self.style("strong"))],
            [Segment(fit(f"  {quote}", width), self.style())],
            [Segment(fit("  " + f" {self._signs.middle} ".join(state), width), self.style("faint"))],
        ]


def broken(words: str, cells: int) -> tuple[str, str]:
    """As many of the words as `cells` hold, and the rest; all of them where one word is longer."""
    end = len(set_cell_size(words, cells).rstrip())
    if end >= len(words):
        return words, ""
    cut = words.rfind(" ", 0, end + 1)
    return (words[:cut], words[cut + 1 :]) if cut > 0 else (words, "")


def _searched(note: Note) -> str:
    """What a filter looks at: the note and the words it stands at, on one line."""
    return fold(f"{note.body} {note.anchor.exact if note.anchor else ''}")
