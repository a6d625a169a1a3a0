"""A page that only says where the article is becomes the address of that."""

import re
from html import unescape

from tui.text.encoding import decode

LOOK = 20_000  # bytes of a page
LONGEST = 10  # seconds that it waits: what waits longer is a page that loads itself again

_UNSEEN = re.compile(r"<!--.*?-->|<noscript\b.*?</noscript\s*>|<script\b.*?</script\s*>", re.I | re.S)
_META = re.compile(r"<meta\b[^<>]{1,3000}>", re.I)
_REFRESH = re.compile(r"http-equiv\s*=\s*[\"']?\s*refresh\b", re.I)
_CONTENT = re.compile(r"content\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.I)
_WHERE = re.compile(r"\s*(\d{1,4})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"'\s]+)", re.I)


def led_on_by(page: bytes) -> str:
    """Where a page sends its reader on to by itself; "" where it stays.

    >>> led_on_by(b'<meta http-equiv="refresh" content="0; url=/news/7.html">')
    '/news/7.html'
    """
    head = page[:LOOK]
    if b"refresh" not in head.lower():
        return ""
    for meta in _META.findall(_UNSEEN.sub("", decode(head, page=True).text)):
        said = _CONTENT.search(meta) if _REFRESH.search(meta) else None
        found = _WHERE.match(unescape(next(filter(None, said.groups()), ""))) if said else None
        if found and int(found[1]) <= LONGEST:
            return found[2]
    return ""
