"""Notes of several articles, each with the day it was changed and what it is about."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from rich.cells import cell_len
from rich.segment import Segment

from tui.counted import counted
from tui.notes.note import Note
from tui.notes.store import TRASH_KEPT
from tui.ui.keys.completion import first_line
from tui.ui.page.quoted import quoted
from tui.ui.page.signs import Signs
from tui.ui.widgets.parts.rows import Lines, RowsView, fit


class NotesList(RowsView):
    """Two lines a note: its first line and day; its quote, article and tags."""

    row_height = 2

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self._signs = signs
        self.notes: Sequence[Note] = ()

    def show(self, notes: Sequence[Note], empty: str) -> None:
        """Other notes; the cursor stays on the same one where it can."""
        before = self.under_cursor
        self.notes, self.empty = notes, empty
        self.set_count(len(notes))
        if before is not None:
            self.put(next((i for i, note in enumerate(notes) if note.id == before.id), self.cursor))

    @property
    def under_cursor(self) -> Note | None:
        """The note under the cursor."""
        return self.notes[self.cursor] if self.cursor < len(self.notes) else None

    def draw_row(self, row: int, width: int) -> Lines:
        """What was written and when; below it what it is about."""
        note = self.notes[row]
        when = f" {note.updated.astimezone():%Y-%m-%d}"
        if note.deleted is not None:
            when = f" {counted(days_left(note, TRASH_KEPT), 'day')} left"
        quote = quoted(note.anchor.exact) if note.anchor and not note.subject else ""
        quote = "highlight" if note.is_highlight else quote
        about = f" {self._signs.middle} ".join(part for part in (note.subject, note.title or note.source) if part)
        about = fit(about, min(cell_len(about), width // 2))
        room = max(0, width - cell_len(about) - 5)
        return [
            [
                Segment(f"{self._signs.note} ", self.style("accent")),
                Segment(fit(first_line(note), width - 2 - cell_len(when)), self.style("strong")),
                Segment(when, self.style("faint")),
            ],
            [
                Segment("  " + fit(quote, room) + "   ", self.style()),
                Segment(about, self.style("faint")),
            ],
        ]


def days_left(note: Note, kept: timedelta) -> int:
    """Days until a note in the trash is forgotten."""
    assert note.deleted is not None
    return max(0, (note.deleted + kept - datetime.now(UTC)).days)
