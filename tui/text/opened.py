"""What a file holds: one article, several, or one that is also several."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tui.errors import UnreadableArticle
from tui.text.article import Article

CUT = "{name} holds more than {most:,} articles: only the first {most:,} of the file are listed."
NO_PARTS = "{name} is one article; there is no “{part}” in it: open the file itself."


class Part(NamedTuple):
    """An article within a file: a chapter, a letter, an item of a feed."""

    source: str  # the file's, then "/" and the part's own name
    title: str
    byline: str = ""
    published: date | None = None
    words: int = 0


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read. Without an `article` it is nothing but a list of them; one that `goes_on` is only the
    beginning of the article."""

    title: str
    article: Article | None = None
    parts: tuple[Part, ...] = ()
    goes_on: bool = False
    notice: str = ""  # what is to be said of a list: that it was cut


class SeveralArticles(UnreadableArticle):
    """The file is a list of articles, of which one is to be chosen."""

    def __init__(self, name: str, opened: Opened) -> None:
        some = opened.parts[0].source.rpartition("/")[2] if opened.parts else "..."
        super().__init__(f"{name} holds {len(opened.parts)} articles; name one of them: …/{name}/{some}.")
        self.opened = opened
