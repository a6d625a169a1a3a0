"""What a person types above a list of notes becomes a question that thousands of notes are asked at every key."""

import calendar
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta

from tui.counted import counted
from tui.notes.note import Note
from tui.text.folding import fold

DAYS = re.compile(r"([<>])?(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")

SPECIAL = re.compile(r"[<>\d]|in:")  # words that mean something else when they go on


class NoteFilter:
    """Notes, the latest first, and the words of each made ready for searching once."""

    def __init__(self) -> None:
        self._notes: tuple[Note, ...] = ()
        self._words: dict[str, tuple[Note, str]] = {}
        self._last: tuple[str, tuple[Note, ...]] = ("", ())

    def show(self, notes: Iterable[Note]) -> None:
        """Other notes."""
        self._notes = tuple(sorted(notes, key=lambda note: (note.updated, note.id), reverse=True))
        known = self._words
        self._words = {note.id: known[note.id] for note in self._notes if note.id in known}
        self._last = ("", self._notes)

    @property
    def count(self) -> int:
        """How many there are without a filter."""
        return len(self._notes)

    def matching(self, query: str) -> tuple[Note, ...]:
        """Those that answer every part of `query`: words, `#tag`, `@entity`, `in:article`, days as `period` reads
        them. What is only typed on is looked for among what was found already."""
        before, found = self._last
        words = query.split()
        narrows = bool(before) and query.startswith(before) and not any(SPECIAL.match(word) for word in words)
        tests = [self._test(fold(word)) for word in words]
        notes = found if narrows else self._notes
        answer = tuple(note for note in notes if all(test(note) for test in tests)) if tests else self._notes
        self._last = query, answer
        return answer

    def _test(self, word: str) -> Callable[[Note], bool]:
        days = period(word)
        if days is not None:
            first = datetime.combine(days[0], time.min).astimezone()
            last = datetime.combine(days[1], time.max).astimezone()
            return lambda note: first <= note.updated <= last
        if word.startswith("#") and len(word) > 1:
            return lambda note: word in self._text(note) and any(fold(tag).startswith(word[1:]) for tag in note.tags)
        if word.startswith("@"):
            return lambda note: word[1:] in fold(note.subject) or word in self._text(note)
        if word.startswith("in:"):
            return lambda note: word[3:] in fold(f"{note.title}\n{note.source}")
        return lambda note: word in self._text(note)

    def _text(self, note: Note) -> str:
        known = self._words.get(note.id)
        if known is None or known[0] is not note:
            quote = note.anchor.exact if note.anchor else ""
            known = self._words[note.id] = note, fold("\n".join((note.body, quote, note.subject, note.title)))
        return known[1]


def period(word: str) -> tuple[date, date] | None:
    """The days of "2026-11", "2026-11-23", ">2026-01" (from its first day on) or "<2026" (before it); None for words.

    A year needs a sign: bare it is a word like any other."""
    match = DAYS.fullmatch(word)
    if match is None or not (match[1] or match[3]):
        return None
    year, month, day = int(match[2]), int(match[3] or 0), int(match[4] or 0)
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None
    if year < 2 or year > 9000:
        return None
    if match[1] == ">":
        return first, date(9000, 1, 1)
    return (date(2, 1, 1), first - timedelta(days=1)) if match[1] == "<" else (first, last)


def articles_of(notes: Sequence[Note]) -> str:
    """On how many articles they are, in words."""
    return counted(len({note.source for note in notes}), "article")
