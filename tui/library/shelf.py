"""Paths and the index become the shelf: the articles there are to read."""

import os
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import UnreadableArticle
from tui.library.glance import glance
from tui.library.index.articles import Known
from tui.library.kept import keep, kept, kept_sources
from tui.library.sources.folder import articles_folder
from tui.library.walk import articles_under, neighbours, real_path
from tui.paths import bundled
from tui.text.article import Article
from tui.text.inside import is_there
from tui.text.kinds import LETTERS, SUFFIXES
from tui.text.opened import Opened, Part
from tui.text.read import begin_bytes, begin_file, the_article
from tui.text.streams import STANDARD_INPUT, Piped

if TYPE_CHECKING:
    from tui.library.index.index import Index  # a Python without SQLite reads all the same
    from tui.text.apart.reading import Reading

RECENT = 200
SAMPLES = "sample_articles"
NOW = "9999"  # after every day: of what the index does not know yet
TO_THE_MINUTE = len("2026-03-01T10:00")
NAMELESS = "What was kept"  # from a pipe, where nothing is known of it any more

_LETTERS = tuple(LETTERS)  # names of files of letters, or with letters in them, end so


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
    id: int = 0  # in the index; 0 where it is not there
    added: str = ""  # when the index first knew it, as it writes it
    others: tuple[str, ...] = ()  # sources of the same article that have no row of their own

    @property
    def path(self) -> Path:
        """Where its file lies."""
        return Path(self.source)

    @property
    def place(self) -> str:
        """The name of the file that it is, or is in."""
        path = self.path
        return path.parent.name if path.parent.suffix.lower() in SUFFIXES else path.name

    @property
    def told_by(self) -> str:
        """Who publishes it, or sent it where it is a letter."""
        if self.publisher or not self.byline:
            return self.publisher
        path = self.source.lower()
        return self.byline if path.endswith(_LETTERS) or path.rpartition("/")[0].endswith(_LETTERS) else ""

    @property
    def piped(self) -> bool:
        """Whether it came through a pipe and has no file."""
        return self.source.startswith("-")


class Shelf:
    """The articles under the given paths and those that came through pipes; without any path, what was opened before,
    and the samples at the beginning."""

    def __init__(
        self,
        paths: Sequence[Path],
        index: "Index | None",
        restricted: bool = False,
        piped: Iterable[tuple[Piped, Opened]] = (),
    ) -> None:
        self.paths = tuple(paths)
        self._took = False  # something that was fetched is listed beside them
        self.restricted = restricted
        self._index = index
        given = tuple(piped)
        self._piped = {one.source: one for one, _ in given}  # a pipe is read once: they are kept here
        self._read = {opened.article.source: opened for _, opened in given if opened.article is not None}
        self._from_pipes = tuple(entry for _, opened in given for entry in _of_opened(opened))
        self._within: dict[str, Opened] = {}  # by their files: what several articles are in
        self._roots = tuple(Path(real_path(path)) for path in (*self.paths, bundled(SAMPLES)))
        self._walked: tuple[str, ...] | None = None  # what lay under the paths as the first of it was listed

    def entries(self) -> tuple[ShelfEntry, ...]:
        """What can be opened, in order; looks at names and the index only, and reads no article."""
        return *self._from_pipes, *(self._given() if self.paths else self._library())

    def first(self, most: int) -> tuple[ShelfEntry, ...]:
        """The first of what was given, with their titles; the folders are not looked through again for the rest."""
        self._walked = self._under(self.paths)
        return *self._from_pipes, *map(self.look_into, self._each(self._walked[:most])[:most])

    def beside(self, source: str) -> tuple[ShelfEntry, ...]:
        """What can stand beside an article: what lies in its folder, what was given, and what the library has read."""
        leads_here = (path for path in self.paths if real_path(path) == source)
        folders = dict.fromkeys((Path(source), *leads_here)) if Path(source).is_absolute() else ()
        near = [real_path(path) for one in folders for path in neighbours(one.parent)]
        found = (*self._entries(near), *self.entries())
        if self.paths and not self.restricted:
            found += self._library()
        for file in (source, source.rpartition("/")[0]):  # the chapters of a book, the other articles of a feed
            if file in self._within:
                found = (*self.parts(self._within[file]), *found)
        others: dict[str, ShelfEntry] = {}
        for entry in found:
            if not entry.missing and entry.source != source:
                others.setdefault(entry.source, entry)
        return tuple(others.values())

    def _given(self) -> tuple[ShelfEntry, ...]:
        walked, self._walked = self._walked, None
        entries = self._each(self._under(self.paths) if walked is None else walked)
        if not self._took:
            return entries
        folder = f"{articles_folder()}{os.sep}"
        fetched = [entry for entry in entries if entry.source.startswith(folder)]
        return *_latest_first(fetched), *(entry for entry in entries if not entry.source.startswith(folder))

    @staticmethod
    def _under(paths: Iterable[Path]) -> tuple[str, ...]:
        return tuple(found.source for found in articles_under(paths))

    def _library(self) -> tuple[ShelfEntry, ...]:
        """What the index knows, what was opened or fetched last first; the samples too while there is nothing else."""
        samples = str(bundled(SAMPLES).resolve()) + os.sep
        known = self._index.everything() if self._index else ()
        own = dict.fromkeys(() if self.restricted else kept_sources())
        seen = tuple(
            _remembered(one, missing=None if one.opened else False)
            for one in known
            if one.source in own
            or (
                one.source.startswith(os.sep)
                and (one.opened or not one.source.startswith(samples))
                and self.may_open(one.source)
            )
        )
        for entry in seen:
            own.pop(entry.source, None)
        seen += tuple(ShelfEntry(source, NAMELESS) for source in own)
        if not self.restricted:
            seen = (*self._fetched({entry.source for entry in seen}), *_latest_first(seen))
        if not all(entry.source.startswith(samples) for entry in seen):
            return seen
        opened = {entry.source for entry in seen}
        there = self._entries([found.source for found in articles_under([Path(samples)])])
        return *seen, *(entry for entry in there if entry.source not in opened)

    def _fetched(self, listed: Container[str]) -> tuple[ShelfEntry, ...]:
        """What was fetched and is not listed yet."""
        if self.restricted or not articles_folder().is_dir():
            return ()
        found = (one.source for one in articles_under([articles_folder()]))
        return self._entries([source for source in found if source not in listed])

    def under(self, folder: Path) -> tuple[ShelfEntry, ...]:
        """The articles of a folder, the latest first."""
        entries = self._each(self._under([folder])) if folder.is_dir() else ()
        return tuple(sorted(entries, key=lambda entry: (_day(entry), entry.added or NOW), reverse=True))

    def of(self, sources: Sequence[str]) -> tuple[ShelfEntry, ...]:
        """These articles, in this order, as far as they may be opened."""
        return self._entries([source for source in sources if source.startswith(os.sep) and self.may_open(source)])

    def took(self, path: Path) -> None:
        """An article was fetched, or a folder of them: it is listed above what was given."""
        if self.paths and not any(path == one or one in path.parents for one in self.paths):
            self.paths, self._took = (*self.paths, path), True

    def refreshed(self, entries: Sequence[ShelfEntry], number: int) -> tuple[ShelfEntry, ...]:
        """These entries with what the index has learnt since the change of that number."""
        known = {one.source: one for one in self._index.changed_since(number)} if self._index else {}
        return tuple(_again(entry, known.get(entry.source)) for entry in entries) if known else tuple(entries)

    def to_index(self) -> tuple[Path, ...]:
        """What is to be known of ahead: what was given, or what was opened before and the samples."""
        if self.paths or self._index is None:
            return self.paths
        files = set(self._index.files())
        recent = [one.source for one in self._index.recent(RECENT) if one.source.startswith(os.sep)]
        own = dict.fromkeys(above if (above := os.path.dirname(one)) in files else one for one in recent)  # noqa: PTH120
        return *map(Path, own), articles_folder(), bundled(SAMPLES)

    def look_into(self, entry: ShelfEntry) -> ShelfEntry:
        """The entry with its title and date from the file's first bytes; costs one short read."""
        if not entry.guessed:
            return entry
        found = glance(entry.path)
        return replace(entry, title=found.title, published=found.published, guessed=False)

    def read(self, path: str | Path, encoding: str = "") -> Article:
        """The article at a path, in an `encoding` that somebody chose, noted as opened; waits for it. Raises
        UnreadableArticle."""
        began = self.begin(path, encoding)
        article = the_article(began if isinstance(began, Opened) else began.opened(), Path(path).name)
        self.note_opened(article)
        return article

    def begin(self, path: str | Path, encoding: str = "") -> "Opened | Reading":
        """What a path leads to, or a process that is reading it by now. Raises UnreadableArticle."""
        if (known := self._read.get(str(path))) is not None:
            return known
        source, _, part = str(path).partition("/")
        if source.startswith("-") and (piped := self._piped.get(source) or kept(source)) is not None:
            return begin_bytes(piped.data, STANDARD_INPUT, piped.suffix, piped.shown, part)
        if not self.may_open(path):
            raise UnreadableArticle(f"“{Path(path).name}” is not among the articles that this reader was given.")
        return begin_file(Path(path), encoding)

    def note_opened(self, article: Article) -> None:
        """A person opened it."""
        if self._index is not None:
            self._index.opened(article)

    def keep(self, source: str) -> bool:
        """Keep what came through a pipe in the library; False where it came from a file. Raises ReaderError."""
        piped = self._piped.get(source.partition("/")[0])
        if piped is not None:
            keep(piped)
        return piped is not None

    def note_parts(self, opened: Opened) -> None:
        """A file of several articles was read: they can stand beside each other."""
        if opened.parts:
            self._within[opened.parts[0].source.rpartition("/")[0]] = opened

    def parts(self, opened: Opened) -> tuple[ShelfEntry, ...]:
        """The articles in a file, with what is known of those that were read."""
        known = self._index.known([part.source for part in opened.parts]) if self._index else {}
        return tuple(
            _remembered(known[part.source], missing=False) if part.source in known else _of_part(part)
            for part in opened.parts
        )

    def may_open(self, path: str | Path) -> bool:
        """Whether a path may be opened: a restricted reader stays under what it was given, whatever a link says."""
        if not self.restricted:
            return True
        real = Path(real_path(path))
        return any(real == root or root in real.parents for root in self._roots)

    def _entries(self, sources: Sequence[str]) -> tuple[ShelfEntry, ...]:
        known = self._index.known(sources) if self._index else {}
        return tuple(
            _remembered(known[source], missing=False)
            if source in known
            else ShelfEntry(source, _stem(source), guessed=True)
            for source in sources
            if self.may_open(source)
        )

    def _each(self, files: Sequence[str]) -> tuple[ShelfEntry, ...]:
        """The articles of these files: in the place of one that holds several, these, as soon as they are known."""
        entries, inside = self._entries(files), self._inside()
        if not inside:
            return entries
        return tuple(one for entry in entries for one in inside.get(entry.source, (entry,)))

    def _inside(self) -> dict[str, tuple[ShelfEntry, ...]]:
        if self._index is None or not self._index.files():
            return {}
        every = self._index.inside().items()
        return {file: tuple(_remembered(one, missing=False) for one in some) for file, some in every}

    def holds_more(self, entries: Iterable[ShelfEntry]) -> bool:
        """Whether one of these is a file of several articles, which have become known."""
        files = self._index.files() if self._index is not None else ()
        return bool(files) and not {entry.source for entry in entries}.isdisjoint(files)


def _latest_first(entries: Sequence[ShelfEntry]) -> Sequence[ShelfEntry]:
    """Articles as they came, with those that were fetched where they belong by the minute in which they did: what is
    new in feeds stands above what was read before."""
    folder = f"{articles_folder()}{os.sep}"
    if not any(entry.source.startswith(folder) for entry in entries):
        return entries

    def came(entry: ShelfEntry) -> tuple[str, str, int]:
        if entry.opened is not None:
            return entry.opened.isoformat(), "", 0
        fetched = entry.source.startswith(folder)
        return (entry.added[:TO_THE_MINUTE] or NOW, _day(entry), entry.id) if fetched else ("", "", 0)

    return sorted(entries, key=came, reverse=True)


def _day(entry: ShelfEntry) -> str:
    """When it was published, as far as its file's name tells it too."""
    return entry.published.isoformat() if entry.published else entry.title[:10] if entry.guessed else ""


def _stem(source: str) -> str:
    return os.path.splitext(os.path.basename(source))[0].replace("_", " ")  # noqa: PTH119, PTH122


def _remembered(known: Known, missing: bool | None = None) -> ShelfEntry:
    source, title, byline, publisher, published, words, opened, id, added = known
    gone = missing if missing is not None else not (source.startswith("-") or is_there(source))
    return ShelfEntry(source, title, byline, publisher, published, words, opened, missing=gone, id=id, added=added)


def _again(entry: ShelfEntry, known: Known | None) -> ShelfEntry:
    return entry if known is None else replace(_remembered(known, missing=entry.missing), others=entry.others)


def _of_opened(opened: Opened) -> tuple[ShelfEntry, ...]:
    article = opened.article
    if article is None:
        return tuple(map(_of_part, opened.parts))
    day, words = article.published.day, len(article.text.split())
    return (
        ShelfEntry(article.source, article.title, article.byline, article.publisher, day, words, datetime.now(UTC)),
    )


def _of_part(part: Part) -> ShelfEntry:
    return ShelfEntry(part.source, part.title, part.byline, published=part.published, words=part.words)
