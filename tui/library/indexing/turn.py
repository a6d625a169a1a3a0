"""One writer at a time: who holds the lock beside the index brings it up to date, the others look on."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def my_turn(index: Path) -> Iterator[bool]:
    """Whether the lock was free; it is held until the end, and goes with the process. Raises OSError."""
    place = index.with_name(index.name + ".turn")
    descriptor = os.open(place, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(descriptor)
