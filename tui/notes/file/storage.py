"""TinyDB's file made safe: locked against other processes, replaced in one step, flushed, backed up, repaired."""

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock, RLock
from typing import Any, TypeVar

from tinydb.storages import Storage

from tui.errors import NotesUnavailable
from tui.notes.file import backups
from tui.notes.file.durable import let_go, make_private, read_regular, sentence, shown, write_whole
from tui.notes.file.layout import (
    Lines,
    Row,
    Tables,
    content_of,
    is_newer,
    lines_of,
    parse,
    parse_again,
    salvage,
    with_format,
)
from tui.notes.file.lock import exclusive
from tui.notes.file.snapshot import Snapshot, signature

T = TypeVar("T")


class NotesStorage(Storage):
    """A TinyDB storage that loses nothing. Safe to use from any thread, and by any number of processes at once.

    Reading never waits for a writer. Every method raises NotesUnavailable, and nothing else, where the disk or the
    file does not play along. `troubles` holds what a person should be told, one sentence each."""

    def __init__(self, path: Path, patience: float = 15.0) -> None:
        self._folder = path.parent
        self.path = Path(os.path.realpath(path))  # a link stays a link: what it points at is replaced
        self.backups = self.path.parent / "backups"
        self.generation = 0  # counts the states of the file that were seen
        self.troubles: list[str] = []
        self._lock = self.path.with_name(f".{self.path.stem}.lock")
        self._temporary = self.path.with_name(f".{self.path.stem}.new")
        self._patience = patience
        self._writing = RLock()  # among this process's threads; always taken before `_looking`
        self._depth = 0
        self._looking = Lock()  # guards the snapshot; never held while waiting
        self._snapshot: Snapshot | None = None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all other sessions and threads from writing. May be nested."""
        with self._writing:
            if self._depth:
                yield
                return
            try:
                make_private(self._folder)
            except OSError as error:
                raise NotesUnavailable(sentence(error, self._folder)) from error
            with exclusive(self._lock, self._patience):
                self._depth += 1
                try:
                    yield
                finally:
                    self._depth -= 1

    def read(self) -> Tables | None:
        """The tables as they are on disk now; the rows are shared, treat them as values. None: there is no file yet."""
        with self._looking:
            damaged = not self._look()
            if not damaged:
                return dict(self._snapshot.tables) if self._snapshot else None
        self._repair()
        with self._looking:
            return dict(self._snapshot.tables) if self._snapshot else None

    def changed(self) -> bool:
        """Whether another session has written since the last read here; costs one `stat`."""
        with self._looking:
            if self._snapshot is not None:
                return self._snapshot.is_stale()
        try:
            return self.path.exists()
        except OSError:
            return True  # the next read says what is wrong

    def write(self, data: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
        """Put `data` in place of the whole file, and keep what stood there as the last good backup."""
        with self.transaction():
            self.read()  # a newer file is not to be overwritten, a damaged one is set aside first
            self._put({name: {str(key): dict(row) for key, row in rows.items()} for name, rows in data.items()})

    def revise(self, table: str, change: Callable[[dict[str, Row]], T]) -> T:
        """Let `change` put rows into a table or take rows out, in one step; its answer.

        The rows it gets are shared: it puts new ones in their place and never changes one. Nothing is written if it
        raises or changes nothing."""
        with self.transaction():
            tables = self.read() or {}
            before = tables.get(table, {})
            rows = dict(before)
            answer = change(rows)
            if rows != before:
                self._put(tables | {table: rows})
            return answer

    def close(self) -> None:
        """Let go of the file; the next read opens it again."""
        with self._looking:
            self._forget()

    def keep(self) -> Path:
        """Make a backup that is never thinned out; where it is. NotesUnavailable where there is nothing to keep."""
        with self.transaction():
            self.read()
            try:
                return backups.keep_by_hand(self.path, self.backups, datetime.now(UTC))
            except FileNotFoundError:
                raise NotesUnavailable(f"There are no notes yet in {shown(self.path)}.") from None
            except OSError as error:
                raise NotesUnavailable(sentence(error, self.backups)) from error

    def restore(self, backup: Path) -> Path | None:
        """Put a backup in place of the file; where the file as it was is kept, if there was one."""
        with self.transaction():
            try:
                tables = parse(_bytes(backup))
            except OSError as error:
                raise NotesUnavailable(sentence(error, backup)) from error
            except ValueError as error:
                raise NotesUnavailable(f"{shown(backup)} is no backup of notes: {error}.") from error
            _refuse_newer(tables, backup)
            kept = self.keep() if self.read() is not None else None
            self.write(tables)
            return kept

    def is_readable(self, backup: Path) -> bool:
        """Whether `restore` would take it."""
        try:
            return not is_newer(parse(_bytes(backup)))
        except (OSError, ValueError):
            return False

    def _put(self, tables: Tables) -> None:
        """Write the file; the lock is held and the snapshot is that of the file as it stands."""
        tables = with_format(tables)
        lines = lines_of(tables, self._snapshot.lines if self._snapshot else {})
        content = content_of(lines)
        if self._snapshot is not None:
            self._keep_backup()
        try:
            write_whole(self.path, content, self._temporary)
        except OSError as error:
            self.close()  # the file is the old or the new one: look again
            raise NotesUnavailable(sentence(error, self.path)) from error
        with self._looking:
            self._forget()
            with contextlib.suppress(OSError):  # it is written; it will be read again
                descriptor = os.open(self.path, os.O_RDONLY | os.O_CLOEXEC)
                self._snapshot = Snapshot(self.path, descriptor, signature(os.fstat(descriptor)), tables, lines)
            self.generation += 1

    def _keep_backup(self) -> None:
        try:
            backups.keep(self.path, self.backups, datetime.now(UTC).date())
        except OSError as error:  # a note is worth more than its backup
            self._tell(f"No backup was made. {sentence(error, self.backups)}")

    def _look(self) -> bool:
        """Bring the snapshot up to date; False where the file cannot be understood, or is gone and had backups."""
        if self._snapshot is not None and not self._snapshot.is_stale():
            return True
        known = self._snapshot.lines if self._snapshot is not None else {}
        self._forget()
        try:
            content, descriptor, status = read_regular(self.path)
        except FileNotFoundError:
            return not backups.listing(self.backups, self.path.stem)
        except OSError as error:
            raise NotesUnavailable(sentence(error, self.path)) from error
        try:
            lines: Lines = {}
            if known and (again := parse_again(content, known)):
                tables, lines = again
            elif content.strip() or backups.listing(self.backups, self.path.stem):
                tables = parse(content)
            else:
                tables = {}
            _refuse_newer(tables, self.path)
        except ValueError:
            let_go(descriptor)
            return False
        except BaseException:
            let_go(descriptor)
            raise
        self._snapshot = Snapshot(self.path, descriptor, signature(status), tables, lines)
        self.generation += 1
        return True

    def _repair(self) -> None:
        """Set the unreadable file aside, and put the best backup with the rows that can be saved in its place."""
        with self.transaction():
            with self._looking:
                if self._look():
                    return  # another session has repaired it meanwhile
            try:
                content = _bytes(self.path)
            except FileNotFoundError:
                content = None
            except OSError as error:
                raise NotesUnavailable(sentence(error, self.path)) from error
            tables, origin = self._best_backup()
            saved = salvage(content or b"", tables)
            fate = (
                f"could not be read and was set aside as {self._aside(content)}" if content is not None else "was gone"
            )
            try:
                write_whole(self.path, content_of(lines_of(with_format(tables), {})), self._temporary)
            except OSError as error:
                raise NotesUnavailable(sentence(error, self.path)) from error
            rescued = f", with {saved} more saved from the damaged file" if saved else ""
            self._tell(f"{shown(self.path)} {fate}; in its place is {origin}{rescued}.")
            with self._looking:
                self._look()

    def _aside(self, content: bytes) -> str:
        """The name under which the unreadable file is kept; it stays in its place until it is replaced."""
        aside = self.path.with_name(f"{self.path.stem}-unreadable-{datetime.now(UTC):%Y-%m-%dT%H%M%S.%fZ}.json")
        try:
            aside.hardlink_to(self.path)
        except OSError:  # no hard links here
            try:
                write_whole(aside, content, self._temporary)
            except OSError as error:
                raise NotesUnavailable(sentence(error, aside)) from error
        return aside.name

    def _best_backup(self) -> tuple[Tables, str]:
        for backup in backups.listing(self.backups, self.path.stem):
            with contextlib.suppress(OSError, ValueError, NotesUnavailable):
                tables = parse(_bytes(backup.path))
                _refuse_newer(tables, backup.path)
                return tables, f"the backup of {backup.written:%Y-%m-%d %H:%M} UTC"
        return {}, "a new file, as there is no backup"

    def _tell(self, trouble: str) -> None:
        if trouble not in self.troubles:
            self.troubles.append(trouble)

    def _forget(self) -> None:
        if self._snapshot is not None:
            let_go(self._snapshot.descriptor)
            self._snapshot = None


def _bytes(path: Path) -> bytes:
    content, descriptor, _ = read_regular(path)
    let_go(descriptor)
    return content


def _refuse_newer(tables: Tables, path: Path) -> None:
    if is_newer(tables):
        raise NotesUnavailable(
            f"{shown(path)} was written by a newer version of Dateline: update this one. The file is left as it is."
        )
