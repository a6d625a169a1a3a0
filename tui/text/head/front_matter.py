"""The fields at the top of a file become what they say about the article, whatever each tool calls it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from tui.text.article import Published
from tui.text.harmless import harmless_line
from tui.text.head.front_lines import lowered, read_lines
from tui.text.head.published import stated

# What different programs call the same thing; the first that is there counts.
_TITLE = ("title", "headline", "subject")
_BYLINE = ("author", "authors", "byline", "by", "creator", "creators", "writer", "writers", "dc.creator")
_PUBLISHED = (
    "published",
    "date",
    "pubdate",
    "publishdate",
    "publication_date",
    "publication-date",
    "publish_date",
    "publish-date",
    "date_published",
    "date-published",
    "datepublished",
    "published_at",
    "published_on",
    "publishedat",
    "published_date",
    "published-date",
    "posted",
    "issued",
    "dc.date",
    "created",
    "created_at",
    "date_created",
    # No better is known than when it was changed.
    "lastmod",
    "last_modified_at",
    "modified",
    "updated",
)
_PUBLISHER = ("publisher", "source", "site", "site_name", "sitename", "publication", "outlet")
_URL = ("url", "link", "source_url", "source-url", "canonical", "canonical_url", "original_url", "permalink", "source")
_LANGUAGE = ("language", "lang", "locale")
_WITHIN = ("params", "extra", "metadata", "meta")  # tables in which tools keep what is not their own
_NAMES = ("name", "title", "display_name", "full_name", "literal")
_TEMPLATE = re.compile(r"\{\{|\{%|<%")  # a tool would have put something in its place


class FrontMatter(NamedTuple):
    """What it says, "" where it says nothing; `length` is the number of characters it takes of the file."""

    title: str = ""
    byline: str = ""
    published: Published = Published()
    publisher: str = ""
    url: str = ""
    language: str = ""
    notices: tuple[str, ...] = ()
    length: int = 0
    unread: str = ""  # its lines, where none of them was understood


def read_front_matter(text: str) -> FrontMatter:
    """The front matter at the top of `text`; an empty one where there is none."""
    lines = read_lines(text)
    if lines is None:
        return FrontMatter()
    if lines.fields is None:
        return FrontMatter(length=lines.length, unread=text[: lines.length].strip())
    fields = dict(lines.fields)
    for table in _WITHIN:
        if isinstance(inner := fields.get(table), dict):
            fields = {**lowered(inner), **fields}
    url = next((value for value in _values(fields, _URL) if re.match(r"https?://\S+$", value)), "")
    published = next((day for key in _PUBLISHED if key in fields and (day := _day(fields[key], key)).day), Published())
    return FrontMatter(
        title=next(_values(fields, _TITLE), ""),
        byline=next(_values(fields, _BYLINE), ""),
        published=published,
        publisher=next((value for value in _values(fields, _PUBLISHER) if "://" not in value), ""),
        url=url,
        language=next(_values(fields, _LANGUAGE), "")[:35],
        notices=lines.notices,
        length=lines.length,
    )


def _day(value: object, key: str) -> Published:
    """A day as TOML has it, in words, or within a table ("date: {created: ...}")."""
    if isinstance(value, dict):
        inner = lowered(value)
        return next((day for one in (key, *_PUBLISHED) if (day := _day_of(inner.get(one), key)).day), Published())
    return _day_of(value, key)


def _day_of(value: object, key: str) -> Published:
    if isinstance(value, date) or (isinstance(value, int) and not isinstance(value, bool)):
        return stated(value, key)
    return stated(_line(value), key)


def _values(fields: Mapping[str, object], keys: tuple[str, ...]) -> Iterator[str]:
    return (value for key in keys if key in fields and (value := _line(fields[key])))


def _line(value: object) -> str:
    """A field as one line: a list of names is joined, a mapping gives its name or the names it is of."""
    items = value[:20] if isinstance(value, list) else [value]
    line = ", ".join(harmless_line(name[:500]) for item in items if (name := _name(item)))
    return "" if line.lower() in ("null", "~", "none") or _TEMPLATE.search(line) else line


def _name(item: object) -> str:
    if isinstance(item, dict):
        fields = lowered(item)
        name = next((value for key in _NAMES if isinstance(value := fields.get(key), str)), "")
        parts = [fields.get(key) for key in ("given", "first", "firstname", "family", "last", "lastname")]
        return name or " ".join(part for part in parts if isinstance(part, str))
    return item if isinstance(item, str) else ""
