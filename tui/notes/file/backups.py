"""Copies of a notes file: the last state, one a day for a week, one a week for a month, and what stood in its way."""

import contextlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from tui.durable import let_go, read_regular, write_whole
from tui.paths import private_folder

_DAYS, _WEEKS = 7, 5
_MOST = {"import": 5, "before": 5}  # copies of a kind; those kept by hand are never thinned out


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the notes as they were written at `written` (UTC)."""

    path: Path
    written: datetime


def last_of(folder: Path, stem: str) -> Path:
    """Where the copy of the last state lies."""
    return folder / f"{stem}-last.json"


def keep_last(content: bytes, folder: Path, stem: str) -> None:
    """Copy what was just written. A copy, not a link: a program that writes in place would write into both."""
    private_folder(folder)
    _write(last_of(folder, stem), content)


def is_first(folder: Path, stem: str, today: date) -> bool:
    """Whether there is no copy of this day, or of this week, yet."""
    return any(not (folder / name).exists() for _, name, _ in _days(stem, today))


def keep_days(content: bytes, written: datetime, folder: Path, stem: str, today: date) -> None:
    """Remember `content` as today's and this week's first, if there is none yet.

    A copy with a date in the future comes from a wrong clock: it stays, but takes no other's place."""
    private_folder(folder)
    for kind, name, most in _days(stem, today):
        if not (folder / name).exists():
            _write(folder / name, content)
            with contextlib.suppress(OSError):
                os.utime(folder / name, (written.timestamp(), written.timestamp()))
            copies = sorted(folder.glob(f"{stem}-{kind}-*.json"), key=lambda path: path.name)
            past = [path for path in copies if path.name <= name]
            _remove([*past[:-most], *[path for path in copies if path.name > name][most:]])


def _days(stem: str, today: date) -> tuple[tuple[str, str, int], ...]:
    year, week, _ = today.isocalendar()
    return (
        ("day", f"{stem}-day-{today.isoformat()}.json", _DAYS),
        ("week", f"{stem}-week-{year}-{week:02d}.json", _WEEKS),
    )


def keep_dated(content: bytes, folder: Path, stem: str, kind: str, now: datetime) -> Path:
    """A copy under a name of its own; its path."""
    private_folder(folder)
    path = folder / f"{stem}-{kind}-{now:%Y-%m-%dT%H%M%S.%fZ}.json"
    _write(path, content)
    if most := _MOST.get(kind):
        copies = sorted(folder.glob(f"{stem}-{kind}-*.json"), key=lambda path: path.stat().st_mtime_ns)
        _remove([each for each in copies if each != path][: 1 - most])
    return path


def keep_former(folder: Path, stem: str, now: datetime) -> Path | None:
    """Keep the copy of the last state beside the one that is to take its place; its path, if there was one."""
    with contextlib.suppress(FileNotFoundError):
        content, descriptor, _ = read_regular(last_of(folder, stem))
        let_go(descriptor)
        return keep_dated(content, folder, stem, "before", now)
    return None


def listing(folder: Path, stem: str) -> tuple[Backup, ...]:
    """All backups of `stem`, the latest first."""
    found = []
    with contextlib.suppress(OSError):
        for path in folder.glob(f"{stem}-*.json"):
            if path.is_file():
                found.append(Backup(path, datetime.fromtimestamp(path.stat().st_mtime, UTC)))
    return tuple(sorted(found, key=lambda backup: (backup.written, backup.path.name), reverse=True))


def _write(path: Path, content: bytes) -> None:
    write_whole(path, content, path.with_name(f".{path.name}.new"))


def _remove(paths: Sequence[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
