"""An RSS or Atom file becomes a list of articles, or the one that is wanted."""

import base64
import binascii
import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from hashlib import sha256
from html import escape
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tui.errors import UnreadableArticle
from tui.text.apart.file import File
from tui.text.article import Article, Published
from tui.text.blocks.builder import Builder
from tui.text.encoding import decode
from tui.text.formats.built import built_article
from tui.text.formats.loose_xml import loose_tree
from tui.text.formats.markup import read_markup
from tui.text.formats.zipped.xml import Broken, attribute, local, tree_of, walk
from tui.text.harmless import harmless_line
from tui.text.head.published import stated
from tui.text.head.tags import without_tags
from tui.text.opened import Opened, Part

MOST_ITEMS = 5_000
_OTHERS = ("mrss", "itunes", "media")  # namespaces whose titles and descriptions are of pictures and recordings
_BODIES = ("encoded", "content", "body", "description", "summary", "tagline")
_DATES = ("published", "pubDate", "pubdate", "issued", "date", "created", "updated", "modified", "lastBuildDate")
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}\bencoding\s*=\s*[\"']([\w.:-]{2,40})")


class Item(NamedTuple):
    """An article as a feed has it."""

    name: str
    title: str
    author: str
    day: Published
    url: str
    page: str


def feed_opened(data: bytes, file: File) -> Opened:
    """The articles of a feed; one by itself is the article. Raises UnreadableArticle."""
    text = _text(data)
    try:
        root = tree_of(text, file.name, "the feed")
    except Broken:
        root = loose_tree(text)
    channel = next((one for one in root.iter() if local(one.tag) in ("channel", "feed")), root)
    publisher = _line(channel, "title")
    language = _line(channel, "language") or attribute(channel, "lang")
    items = {item.name: item for item in map(_item, _elements(root))}
    if not items:
        raise UnreadableArticle(f"{file.name} is a feed without articles; there is nothing to read in it.")
    if file.part and file.part not in items:
        raise UnreadableArticle(f"{file.name} has no article “{file.part}”; open the file itself to see its articles.")
    if file.part or len(items) == 1:
        item = items[file.part] if file.part else next(iter(items.values()))
        article = _article(item, file.source, publisher, language)
        return Opened(article.title, article)
    parts = tuple(Part(f"{file.source}/{item.name}", item.title, item.author, item.day.day) for item in items.values())
    return Opened(publisher or file.name, parts=parts)


def _text(data: bytes) -> str:
    """Its characters: by their mark, as the feed itself says, or as any other text."""
    declared = _DECLARED.search(data[:400])
    marked = data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0"))
    if declared and not marked:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, ValueError, TypeError):
            pass
    if data[:4] in (b"<\0\0\0", b"\0\0\0<"):  # UTF-32 without a mark
        return data.decode("utf-32-le" if data[:1] == b"<" else "utf-32-be", "replace")
    return decode(data, page=True).text


def _elements(root: Element) -> Iterator[Element]:
    found = 0
    for one in root.iter():
        if local(one.tag) in ("item", "entry") and found < MOST_ITEMS:
            found += 1
            yield one


def _item(element: Element) -> Item:
    title = _line(element, "title")
    url = _link(element)
    identity = _line(element, "guid") or _line(element, "id") or url or title + _line(element, "pubDate")
    page = max((_page(one) for one in _children(element, *_BODIES)), key=len, default="")
    words = without_tags(page[:2_000])
    return Item(
        sha256((identity or words).encode("utf-8", "replace")).hexdigest()[:8],
        title or (words[:72].rsplit(" ", 1)[0] + "…" if words else url or "An article without a title"),
        _author(element),
        _day(element),
        url,
        page,
    )


def _article(item: Item, source: str, publisher: str, language: str) -> Article:
    builder = Builder()
    read_markup(item.page or f"<p>{escape(item.title)}</p>", builder)
    if not builder.blocks:
        read_markup(f"<p>{escape(item.title)}</p>", builder)
    notices = () if len(builder.text) > 600 else (f"The feed holds only the beginning of it: {item.url}",)
    return built_article(
        builder,
        source,
        item.title,
        item.author,
        publisher,
        item.url,
        language,
        item.day,
        notices=notices if item.url else (),
    )


def _children(element: Element, *names: str) -> list[Element]:
    """The children with these names, in the order of the names; none that is about a picture or a recording."""
    own = [one for one in element if isinstance(one.tag, str) and not _is_other(one.tag)]
    return [one for name in names for one in own if local(one.tag) == name]


def _is_other(tag: str) -> bool:
    namespace = tag.rpartition("}")[0].lower()
    return any(other in namespace for other in _OTHERS)


def _line(element: Element, *names: str) -> str:
    """The first child with words in it, on one line and without tags."""
    for one in _children(element, *names):
        line = _decoded(one) if not len(one) else "".join(one.itertext())
        line = harmless_line(without_tags(line) if "<" in line or "&" in line else line)
        if line:
            return line[:300]
    return ""


def _link(element: Element) -> str:
    for one in _children(element, "link", "guid", "id"):
        href = attribute(one, "href") or "".join(one.itertext()).strip()
        if attribute(one, "rel") in ("", "alternate") and href.startswith(("http://", "https://")):
            return harmless_line(href)[:2_000]
    return ""


def _author(element: Element) -> str:
    for one in _children(element, "creator", "author", "contributor"):
        name = _line(one, "name") or ("" if len(one) else harmless_line("".join(one.itertext())))
        bracketed = re.search(r"\(([^()]{2,100})\)", name)  # mail@example.org (Ada Lund)
        if name:
            return bracketed[1] if bracketed and "@" in name else name[:200]
    return ""


def _day(element: Element) -> Published:
    for one in _children(element, *_DATES):
        words = harmless_line("".join(one.itertext()))[:80]
        try:
            day: date | None = parsedate_to_datetime(words).date()
        except (TypeError, ValueError, IndexError, OverflowError):
            day = None
        found = stated(day if day is not None else words, local(one.tag))
        if found.day is not None:
            return found
    return Published()


def _page(body: Element) -> str:
    """The body of an article as HTML."""
    kind = attribute(body, "type").lower()
    if len(body):
        return _written(body)
    words = _decoded(body)
    if kind in ("text", "text/plain") or "<" not in words:
        return "".join(f"<p>{escape(line)}</p>" for line in re.split(r"\n\s*\n", words)) if "&" not in words else words
    return words


def _decoded(element: Element) -> str:
    """Its words; "" where it holds a recording or a picture."""
    words = element.text or ""
    kind, mode = attribute(element, "type").lower(), attribute(element, "mode").lower()
    if mode == "base64" or ("/" in kind and not kind.startswith("text/") and "html" not in kind):
        try:
            return base64.b64decode("".join(words.split()), validate=True).decode("utf-8")
        except (binascii.Error, ValueError):
            return words if mode else ""
    return words


def _written(body: Element) -> str:
    """Elements as they would be written in a page."""
    parts: list[str] = []
    for begins, element in walk(body):
        name = local(element.tag)
        if element is body:
            parts.append(escape(element.text or "") if begins else "")
        elif begins:
            kept = "".join(
                f' {key}="{escape(value)}"' for key in ("href", "alt", "start") if (value := attribute(element, key))
            )
            parts.append(f"<{name}{kept}>{escape(element.text or '')}")
        else:
            parts.append(f"</{name}>{escape(element.tail or '')}")
    return "".join(parts)
