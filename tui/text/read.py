"""A file becomes an Article: a text here and at once, whatever may be big or hostile in a process of its own."""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tui.errors import UnreadableArticle
from tui.text.apart.file import File
from tui.text.article import Article
from tui.text.harmless import harmless_line
from tui.text.inside import Inside, inside_of
from tui.text.kinds import HEAD, Kind, kind_of
from tui.text.opened import NO_PARTS, Opened, SeveralArticles
from tui.text.texts import text_article

if TYPE_CHECKING:
    from tui.text.apart.reading import Reading  # brings subprocess: only where there is something to be read apart
    from tui.text.apart.within import Found

LARGEST = 64 * 1024 * 1024  # bytes
_MIB = 1024 * 1024


def read_article(path: Path, encoding: str = "") -> Article:
    """The article in a file, read in an `encoding` that somebody chose. Its source is the file's absolute path. Raises
    UnreadableArticle."""
    return the_article(open_file(path, encoding), path.name)


def open_file(path: Path, encoding: str = "") -> Opened:
    """What a file holds, one article or several; waits for it. Raises UnreadableArticle."""
    found = begin_file(path, encoding)
    return found if isinstance(found, Opened) else found.opened()


def begin_file(path: Path, encoding: str = "") -> "Opened | Reading":
    """What a file holds, or a process that is reading it by now. Raises UnreadableArticle."""
    place = inside_of(path)
    with _open(place.file) as (file, size):
        head = file.read(HEAD)
        suffix, shown = place.file.suffix.lower(), place.file.name
        source = _source_of(place)
        _refuse_size(size, shown)
        kind = kind_of(head, suffix, size)
        if kind is not Kind.TEXT:
            file.seek(0)
            return _reading(kind, file, source, suffix, shown, place.part, encoding)
        data = head + file.read(LARGEST + 1 - len(head))
    _refuse_size(len(data), shown)
    if place.part:
        raise UnreadableArticle(NO_PARTS.format(name=harmless_line(shown), part=harmless_line(place.part)))
    return _one(text_article(data, source, suffix, shown, encoding))


def articles_of(path: Path, wanted: Sequence[str]) -> "Iterator[Found]":
    """The articles of these names in a file of several, which is read once for many of them, each with its name; in
    the place of one that cannot be read, the error that says why. Raises UnreadableArticle."""
    from tui.text.apart.within import articles_within

    with _open(path) as (file, size):
        suffix, kind = path.suffix.lower(), kind_of(file.read(HEAD), path.suffix.lower(), size)
        yield from articles_within(kind, file, File(_source_of(Inside(path)), suffix, harmless_line(path.name)), wanted)


def articles_of_bytes(data: bytes, path: Path, wanted: Sequence[str]) -> "Iterator[Found]":
    """The same, where what stands in the file is there already."""
    from tui.text.apart.within import articles_within

    suffix, kind = path.suffix.lower(), kind_of(data[:HEAD], path.suffix.lower(), len(data))
    return articles_within(kind, data, File(str(path), suffix, harmless_line(path.name)), wanted)


def bytes_of(path: Path) -> bytes:
    """What stands in a file; of one that is too large the beginning. Raises UnreadableArticle."""
    with _open(path) as (file, _):
        return file.read(LARGEST + 1)


def is_slow(path: Path) -> bool:
    """Whether a file is read in a process of its own, which takes a moment; looks at its first bytes."""
    place = inside_of(path)
    try:
        with _open(place.file) as (file, size):
            return kind_of(file.read(HEAD), place.file.suffix.lower(), size) is not Kind.TEXT
    except UnreadableArticle:
        return False


def is_list(path: Path) -> bool:
    """Whether a file holds a list of articles, as feeds and mailboxes do; looks at its first bytes."""
    place = inside_of(path)
    if place.part:
        return False
    try:
        with _open(place.file) as (file, size):
            return kind_of(file.read(HEAD), place.file.suffix.lower(), size) in (Kind.FEED, Kind.MAILBOX)
    except UnreadableArticle:
        return False


def is_folder(path: str | Path) -> bool:
    """Whether a path leads to a folder; a link in a circle or a name too long for the disk leads nowhere."""
    return os.path.isdir(path)  # noqa: PTH112 (Path.is_dir raises for some of them)


def read_bytes(data: bytes, source: str, suffix: str = "", shown: str = "") -> Article:
    """The article that came in on standard input; without a `suffix` the text itself tells its format.

    `source` is its identity; "-" gets a digest of the bytes added. `shown` is what sentences about it call it.
    Raises UnreadableArticle."""
    shown = shown or _shown(source)
    return the_article(open_bytes(data, source, suffix, shown), shown)


def open_bytes(data: bytes, source: str, suffix: str = "", shown: str = "", part: str = "") -> Opened:
    """As `read_bytes`, for what may hold several articles."""
    found = begin_bytes(data, source, suffix, shown, part)
    return found if isinstance(found, Opened) else found.opened()


def begin_bytes(data: bytes, source: str, suffix: str = "", shown: str = "", part: str = "") -> "Opened | Reading":
    """What these bytes hold, or a process that is reading them by now. Raises UnreadableArticle."""
    shown, suffix = shown or _shown(source), suffix.lower()
    identity = identity_of(data) if source == "-" else source
    _refuse_size(len(data), shown)
    kind = kind_of(data[:HEAD], suffix, len(data))
    if kind is not Kind.TEXT:
        return _reading(kind, data, f"{identity}/{part}" if part else identity, suffix, shown, part)
    if part:
        raise UnreadableArticle(NO_PARTS.format(name=harmless_line(shown), part=harmless_line(part)))
    return _one(text_article(data, identity, suffix, shown))


def identity_of(data: bytes) -> str:
    """What stands for the path of a text that has none."""
    from hashlib import sha256

    return f"-{sha256(data).hexdigest()[:16]}"


def the_article(opened: Opened, shown: str) -> Article:
    """The one article. Raises SeveralArticles where there is none but several."""
    if opened.article is None:
        raise SeveralArticles(harmless_line(shown), opened)
    return opened.article


def _one(article: Article) -> Opened:
    return Opened(article.title, article)


def _reading(
    kind: Kind, content: IO[bytes] | bytes, source: str, suffix: str, shown: str, part: str, encoding: str = ""
) -> "Reading":
    from tui.text.apart.reading import Reading

    return Reading(kind, content, File(source, suffix, harmless_line(shown) or "The file", part, encoding))


def _shown(source: str) -> str:
    return "Standard input" if source.startswith("-") else Path(source).name


def _source_of(place: Inside) -> str:
    file = os.path.realpath(place.file)
    return os.path.join(file, place.part) if place.part else file  # noqa: PTH118 (once for each of thousands)


@contextmanager
def _open(path: Path) -> Iterator[tuple[IO[bytes], int]]:
    """A file and its size. Raises UnreadableArticle, also for what goes wrong while it is read."""
    name = harmless_line(str(path)) or "The file"
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableArticle(f"{name} is a folder; name a file in it, or open the folder in the library.")
        if not stat.S_ISREG(mode):
            raise UnreadableArticle(f"{name} is not a file but a pipe or a device; pipe its text into 'dateline -'.")
        # A pipe that has taken the file's place since must not make us wait.
        with open(os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK), "rb") as file:  # noqa: PTH123
            yield file, os.fstat(file.fileno()).st_size
    except FileNotFoundError as error:
        raise UnreadableArticle(f"{name} does not exist; check the name.") from error
    except PermissionError as error:
        raise UnreadableArticle(f"{name} may not be read by you; ask its owner or change its permissions.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "its name is not a file name"
        raise UnreadableArticle(f"{name} cannot be read ({reason}); check the name and the disk.") from error


def _refuse_size(size: int, shown: str) -> None:
    if size > LARGEST:
        name = harmless_line(shown) or "The file"
        raise UnreadableArticle(f"{name} is larger than {LARGEST // _MIB} MiB; split it and open a part.")
