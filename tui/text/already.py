"""What is small enough is read at once by a process that is apart already."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from tui.errors import UnreadableArticle
from tui.text.apart.file import File
from tui.text.apart.worker import opened
from tui.text.article import Article
from tui.text.harmless import harmless_line
from tui.text.kinds import HEAD, Kind, kind_of
from tui.text.read import articles_of, read_article, the_article

SMALL = 256 * 1024  # bytes
ENTRY = ".atom"


def read_apart(source: str) -> Article:
    """As `read_article`; each article of a feed is kept in a small one of its own, and a process for each would take a
    hundred times as long. Raises UnreadableArticle."""
    path = Path(source)
    if path.suffix.lower() == ENTRY:
        with suppress(OSError), path.open("rb") as file:
            data = file.read(SMALL + 1)
            if len(data) <= SMALL and kind_of(data[:HEAD], ENTRY, len(data)) is Kind.FEED:
                name = harmless_line(path.name)
                return the_article(opened(Kind.FEED, data, File(source, ENTRY, name)), name)
    return read_article(path)


def read_within(source: str, names: Sequence[str]) -> Iterator[tuple[str, Article | UnreadableArticle]]:
    """The articles of these names in a file of several. Raises UnreadableArticle."""
    return articles_of(Path(source), names)
