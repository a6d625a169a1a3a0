"""What a feed says about itself and its articles, however it is written."""

from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from tui.text.article import Published

MOST_ITEMS = 5_000


class Item(NamedTuple):
    """An article as a feed has it."""

    name: str
    title: str
    author: str
    day: Published
    url: str
    page: str
    publisher: str  # the feed that it was taken from, where it names one
    language: str | None  # None where it says nothing; "" where it says that it is in none
    base: str  # the address that links in its page start from, where the article's own is not the one


class Feed(NamedTuple):
    """What a feed says about itself, and its articles."""

    title: str
    author: str
    language: str
    items: tuple[Item, ...]
    cut: bool = False  # there are more


def named(identity: str) -> str:
    """What stands for an article within its feed."""
    return sha256(identity.encode("utf-8", "replace")).hexdigest()[:8]


def distinct(item: Item, items: Mapping[str, Item]) -> Item:
    """An article under a name of its own, where another one of these, by its name, has it."""
    if item.name in items and items[item.name].page != item.page:
        return item._replace(name=named(item.name + item.page))
    return item


def title_of(title: str, words: str, url: str) -> str:
    """A title; where there is none, the first words."""
    words = " ".join(words[:200].split())
    return title or (words[:72].rsplit(" ", 1)[0] + "…" if words else url or "An article without a title")
