"""What an export of another program holds, however it is written."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from tui.flags import READ, STARRED, TAG
from tui.library.sources.address import BadAddress, cleaned, typed_address
from tui.library.sources.feeds.followed import Followed
from tui.text.formats.feeds.feed import Item
from tui.text.harmless import harmless_line


class Highlight(NamedTuple):
    """Words that somebody marked, and what she said about them."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    body: str = ""
    tags: tuple[str, ...] = ()
    made: str = ""  # ISO 8601
    id: str = ""  # that the other program gave it


class Brought(NamedTuple):
    """An article: its text, or only its address."""

    address: str
    title: str = ""
    page: str = ""  # HTML; "" where it is to be fetched
    author: str = ""
    publisher: str = ""
    day: date | None = None
    language: str = ""
    highlights: tuple[Highlight, ...] = ()
    labels: tuple[str, ...] = ()  # what was said of it: read, starred, tagged


class Export(NamedTuple):
    """All that an export holds."""

    program: str
    articles: tuple[Brought, ...] = ()
    feeds: tuple[Followed, ...] = ()
    items: tuple[tuple[str, Item], ...] = ()  # articles of feeds, with the address of their feed
    read: frozenset[str] = frozenset()  # those of them that were read, by their names
    odd: tuple[str, ...] = ()  # a sentence for what was left out


def each_once(articles: Iterable[Brought]) -> tuple[Brought, ...]:
    """Articles of one address become one, with all that was marked in any of them and said of it."""
    found: dict[str, Brought] = {}
    for one in articles:
        key = cleaned(one.address)
        before = found.get(key, one)
        if before is not one:
            marks, labels = (*before.highlights, *one.highlights), (*before.labels, *one.labels)
            fuller = one if one.page and not before.page else before
            one = fuller._replace(highlights=marks, labels=tuple(dict.fromkeys(labels)))
        found[key] = one
    return tuple(found.values())


def web_address(value: object) -> str:
    """An address on the web; "" where it is none."""
    if not isinstance(value, str) or not value.strip().lower().startswith(("http://", "https://")):
        return ""
    try:
        return typed_address(value)
    except BadAddress:
        return ""


def labels_of(read: bool, starred: bool, tags: Iterable[object]) -> tuple[str, ...]:
    """What another program says of an article, as it is said here."""
    own = (TAG + "-".join(name.split()) for tag in tags if (name := line(tag, 60).lstrip("#")))
    return (*([READ] if read else []), *([STARRED] if starred else []), *dict.fromkeys(own))


def line(value: object, most: int = 300) -> str:
    """Words on one line; "" where they are none."""
    return harmless_line(value)[:most] if isinstance(value, str) else ""


def text(value: object) -> str:
    """Words as they are; "" where they are none."""
    return value if isinstance(value, str) else ""


def listed(value: Any) -> list[Any]:
    """A list; of what is none an empty one."""
    return value if isinstance(value, list) else []


def day_of(value: object) -> date | None:
    """A day as exports write it: ISO 8601, or seconds since 1970."""
    try:
        if isinstance(value, int | float) or (isinstance(value, str) and value.isdecimal()):
            return datetime.fromtimestamp(float(value), UTC).date() if float(value) > 0 else None
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except (ValueError, OverflowError, OSError):
        return None
