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
    doubtful: bool = False  # perhaps the place: the person is asked
    draft: str = ""  # id of a draft of it that was not saved

    @property
    def lost(self) -> bool:
        """Whether its words are gone from the text."""
        return self.span is None and self.note.anchor is not None
