"""A saved page says where it was saved from, and its links lead there."""

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urljoin

from tui.text.article import Mark, MarkKind

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{4}\)(https?://[^\s<>]{1,2000})\s*-->")
_SINGLE_FILE = re.compile(r"\burl:\s{1,9}(https?://\S{1,1000})")
_BASE = re.compile(r"<base\b[^>]{0,300}?\bhref\s*=\s*[\"']?(https?://[^\s\"'<>]{1,2000})", re.I)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_HEAD = 4_000  # characters


def saved_from(page: str) -> str:
    """The address that a browser, or this program, wrote into the page; "" where there is none."""
    head = page[:_HEAD]
    if found := _SAVED_FROM.search(head):
        return found[1].replace("%2D%2D", "--")
    found = _SINGLE_FILE.search(head) if "SingleFile" in head else None
    return found[1] if found else ""


def led_on(marks: Iterable[Mark], page: str, address: str) -> tuple[Mark, ...]:
    """The marks, with links that start from the page's own address made whole."""
    found = _BASE.search(page[: 5 * _HEAD])
    start = found[1] if found else address
    if not start:
        return tuple(marks)
    return tuple(_whole(mark, start) for mark in marks)


def _whole(mark: Mark, start: str) -> Mark:
    if mark.kind is not MarkKind.LINK or mark.target.startswith("#") or _SCHEME.match(mark.target):
        return mark
    try:
        return replace(mark, target=urljoin(start, mark.target))
    except ValueError:
        return mark
