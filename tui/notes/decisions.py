"""What a person decided about articles, their dates and blocks, becomes rows to share, and such rows decisions here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tui.counted import counted
from tui.notes.file.rows import choices_of_row, row_of_choices
from tui.notes.note import Choices
from tui.notes.store import NoteStore
from tui.text.encoding import shown


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about one article, and when last (ISO 8601, UTC)."""

    choices: Choices
    updated: str


@dataclass(frozen=True, slots=True)
class Taken:
    """On how many articles something new was decided, all was known already, or another date stands and stays."""

    added: int = 0
    known: int = 0
    other: int = 0


def decisions(store: NoteStore) -> tuple[Decision, ...]:
    """All decisions that are in force, oldest first."""
    found = (Decision(choices, updated) for choices, updated in store.all_choices())
    return tuple(sorted((one for one in found if _says(one.choices)), key=lambda one: one.updated))


def rows(found: Iterable[Decision]) -> list[dict[str, Any]]:
    """Decisions as rows of JSON, without when they were made."""
    return [{name: value for name, value in row_of_choices(one.choices).items() if value} for one in found]


def read(values: object) -> tuple[Choices, ...]:
    """The decisions in rows of JSON. Raises ValueError, with the end of a sentence about the document."""
    if not isinstance(values, list):
        raise ValueError("cannot be used: its “articles” are no list")
    return tuple(_read(value, number) for number, value in enumerate(values, 1))


def take_in(store: NoteStore, choices: Iterable[Choices]) -> Taken:
    """Decide as somebody else did wherever nothing was decided here; what was stays."""
    added = known = other = 0
    for theirs in choices:
        ours = store.choices_of(theirs.source)
        joined = replace(
            ours,
            published=ours.published or theirs.published,
            encoding=ours.encoding or theirs.encoding,
            shown=(*ours.shown, *(block for block in theirs.shown if block not in (*ours.shown, *ours.hidden))),
            hidden=(*ours.hidden, *(block for block in theirs.hidden if block not in (*ours.shown, *ours.hidden))),
        )
        if joined != ours:
            store.save_choices(joined)
            added += 1
        elif theirs.published not in (None, ours.published):
            other += 1
        else:
            known += 1
    return Taken(added, known, other)


def describe(choices: Choices) -> tuple[str, ...]:
    """A sentence in plain words for each decision: "Published on 2019-07-30, in a.txt"."""
    where = f"in {choices.source.rstrip('/').rpartition('/')[2] or choices.source}"
    said = [f"Published on {choices.published}, {where}"] if choices.published else []
    said += [f"Read as {shown(choices.encoding)}, {where}"] if choices.encoding else []
    blocks = [
        f"{counted(len(texts), 'block')} {deed}"
        for texts, deed in ((choices.shown, "brought back"), (choices.hidden, "folded"))
        if texts
    ]
    return (*said, *([f"{' and '.join(blocks)}, {where}"] if blocks else []))


def _says(choices: Choices) -> bool:
    return bool(choices.published or choices.shown or choices.hidden or choices.encoding)


def _read(value: object, number: int) -> Choices:
    try:
        if not isinstance(value, Mapping):
            raise ValueError("is not a JSON object")
        lists = [value.get(name, []) for name in ("shown", "hidden")]
        if not all(isinstance(texts, list) and all(isinstance(text, str) for text in texts) for texts in lists):
            raise ValueError("holds blocks that are no lists of texts")
        source, day = value.get("source"), value.get("published")
        if not isinstance(source, str) or not source.strip() or not isinstance(day, str | None):
            raise ValueError("must hold the path of an article, and a day such as 2019-07-30")
        choices = choices_of_row(value)
        if not _says(choices):
            raise ValueError("decides nothing")
    except ValueError as error:
        raise ValueError(f"cannot be used: decision {number} {error}") from error
    return choices
