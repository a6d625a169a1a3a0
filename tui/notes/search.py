"""Notes are found by words, tags and what they are about."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from tui.analysis.naming import fold_name
from tui.notes.note import Note, Target
from tui.text.folding import fold


def matching(
    notes: Iterable[Note], query: str = "", *, since: date | None = None, until: date | None = None
) -> tuple[Note, ...]:
    """The notes that have every word of `query`, in the order given.

    `#tag` asks for a tag or one that begins so, `@name` for an entity; any other word is looked for in the body, the
    quote, the entity and the article's title. `since` and `until` are days in UTC on which a note was last changed."""
    wanted = fold(query).split()
    first = datetime.combine(since, time.min, UTC) if since else None
    last = datetime.combine(until, time.max, UTC) if until else None
    return tuple(
        note
        for note in notes
        if (first is None or note.updated >= first)
        and (last is None or note.updated <= last)
        and _has_all(note, wanted)
    )


def about(notes: Iterable[Note], names: Iterable[str]) -> tuple[Note, ...]:
    """The notes that are on an entity of any of these names, or that name it behind an @, in the order given."""
    wanted = {fold_name(name) for name in names}
    return tuple(
        note
        for note in notes
        if (note.target is Target.ENTITY and fold_name(note.subject) in wanted)
        or any(f"@{name}" in fold(note.body) for name in wanted)
    )


def _has_all(note: Note, wanted: list[str]) -> bool:
    if not wanted:
        return True
    quote = note.anchor.exact if note.anchor else ""
    text = fold("\n".join((note.body, quote, note.subject, note.title)))
    return all(_has(note, word, text) for word in wanted)


def _has(note: Note, word: str, text: str) -> bool:
    if word.startswith("#") and len(word) > 1:
        return any(fold(tag).startswith(word[1:]) for tag in note.tags)
    if word.startswith("@") and len(word) > 1:
        return word[1:] in fold(note.subject) or word in text
    return word in text
