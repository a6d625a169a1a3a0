"""What becomes of a note when its editor is left with Esc or Ctrl+S, in the words in which the editor says so."""

from dataclasses import replace
from datetime import UTC, datetime
from enum import Enum

from tui.notes.note import Note, Target
from tui.notes.store import NoteStore


class Ending(Enum):
    """What Esc does, and what Ctrl+S or Ctrl+G do otherwise."""

    SAVED = "Esc saves  Ctrl+G discards"
    UNCHANGED = "Esc closes"
    HIGHLIGHT = "Esc keeps nothing  Ctrl+S highlights"
    TRASH = "Esc puts it into the trash  Ctrl+G keeps it as it was"
    NOTHING = "Esc closes: nothing is kept"


def ending(note: Note, saved: bool, before: str, body: str) -> Ending:
    """`before` is what the note said when it was opened, `saved` whether the store has it.

    A new note without a word was begun by mistake; where it marks words it is a highlight for whoever saves it all the
    same. One that had words and lost them was given up."""
    if saved and body == before:
        return Ending.UNCHANGED
    if body.strip():
        return Ending.SAVED
    if saved:
        return Ending.TRASH if before.strip() else Ending.UNCHANGED
    return Ending.HIGHLIGHT if note.target is Target.TEXT and note.anchor is not None else Ending.NOTHING


def keep(store: NoteStore, note: Note, end: Ending, body: str) -> Note:
    """The note as it is kept. Waits for the disk; raises NotesUnavailable."""
    said = replace(note, body="" if end is Ending.HIGHLIGHT else body)
    if end is Ending.TRASH:
        store.delete(note.id)
        return replace(said, deleted=datetime.now(UTC))
    return store.save(said)
