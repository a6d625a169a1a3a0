"""Paths and the index become the shelf: the articles there are to read."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import UnreadableArticle
from tui.library.glance import glance
from tui.library.index.articles import Known
from tui.paths import bundled
from tui.text.article import Article
from tui.text.inside import is_there
from tui.text.kinds import SUFFIXES
from tui.text.read import is_folder, read_article

if TYPE_CHECKING:
    from tui.library.index.index import Index  # a Python without SQLite reads all the same

MOST_FILES = 20_000  # of one shelf: whoever opens a home folder does not mean all of it
RECENT = 200
SAMPLES = "sample_articles"


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """An article that can be opened."""

    source: str  # its absolute path, or what stands for it where it came through a pipe
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
    def piped(self) -> bool:
        """Whether it came through a pipe and has no file."""
        return self.source.startswith("-")

    @property
    def unread(self) -> bool:
        """Whether it was never opened."""
        return self.opened is None


class Shelf:
    """The articles under the given paths and those that came through pipes; without any path, what was opened before,
    and the samples at the beginning."""

    def __init__(
        self, paths: Sequence[Path], index: "Index | None", restricted: bool = False, piped: Iterable[Article] = ()
    ) -> None:
        self.paths = tuple(paths)
        self.restricted = restricted
        self._index = index
        self._piped = {article.source: article for article in piped}  # a pipe is read once: they are kept here
        self._from_pipes = tuple(map(_of_article, self._piped.values()))
        self._roots = tuple(Path(real_path(path)) for path in (*self.paths, bundled(SAMPLES)))

    def entries(self) -> tuple[ShelfEntry, ...]:
        """What can be opened, in order; looks at names and the index only, and reads no article."""
        return *self._from_pipes, *(self._given() if self.paths else self._library())

    def beside(self, source: str) -> tuple[ShelfEntry, ...]:
        """What can stand beside an article: what lies in its folder, what was given, and what the library has read."""
        leads_here = (path for path in self.paths if real_path(path) == source)
        folders = dict.fromkeys((Path(source), *leads_here)) if Path(source).is_absolute() else ()
        near = [path for one in folders for path in _names_in(one.parent) if _is_article(path)]
        found = (*self._entries(near[:MOST_FILES]), *self.entries())
        if self.paths and not self.restricted:
            found += self._library()
        others: dict[str, ShelfEntry] = {}
        for entry in found:
            if not entry.missing and entry.source != source:
                others.setdefault(entry.source, entry)
        return tuple(others.values())

    def _given(self) -> tuple[ShelfEntry, ...]:
        return self._entries(find_articles(self.paths))

    def _library(self) -> tuple[ShelfEntry, ...]:
        """What was opened before; the samples too, while there is nothing else."""
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
        if str(path) in self._piped:
            return self._piped[str(path)]
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
        real = Path(real_path(path))
        return any(real == root or root in real.parents for root in self._roots)

    def _entries(self, paths: Sequence[Path]) -> tuple[ShelfEntry, ...]:
        sources = [real_path(path) for path in paths]
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
        for file in _walk(path, folders) if is_folder(path) else (path,):
            found.setdefault(real_path(file), file)
            if len(found) >= MOST_FILES:
                return tuple(found.values())
    return tuple(found.values())


def real_path(path: str | Path) -> str:
    """Where a path leads; unlike Path.resolve this bears links that run in a circle, and any name."""
    try:
        return os.path.realpath(path)
    except ValueError:  # a NUL: no file has such a name
        return os.path.abspath(path)  # noqa: PTH100


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path]:
    """Articles in a folder, then in the folders in it; a folder that links lead back to is entered once."""
    waiting = [folder]
    while waiting:
        folder = waiting.pop()
        try:
            status = folder.stat()
        except OSError:  # it just went away
            continue
        if (status.st_dev, status.st_ino) in seen:
            continue
        seen.add((status.st_dev, status.st_ino))
        names = _names_in(folder)
        yield from (path for path in names if _is_article(path))
        waiting += [path for path in reversed(names) if is_folder(path)]


def _names_in(folder: Path) -> list[Path]:
    """What lies in a folder, in natural order, whatever it is: as much as the disk tells."""
    found: list[os.DirEntry[str]] = []
    with suppress(OSError), os.scandir(folder) as entries:
        found.extend(entries)
    shown = (entry.name for entry in found if not entry.name.startswith("."))
    return [folder / name for name in sorted(shown, key=natural)]


def _is_article(path: Path) -> bool:
    """Whether it is a file that may be an article; one bad link says nothing about the next."""
    return path.suffix.lower() in SUFFIXES and os.path.isfile(path)  # noqa: PTH113


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that puts "part 2" before "part 10"."""
    pieces = re.findall(r"[0-9]+|[^0-9]+", name.casefold())
    return tuple((0, int(piece), "") if piece[0].isdigit() else (1, 0, piece) for piece in pieces)


def _remembered(known: Known, missing: bool | None = None) -> ShelfEntry:
    source, title, byline, publisher, published, words, opened = known
    gone = not is_there(source) if missing is None else missing
    return ShelfEntry(source, title, byline, publisher, published, words, opened, missing=gone)


def _of_article(article: Article) -> ShelfEntry:
    words = len(article.text.split())
    return ShelfEntry(
        article.source,
        article.title,
        article.byline,
        article.publisher,
        article.published.day,
        words,
        datetime.now(UTC),
    )
