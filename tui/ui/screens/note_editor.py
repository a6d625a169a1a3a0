"""Where a note is written: the words it is about, the text, and how to leave."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from tui.notes.note import Note, Target
from tui.ui.harmless import drawable


class NoteEditor(ModalScreen[str | None]):
    """Dismisses with the text, or None when it was given up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "save", "Save"),
        Binding("ctrl+g", "give_up", "Discard"),
    ]

    def __init__(self, note: Note) -> None:
        super().__init__()
        self._note = note
        self._area = TextArea(note.body, soft_wrap=True, tab_behavior="indent", show_line_numbers=False)
        self._area.cursor_blink = False

    def compose(self) -> ComposeResult:
        """Quote above, text below."""
        note = self._note
        about = {Target.ENTITY: f"About {note.subject}", Target.EVENT: f"On {note.subject}", Target.ARTICLE: note.title}
        words = (
            " ".join(note.anchor.exact.split())
            if note.anchor and note.target is Target.TEXT
            else about.get(note.target, "")
        )
        with Vertical(id="editor"):
            yield Static(drawable(words), id="quote", markup=False)
            yield self._area
            yield Static("Esc saves   Ctrl+G discards   Markdown, #tags", id="leave", markup=False)

    def on_mount(self) -> None:
        """The cursor stands at the end of the text."""
        self._area.move_cursor(self._area.document.end)
        self._area.focus()

    def action_save(self) -> None:
        """Leave with the text."""
        self.dismiss(self._area.text)

    def action_give_up(self) -> None:
        """Leave without it."""
        self.dismiss(None)
