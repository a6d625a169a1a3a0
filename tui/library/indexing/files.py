"""Folders become the files in them as they are now, and these become what is to be done about them."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui.library.index.articles import FileState, is_text
from tui.library.walk import articles_under


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
    """The articles under these paths that are there."""
    for found in articles_under(paths):
        with suppress(OSError, ValueError):
            status = found.entry.stat() if found.entry is not None else os.stat(found.source)  # noqa: PTH116
            if is_text(found.source) and stat.S_ISREG(status.st_mode):
                yield File(found.source, FileState(status.st_size, status.st_mtime_ns))


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
