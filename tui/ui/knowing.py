"""What the person wrote and decided about an article, read in one go away from the keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.repairs import Correction
from tui.notes.anchor import locate
from tui.notes.note import Choices, Note, Place
from tui.notes.repairs import rules_for
from tui.notes.store import NoteStore
from tui.text.article import Article
from tui.ui.placed import PlacedNote


@dataclass(frozen=True, slots=True)
class Known:
    """Everything the notes hold about one article."""

    notes: tuple[PlacedNote, ...]
    choices: Choices
    place: Place | None
    rules: tuple[Correction, ...]
    troubles: tuple[str, ...]


def know(store: NoteStore, article: Article) -> Known:
    """Read everything about an article; raises ReaderError where the notes cannot be read."""
    return Known(
        place_notes(article, store.notes_of(article.source, article.url)),
        store.choices_of(article.source),
        store.place_of(article.source),
        rules_for(store, article.source),
        store.troubles(),
    )


def place_notes(article: Article, notes: Sequence[Note]) -> tuple[PlacedNote, ...]:
    """Find the words of every note in the article as it is now."""
    return tuple(_place(article, note) for note in notes)


def _place(article: Article, note: Note) -> PlacedNote:
    if note.anchor is None:
        return PlacedNote(note, None)
    located = locate(article.text, note.anchor)
    state = {"exact": "", "moved": "", "fuzzy": "changed: is this the place?"}.get(located.how, "its words are gone")
    return PlacedNote(note, located.span, state)
