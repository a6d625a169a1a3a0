"""What a worker process does for the index: files become rows and words, and these become names and dates.

Each function takes some articles at once, and none of them costs another: what cannot be read or analysed says why.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from tui.errors import ReaderError, UnreadableArticle
from tui.library.index.analyses import Packed, packed
from tui.library.index.articles import Row, row_of
from tui.library.index.inside import Inside
from tui.library.index.texts import Body, body_of, searched
from tui.library.indexing.files import File
from tui.library.same.addresses import one_address
from tui.text.already import read_apart, read_within
from tui.text.article import Article
from tui.text.opened import Part, SeveralArticles


class Reader(NamedTuple):
    """How articles are read; both raise ReaderError."""

    article_of: Callable[[str], Article]  # of a file
    articles_of: Callable[[str, Sequence[str]], Iterable[tuple[str, Article | UnreadableArticle]]]  # by their names


class Several(NamedTuple):
    """A file that holds several articles was read."""

    file: File
    texts: "tuple[Text | Unreadable, ...]"  # in its order


class Text(NamedTuple):
    """A file was read, or an article in one."""

    file: File
    row: Row
    body: Body
    inside: Inside | None = None


class Unreadable(NamedTuple):
    """A file that is no article, and why."""

    file: File
    trouble: str
    inside: Inside | None = None


class Wanted(NamedTuple):
    """An article whose text is known, and its analysis is not."""

    id: int
    source: str
    digest: str
    file: str = ""  # that holds it with others


class Analysed(NamedTuple):
    """An article's analysis."""

    wanted: Wanted
    analysis: Packed


class Failed(NamedTuple):
    """An article that could not be analysed; without a reason it has changed meanwhile."""

    wanted: Wanted
    reason: str


from_disk = Reader(read_apart, read_within)


def read_some(files: tuple[File, ...], reader: Reader = from_disk) -> list[Text | Several | Unreadable]:
    """The words of these files."""
    return [_read(file, reader) for file in files]


def analyse_some(some: tuple[Wanted, ...], reader: Reader = from_disk) -> list[Analysed | Failed]:
    """The analyses of these articles; what stands in one file comes one after the other."""
    found: list[Analysed | Failed] = []
    for file, together in groupby(some, attrgetter("file")):
        if file:
            found += _analyse_within(file, tuple(together), reader)
        else:
            found += [_analyse(wanted, partial(reader.article_of, wanted.source)) for wanted in together]
    return found


def _read(file: File, reader: Reader) -> Text | Several | Unreadable:
    try:
        return _text(file, reader.article_of(file.source))
    except SeveralArticles as several:
        try:
            return Several(file, _texts(file, several.opened.parts, reader))
        except ReaderError as error:
            return Unreadable(file, str(error))
    except ReaderError as error:
        return Unreadable(file, str(error))
    except Exception as error:  # one article of a thousand must not cost the others
        return Unreadable(file, f"{Path(file.source).name} could not be read ({type(error).__name__}: {error}).")


def _texts(file: File, parts: Sequence[Part], reader: Reader) -> tuple[Text | Unreadable, ...]:
    """The words of the articles in a file, in its order."""
    order = {_name(part.source): number for number, part in enumerate(parts)}
    found: list[Text | Unreadable] = []
    for name, outcome in reader.articles_of(file.source, [*order]):
        own, inside = File(f"{file.source}/{name}", file.state), Inside(file.source, order[name])
        if isinstance(outcome, Article):
            found.append(_text(own, outcome)._replace(inside=inside))
        else:
            found.append(Unreadable(own, str(outcome), inside))
    return tuple(sorted(found, key=lambda one: one.inside.number if one.inside else 0))


def _text(file: File, article: Article) -> Text:
    row = row_of(article)._replace(source=file.source, address=one_address(article.url))
    return Text(file, row, body_of(article))


def _analyse_within(file: str, some: Sequence[Wanted], reader: Reader) -> Iterator[Analysed | Failed]:
    """The analyses of articles in one file, which is read once."""
    left = {_name(wanted.source): wanted for wanted in some}
    try:
        for name, outcome in reader.articles_of(file, [*left]):
            if isinstance(outcome, Article):
                yield _analyse(left.pop(name), partial(_same, outcome))
    except ReaderError:
        pass  # it is told when the file is read again
    yield from (Failed(wanted, "") for wanted in left.values())


def _same(article: Article) -> Article:
    return article


def _name(source: str) -> str:
    return source.rpartition("/")[2]


def _analyse(wanted: Wanted, read: Callable[[], Article]) -> Analysed | Failed:
    from tui.analysis.codec import encode
    from tui.analysis.fingerprint import fingerprint
    from tui.analysis.pipeline import analyse
    from tui.library.stories.telling import told_of
    from tui.library.stories.wire import packed as packed_told

    try:
        article = read()
        if article.digest != wanted.digest:
            return Failed(wanted, "")
        analysis = analyse(article)
        told = packed_told(told_of(article, analysis), searched(article).encode())
        return Analysed(wanted, packed(analysis, fingerprint(), encode(analysis), told))
    except ReaderError:
        return Failed(wanted, "")  # it is told when its text is read again
    except Exception as error:
        return Failed(wanted, f"{type(error).__name__}: {error}")
