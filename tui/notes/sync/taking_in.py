"""A file of notes, our own or of Web Annotations, becomes notes."""

import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from tui.errors import ReaderError
from tui.notes.file.layout import hidden_rows
from tui.notes.file.rows import clean_text, note_of_row
from tui.notes.note import Note
from tui.notes.web_annotation import annotations_in, is_annotations, note_of_annotation


class Read(NamedTuple):
    """Notes, and a sentence for each thing that was not one."""

    notes: tuple[Note, ...]
    skipped: tuple[str, ...]


def read_notes(content: bytes, name: str) -> Read:
    """Notes from our own JSON, from JSON-LD, or from a TinyDB file of ours. `name` is what errors call it.

    Raises ReaderError where it is none of these. Text is taken as it is and never interpreted."""
    doubled: list[str] = []

    def objects(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) < len(pairs):
            keys = [key for key, _ in pairs]
            doubled.extend(key for key in value if keys.count(key) > 1)
        return value

    try:
        value = json.loads(content, object_pairs_hook=objects)
    except (ValueError, RecursionError) as error:  # UnicodeDecodeError is a ValueError
        raise ReaderError(f"{name} is not JSON: only files of Dateline or of Web Annotations are taken in.") from error
    read: Callable[[Any], Note]
    items: Sequence[Any]
    if is_annotations(value):
        read, items = note_of_annotation, annotations_in(value)
    elif isinstance(value, dict) and isinstance(value.get("notes"), list):
        if value.get("version") != 1:
            raise ReaderError(f"{name} was written by a newer version of Dateline: update this one first.")
        read, items = note_of_row, value["notes"]
    elif isinstance(value, dict) and isinstance(value.get("notes"), dict):  # the file itself
        rows = [*value["notes"].values(), *hidden_rows(content).get("notes", {}).values()]
        read, items = note_of_row, [row for row in rows if row and "purged" not in row]
    else:
        raise ReaderError(f"{name} holds no notes: neither Dateline's nor Web Annotations.")
    notes, skipped = [], []
    for number, item in enumerate(items, 1):
        try:
            notes.append(read(item))
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            skipped.append(f"Number {number} in {name} was left out: {error}.")
    if doubled:
        names = ", ".join(f"“{clean_text(key)[:40]}”" for key in dict.fromkeys(doubled[:5]))
        skipped.append(f"{name} has a key twice where only one can be ({names}): of each the last value was taken.")
    return Read(tuple(notes), tuple(skipped))
