"""A small file in another folder says how many notes there were, so that a folder that is gone is not a beginning.

It may be deleted at any time: then a folder that is empty is taken for a new one."""

import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import orjson

from tui.notes.file.layout import Tables
from tui.paths import private_folder

_KEYS = 5  # of the last notes: another person's notes in their place have none of them


class Noted(NamedTuple):
    """What was there when somebody looked last."""

    notes: int
    keys: tuple[str, ...]
    day: str


class Seen:
    """The notes of one path, as they were seen last. Nothing here raises: it is only a help."""

    def __init__(self, path: Path, notes: Path) -> None:
        self._path = path
        self._name = os.fsencode(notes.absolute()).decode("utf-8", "replace")
        self._known: Noted | None = None

    def last(self) -> Noted | None:
        """What is noted."""
        match self._all().get(self._name):
            case {"notes": int(notes), "keys": [*keys], "day": str(day)} if notes > 0:
                self._known = Noted(notes, tuple(map(str, keys)), day)
                return self._known
        return None

    def note(self, tables: Tables) -> None:
        """Remember what is there now, if it is something else."""
        rows = tables.get("notes", {})
        keys = tuple(str(row.get("id", "")) for row in list(rows.values())[-_KEYS:])
        if self._known is not None and (self._known.notes, self._known.keys) == (len(rows), keys):
            return
        noted = Noted(len(rows), keys, f"{datetime.now(UTC):%Y-%m-%d}")
        entries = {**self._all(), self._name: noted._asdict()}
        temporary = self._path.with_name(f".{self._path.name}.{os.getpid()}.new")
        with contextlib.suppress(OSError, TypeError):
            private_folder(self._path.parent)
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
            try:
                os.write(descriptor, orjson.dumps(entries))
            finally:
                os.close(descriptor)
            temporary.replace(self._path)
            self._known = noted

    def _all(self) -> dict[str, object]:
        with contextlib.suppress(OSError, ValueError):
            entries = orjson.loads(self._path.read_bytes())
            if isinstance(entries, dict):
                return entries
        return {}
