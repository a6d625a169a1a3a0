"""A big web page, such as one saved with all its pictures in it, becomes an Article without them."""

import re
from dataclasses import replace

from tui.text.apart.file import File
from tui.text.encoding import decode, shown
from tui.text.formats.html import html_article
from tui.text.opened import Opened

_DATA = re.compile(
    rb"data:[\w/+.-]{1,60}(?:;[\w=.-]{1,60}){0,4}+,[^\s\"'<>)]*+", re.I
)  # what stands in the page itself
_LARGE = re.compile(rb"<(style|script)\b[^>]{0,2000}>.{2000,}?</\1\s*>", re.I | re.S)


def page_opened(data: bytes, file: File) -> Opened:
    """The article in the page. Raises UnreadableArticle."""
    text, notice, encoding = decode(without_data(data), True, file.encoding)
    article = replace(html_article(text, file.source, file.name), encoding=shown(encoding))
    if notice:
        article = replace(article, notices=(notice, *article.notices))
    return Opened(article.title, article)


def without_data(page: bytes) -> bytes:
    """The page without pictures, fonts and long styles that are written into it."""
    return _LARGE.sub(b"", _DATA.sub(b"data:,", page))
