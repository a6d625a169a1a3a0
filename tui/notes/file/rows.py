"""Notes, places and choices become rows of JSON, and rows become values again."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from tui.notes.file.standings import FIELD, row_of_standing, with_standing
from tui.notes.note import Anchor, Choices, Note, Place, Target
from tui.text.span import Span


def row_of_note(note: Note) -> dict[str, Any]:
    """A row that `note_of_row` reads back as an equal note, but for lone surrogates, which JSON cannot hold."""
    return _clean_row(
        {
            "id": note.id,
            "source": note.source,
            "title": note.title,
            "url": note.url,
            "target": str(note.target),
            "subject": note.subject,
            "anchor": row_of_anchor(note.anchor),
            "body": note.body,
            "created": stamp(note.created),
            "updated": stamp(note.updated),
            "deleted": stamp(note.deleted) if note.deleted else None,
            "conflict_of": note.conflict_of,
        }
        | row_of_standing(note.anchor)
    )


def note_of_row(row: Mapping[str, Any]) -> Note:
    """ValueError where the row is no note."""
    try:
        return Note(
            id=_text(row["id"]),
            source=_text(row["source"]),
            title=_text(row.get("title", "")),
            url=_text(row.get("url", "")),
            target=Target(row.get("target", "text")),
            subject=_text(row.get("subject", "")),
            anchor=with_standing(anchor_of_row(row.get("anchor")), row.get(FIELD)),
            body=_text(row["body"]),
            created=moment(row["created"]),
            updated=moment(row.get("updated", row["created"])),
            deleted=moment(row["deleted"]) if row.get("deleted") else None,
            conflict_of=_text(row.get("conflict_of", "")),
        )
    except (KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"not a note: {error}") from error


def row_of_anchor(anchor: Anchor | None) -> dict[str, Any] | None:
    """The quote with its surroundings and its position."""
    if anchor is None:
        return None
    start, end = anchor.span
    return {"exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix, "start": start, "end": end}


def anchor_of_row(row: Mapping[str, Any] | None) -> Anchor | None:
    """KeyError, TypeError or ValueError where the row is no anchor."""
    if row is None:
        return None
    span = Span(int(row["start"]), int(row["end"]))
    if not 0 <= span.start <= span.end:
        raise ValueError("an anchor that ends before it begins")
    return Anchor(_text(row["exact"]), _text(row.get("prefix", "")), _text(row.get("suffix", "")), span)


def row_of_place(place: Place) -> dict[str, Any]:
    """Where reading stopped, as a row."""
    return _clean_row({"source": place.source, "offset": place.offset, "updated": stamp(place.updated)})


def place_of_row(row: Mapping[str, Any]) -> Place:
    """ValueError where the row is no place."""
    try:
        return Place(_text(row["source"]), max(0, int(row["offset"])), moment(row["updated"]))
    except (KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"not a place: {error}") from error


def row_of_choices(choices: Choices) -> dict[str, Any]:
    """What was decided about an article, as a row."""
    day = choices.published.isoformat() if choices.published else None
    return _clean_row(
        {
            "source": choices.source,
            "published": day,
            "shown": list(choices.shown),
            "hidden": list(choices.hidden),
            "encoding": choices.encoding or None,  # said even where it is nothing: rows are joined field by field
        }
    )


def choices_of_row(row: Mapping[str, Any]) -> Choices:
    """ValueError where the row holds no choices."""
    try:
        published = date.fromisoformat(row["published"]) if row.get("published") else None
        shown, hidden = (tuple(map(_text, row.get(name, ()))) for name in ("shown", "hidden"))
        return Choices(_text(row["source"]), published, shown, hidden, _text(row.get("encoding") or "")[:40])
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not choices: {error}") from error


def story_of_row(row: Mapping[str, Any]) -> tuple[str, tuple[str, ...], tuple[str, ...], bool]:
    """Name, articles, what does not belong to them, and whether it was forgotten; ValueError where it is no story."""
    try:
        articles, without = (tuple(map(_text, row.get(name, ()))) for name in ("articles", "without"))
        return _text(row["source"]), articles, without, bool(row.get("gone"))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a story: {error}") from error


def choices_or_none(row: Mapping[str, Any]) -> Choices | None:
    """None where the row holds no choices: edited by hand, or written by a program that has its own ideas."""
    try:
        return choices_of_row(row)
    except ValueError:
        return None


def stamp(when: datetime) -> str:
    """A moment as ISO 8601 in UTC; one without a zone is taken for UTC."""
    zoned = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    return zoned.isoformat().replace("+00:00", "Z")


def moment(text: str) -> datetime:
    """A moment in UTC from ISO 8601."""
    when = datetime.fromisoformat(text)
    if when.tzinfo is UTC:
        return when
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)


def clean(value: Any) -> Any:
    """The value as JSON can hold it: lone surrogates replaced, tuples as lists. TypeError for foreign types."""
    if isinstance(value, str):
        return clean_text(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {clean_text(str(key)): clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [clean(item) for item in value]
    raise TypeError(f"{type(value).__name__} cannot be stored")


def clean_text(text: str) -> str:
    """The text with U+FFFD for every lone surrogate."""
    try:
        text.encode()
    except UnicodeEncodeError:
        # Pairs of surrogates are one character; only lone ones are lost.
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _clean_row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: clean(value) for key, value in row.items()}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
