"""What newsboat has: the list of its feeds ("urls"), and the articles that it keeps ("cache.db")."""

import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from tui.errors import ReaderError
from tui.library.sources.feeds.followed import Followed
from tui.library.sources.imports.brought import Export, day_of, line, text, web_address
from tui.text.article import Known, Published
from tui.text.encoding import decode
from tui.text.formats.feeds.feed import Item, named, title_of
from tui.text.head.tags import without_tags

MOST = 200_000  # articles
_ITEMS = """
SELECT guid, title, author, url, feedurl, pubDate, content, unread FROM rss_item WHERE deleted = 0 ORDER BY id LIMIT ?
"""


def is_urls(data: bytes) -> bool:
    """Whether every line of it is a feed, or nothing."""
    lines = [one.strip() for one in data[:65_536].split(b"\n") if one.strip() and not one.strip().startswith(b"#")]
    starts = (b"http://", b"https://", b'"query:', b"query:", b"exec:", b"filter:", b"file://", b"---")
    return bool(lines) and all(one.startswith(starts) for one in lines) and lines[0].startswith(starts[:4])


def read_urls(data: bytes) -> Export:
    """Feeds with the names that were given to them; what is run or asked of others is left out."""
    feeds: list[Followed] = []
    odd: list[str] = []
    for row in decode(data).text.splitlines():
        if not row.strip() or row.lstrip().startswith(("#", "---")):
            continue
        try:
            words = shlex.split(row)
        except ValueError:
            words = row.replace('"', " ").split()
        if address := web_address(words[0] if words else ""):
            tags = [word for word in words[1:] if not word.startswith(("~", "!"))]
            title = next((word[1:] for word in words[1:] if word.startswith("~")), "")
            feeds.append(Followed(address, line(title), group=line(tags[0], 100) if tags else ""))
        else:
            odd.append(f"“{line(row, 80)}” is no feed on the web and was left out.")
    return Export("newsboat", feeds=tuple(feeds), odd=tuple(odd))


def is_cache(data: bytes) -> bool:
    """Whether it may be newsboat's file of articles."""
    return data.startswith(b"SQLite format 3\0") and b"rss_item" in data


def read_cache(path: Path) -> Export:
    """Its feeds and their articles. Raises ReaderError."""
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1", uri=True)) as db:
            feeds = tuple(_feeds(db))
            known = {one.address for one in feeds}
            rows = [(address, item, read) for address, item, read in _items(db) if address in known]
    except sqlite3.Error as error:
        raise ReaderError(f"{path.name} cannot be read ({error}); end newsboat and try again.") from error
    items = tuple((address, item) for address, item, _ in rows)
    return Export("newsboat", feeds=feeds, items=items, read=frozenset(item.name for _, item, read in rows if read))


def _feeds(db: sqlite3.Connection) -> Iterator[Followed]:
    for address, title in db.execute("SELECT rssurl, title FROM rss_feed"):
        if address := web_address(address):
            yield Followed(address, line(title))


def _items(db: sqlite3.Connection) -> Iterator[tuple[str, Item, bool]]:
    for guid, title, author, url, feed, at, content, unread in db.execute(_ITEMS, (MOST,)):
        page, link, day = text(content), web_address(url), day_of(at)
        words = without_tags(page[:2_000])
        published = Published(day, Known.STATED, "newsboat") if day else Published()
        name = named(text(guid) or link or words)
        yield (
            web_address(feed),
            Item(name, title_of(line(title), words, link), line(author, 200), published, link, page, "", None, ""),
            not unread,
        )
