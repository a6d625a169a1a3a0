"""A feed in JSON (https://jsonfeed.org) becomes what it says about itself and its articles."""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from html import escape
from typing import Any
from urllib.parse import urljoin, urlsplit

from tui.errors import UnreadableArticle
from tui.text.article import Published
from tui.text.encoding import decode
from tui.text.formats.feeds.feed import MOST_ITEMS, Feed, Item, distinct, named, title_of
from tui.text.harmless import harmless_line
from tui.text.head.published import stated
from tui.text.head.tags import without_tags

_WEB = ("http://", "https://")


def is_json(data: bytes) -> bool:
    """Whether it may be a feed in JSON, by its first sign."""
    return data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def read_json_feed(data: bytes, name: str) -> Feed:
    """The feed; of one that is cut or damaged the articles before that. Raises UnreadableArticle where it is none."""
    text = decode(data).text
    try:
        top = json.loads(text)
    except (ValueError, RecursionError):
        top = _what_is_whole(text)
    if not isinstance(top, dict) or not isinstance(top.get("items"), list):
        raise UnreadableArticle(f"{name} is JSON, but no feed; open a text instead.")
    start = _address(top.get("home_page_url"), "") or _address(top.get("feed_url"), "")
    items: dict[str, Item] = {}
    for one in top["items"][:MOST_ITEMS]:
        if isinstance(one, dict):
            item = distinct(_item(one, start), items)
            items.setdefault(item.name, item)
    return Feed(
        _line(top.get("title"), 300),
        _authors(top),
        _line(top.get("language"), 35),
        tuple(items.values()),
        len(top["items"]) > MOST_ITEMS,
    )


def _item(one: dict[str, Any], start: str) -> Item:
    url = _address(one.get("url"), start) or _address(one.get("external_url"), start)
    page = one.get("content_html")
    if not isinstance(page, str) or not page.strip():
        words = next((own for key in ("content_text", "summary") if isinstance(own := one.get(key), str) and own), "")
        page = "".join(f"<p>{escape(part)}</p>" for part in words.split("\n\n") if part.strip())
    words = without_tags(page[:2_000])
    identity = one.get("id")
    identity = str(identity) if isinstance(identity, str | int | float) and identity != "" else url
    return Item(
        named(identity or words),
        title_of(_line(one.get("title"), 300), words, url),
        _authors(one),
        _day(one),
        url,
        page,
        "",
        _line(one.get("language"), 35) or None,
        "" if url else start,
    )


def _authors(one: dict[str, Any]) -> str:
    several, single = one.get("authors"), one.get("author")
    found = several if isinstance(several, list) and several else [single]
    names = [_line(author.get("name"), 200) for author in found if isinstance(author, dict)]
    return ", ".join(dict.fromkeys(filter(None, names)))[:200]


def _day(one: dict[str, Any]) -> Published:
    for key in ("date_published", "date_modified"):
        words = _line(one.get(key), 80)
        with suppress(ValueError):
            return stated(date.fromisoformat(words[:10]), key)
    return Published()


def _line(value: object, most: int) -> str:
    return harmless_line(value)[:most] if isinstance(value, str) else ""


def _address(value: object, start: str) -> str:
    if not isinstance(value, str):
        return ""
    try:
        whole = urljoin(start, value.strip())
        urlsplit(whole)
    except ValueError:
        return ""
    return harmless_line(whole)[:2_000] if whole.startswith(_WEB) else ""


def _what_is_whole(text: str) -> dict[str, Any]:
    """What can be read of a feed that is damaged: its title, and the articles up to the first that is not whole."""
    head, begun, rest = text.partition('"items"')
    if not begun:
        return {}
    top: dict[str, Any] = {"items": list(_whole_ones(rest))}
    for key in ("title", "home_page_url", "feed_url", "language"):
        _, found, value = head.partition(f'"{key}"')
        with suppress(ValueError, RecursionError):
            top[key] = json.JSONDecoder().raw_decode(value.lstrip(" \t\r\n:"))[0] if found else ""
    return top


def _whole_ones(text: str) -> Iterator[Any]:
    at, decoder = text.find("["), json.JSONDecoder()
    while at >= 0:
        at = text.find("{", at)
        try:
            one, at = decoder.raw_decode(text, at) if at >= 0 else (None, -1)
        except (ValueError, RecursionError):
            return
        if at >= 0:
            yield one
