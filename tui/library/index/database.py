"""One SQLite file for all running readers. Nothing here raises: what cannot be read is not known, what cannot be
written is forgotten, a damaged file is set aside and begun anew, and so is one that was deleted."""

import contextlib
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from tui.library.index.schema import FILE, OLDER, PAGE, SEARCH_TABLE, TABLES

WAIT_SECONDS = 1.0
OPENING_SECONDS = 1.0  # for so long the file may be locked while it is opened
EACH_SECONDS = 0.05
CACHE_KIB = 8_000  # of the file's pages that are held in memory
READERS_CACHE_KIB = 2_000  # and by each connection that only reads

_Found = TypeVar("_Found")
_NONE = (0, 0)


class Database:
    """A file that threads may share: one connection writes, and none that reads waits for another."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.trouble = ""  # a sentence, where the file cannot be used and nothing outlives this session
        self.searchable = True
        self.begun_anew = False  # the file was damaged, and what it held is found out again
        self._lock = threading.Lock()  # of the connection that writes
        self._file = _NONE
        self._idle: list[tuple[tuple[int, int], sqlite3.Connection]] = []  # for reading, and of which file
        self._connection = self._open()

    def close(self) -> None:
        """Close the file; afterwards nothing may be asked."""
        with self._lock, contextlib.suppress(sqlite3.Error):
            self._connection.close()
        self._drop_readers()

    def read(self, find: Callable[[sqlite3.Connection], _Found], nothing: _Found) -> _Found:
        """What `find` finds, or `nothing` where the file cannot be read now."""
        try:
            with self._reader() as reader:
                return find(reader)
        except (sqlite3.OperationalError, UnicodeEncodeError):  # busy, or the disk is in trouble
            return nothing
        except sqlite3.ProgrammingError:  # it was closed meanwhile
            return nothing
        except sqlite3.DatabaseError:
            with self._lock:
                self._begin_anew()
            return nothing

    @contextlib.contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        """A connection that nobody else uses; where there is no file, the one that writes."""
        if self._file == _NONE:
            with self._lock:
                yield self._connection
            return
        file, reader = self._file, None
        with contextlib.suppress(IndexError):
            file, reader = self._idle.pop()
        if reader is None or file != self._file:
            if reader is not None:
                reader.close()
            file, reader = self._file, self._one_that_reads()
        try:
            yield reader
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                reader.close()
            raise
        self._idle.append((file, reader))

    def _one_that_reads(self) -> sqlite3.Connection:
        place = f"file:{quote(os.fsencode(self.path.absolute()))}?mode=rw"  # a file that is gone is not begun here
        reader = sqlite3.connect(place, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False, uri=True)
        reader.execute(f"PRAGMA cache_size = -{READERS_CACHE_KIB}")
        return reader

    def _drop_readers(self) -> None:
        while self._idle:
            with contextlib.suppress(sqlite3.Error, IndexError):
                self._idle.pop()[1].close()

    def write(self, change: Callable[[sqlite3.Connection], object]) -> bool:
        """Make a change as a whole; whether it is in the file."""
        with self._lock:
            self._look_at_the_file()
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    change(self._connection)
                    self._connection.execute("COMMIT")
                except BaseException:
                    with contextlib.suppress(sqlite3.Error):
                        self._connection.execute("ROLLBACK")
                    raise
            except (sqlite3.OperationalError, UnicodeEncodeError):  # busy, no room, or a file name that is no text
                return False
            except sqlite3.DatabaseError:
                self._begin_anew()
                return False
        return True

    def _look_at_the_file(self) -> None:
        """A file that was deleted or replaced is opened anew: what is written into the old one nobody finds."""
        if self._file != _NONE and _identity(self.path) != self._file:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        end, damaged = time.monotonic() + OPENING_SECONDS, False
        while True:
            reason: Exception
            try:
                connection = self._connect(str(self.path))
                self._file, self.trouble = _identity(self.path), ""
                self._delete_older()
                return connection
            except (sqlite3.OperationalError, UnicodeEncodeError) as error:
                reason = error
                if "locked" not in str(error) or time.monotonic() > end:
                    break
                time.sleep(EACH_SECONDS)  # another reader is making the file just now: SQLite does not wait for that
            except sqlite3.DatabaseError as error:
                reason = error
                if damaged:  # it could not be set aside
                    break
                self._set_aside()
                damaged = self.begun_anew = True
        self._file = _NONE
        self.trouble = (
            f"{self.path} cannot be used ({reason}): the library forgets what is read now. "
            "It may be deleted; its folder must be yours, and not full."
        )
        return self._connect(":memory:")

    def _delete_older(self) -> None:
        """Nothing is lost with what another schema held: it is made again in this one."""
        if self.path.name == FILE:
            for name in OLDER:
                for suffix in ("", "-wal", "-shm", ".turn", ".damaged"):
                    with contextlib.suppress(OSError):
                        os.unlink(self.path.with_name(name + suffix))  # noqa: PTH108 (at each start)

    def _connect(self, name: str) -> sqlite3.Connection:
        db = sqlite3.connect(name, timeout=EACH_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            db.execute(f"PRAGMA page_size = {PAGE}")
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            db.executescript(TABLES)
            try:
                db.executescript(SEARCH_TABLE)
            except sqlite3.OperationalError as error:
                if "locked" in str(error):
                    raise
                self.searchable = False  # an SQLite that was built without FTS5
            db.execute(f"PRAGMA busy_timeout = {WAIT_SECONDS * 1000:.0f}")
        except sqlite3.Error:
            db.close()
            raise
        return db

    def _begin_anew(self) -> None:
        self._drop_readers()
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()
        self._set_aside()
        self._connection = self._open()
        self.begun_anew = True

    def _set_aside(self) -> None:
        with contextlib.suppress(OSError):
            self.path.replace(self.path.with_name(self.path.name + ".damaged"))
        for suffix in ("-wal", "-shm"):
            with contextlib.suppress(OSError):
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)


def _identity(path: Path) -> tuple[int, int]:
    try:
        status = os.stat(path)  # noqa: PTH116 (once for each change)
    except (OSError, ValueError):
        return _NONE
    return status.st_dev, status.st_ino
