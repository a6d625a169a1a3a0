"""What Pocket gave its readers at its end: a list of addresses, as a page or as a table."""

import csv
import io
import re
from html import unescape

from tui.library.sources.imports.brought import Brought, Export, line, web_address
from tui.text.encoding import decode

_LINK = re.compile(r"<a\s[^<>]{0,200}?href=[\"']([^\"'<>]{1,4000})[\"']([^<>]{0,2000})>([^<]{0,2000})</a>", re.I)


def is_page(data: bytes) -> bool:
    """Whether it is the page: each of its links says when it was added."""
    head = data[:65_536].lower()
    return b"<title>pocket export" in head or (b"<a href=" in head and b"time_added=" in head)


def read_page(data: bytes) -> Export:
    """The addresses with their titles."""
    found = [(unescape(address), unescape(title)) for address, _, title in _LINK.findall(decode(data, page=True).text)]
    return _export(found)


def is_table(data: bytes) -> bool:
    """Whether it is the table."""
    head = data[:500].lstrip(b"\xef\xbb\xbf").split(b"\n")[0].strip().lower().split(b",")
    return b"url" in head and b"title" in head and (b"time_added" in head or b"tags" in head)


def read_table(data: bytes) -> Export:
    """The addresses with their titles."""
    rows = csv.DictReader(io.StringIO(decode(data).text.lstrip("\ufeff"), newline=""))
    try:
        return _export([(row.get("url") or "", row.get("title") or "") for row in rows])
    except csv.Error:
        return Export("Pocket", odd=("The table is damaged: export it once more.",))


def _export(found: list[tuple[str, str]]) -> Export:
    articles = [Brought(address, line(title)) for one, title in found if (address := web_address(one))]
    lost = len(found) - len(articles)
    odd = (f"{lost} of {len(found)} rows have no address on the web and were left out.",) if lost else ()
    return Export("Pocket", tuple(articles), odd=odd)
