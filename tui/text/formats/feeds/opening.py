"""A feed becomes a list of articles, or the one that is wanted."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from html import escape

from tui.errors import UnreadableArticle
from tui.text.apart.file import File
from tui.text.article import Article
from tui.text.blocks.builder import Builder
from tui.text.formats.built import built_article
from tui.text.formats.feeds.feed import MOST_ITEMS, Feed, Item
from tui.text.formats.feeds.fields import resolved
from tui.text.formats.feeds.items import read_feed
from tui.text.formats.markup import read_markup
from tui.text.opened import CUT, Opened, Part


def feed_opened(data: bytes, file: File) -> Opened:
    """The articles of a feed; one by itself is the article. Raises UnreadableArticle."""
    feed = read_feed(data, file.name)
    items = {item.name: item for item in feed.items}
    if not items:
        raise UnreadableArticle(f"{file.name} is a feed without articles; there is nothing to read in it.")
    if file.part and file.part not in items:
        raise UnreadableArticle(f"{file.name} has no article “{file.part}”; open the file itself to see its articles.")
    if file.part or len(items) == 1:
        return _opened(items[file.part] if file.part else feed.items[0], feed, file.source)
    parts = tuple(
        Part(f"{file.source}/{item.name}", item.title, item.author or _feeds_author(item, feed), item.day.day)
        for item in feed.items
    )
    notice = CUT.format(name=file.name, most=MOST_ITEMS) if feed.cut else ""
    return Opened(feed.title or file.name, parts=parts, notice=notice)


def each_item(data: bytes, file: File) -> Iterator[tuple[str, Callable[[], Opened]]]:
    """The name of each article of a feed with what reads it. Raises UnreadableArticle."""
    feed = read_feed(data, file.name)
    for item in feed.items:
        yield item.name, partial(_opened, item, feed, f"{file.source}/{item.name}")


def _opened(item: Item, feed: Feed, source: str) -> Opened:
    article = item_article(item, feed, source)
    return Opened(article.title, article)


def item_article(item: Item, feed: Feed, source: str) -> Article:
    """An article of a feed. Who wrote the feed wrote it too, where neither it nor its text names anybody."""
    builder = Builder()
    read_markup(item.page or f"<p>{escape(item.title)}</p>", builder, _links_from(item.base))
    if not builder.blocks:
        read_markup(f"<p>{escape(item.title)}</p>", builder)
    notices = () if len(builder.text) > 600 else (f"The feed holds only the beginning of it: {item.url}",)
    article = built_article(
        builder,
        source,
        item.title,
        item.author,
        item.publisher or feed.title,
        item.url,
        feed.language if item.language is None else item.language,
        item.day,
        notices=notices if item.url else (),
    )
    return article if article.byline else replace(article, byline=_feeds_author(item, feed))


def _feeds_author(item: Item, feed: Feed) -> str:
    """Who wrote the feed; "" for what it took from another: who gathers articles has not written them."""
    return feed.author if item.publisher in ("", feed.title) else ""


def _links_from(base: str) -> Callable[[str], str]:
    """Links as they lead from an address; within a page they lead nowhere."""

    def link(address: str) -> str:
        return "" if address.startswith("#") else resolved(base, address)

    return link
