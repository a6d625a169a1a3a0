"""What the person wrote and decided about an article, read in one go away from the keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.repairs.repairs import Correction
from tui.notes.anchors.anchor import locate
from tui.notes.anchors.located import How
from tui.notes.drafts import Draft
from tui.notes.note import Choices, Note, Place
from tui.notes.repairs import rules_for
from tui.notes.store import NoteStore
from tui.text.article import Article
from tui.ui.page.placed import PlacedNote
from tui.ui.reading.notes.telling import untold


@dataclass(frozen=True, slots=True)
class Known:
    """Everything the notes hold about one article."""

    notes: tuple[PlacedNote, ...]
    choices: Choices
    place: Place | None
    rules: tuple[Correction, ...]
    troubles: tuple[str, ...]


def know(store: NoteStore, article: Article, told: set[str]) -> Known:
    """Read everything about an article; raises ReaderError where the notes cannot be read."""
    return Known(
        placed_notes(store, article),
        store.choices_of(article.source),
        store.place_of(article.source),
        rules_for(store, article.source),
        tuple(untold(store, told)),
    )


def placed_notes(store: NoteStore, article: Article) -> tuple[PlacedNote, ...]:
    """The notes on an article, and those that were being written when a session ended, each at its place."""
    drafts = {draft.note().id: (id, draft.note()) for id, draft in store.pending_drafts() if _is_on(article, draft)}
    notes = store.notes_of(article.source, article.url)
    placed = [_place(article, note, drafts.pop(note.id, ("", note))[0]) for note in notes]
    return (*placed, *(_place(article, note, id) for id, note in drafts.values()))


def place_notes(article: Article, notes: Sequence[Note]) -> tuple[PlacedNote, ...]:
    """Find the words of every note in the article as it is now."""
    return tuple(_place(article, note, "") for note in notes)


def _is_on(article: Article, draft: Draft) -> bool:
    return draft.source == article.source or bool(article.url and draft.url == article.url)


def _place(article: Article, note: Note, draft: str) -> PlacedNote:
    unfinished = ["not finished: e goes on"] if draft else []
    if note.anchor is None:
        return PlacedNote(note, None, "".join(unfinished), draft=draft)
    located = locate(article.text, note.anchor)
    doubtful = located.how is How.FUZZY
    place = {How.FUZZY: ["perhaps here: y keeps it, r moves it"], How.ORPHANED: ["its words are gone"]}
    state = "; ".join([*unfinished, *place.get(located.how, [])])
    return PlacedNote(note, located.span, state, doubtful, draft)
