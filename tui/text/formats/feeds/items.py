"""The bytes of a feed become what the feed says about itself and its articles."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tui.text.article import Published
from tui.text.encoding import decode, widened
from tui.text.formats.feeds.feed import MOST_ITEMS, Feed, Item, distinct, named, title_of
from tui.text.formats.feeds.fields import authors, base, children, language, line, link, page_of
from tui.text.formats.feeds.json_feed import is_json, read_json_feed
from tui.text.formats.letters.sent import day_sent
from tui.text.formats.loose_xml import loose_tree
from tui.text.formats.zipped.xml import Broken, attribute, local, tree_of
from tui.text.harmless import harmless_line
from tui.text.head.published import stated
from tui.text.head.tags import without_tags

_BODIES = ("encoded", "content", "body", "fullitem", "description", "summary", "tagline")
_DATES = ("published", "pubDate", "pubdate", "issued", "date", "created", "updated", "modified", "lastBuildDate")
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}\bencoding\s*=\s*[\"']([\w.:-]{2,40})")


def read_feed(data: bytes, name: str) -> Feed:
    """A feed, as far as it can be read. Raises UnreadableArticle where it is none; `name` is the file's."""
    if is_json(data):
        return read_json_feed(data, name)
    text = text_of(data)
    try:
        root = tree_of(text, name, "the feed")
    except Broken:
        root = loose_tree(text)
    channel = next((one for one in root.iter() if local(one.tag) in ("channel", "feed")), root)
    title, author = line(channel, "title"), authors(channel)
    address = link(channel, "")
    start = base(channel, base(root, "")) or address
    items: dict[str, Item] = {}
    for element in _elements(root):
        item = distinct(_item(element, start, address), items)
        items.setdefault(item.name, item)
    spoken = next((own for one in (channel, root) if (own := language(one)) is not None), "")
    cut = sum(local(one.tag) in ("item", "entry") for one in root.iter()) > MOST_ITEMS
    author = "" if author.casefold() == title.casefold() else author
    return Feed(title, author, spoken, tuple(items.values()), cut)


def text_of(data: bytes) -> str:
    """Its characters: by their mark, as the feed itself says, or as any other text."""
    declared = _DECLARED.search(data[:400])
    marked = data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0"))
    if declared and not marked:
        name = declared[1].decode("ascii")
        for encoding in (widened(name), name):
            try:
                return data.decode(encoding)
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


def _item(element: Element, start: str, address: str) -> Item:
    """An article; `start` is the address that the feed's links start from, `address` the feed's own."""
    title = line(element, "title")
    begins = base(element, start)
    url = link(element, begins)
    identity = line(element, "guid") or line(element, "id") or attribute(element, "about")
    identity = identity or url or title + line(element, "pubDate")
    bodies = [(page_of(one), one) for one in children(element, *_BODIES)]
    page, body = max(bodies, key=lambda found: len(found[0]), default=("", None))
    words = without_tags(page[:2_000])
    spoken = language(body) if body is not None else None
    origin = next(iter(children(element, "source")), None)  # the feed that it was taken from
    within = begins if body is None else base(body, begins)
    return Item(
        named(identity or words),
        title_of(title, words, url),
        authors(element) or (authors(origin) if origin is not None else ""),
        _day(element),
        url,
        page,
        line(origin, "title") or ("" if len(origin) else line(element, "source")) if origin is not None else "",
        language(element) if spoken is None else spoken,
        "" if url and within == address else within,
    )


def _day(element: Element) -> Published:
    for one in children(element, *_DATES):
        words = harmless_line("".join(one.itertext()))[:80]
        day = day_sent(words)
        found = stated(day if day is not None else words, local(one.tag))
        if found.day is not None:
            return found
    return Published()
