"""A page that a browser saved as one file with its pictures (MHTML) becomes the Article in the page."""

from dataclasses import replace
from email.message import Message

from tui.errors import UnreadableArticle
from tui.text.apart.file import File
from tui.text.formats.html import html_article
from tui.text.formats.letters.message import field, parsed, words_of
from tui.text.opened import Opened

NO_PAGE = "{name} holds no web page; save it once more, as “web page, complete”."


def saved_opened(data: bytes, file: File) -> Opened:
    """The page that it is all about. Raises UnreadableArticle."""
    message = parsed(data, file.name)
    page = _page(message)
    if page is None:
        raise UnreadableArticle(NO_PAGE.format(name=file.name))
    article = html_article(words_of(page), file.source, file.name)
    address = field(message, "Snapshot-Content-Location") or field(page, "Content-Location")
    if not article.url and address.startswith(("http://", "https://")):
        article = replace(article, url=address)
    return Opened(article.title, article)


def _page(message: Message) -> Message | None:
    """The part that is named as the first, else the first that is a page."""
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    start = str(message.get_param("start", "") or "")
    named = [page for page in pages if start and str(page.get("Content-ID", "")).strip() == start]
    return next(iter([*named, *pages]), None)
