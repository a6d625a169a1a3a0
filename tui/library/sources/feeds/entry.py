"""An article of a feed becomes a file that holds it and nothing else: an Atom feed of one entry."""

import re
from html import escape

from tui.library.sources.address import without_login
from tui.library.sources.feeds.followed import Followed
from tui.text.formats.feeds.feed import Feed, Item

SUFFIX = ".atom"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def entry_file(item: Item, feed: Feed, followed: Followed) -> bytes:
    """The bytes of the file; what the feed says of all its articles is said of this one."""
    author = item.author or (feed.author if item.publisher in ("", feed.title) else "")
    spoken = feed.language if item.language is None else item.language
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        _element("title", feed.title or followed.title),
        _element("id", followed.address),
        f'<link rel="self" href="{_clean(without_login(followed.address))}"/>',
        f'<entry xml:lang="{_clean(spoken)}">',
        _element("title", item.title),
        _element("id", f"urn:dateline:{item.name}"),
        f'<link rel="alternate" href="{_clean(item.url)}"/>' if item.url else "",
        f"<author>{_element('name', author)}</author>" if author else "",
        _element("published", item.day.day.isoformat()) if item.day.day else "",
        f"<source>{_element('title', item.publisher)}</source>" if item.publisher else "",
        f'<content type="html" xml:base="{_clean(item.base or item.url)}">{_clean(item.page)}</content>',
        "</entry></feed>\n",
    ]
    return "\n".join(filter(None, lines)).encode("utf-8", "replace")


def _element(name: str, words: str) -> str:
    return f"<{name}>{_clean(words)}</{name}>"


def _clean(words: str) -> str:
    return escape(_NOT_XML.sub("", words))
