"""Folders become the files in them as they are now, and these become what is to be done about them."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui.library.index.articles import FileState, is_text
from tui.text.kinds import SUFFIXES

DEEPEST = 64  # folders in folders


class File(NamedTuple):
    """A file that may be an article."""

    source: str  # its real path, as `Article.source`
    state: FileState


class ToDo(NamedTuple):
    """What brings the index up to date."""

    read: tuple[File, ...]  # new or changed, the latest changed first
    gone: tuple[str, ...]  # sources that were there
    same: int  # how many are as they were


def files_under(paths: Iterable[Path]) -> Iterator[File]:
    """Files as they are given, and what lies in folders, deep down; each once, however many links lead to it."""
    seen: set[str] = set()
    for path in paths:
        with suppress(OSError, ValueError):
            real = os.path.realpath(path)
            found = _walk(real, set()) if os.path.isdir(real) else _given(real)  # noqa: PTH112
            for file in found:
                if file.source not in seen and is_text(file.source):
                    seen.add(file.source)
                    yield file


def todo(files: Iterable[File], known: Mapping[str, FileState], roots: Sequence[str]) -> ToDo:
    """What is to be read, and what is gone from under these folders: another size or time is another text.

    >>> todo([File("/a/1", FileState(5, 9))], {"/a/1": FileState(5, 8), "/a/2": FileState(1, 1)}, ["/a"])
    ToDo(read=(File(source='/a/1', state=FileState(size=5, modified=9)),), gone=('/a/2',), same=0)
    """
    read: list[File] = []
    there: set[str] = set()
    for file in files:
        there.add(file.source)
        if known.get(file.source) != file.state:
            read.append(file)
    read.sort(key=lambda file: (-file.state.modified, file.source))
    under = tuple(root.rstrip("/") + "/" for root in roots)
    gone = tuple(source for source in known if source not in there and (source in roots or source.startswith(under)))
    return ToDo(tuple(read), gone, len(there) - len(read))


def _given(real: str) -> Iterator[File]:
    status = os.stat(real)  # noqa: PTH116
    yield File(real, FileState(status.st_size, status.st_mtime_ns))


def _walk(folder: str, entered: set[tuple[int, int]], depth: int = 0) -> Iterator[File]:
    """What lies in a folder and in those in it; one that links lead back to is entered once."""
    try:
        status = os.stat(folder)  # noqa: PTH116
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:  # it just went away, or may not be seen
        return
    if (status.st_dev, status.st_ino) in entered or depth > DEEPEST:
        return
    entered.add((status.st_dev, status.st_ino))
    for entry in entries:
        if entry.name.startswith("."):
            continue
        with suppress(OSError):
            if entry.is_dir():
                yield from _walk(entry.path if not entry.is_symlink() else os.path.realpath(entry), entered, depth + 1)
            elif os.path.splitext(entry.name)[1].lower() in SUFFIXES and entry.is_file():  # noqa: PTH122
                status = entry.stat()
                source = os.path.realpath(entry) if entry.is_symlink() else entry.path
                yield File(source, FileState(status.st_size, status.st_mtime_ns))
