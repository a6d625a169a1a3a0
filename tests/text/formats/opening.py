"""A file's bytes read as the process apart reads them, but here."""

from tui.text.apart.file import File
from tui.text.apart.worker import opened
from tui.text.article import Article
from tui.text.kinds import HEAD, Kind, kind_of
from tui.text.opened import Opened
from tui.text.texts import text_article


def open_here(data: bytes, name: str, part: str = "") -> Opened:
    """What a file holds. Raises UnreadableArticle, and nothing else."""
    suffix = f".{name.rpartition('.')[2]}" if "." in name else ""
    kind = kind_of(data[:HEAD], suffix, len(data))
    if kind is Kind.TEXT:
        article = text_article(data, f"/news/{name}", suffix, name)
        return Opened(article.title, article)
    return opened(kind, data, File(f"/news/{name}", suffix, name, part))


def article_in(data: bytes, name: str, part: str = "") -> Article:
    """The article in it."""
    article = open_here(data, name, part).article
    assert article is not None
    return article


def blocks_of(article: Article) -> list[tuple[str, int, str, str]]:
    """Kind, level, marker and words of each block."""
    return [
        (block.kind.value, block.level, block.marker, article.text[block.span.start : block.span.end])
        for block in article.blocks
    ]


def marked_words(article: Article) -> list[tuple[str, str, str]]:
    """Kind, words and target of each mark."""
    return [(mark.kind.value, article.text[mark.span.start : mark.span.end], mark.target) for mark in article.marks]
