"""What a worker process does for the index: files become rows and words, and these become names and dates.

Each function takes some articles at once, and none of them costs another: what cannot be read or analysed says why.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tui.errors import ReaderError
from tui.library.index.analyses import Packed, packed
from tui.library.index.articles import Row, row_of
from tui.library.index.texts import Body, body_of
from tui.library.indexing.files import File
from tui.library.same.addresses import one_address
from tui.text.already import read_apart
from tui.text.article import Article

ArticleOf = Callable[[str], Article]  # the article of a source; raises ReaderError


class Text(NamedTuple):
    """A file was read."""

    file: File
    row: Row
    body: Body


class Unreadable(NamedTuple):
    """A file that is no article, and why."""

    file: File
    trouble: str


class Wanted(NamedTuple):
    """An article whose text is known, and its analysis is not."""

    id: int
    source: str
    digest: str


class Analysed(NamedTuple):
    """An article's analysis."""

    wanted: Wanted
    analysis: Packed


class Failed(NamedTuple):
    """An article that could not be analysed; without a reason it has changed meanwhile."""

    wanted: Wanted
    reason: str


def from_disk(source: str) -> Article:
    """The article in a file; raises UnreadableArticle."""
    return read_apart(source)


def read_some(files: tuple[File, ...], article_of: ArticleOf = from_disk) -> list[Text | Unreadable]:
    """The words of these files."""
    return [_read(file, article_of) for file in files]


def analyse_some(some: tuple[Wanted, ...], article_of: ArticleOf = from_disk) -> list[Analysed | Failed]:
    """The analyses of these articles."""
    return [_analyse(wanted, article_of) for wanted in some]


def _read(file: File, article_of: ArticleOf) -> Text | Unreadable:
    try:
        article = article_of(file.source)
        row = row_of(article)._replace(source=file.source, address=one_address(article.url))
        return Text(file, row, body_of(article))
    except ReaderError as error:
        return Unreadable(file, str(error))
    except Exception as error:  # one article of a thousand must not cost the others
        return Unreadable(file, f"{Path(file.source).name} could not be read ({type(error).__name__}: {error}).")


def _analyse(wanted: Wanted, article_of: ArticleOf) -> Analysed | Failed:
    from tui.analysis.codec import encode
    from tui.analysis.fingerprint import fingerprint
    from tui.analysis.pipeline import analyse
    from tui.library.stories.telling import told_of
    from tui.library.stories.wire import packed as packed_told

    try:
        article = article_of(wanted.source)
        if article.digest != wanted.digest:
            return Failed(wanted, "")
        analysis = analyse(article)
        told = packed_told(told_of(article, analysis))
        return Analysed(wanted, packed(analysis, fingerprint(), encode(analysis), told))
    except ReaderError:
        return Failed(wanted, "")  # it is told when its text is read again
    except Exception as error:
        return Failed(wanted, f"{type(error).__name__}: {error}")
