"""What was fetched becomes a line each: which file it is, where it came from and when. Lines are only ever added.

The ledger lies in the folder of the files that it is about. It outlives them: what a person threw away is not fetched
again by itself."""

import fcntl
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from tui.durable import flush, flush_folder, let_go

FILE = ".fetched.jsonl"


class Fetched(NamedTuple):
    """One that was fetched."""

    file: str  # its name in the folder
    address: str  # that was asked for
    final: str = ""  # where that led, if elsewhere
    at: str = ""  # when, ISO 8601 in UTC
    item: str = ""  # what its feed calls it
    words: str = ""  # the same for as long as the feed says the same of it


def entries(folder: Path) -> tuple[Fetched, ...]:
    """What was fetched into a folder, the oldest first; lines that cannot be read say nothing."""
    found: list[Fetched] = []
    with suppress(OSError):
        for line in (folder / FILE).read_bytes().split(b"\n"):
            with suppress(ValueError, TypeError):
                if line and isinstance(said := json.loads(line), dict):
                    found.append(Fetched(**{name: str(said.get(name) or "") for name in Fetched._fields}))
    return tuple(found)


def about(file: Path) -> Fetched | None:
    """Where a file came from, if it was fetched."""
    return next((one for one in reversed(entries(file.parent)) if one.file == file.name), None)


def note(folder: Path, fetched: Iterable[Fetched]) -> None:
    """Write down what was fetched; it is on the disk afterwards. Raises OSError."""
    lines = [
        json.dumps({name: value for name, value in one._asdict().items() if value}, ensure_ascii=False)
        for one in fetched
    ]
    if not lines:
        return
    descriptor = os.open(folder / FILE, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        size = os.fstat(descriptor).st_size
        torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"  # somebody was killed amid a line
        rest = memoryview(("\n" * torn + "\n".join(lines) + "\n").encode("utf-8", "replace"))
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        flush(descriptor)
    finally:
        let_go(descriptor)
    if not size:
        flush_folder(folder)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """One session at a time puts files into a folder: two would take the same name. Raises OSError."""
    descriptor = os.open(folder / ".writing", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        let_go(descriptor)
