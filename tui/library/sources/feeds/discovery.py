"""What came from the address that a person typed becomes the feed itself, or the addresses of feeds that it names."""

import re
from html import unescape

from tui.library.sources.address import BadAddress, led_to
from tui.text.encoding import decode, widened
from tui.text.kinds import HEAD, Kind, kind_of

_LINK = re.compile(r"<link\b[^<>]{1,2000}>", re.I)
_ATTRIBUTE = re.compile(r"""([a-z-]{2,12})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)
_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I)
_LOOK = 200_000  # bytes of a page


def is_feed(data: bytes) -> bool:
    """Whether it is one, by its first bytes."""
    return kind_of(data[:HEAD], "", len(data)) is Kind.FEED


def named_feeds(page: bytes, address: str) -> tuple[str, ...]:
    """The feeds that a page names in its head, in its order.

    >>> named_feeds(b"<link rel=alternate type='application/rss+xml' href=/rss>", "https://example.org/news")
    ('https://example.org/rss',)
    """
    found: list[str] = []
    for link in _LINK.finditer(decode(page[:_LOOK], page=True).text):
        said = {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(link[0])}
        if "alternate" in said.get("rel", "").lower() and said.get("type", "").lower() in _TYPES:
            try:
                found.append(led_to(address, said.get("href", "")))
            except BadAddress:
                continue
    return tuple(dict.fromkeys(found))


def as_written(data: bytes, content_type: str) -> bytes:
    """A feed in the letters that its site says, where it says nothing of them itself and is not UTF-8."""
    found = _CHARSET.search(content_type)
    if found is None or b"encoding" in data[:200] or data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return data.decode(widened(found[1])).encode()
        except (LookupError, ValueError, TypeError):
            pass
    return data
