"""The last changes of a notes file, in a second file: appended and flushed, one checked line each.

A line says which file it was (`before`), which file came of it (`after`), and the rows that differ. Two files are the
same where their seals are. A line that is not whole, as a power cut leaves it, is passed over."""

import contextlib
import os
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from tui.durable import flush, let_go, read_regular, write_whole
from tui.notes.file.layout import Lines, Tables

LARGEST = 1_000_000  # bytes; a longer journal is begun anew, once the whole file has been copied


def seal_of(content: bytes) -> str:
    """The same for the same content."""
    return f"{len(content)}-{zlib.crc32(content):08x}"


class Entry(NamedTuple):
    """One change: rows by table and number, None for one that was taken out."""

    before: str
    after: str
    rows: dict[str, dict[str, dict[str, Any] | None]]
    answer: str = ""  # when a person said that the file is right as it stands


class _State(NamedTuple):
    """What was seen of the journal when it looked like that."""

    signature: tuple[int, int, int]
    tail: str
    answer: str


_NOTHING = _State((0, 0, 0), "", "")


class Journal:
    """Written under the lock of the notes; read by anyone at any time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._state = _NOTHING

    @property
    def tail(self) -> str:
        """The seal of the file that the last line led to; empty where there is none."""
        return self._seen().tail

    @property
    def answer(self) -> str:
        """When a person last said that the file is right as it stands."""
        return self._seen().answer

    def append(self, before: str, after: str, changes: bytes) -> bool:
        """Add a line with the rows of `changes_between`; False where it does not follow, or would be too long.

        OSError where it cannot be written; what was there before stays."""
        state = self._seen()
        size = state.signature[1]
        if not state.tail or state.tail != before or size + len(changes) > LARGEST:
            return False
        line = _line({"before": before, "after": after}, changes)
        descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            rest = memoryview(line)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            flush(descriptor)
            self._state = _State(_signature(os.fstat(descriptor)), after, state.answer)
        except OSError:
            self._state = _NOTHING
            with contextlib.suppress(OSError):
                os.ftruncate(descriptor, size)
            raise
        finally:
            let_go(descriptor)
        return True

    def begin(self, seal: str, changes: bytes, answer: str = "") -> None:
        """Begin anew at a file of which there is a whole copy, with the changes that have led to it."""
        line = _line({"before": "", "after": seal, "answer": answer or self.answer}, changes)
        write_whole(self.path, line, self.path.with_name(f".{self.path.name}.new"))
        self._state = _NOTHING

    def entries(self) -> list[Entry]:
        """All whole lines in order. Raises nothing: a journal that cannot be read tells nothing."""
        try:
            content, descriptor, status = read_regular(self.path)
        except OSError:
            self._state = _NOTHING
            return []
        let_go(descriptor)
        entries = list(_entries(content))
        answer = next((entry.answer for entry in reversed(entries) if entry.answer), "")
        whole = content.endswith(b"\n") and bool(entries)  # behind a torn line nothing is added: it is begun anew
        self._state = _State(_signature(status), entries[-1].after if whole else "", answer)
        return entries

    def _seen(self) -> _State:
        try:
            now = _signature(self.path.stat())
        except OSError:
            return _NOTHING
        if self._state.signature != now:
            self.entries()
        return self._state


def changes_between(before: Lines, after: Lines) -> bytes:
    """The rows that are not the same, as JSON; rows of lines that were used again are."""
    tables = []
    for name in {**before, **after}:
        old, new = before.get(name, {}), after.get(name, {})
        rows = [pair[1] for number, pair in new.items() if old.get(number) is not pair]
        rows += [b'"%s":null' % number.encode() for number in old if number not in new]
        if rows:
            tables.append(orjson.dumps(name) + b":{" + b",".join(rows) + b"}")
    return b"{" + b",".join(tables) + b"}"


def replayed(tables: Tables, seal: str, entries: list[Entry]) -> Tables:
    """The tables of the file with that seal, and all changes since; as they are where no line begins with that file."""
    begun = next((index for index, entry in enumerate(entries) if entry.before == seal), len(entries))
    result = {name: dict(rows) for name, rows in tables.items()}
    for entry in entries[begun:]:
        if entry.before != seal:
            break
        seal = entry.after
        for name, rows in entry.rows.items():
            there = result.setdefault(name, {})
            for number, row in rows.items():
                if row is None:
                    there.pop(number, None)
                else:
                    there[number] = row
    return result


def _line(head: dict[str, str], rows: bytes) -> bytes:
    said = orjson.dumps({"at": datetime.now(UTC).isoformat(timespec="seconds"), **head})
    payload = said[:-1] + b',"rows":' + rows + b"}"
    return b"%08x %s\n" % (zlib.crc32(payload), payload)


def _entries(content: bytes) -> Iterator[Entry]:
    for line in content.split(b"\n"):
        checksum, _, payload = line.partition(b" ")
        if checksum != b"%08x" % zlib.crc32(payload):
            continue
        with contextlib.suppress(ValueError):
            match orjson.loads(payload):
                case {"before": str(before), "after": str(after), "rows": dict(rows)} as said:
                    yield Entry(before, after, rows, str(said.get("answer", "")))


def _signature(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_ino, status.st_size, status.st_mtime_ns
