"""Paths and the index become the shelf: the articles there are to read."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from tui.errors import UnreadableArticle
from tui.library.glance import glance
from tui.library.index import Index
from tui.library.schema import Known
from tui.paths import bundled
from tui.text.article import Article
from tui.text.read import SUFFIXES, read_article

MOST_FILES = 20_000  # of one shelf: whoever opens a home folder does not mean all of it
RECENT = 200
SAMPLES = "sample_articles"


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """An article that can be opened."""

    source: str  # its absolute path
    title: str
    byline: str = ""
    publisher: str = ""
    published: date | None = None
    words: int = 0  # 0 where it was never read
    opened: datetime | None = None  # UTC
    guessed: bool = False  # title and date are not known yet: see `Shelf.look_into`
    missing: bool = False  # it was opened once, and its file is gone

    @property
    def path(self) -> Path:
        """Where its file lies."""
        return Path(self.source)

    @property
    def unread(self) -> bool:
        """Whether it was never opened."""
        return self.opened is None


class Shelf:
    """The articles under the given paths; without any, what was opened before, and the samples at the beginning."""

    def __init__(self, paths: Sequence[Path], index: Index | None, restricted: bool = False) -> None:
        self.paths = tuple(paths)
        self.restricted = restricted
        self._index = index
        self._roots = tuple(Path(os.path.realpath(path)) for path in (*self.paths, bundled(SAMPLES)))

    def entries(self) -> tuple[ShelfEntry, ...]:
        """What can be opened, in order; looks at names and the index only, and reads no article."""
        if self.paths:
            return self._entries(find_articles(self.paths))
        recent = self._index.recent(RECENT) if self._index else ()
        seen = tuple(
            _remembered(known) for known in recent if Path(known.source).is_absolute() and self.may_open(known.source)
        )
        samples = bundled(SAMPLES).resolve()
        if any(samples not in entry.path.parents for entry in seen):
            return seen
        opened = {entry.source for entry in seen}
        return *seen, *(entry for entry in self._entries(find_articles([samples])) if entry.source not in opened)

    def look_into(self, entry: ShelfEntry) -> ShelfEntry:
        """The entry with its title and date from the file's first bytes; costs one short read."""
        if not entry.guessed:
            return entry
        found = glance(entry.path)
        return replace(entry, title=found.title, published=found.published, guessed=False)

    def read(self, path: str | Path) -> Article:
        """The article at a path, noted as opened; raises UnreadableArticle."""
        if not self.may_open(path):
            raise UnreadableArticle(f"“{Path(path).name}” is not among the articles that this reader was given.")
        article = read_article(Path(path))
        if self._index is not None:
            self._index.opened(article)
        return article

    def may_open(self, path: str | Path) -> bool:
        """Whether a path may be opened: a restricted reader stays under what it was given, whatever a link says."""
        if not self.restricted:
            return True
        real = Path(os.path.realpath(path))  # unlike resolve, it bears links that run in a circle
        return any(real == root or root in real.parents for root in self._roots)

    def _entries(self, paths: Sequence[Path]) -> tuple[ShelfEntry, ...]:
        sources = [os.path.realpath(path) for path in paths]
        known = self._index.known(sources) if self._index else {}
        return tuple(
            _remembered(known[source], missing=False)
            if source in known
            else ShelfEntry(source, Path(source).stem.replace("_", " "), guessed=True)
            for source in sources
            if self.may_open(source)
        )


def find_articles(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Files as they are given, and what lies in folders, deep down, in natural order; each file once."""
    found: dict[str, Path] = {}
    folders: set[tuple[int, int]] = set()
    for path in paths:
        for file in _walk(path, folders) if path.is_dir() else (path,):
            found.setdefault(os.path.realpath(file), file)
            if len(found) >= MOST_FILES:
                return tuple(found.values())
    return tuple(found.values())


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path]:
    """Articles in a folder, then in the folders in it; a folder that links lead back to is entered once."""
    waiting = [folder]
    while waiting:
        folder = waiting.pop()
        deeper: list[Path] = []
        with suppress(OSError):  # a folder that is not ours to read, or just went away
            status = folder.stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            for entry in sorted(os.scandir(folder), key=lambda entry: natural(entry.name)):
                if entry.name.startswith("."):
                    continue
                if entry.is_dir():
                    deeper.append(Path(entry.path))
                elif Path(entry.name).suffix.lower() in SUFFIXES and entry.is_file():
                    yield Path(entry.path)
        waiting += reversed(deeper)


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that puts "part 2" before "part 10"."""
    pieces = re.findall(r"[0-9]+|[^0-9]+", name.casefold())
    return tuple((0, int(piece), "") if piece[0].isdigit() else (1, 0, piece) for piece in pieces)


def _remembered(known: Known, missing: bool | None = None) -> ShelfEntry:
    source, title, byline, publisher, published, words, opened = known
    gone = not Path(source).exists() if missing is None else missing
    return ShelfEntry(source, title, byline, publisher, published, words, opened, missing=gone)
