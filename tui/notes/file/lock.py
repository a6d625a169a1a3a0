"""One process at a time: a lock that the kernel lifts when its holder dies."""

import errno
import fcntl
import os
import random
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.durable import let_go, sentence, shown
from tui.errors import NotesUnavailable

_LONGEST_PAUSE = 0.02  # seconds between two tries


@contextmanager
def exclusive(path: Path, patience: float) -> Iterator[None]:
    """Hold the lock file `path`; NotesUnavailable after `patience` seconds, or where there can be no lock.

    On NFS it holds between machines where the server has locks (`flock` becomes a byte-range lock there)."""
    descriptor = _locked(path, patience)
    try:
        yield
    finally:
        let_go(descriptor)


def try_exclusive(path: Path) -> int | None:
    """The descriptor that holds the lock until it is closed, or None where another process holds it."""
    descriptor = _opened(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        let_go(descriptor)
        return None
    except BaseException:
        let_go(descriptor)
        raise
    return descriptor


def _locked(path: Path, patience: float) -> int:
    end = time.monotonic() + patience
    pause = 0.001
    while True:
        try:
            descriptor = try_exclusive(path)
        except OSError as error:
            raise NotesUnavailable(sentence(error, path)) from error
        if descriptor is not None:
            if _still_there(descriptor, path):
                return descriptor
            let_go(descriptor)  # somebody removed the lock file meanwhile: another could lock a new one
        if time.monotonic() > end:
            raise NotesUnavailable(
                f"Another session has been writing for {patience:.0f} seconds: {shown(path)} is held. Try again."
            )
        time.sleep(pause * random.uniform(0.5, 1.5))  # not in step with the others who wait
        pause = min(pause * 1.5, _LONGEST_PAUSE)


def _opened(path: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
    descriptor = os.open(path, flags, 0o600)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
    except BaseException:
        let_go(descriptor)
        raise
    return descriptor


def _still_there(descriptor: int, path: Path) -> bool:
    try:
        here, there = os.fstat(descriptor), os.lstat(path)
    except FileNotFoundError:
        return False
    except OSError as error:
        let_go(descriptor)
        raise NotesUnavailable(sentence(error, path)) from error
    return (here.st_dev, here.st_ino) == (there.st_dev, there.st_ino)
