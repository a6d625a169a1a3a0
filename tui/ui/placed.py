"""A note and where it stands in the text as it is now."""

from dataclasses import dataclass

from tui.notes.note import Note
from tui.text.span import Span


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """`span` is None for a note on the article, or one whose words are gone; `state` says what is odd, else ""."""

    note: Note
    span: Span | None
    state: str = ""
