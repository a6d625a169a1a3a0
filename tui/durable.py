"""Bytes become a file that is whole or not there, private to its owner, and outlives a power cut."""

import contextlib
import errno
import fcntl
import os
import stat
from pathlib import Path

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_IN_THE_WAY = {errno.EISDIR, errno.EINVAL, errno.ENXIO, errno.ELOOP, errno.ENOTDIR, errno.EEXIST}
_NO_LEAVE = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_LOCKS = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS}


def write_whole(path: Path, content: bytes, temporary: Path, mode: int = 0o600) -> None:
    """Put `content` in place of `path` with that mode: whoever looks finds all of the old or all of the new.

    `temporary` lies in the same folder and belongs to the caller alone; what a killed process left there is removed.
    OSError before the replacement leaves the old file; the only thing that can fail after it is flushing the folder."""
    with contextlib.suppress(FileNotFoundError):
        temporary.unlink()
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW, mode)
    try:
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            flush(descriptor)
        finally:
            os.close(descriptor)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    flush_folder(path.parent)


def flush(descriptor: int) -> None:
    """Wait until what was written is on the disk itself."""
    full = getattr(fcntl, "F_FULLFSYNC", None)  # macOS: fsync only reaches the drive's own memory
    if full is not None:
        fcntl.fcntl(descriptor, full)
    else:
        os.fsync(descriptor)


def flush_folder(folder: Path) -> None:
    """Make a new or replaced name in `folder` outlive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # a file system that cannot flush folders
            raise
    finally:
        let_go(descriptor)


def let_go(descriptor: int) -> None:
    """Close what was only read or locked: the kernel does it even where it reports an error."""
    with contextlib.suppress(OSError):
        os.close(descriptor)


def read_regular(path: Path) -> tuple[bytes, int, os.stat_result]:
    """All bytes of a regular file, a descriptor that keeps its inode from being used again, and its status before.

    A FIFO, a device or a folder in its place raises OSError without being read from, so nothing can hang."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        pieces = []
        while piece := os.read(descriptor, 1 << 20):
            pieces.append(piece)
        return b"".join(pieces), descriptor, status
    except BaseException:
        let_go(descriptor)
        raise


def shown(path: Path) -> str:
    """A path as it can be printed anywhere."""
    return os.fsencode(path).decode("utf-8", "replace")


def _no_folder(path: Path) -> Path:
    """What stands where a folder must be: on the way to `path`, or at its end."""
    way = (*reversed(path.parents), path)
    return next((place for place in way if place.exists() and not place.is_dir()), path)


def sentence(error: OSError, path: Path) -> str:
    """Why `path` could not be read or written, and what to do about it."""
    name = shown(path)
    if error.errno in _IN_THE_WAY and isinstance(error.filename, str | bytes | os.PathLike):
        name = shown(Path(os.fsdecode(error.filename)))  # not the file itself, but one that is needed for it
    if error.errno in _NO_ROOM:
        return f"There is no room to write {name}; what was stored before is whole. Make room and save again."
    if error.errno in _NO_LEAVE:
        return f"{name} may not be written or read: change its permissions, or set DATELINE_HOME to another folder."
    if error.errno in _NO_LOCKS:
        return f"{name} lies where files cannot be locked: set DATELINE_HOME to a folder on a local disk."
    if error.errno == errno.ELOOP:
        return f"{name} is a symbolic link that may not be followed: move it away."
    if error.errno in (errno.EINVAL, errno.EISDIR, errno.ENXIO):
        return f"{name} is not a regular file: move it away and start again."
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        culprit = f"{shown(_no_folder(Path(name)))} is not a folder: move it away and start again."
        return culprit if culprit.startswith(f"{name} ") else f"{name} cannot be written or read: {culprit}"
    return f"{name} could not be read or written ({error.strerror or error}); nothing was lost. Try again."
