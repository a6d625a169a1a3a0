"""Articles that were fetched become files in the library's folder, named by day and title."""

import os
import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tui.durable import flush_folder, sentence
from tui.errors import ReaderError
from tui.library.sources.ledger import Fetched, note, writing
from tui.library.sources.on_disk import put_on_disk
from tui.paths import private_folder
from tui.text.harmless import harmless_line

LONGEST_NAME = 120  # bytes of a title in a name

_FORBIDDEN = re.compile(r"[^\w '’.,&()+-]+")


class ToKeep(NamedTuple):
    """An article on its way into a file."""

    title: str
    day: date | None
    suffix: str
    data: bytes
    fetched: Fetched  # without the file's name


def keep_all(folder: Path, articles: Sequence[ToKeep]) -> list[Path]:
    """Write them, and only then that they were fetched: whatever ends this, nothing is lost or taken twice.

    Raises ReaderError with a sentence about the disk."""
    written: list[Path] = []
    if not articles:
        return written
    try:
        private_folder(folder)
        with writing(folder):
            taken = {name.casefold() for name in os.listdir(folder)}  # noqa: PTH208 (many)
            for one in articles:
                written.append(_written(folder, one, taken))
            put_on_disk(written)
            flush_folder(folder)
            note(folder, [one.fetched._replace(file=path.name) for one, path in zip(articles, written, strict=True)])
    except OSError as error:
        raise ReaderError(sentence(error, folder)) from error
    return written


def replace_all(folder: Path, articles: Sequence[tuple[Path, ToKeep]]) -> None:
    """Put what was fetched again in the place of what was there. Raises ReaderError."""
    if not articles:
        return
    try:
        with writing(folder):
            fresh = [folder / f".new-{number}" for number in range(len(articles))]
            for path, (_, one) in zip(fresh, articles, strict=True):
                _write(path, one.data)
            put_on_disk(fresh)
            for new, (path, _) in zip(fresh, articles, strict=True):
                new.replace(path)
            flush_folder(folder)
            note(folder, [one.fetched._replace(file=path.name) for path, one in articles])
    except OSError as error:
        raise ReaderError(sentence(error, folder)) from error


def name_of(title: str, day: date | None) -> str:
    """The name of a file, without its suffix: no sign in it that a disk or a shell minds.

    >>> name_of("What next? A/B: the list", date(2026, 3, 1))
    '2026-03-01 What next A B the list'
    """
    words = unicodedata.normalize("NFC", harmless_line(title))
    words = " ".join(_FORBIDDEN.sub(" ", words).split()).strip(" .-")
    while len(words.encode("utf-8", "replace")) > LONGEST_NAME:
        words = words[: -max(1, (len(words.encode("utf-8", "replace")) - LONGEST_NAME) // 4)].rstrip(" .-")
    return f"{day.isoformat()} {words or 'Article'}" if day else words or "Article"


def _written(folder: Path, one: ToKeep, taken: set[str]) -> Path:
    stem = name_of(one.title, one.day)
    name, number = f"{stem}{one.suffix}", 2
    while name.casefold() in taken:
        if _holds(folder / name, one.data):  # written by a session that was killed before it could say so
            return folder / name
        name, number = f"{stem} {number}{one.suffix}", number + 1
    taken.add(name.casefold())
    fresh = folder / ".new"  # of whoever has the turn to write
    _write(fresh, one.data)
    fresh.replace(folder / name)
    return folder / name


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _write(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)
