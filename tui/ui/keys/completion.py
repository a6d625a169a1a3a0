"""Tags, entities and notes that what stands before the cursor may become."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from tui.notes.note import Note
from tui.text.folding import fold
from tui.ui.page.quoted import quoted

MOST = 50
TAG = re.compile(r"(?<![\w&/#])#([\w/-]*)$")
NAME = re.compile(r"(?<!\w)@([^@\n]{0,60})$")
LINK = re.compile(r"\[\[([^\[\]\n]*)$")
LINKED = re.compile(r"\[\[([^\[\]\n]*?)(?: \^([0-9a-f]{8}))?\]\]")
ID_LETTERS = 8


class Words(NamedTuple):
    """What can be written after each sign."""

    tags: Sequence[str] = ()  # the most used first
    names: Sequence[str] = ()
    notes: Sequence[Note] = ()
    counts: Mapping[str, int] = {}  # on how many notes a tag is


class Offer(NamedTuple):
    """`choices` for what stands from `start` to the cursor, and what is known of each."""

    start: int
    choices: tuple[str, ...]
    beside: tuple[str, ...] = ()


def offer(before: str, words: Words) -> Offer | None:
    """What `before`, a line up to the cursor, can be completed to; None where nothing is being named."""
    if match := LINK.search(before):
        wanted = fold(match[1]).split()
        found: Iterable[str] = (
            link(note) for note in words.notes if all(word in fold(first_line(note)) for word in wanted)
        )
    elif match := TAG.search(before):
        typed = fold(match[1])
        found = (f"#{tag}" for tag in words.tags if fold(tag).startswith(typed) and tag != match[1])
    elif match := NAME.search(before):
        typed = fold(match[1])
        found = (f"@{name}" for name in words.names if _begins(fold(name), typed) and name != match[1])
    else:
        return None
    choices = tuple(islice(found, MOST))
    beside = tuple(str(words.counts.get(choice.removeprefix("#"), "")) for choice in choices)
    return Offer(match.start(), choices, beside) if choices else None


def first_line(note: Note) -> str:
    """What a note is called in lists."""
    written = next((line.strip() for line in note.body.splitlines() if line.strip()), "")
    return written or (quoted(note.anchor.exact) if note.anchor else "(empty)")


def link(note: Note) -> str:
    """How one note names another: its first line for the eye, the beginning of its id for good."""
    words = re.sub(r"[\[\]^#@]+", " ", first_line(note)).strip("-*> ")
    return f"[[{' '.join(words.split())[:60].strip() or 'note'} ^{note.id[:ID_LETTERS]}]]"


def linked_notes(body: str, notes: Iterable[Note]) -> tuple[Note, ...]:
    """The notes that a body links to, found by id, or by first line where a person typed the link."""
    notes = tuple(notes)
    found = []
    for words, id in LINKED.findall(body):
        wanted = fold(words)
        for note in notes:
            if note.id.startswith(id) if id else wanted and fold(first_line(note)).startswith(wanted):
                found.append(note)
                break
    return tuple(dict.fromkeys(found))


def named(body: str, names: Sequence[str]) -> tuple[str, ...]:
    """The names that stand after an @ in a body, the longest that fits each; in order, each once."""
    text = fold(body)
    longest_first = sorted(names, key=len, reverse=True)
    found = []
    for match in re.finditer(r"(?<!\w)@(?=\w)", text):
        for name in longest_first:
            if name and re.match(rf"{re.escape(fold(name))}(?!\w)", text[match.end() :]):
                found.append(name)
                break
    return tuple(dict.fromkeys(found))


def _begins(name: str, typed: str) -> bool:
    return name.startswith(typed) or f" {typed}" in f" {name}"
