"""What a note is about, in words."""

from tui.notes.note import Note, Target
from tui.ui.page.quoted import quoted


def about(note: Note) -> str:
    """The words it stands on, or the name, the day or the article."""
    if note.anchor and note.target is Target.TEXT:
        return quoted(note.anchor.exact)
    named = {Target.ENTITY: f"About {note.subject}", Target.EVENT: f"On {note.subject}"}
    return named.get(note.target, f"On the article {quoted(note.title)}")
