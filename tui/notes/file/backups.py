"""Copies of a notes file: the last good one, one a day for a week, one a week for a month."""

import contextlib
import os
import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from tui.notes.file.durable import flush, flush_folder, make_private

_DAYS, _WEEKS = 7, 5
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the notes as they were written at `written` (UTC)."""

    path: Path
    written: datetime


def keep(current: Path, folder: Path, today: date) -> None:
    """Remember `current`, which is about to be replaced, as the last good one, and as today's and this week's first.

    Hard links cost nothing: a file that was replaced is never written to again."""
    make_private(folder)
    stem = current.stem
    _link(current, folder / f"{stem}-last.json")
    year, week, _ = today.isocalendar()
    for name, kind, number in (
        (f"{stem}-day-{today.isoformat()}.json", "day", _DAYS),
        (f"{stem}-week-{year}-{week:02d}.json", "week", _WEEKS),
    ):
        if not (folder / name).exists():
            _link(current, folder / name)
            for old in sorted(folder.glob(f"{stem}-{kind}-*.json"))[:-number]:
                old.unlink(missing_ok=True)
            flush_folder(folder)


def keep_by_hand(current: Path, folder: Path, now: datetime) -> Path:
    """A copy that is never thinned out; its path."""
    make_private(folder)
    path = folder / f"{current.stem}-kept-{now:%Y-%m-%dT%H%M%S.%fZ}.json"
    _copy(current, path)
    flush_folder(folder)
    return path


def listing(folder: Path, stem: str) -> tuple[Backup, ...]:
    """All backups of `stem`, the latest first."""
    found = []
    with contextlib.suppress(OSError):
        for path in folder.glob(f"{stem}-*.json"):
            if path.is_file():
                found.append(Backup(path, datetime.fromtimestamp(path.stat().st_mtime, UTC)))
    return tuple(sorted(found, key=lambda backup: (backup.written, backup.path.name), reverse=True))


def _link(current: Path, backup: Path) -> None:
    """Hard link in one step; a copy where the file system has no hard links."""
    temporary = backup.with_suffix(".new")
    temporary.unlink(missing_ok=True)
    try:
        os.link(current, temporary)
        temporary.replace(backup)
    except OSError:
        _copy(current, backup)
    finally:
        temporary.unlink(missing_ok=True)  # replacing a link by another to the same inode leaves both


def _copy(current: Path, backup: Path) -> None:
    temporary = backup.with_suffix(".new")
    temporary.unlink(missing_ok=True)
    try:
        with current.open("rb") as source, os.fdopen(os.open(temporary, _NEW, 0o600), "wb") as target:
            shutil.copyfileobj(source, target)
            target.flush()
            flush(target.fileno())
        status = current.stat()
        os.utime(temporary, ns=(status.st_atime_ns, status.st_mtime_ns))  # says when the notes were written
        temporary.replace(backup)
    finally:
        temporary.unlink(missing_ok=True)
