"""What Pocket gave its readers at its end: a list of addresses, as a page or as a table."""

import csv
import io
import re
from html import unescape

from tui.library.sources.imports.brought import Brought, Export, labels_of, line, web_address
from tui.text.encoding import decode

_LINK = re.compile(r"<a\s[^<>]{0,200}?href=[\"']([^\"'<>]{1,4000})[\"']([^<>]{0,2000})>([^<]{0,2000})</a>", re.I)


def is_page(data: bytes) -> bool:
    """Whether it is the page: each of its links says when it was added."""
    head = data[:65_536].lower()
    return b"<title>pocket export" in head or (b"<a href=" in head and b"time_added=" in head)


def read_page(data: bytes) -> Export:
    """The addresses with their titles."""
    page = decode(data, page=True).text
    archive = page.lower().find("<h1>read archive")
    return _export(
        [
            (unescape(link[1]), unescape(link[3]), _tags(link[2]), link.start() > archive >= 0)
            for link in _LINK.finditer(page)
        ]
    )


def is_table(data: bytes) -> bool:
    """Whether it is the table."""
    head = data[:500].lstrip(b"\xef\xbb\xbf").split(b"\n")[0].strip().lower().split(b",")
    return b"url" in head and b"title" in head and (b"time_added" in head or b"tags" in head)


def read_table(data: bytes) -> Export:
    """The addresses with their titles."""
    rows = csv.DictReader(io.StringIO(decode(data).text.lstrip("\ufeff"), newline=""))
    try:
        return _export(
            [
                (
                    row.get("url") or "",
                    row.get("title") or "",
                    (row.get("tags") or "").split("|"),
                    row.get("status") == "archive",
                )
                for row in rows
            ]
        )
    except csv.Error:
        return Export("Pocket", odd=("The table is damaged: export it once more.",))


def _tags(attributes: str) -> list[str]:
    found = re.search(r"\btags=[\"']([^\"']*)[\"']", attributes)
    return unescape(found[1]).split(",") if found else []


def _export(found: list[tuple[str, str, list[str], bool]]) -> Export:
    articles = [
        Brought(address, line(title), labels=labels_of(read, False, tags))
        for one, title, tags, read in found
        if (address := web_address(one))
    ]
    lost = len(found) - len(articles)
    odd = (f"{lost} of {len(found)} rows have no address on the web and were left out.",) if lost else ()
    return Export("Pocket", tuple(articles), odd=odd)
