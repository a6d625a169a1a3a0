"""Paths become the articles under them: files as they are given, and what lies in folders, deep down."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui.text.kinds import SUFFIXES
from tui.text.read import is_folder

MOST_FILES = 200_000  # under all paths: whoever opens a home folder does not mean all of it

_NUMBER = re.compile(r"([0-9]+)")


class Found(NamedTuple):
    """A file that may be an article."""

    path: str  # as it was found
    source: str  # where that leads, as `Article.source`
    entry: "os.DirEntry[str] | None"  # its place in its folder; None where it was given by name


def articles_under(paths: Iterable[Path]) -> Iterator[Found]:
    """Each article once, in natural order: of a folder first the files in it, then the folders. Never raises."""
    seen: set[str] = set()
    folders: set[tuple[int, int]] = set()
    for path in paths:
        inside = _walk(os.fspath(path), folders) if is_folder(path) else [Found(os.fspath(path), real_path(path), None)]
        for found in inside:
            if found.source not in seen:
                seen.add(found.source)
                yield found
                if len(seen) >= MOST_FILES:
                    return


def any_article(folders: Sequence[Path]) -> bool:
    """Whether there is one at all: thousands are not put in order for that."""
    for folder in folders:
        with suppress(OSError, ValueError), os.scandir(folder) as entries:
            if any(not entry.name.startswith(".") and _is_article(entry) for entry in entries):
                return True
    return next(articles_under(folders), None) is not None


def neighbours(folder: Path) -> list[str]:
    """The articles that lie in a folder itself, in natural order."""
    return [entry.path for entry in _entries(os.fspath(folder)) if _is_article(entry)]


def real_path(path: str | Path) -> str:
    """Where a path leads; unlike Path.resolve this bears links that run in a circle, and any name."""
    try:
        return os.path.realpath(path)
    except ValueError:  # a NUL: no file has such a name
        return os.path.abspath(path)  # noqa: PTH100


def natural(name: str) -> list[str | int]:
    """A key that puts "part 2" before "part 10": words and numbers in turn, and words come first, be they empty."""
    pieces: list[str | int] = [*_NUMBER.split(name.casefold())]
    pieces[1::2] = map(int, pieces[1::2])
    return pieces


def _walk(folder: str, entered: set[tuple[int, int]]) -> Iterator[Found]:
    """A folder that links lead back to is entered once."""
    waiting = [(folder, real_path(folder))]  # as it is called, and where it lies
    while waiting:
        folder, real = waiting.pop()
        try:
            status = os.stat(folder)  # noqa: PTH116
        except OSError:  # it just went away
            continue
        if (status.st_dev, status.st_ino) in entered:
            continue
        entered.add((status.st_dev, status.st_ino))
        below: list[tuple[str, str]] = []
        letters = _holds_letters(folder)
        above = real.rstrip("/")
        for entry in _entries(folder):
            source = real_path(entry.path) if entry.is_symlink() else f"{above}/{entry.name}"
            if _is_article(entry) or (letters and _leads(entry.is_file)):
                yield Found(entry.path, source, entry)
            elif _leads(entry.is_dir):
                below.append((entry.path, source))
        waiting += reversed(below)


def _entries(folder: str) -> list["os.DirEntry[str]"]:
    """What lies in a folder, in natural order, whatever it is: as much as the disk tells."""
    found: list[os.DirEntry[str]] = []
    with suppress(OSError, ValueError), os.scandir(folder) as entries:
        found.extend(entries)
    return sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda entry: natural(entry.name))


def _holds_letters(folder: str) -> bool:
    """Whether it is the part of a mail folder (Maildir) in which each file is a letter, whatever it is called."""
    above, name = os.path.split(folder.rstrip("/"))
    return name in ("cur", "new") and all(is_folder(f"{above or '.'}/{part}") for part in ("cur", "new", "tmp"))


def _is_article(entry: "os.DirEntry[str]") -> bool:
    """Whether it is a file that may be an article; one bad link says nothing about the next."""
    stem, dot, suffix = entry.name.rpartition(".")
    return bool(stem.strip(".")) and (dot + suffix).lower() in SUFFIXES and _leads(entry.is_file)


def _leads(there: Callable[[], bool]) -> bool:
    try:
        return there()
    except OSError:  # a link in a circle, or to a name that is too long
        return False
