"""What is known of a notes file beside the file itself: its backups, its journal, and what was seen of it before."""

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from tui.durable import let_go, read_regular, sentence, shown
from tui.errors import NotesUnavailable
from tui.notes.file import backups
from tui.notes.file.journal import Journal, changes_between, replayed, seal_of
from tui.notes.file.layout import Tables, content_of, is_newer, parse
from tui.notes.file.seen import Seen
from tui.notes.file.snapshot import Snapshot
from tui.notes.file.union import Source

_SMALL = 250_000  # bytes of a file that is copied whenever it is written; of a larger one the journal has the changes


class Memory:
    """Kept under the lock of the notes; asked by anyone at any time."""

    def __init__(self, path: Path, seen: Seen | None) -> None:
        self._stem = path.stem
        self.folder = path.parent / "backups"
        self._journal = Journal(path.with_suffix(".journal"))
        self.seen = seen

    @property
    def is_there(self) -> bool:
        """Whether the file has been there before."""
        return bool(self._journal.entries()) or bool(backups.listing(self.folder, self._stem))

    @property
    def answer(self) -> str:
        """When a person last said that the file is right as it stands."""
        return self._journal.answer

    def trusts(self, seal: str) -> bool:
        """Whether a file with that seal is the last one that was written."""
        return bool(seal) and self._journal.tail == seal

    def keep(self, before: Snapshot | None, after: Snapshot, content: bytes, keeps_former: bool) -> None:
        """Keep what was just written: its changes in the journal, its whole where that is small or due.

        OSError where it cannot be kept. `keeps_former`: what is known of the state before is kept as well."""
        now = datetime.now(UTC)
        if keeps_former:
            backups.keep_former(self.folder, self._stem, now)
        elif not self._journal.tail and before is not None:
            backups.keep_dated(content_of(before.lines), self.folder, self._stem, "before", now)
        changes = changes_between(before.lines if before is not None else {}, after.lines)
        added = False
        with contextlib.suppress(OSError):  # then the whole is copied
            added = self._journal.append(before.seal if before is not None else "", after.seal, changes)
        if not added or len(content) <= _SMALL:
            backups.keep_last(content, self.folder, self._stem)
        if not added:  # a small file is in the journal as a whole as well
            whole = changes_between({}, after.lines) if len(content) <= _SMALL else changes
            self._journal.begin(after.seal, whole)
        if backups.is_first(self.folder, self._stem, now.date()):
            first = content if before is None else content_of(before.lines)
            backups.keep_days(first, _written(before, now), self.folder, self._stem, now.date())
        if self.seen is not None:
            self.seen.note(after.tables)

    def answered(self, content: bytes) -> None:
        """A person has said that the file is right as it stands; what was known before is kept under another name."""
        now = datetime.now(UTC)
        backups.keep_former(self.folder, self._stem, now)
        backups.keep_last(content, self.folder, self._stem)
        self._journal.begin(seal_of(content), b"{}", now.isoformat())
        if self.seen is not None:
            self.seen.note(parse(content))

    def newest(self) -> Tables:
        """The tables as they were last written, as far as the copy of the last state and the journal know."""
        path = backups.last_of(self.folder, self._stem)
        content, tables = _read(path)
        return replayed(tables, seal_of(content) if content else "", self._journal.entries())

    def sources(self) -> list[Source]:
        """Every backup that can be read, and the journal; the last state first."""
        last = backups.last_of(self.folder, self._stem)
        found, journal = [], Source("the journal", self.in_journal())
        for backup in backups.listing(self.folder, self._stem):
            content, tables = _read(backup.path)
            if content:
                found.append(Source(f"the backup of {backup.written:%Y-%m-%d %H:%M} UTC", tables))
                if backup.path == last:
                    found.insert(0, found.pop())
        return [*found[:1], journal, *found[1:]]

    def in_journal(self) -> Tables:
        """The rows that were changed last, each as it was written last."""
        tables: Tables = {}
        for entry in self._journal.entries():
            for name, rows in entry.rows.items():
                there = tables.setdefault(name, {})
                there.update({number: row for number, row in rows.items() if row is not None})
        return tables


def bytes_of(path: Path) -> bytes:
    """All of a regular file; OSError where it is none, or is not there."""
    content, descriptor, _ = read_regular(path)
    let_go(descriptor)
    return content


def tables_of(backup: Path) -> Tables:
    """What a backup holds. NotesUnavailable where it is none."""
    try:
        tables = parse(bytes_of(backup))
    except OSError as error:
        raise NotesUnavailable(sentence(error, backup)) from error
    except ValueError as error:
        raise NotesUnavailable(f"{shown(backup)} is no backup of notes: {error}.") from error
    refuse_newer(tables, backup)
    return tables


def is_readable(backup: Path) -> bool:
    """Whether it can be restored."""
    try:
        tables_of(backup)
    except NotesUnavailable:
        return False
    return True


def refuse_newer(tables: Tables, path: Path) -> None:
    """Raise NotesUnavailable for what a later version has written."""
    if is_newer(tables):
        raise NotesUnavailable(
            f"{shown(path)} was written by a newer version of Dateline: update this one. The file is left as it is."
        )


def _read(path: Path) -> tuple[bytes, Tables]:
    """A backup, or nothing where it cannot be read."""
    with contextlib.suppress(OSError, ValueError):
        content = bytes_of(path)
        tables = parse(content)
        if not is_newer(tables):
            return content, tables
    return b"", {}


def _written(before: Snapshot | None, now: datetime) -> datetime:
    return datetime.fromtimestamp(before.signature[3] / 1e9, UTC) if before is not None else now
