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

from tui.durable import sentence, shown, write_whole
from tui.errors import NotesUnavailable
from tui.notes.file import backups
from tui.notes.file.journal import seal_of
from tui.notes.file.layout import Row, Tables, as_json, content_of, lines_of, with_format
from tui.notes.file.lock import exclusive
from tui.notes.file.looking import Looking
from tui.notes.file.memory import Memory, bytes_of
from tui.notes.file.repairing import Mending, keep_copies, temporary_of
from tui.notes.file.seen import Seen
from tui.notes.file.snapshot import Snapshot, signature
from tui.notes.file.union import Join, nothing_known
from tui.paths import private_folder

T = TypeVar("T")


class NotesStorage(Storage):
    """A TinyDB storage that loses nothing. Safe to use from any thread, and by any number of processes at once.

    Reading never waits for a writer. Every method raises NotesUnavailable, and nothing else, where the disk or the
    file does not play along. `troubles` holds what a person should be told, one sentence each.

    `join` says what rows are and which version of one is later; `seen` is a file that remembers how many notes there
    were. With `asks` a file that has lost everything is left alone until a person has answered (`lost`)."""

    def __init__(
        self,
        path: Path,
        patience: float = 15.0,
        join: Join = nothing_known,
        seen: Path | None = None,
        asks: bool = False,
    ) -> None:
        self._given = path
        self.path = Path(os.path.realpath(path))  # a link stays a link: what it points at is replaced
        self._memory = Memory(self.path, Seen(seen, path) if seen is not None else None)
        self._view = Looking(self.path, self._memory, join, asks, self._tell)
        self.backups = self._memory.folder
        self.troubles: list[str] = []
        if path.is_symlink() and not self.path.exists():
            self._tell(f"{shown(path)} is a link to {shown(self.path)}, where there is no file.")
        self._lock = self.path.with_name(f".{self.path.stem}.lock")
        self._temporary = temporary_of(self.path)
        self._patience = patience
        self._writing = RLock()  # among this process's threads; always taken before `_looking`
        self._depth = 0
        self._looking = Lock()  # guards the view; never held while waiting
        self._mending = Mending(self.path, self._memory, self._view, join, self._looking, self._tell)

    @property
    def generation(self) -> int:
        """Counts the states of the file that were seen."""
        return self._view.generation

    @property
    def lost(self) -> str:
        """A sentence where the file has lost its notes: until it is answered nothing is written."""
        return self._view.lost

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all other sessions and threads from writing. May be nested."""
        with self._writing:
            if self._depth:
                yield
                return
            try:
                private_folder(self._given.parent)
            except OSError as error:
                raise NotesUnavailable(sentence(error, self._given.parent)) from error
            if self.path.parent != self._given.parent and not os.path.isdir(self.path.parent):  # noqa: PTH112 - never raises
                raise NotesUnavailable(
                    f"{shown(self._given)} is a link to {shown(self.path)}, and that folder is not "
                    "there: is its disk there? Else remove the link."
                )
            with exclusive(self._lock, self._patience):
                self._depth += 1
                try:
                    yield
                finally:
                    self._depth -= 1

    def read(self) -> Tables | None:
        """The tables as they are on disk now; the rows are shared, treat them as values. None: there is no file yet."""
        with self._looking:
            if self._view.look():
                return self._view.tables
        self._repair()
        with self._looking:
            return self._view.tables

    def changed(self) -> bool:
        """Whether another session has written since the last read here; costs one `stat`."""
        with self._looking:
            return self._view.has_changed()

    def write(self, data: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
        """Put `data` in place of the whole file, and keep what stood there as the last good backup."""
        self._refuse_lost()
        with self.transaction():
            self._refuse_lost()  # a newer file is not to be overwritten, a damaged one is set aside first
            self._put({name: {str(key): dict(row) for key, row in rows.items()} for name, rows in data.items()})

    def revise(self, table: str, change: Callable[[dict[str, Row]], T]) -> T:
        """Let `change` put rows into a table or take rows out, in one step; its answer.

        The rows it gets are shared: it puts new ones in their place and never changes one. Nothing is written if it
        raises or changes nothing."""
        self._refuse_lost()
        with self.transaction():
            tables = self._refuse_lost() or {}
            before = tables.get(table, {})
            rows = dict(before)
            with as_json(self.path):
                answer = change(rows)
            if rows != before:
                self._put(tables | {table: rows})
            return answer

    def close(self) -> None:
        """Let go of the file; the next read opens it again."""
        with self._looking:
            self._view.forget()

    # Backups

    def keep(self, kind: str = "kept") -> Path:
        """Make a backup; where it is. NotesUnavailable where there is nothing to keep.

        One that is `kept` is never thinned out."""
        with self.transaction():
            if self._refuse_lost() is None:
                raise NotesUnavailable(f"There are no notes yet in {shown(self.path)}.")
            try:
                content = bytes_of(self.path)
                return backups.keep_dated(content, self.backups, self.path.stem, kind, datetime.now(UTC))
            except OSError as error:
                raise NotesUnavailable(sentence(error, self.backups)) from error

    # A file that has lost its notes

    def found(self) -> str:
        """How many notes could be brought back, and where they are."""
        return self._mending.found()

    def bring_back(self) -> None:
        """Put everything that is known of the notes in place of a file that has lost them."""
        with self.transaction():
            self.read()
            if self.lost:
                self._mending.bring_back()

    def accept(self) -> None:
        """Go on with the file as it stands: a person has said that it is right."""
        with self.transaction():
            self.read()
            if self.lost:
                self._mending.accept()

    def _refuse_lost(self) -> Tables | None:
        """The tables; NotesUnavailable where the file has lost its notes."""
        tables = self.read()
        if self.lost:
            raise NotesUnavailable(self.lost)
        return tables

    def _put(self, tables: Tables) -> None:
        """Write the file; the lock is held and the snapshot is that of the file as it stands."""
        tables, before = with_format(tables), self._view.snapshot
        with as_json(self.path):
            lines = lines_of(tables, before.lines if before else {})
        content = content_of(lines)
        try:
            write_whole(self.path, content, self._temporary)
        except OSError as error:
            self.close()  # the file is the old or the new one: look again
            raise NotesUnavailable(sentence(error, self.path)) from error
        descriptor, status = -1, None
        with contextlib.suppress(OSError):  # it is written; it will be read again
            descriptor = os.open(self.path, os.O_RDONLY | os.O_CLOEXEC)
            status = os.fstat(descriptor)
        known = signature(status) if status is not None else (0, 0, 0, 0)
        after = Snapshot(self.path, descriptor, known, tables, seal_of(content), lines)
        keep_copies(self._memory, before, after, content, self._view.edited, self._tell)
        with self._looking:
            self._view.take(after if status is not None else None)

    def _repair(self) -> None:
        with self.transaction():
            with self._looking:
                if self._view.look():
                    return  # another session has repaired it meanwhile
            self._mending.replace(self._view.damage)

    def _tell(self, trouble: str) -> None:
        if trouble not in self.troubles:
            self.troubles.append(trouble)
