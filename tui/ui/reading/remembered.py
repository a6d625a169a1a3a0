"""What the reader remembers by itself from one session to the next: how the page looks, marks, and first steps.

A small file beside the notes. What stands in it may be lost without harm, so it is written without waiting for the
disk; what another session wrote meanwhile is kept."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from tui.paths import make_private
from tui.settings import Settings
from tui.ui.page.looks import Looks

FILE = "reader.json"
MOST_ARTICLES = 1000
WHOLE, CHAPTERS = "whole", "chapters"  # how books are read
ENOUGH = 6  # actions after which the hint for the first time goes away for good


class Remembered:
    """One file of remembered things; nothing here raises."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._path = folder / FILE
        self._wanted = Looks.of(settings)
        stored = self._read()
        self.looks = self._looks(stored)
        self.order = order if isinstance(order := stored.get("order"), str) else ""
        self._seen = set(_words(stored.get("seen")))
        self.steps = number if isinstance(number := stored.get("steps"), int) else 0

    def look(self, **changes: Any) -> Looks:
        """Change how pages look, and remember it."""
        self.looks = replace(self.looks, **changes)
        now, wanted = _fields(self.looks), _fields(self._wanted)
        # Beside what was chosen stands what the settings said then: whoever changes them later means it.
        self._write(looks={name: [now[name], wanted[name]] for name in now if now[name] != wanted[name]})
        return self.looks

    def sort(self, order: str) -> None:
        """Remember how the library is sorted."""
        self.order = order
        self._write(order=order)

    @property
    def beginner(self) -> bool:
        """Whether the hint for the first time is still of use."""
        return self.steps < ENOUGH

    @property
    def books(self) -> str:
        """How books of several chapters are read: WHOLE, CHAPTERS, or "" where the person has not said."""
        chosen = self._read().get("books")
        return chosen if chosen in (WHOLE, CHAPTERS) else ""

    def read_books(self, chosen: str) -> None:
        """Remember how; "" asks again."""
        self._write(books=chosen)

    def step(self) -> None:
        """Something was done; after a few such steps nobody is a beginner."""
        self.steps += 1
        if self.steps <= ENOUGH:
            self._write(steps=self.steps)

    def has_seen(self, hint: str) -> bool:
        """Whether the person has seen a hint, or has no need of it any more."""
        return hint in self._seen

    def see(self, hint: str) -> None:
        """From now on they have."""
        if hint not in self._seen:
            self._seen |= {hint, *_words(self._read().get("seen"))}
            self._write(seen=sorted(self._seen))

    def marks(self, source: str) -> dict[str, int]:
        """Marks set in an article: offsets by letter."""
        marks = _table(_table(self._read().get("marks")).get(source))
        return {letter: offset for letter, offset in marks.items() if isinstance(offset, int) and offset >= 0}

    def set_mark(self, source: str, letter: str, offset: int) -> None:
        """Remember a mark."""
        everywhere = _table(self._read().get("marks"))
        here = _table(everywhere.pop(source, None)) | {letter: offset}
        everywhere[source] = here  # the article marked last stands last
        self._write(marks=dict(list(everywhere.items())[-MOST_ARTICLES:]))

    def _looks(self, stored: Mapping[str, Any]) -> Looks:
        looks, wanted = self._wanted, _fields(self._wanted)
        for name, pair in _table(stored.get("looks")).items():
            match pair:
                case [value, then] if name in wanted and then == wanted[name] and type(value) is type(then):
                    looks = replace(looks, **{name: value})
        return replace(looks, column=max(20, min(looks.column, 200)), panel=max(-200, min(looks.panel, 1000)))

    def _read(self) -> dict[str, Any]:
        try:
            return _table(json.loads(self._path.read_bytes()))
        except (OSError, ValueError, RecursionError):
            return {}

    def _write(self, **changes: Any) -> None:
        fresh = self._path.with_name(f".{FILE}.{os.getpid()}")
        try:
            body = json.dumps(self._read() | changes, ensure_ascii=True)
            make_private(self._path.parent)  # who has no notes yet has no folder for them
            with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600), "w") as file:  # noqa: PTH123
                file.write(body)
            fresh.replace(self._path)
        except OSError:
            with suppress(OSError):
                fresh.unlink()


def _fields(looks: Looks) -> dict[str, Any]:
    return {name: getattr(looks, name) for name in Looks.__slots__}


def _words(value: object) -> list[str]:
    return [word for word in value if isinstance(word, str)] if isinstance(value, list) else []


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
