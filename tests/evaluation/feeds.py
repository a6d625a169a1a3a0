"""Feeds that say in a comment what a good reader finds become a count of those that are read so, and a table of the
rest: `python -m tests.evaluation.feeds FOLDER`.

The comment is that of feedparser's tests: `Expect: not bozo and entries[0]['title'] == 'Strike begins'`. Only what the
library uses is compared: an article's title, author, day, address, words, links, language, name and source; the feed's
title, authors and language; and the letters of it all."""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

from tui.errors import ReaderError
from tui.library.sources.feeds.discovery import as_written
from tui.text.formats.feeds.feed import Feed, Item, named
from tui.text.formats.feeds.items import read_feed, text_of
from tui.text.formats.feeds.opening import item_article

_EXPECT = re.compile(r"Expect:\s*(.*?)\s*-->", re.S)
_TYPE = re.compile(r"Header:\s*Content-type:\s*([^\n]+)", re.I)
_ENCODINGS = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "latin-1")
Place = tuple[str | int, ...]


class Stated(NamedTuple):
    """What a feed is to hold, at one place of it."""

    path: Place
    value: Any


class Verdict(NamedTuple):
    """What became of a file; `stated` is empty where it speaks of nothing that the library uses."""

    name: str
    stated: tuple[Stated, ...]
    wrong: str = ""
    crash: str = ""


def judged(file: Path) -> Verdict:
    """One file."""
    data = file.read_bytes()
    text = next(filter(None, (_with_statement(data, encoding) for encoding in _ENCODINGS)), "")
    found, media = _EXPECT.search(text), _TYPE.search(text)
    stated = tuple(one for one in _statements(found[1])) if found else ()
    try:
        data = as_written(data, media[1].strip() if media else "")
        feed = read_feed(data, file.name)
        articles = [item_article(item, feed, "x") for item in feed.items]
    except ReaderError as error:
        return Verdict(file.name, stated, str(error) if stated else "")
    except Exception as error:
        return Verdict(file.name, stated, crash=f"{type(error).__name__}: {error}")
    for path, value in stated:
        if path == ("encoding",):
            if wrong := _letters(data, str(value)):
                return Verdict(file.name, stated, wrong)
            continue
        at = int(path[1]) if path[0] == "entries" else 0
        if path[0] == "entries" and at >= len(feed.items):
            return Verdict(file.name, stated, f"no article {at}")
        item = feed.items[at] if path[0] == "entries" else None
        wrong = _wrong(path, value, feed, item, articles[at] if item else None)
        if wrong:
            return Verdict(file.name, stated, wrong)
    return Verdict(file.name, stated)


def _with_statement(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeError:
        return ""
    return text if "Expect:" in text else ""


def _statements(expected: str) -> Iterator[Stated]:
    """The comparisons of a statement that the library has something to do with."""
    try:
        tree = ast.parse(expected, mode="eval").body
    except (SyntaxError, ValueError):
        return
    for part in tree.values if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And) else [tree]:
        if isinstance(part, ast.Compare) and len(part.ops) == 1 and isinstance(part.ops[0], ast.Eq):
            path = _path(part.left)
            try:
                value = ast.literal_eval(_joined(part.comparators[0]))
            except ValueError:
                continue
            if path == ("encoding",) or (path and _how(path) is not None):
                yield Stated(path, value)


def _joined(node: ast.expr) -> ast.expr:
    """Strings that are added up, as one."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _joined(node.left), _joined(node.right)
        if isinstance(left, ast.Constant) and isinstance(right, ast.Constant):
            return ast.Constant(str(left.value) + str(right.value))
    return node


def _path(node: ast.expr) -> Place:
    match node:
        case ast.Name(id=name):
            return (name,)
        case ast.Attribute(value=value, attr=name):
            return (*found, name) if (found := _path(value)) else ()
        case ast.Subscript(value=value, slice=ast.Constant(value=key)) if isinstance(key, str | int):
            return (*found, key) if (found := _path(value)) else ()
    return ()


def _how(path: Place) -> Callable[..., str] | None:
    """How what was read is compared with what is stated there."""
    named_so = ".".join(str(part) for part in path if not isinstance(part, int))
    return _COMPARED.get(named_so)


def _wrong(path: Place, value: Any, feed: Feed, item: Item | None, article: Any) -> str:
    how = _how(path)
    assert how is not None
    return how(path, value, feed, item, article)


def _told(what: str, read: object, stated: object) -> str:
    return "" if read == stated else f"{what}: {read!r} instead of {stated!r}"


def _letters(data: bytes, encoding: str) -> str:
    try:
        meant = data.decode(encoding)
    except (UnicodeError, LookupError):
        return f"letters: {encoding} does not read it"
    read = text_of(data)
    return "" if read.lstrip("\ufeff") == meant.lstrip("\ufeff") else f"letters: other than {encoding}"


def _title(_path: Place, value: str, _feed: Feed, item: Item, _article: Any) -> str:
    words = _words(value)[0]
    return _told("title", item.title, words) if words else ""  # the library always has words to show


def _body(_path: Place, value: str, _feed: Feed, item: Item, article: Any) -> str:
    words, links = _words(value)
    shown = " ".join(article.text.split())
    if not words and shown == " ".join(item.title.split()):
        shown = ""  # an article without words is its title
    there = {mark.target for mark in article.marks if mark.target}
    missing = [link for link in links if link.startswith("http") and link not in there]
    return _told("words", _bare(shown), _bare(words)) or (f"links: {there} instead of {links}" if missing else "")


def _author(_path: Place, value: str, _feed: Feed, item: Item, _article: Any) -> str:
    return _told("author", item.author, re.sub(r"\s*\(?\S+@[^\s)]+\)?\s*", " ", value).strip())


def _feed_author(path: Place, value: str, feed: Feed, _item: Any, _article: Any) -> str:
    at = next((part for part in path if isinstance(part, int)), 0)
    authors = feed.author.split(", ")
    return _told("author", authors[at] if at < len(authors) else "", value)


def _day(_path: Place, value: str, _feed: Feed, item: Item, _article: Any) -> str:
    return _told("day", str(item.day.day), value[:10])


def _address(_path: Place, value: str, _feed: Feed, item: Item, _article: Any) -> str:
    return _told("address", item.url, value)


def _name(_path: Place, value: str, _feed: Feed, item: Item, _article: Any) -> str:
    return _told("name", item.name, named(value))


def _language(_path: Place, value: str | None, feed: Feed, item: Item, _article: Any) -> str:
    read = feed.language if item.language is None else item.language
    return _told("language", read or None, (value or "").replace("_", "-") or None)


def _source(_path: Place, value: str, _feed: Feed, item: Item, _article: Any) -> str:
    return _told("source", item.publisher, _words(value)[0])


def _feed_title(_path: Place, value: str, feed: Feed, _item: Any, _article: Any) -> str:
    return _told("title of the feed", feed.title, _words(value)[0])


def _feed_language(_path: Place, value: str | None, feed: Feed, _item: Any, _article: Any) -> str:
    return _told("language of the feed", feed.language or None, (value or "").replace("_", "-") or None)


_COMPARED: dict[str, Callable[..., str]] = {
    "entries.title": _title,
    "entries.title_detail.value": _title,
    "entries.description": _body,
    "entries.summary": _body,
    "entries.content.value": _body,
    "entries.author": _author,
    "entries.author_detail.name": _author,
    "entries.source.author": _author,
    "entries.published": _day,
    "entries.updated": _day,
    "entries.link": _address,
    "entries.links.href": _address,
    "entries.id": _name,
    "entries.guid": _name,
    "entries.language": _language,
    "entries.content.language": _language,
    "entries.summary_detail.language": _language,
    "entries.source.title": _source,
    "entries.source.title_detail.value": _source,
    "feed.title": _feed_title,
    "feed.title_detail.value": _feed_title,
    "feed.author": _feed_author,
    "feed.author_detail.name": _feed_author,
    "feed.authors.name": _feed_author,
    "feed.language": _feed_language,
}


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "a" and said.get("href"):
            self.links.append(said["href"] or "")
        if tag == "img" and said.get("alt"):
            self.words.append(f"[{said['alt']}]")  # as the reader shows a picture


def _words(page: str) -> tuple[str, list[str]]:
    """What a page says, on one line, and where it leads."""
    parser = _Words()
    parser.feed(page)
    parser.close()
    return " ".join("".join(parser.words).split()), parser.links


def _bare(words: str) -> str:
    return re.sub(r"\s+", "", words)


def main(folder: Path) -> None:
    """Print the count and the table."""
    verdicts = [judged(file) for file in sorted(folder.iterdir()) if file.suffix in (".xml", ".json", ".rss", ".atom")]
    spoken = [one for one in verdicts if one.stated]
    rest = [one for one in verdicts if one.wrong or one.crash]
    right = len(spoken) - sum(bool(one.stated) for one in rest)
    print(f"{len(verdicts)} feeds, {len(spoken)} speak of what the library uses: {right} are read as stated,")
    print(f"{sum(bool(one.crash) for one in verdicts)} crash.\n")
    for one in rest:
        print(f"{one.name:<60} {(one.crash or one.wrong)[:200]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
