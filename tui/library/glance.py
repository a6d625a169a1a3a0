"""A file's title and date from its first bytes, for a list of articles; reading the article is the last word."""

import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import NamedTuple

from tui.text.formats.plain import plain_article
from tui.text.harmless import harmless_line
from tui.text.head.days import day_in
from tui.text.kinds import BOOKS, LETTERS, LISTS, MARKDOWN, PAGES, SUFFIXES, Kind, kind_of

HEAD_BYTES = 8_192
LONGEST_TITLE = 200
NO_SUBJECT = "A letter without a subject"

_DAY_FIRST = re.compile(r"(\d{4}-\d\d-\d\d) +(\S.*)")
_FRONT_MATTER = re.compile(r"\A---\s*\n(.*?)(?:\n---|\Z)", re.S)
_TITLE_FIELD = re.compile(r"^title:[ \t]*(.+)$", re.M | re.I)
_DATE_FIELD = re.compile(r"^(?:date|published)[\w ]*:[ \t]*[\"']?(\d{4}-\d{2}-\d{2})", re.M | re.I)
_HEADING = re.compile(r"^#{1,2} ++(.+)$", re.M)
_HTML_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.S | re.I)
_META = r"<meta\s[^<>]*(?:property|name)=[\"']?{}[\"']?\s[^<>]*content=[\"']([^\"'>]+)"
_META_TITLE = re.compile(_META.format("og:title"), re.I)
_META_DATE = re.compile(_META.format("article:published_time") + r"|<time\s[^<>]*datetime=[\"']([^\"'>]+)", re.I)


class Glance(NamedTuple):
    """What the first bytes of a file tell."""

    title: str  # never empty
    published: date | None


def glance(path: Path) -> Glance:
    """Title and date of an article; where the file tells no title, its name must do. Never raises."""
    try:
        with path.open("rb") as file:
            data = file.read(HEAD_BYTES)
    except (OSError, ValueError):
        data = b""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES and kind_of(data, suffix, len(data)) is Kind.MAIL:
        return _of_letter(data)
    head = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    if suffix in BOOKS | LETTERS | LISTS:  # what stands in them is told when they are read
        head = ""
    if suffix in PAGES:
        title, day = _first(_META_TITLE, head) or _first(_HTML_TITLE, head), _first(_META_DATE, head)
    elif suffix in MARKDOWN:
        title, day = _of_markdown(head)
    else:
        article = plain_article(head, str(path))
        title, day = article.title, str(article.published.day or "")
    own = name_tells(path.stem)
    title = harmless_line(title)[:LONGEST_TITLE].strip()
    return Glance(title, day_in(day[:80])) if title else Glance(own.title, day_in(day[:80]) or own.published)


def name_tells(stem: str) -> Glance:
    """What the name of a file tells, without its suffix: many begin with the day.

    >>> name_tells("2026-03-04 Harbour_reopens")
    Glance(title='Harbour reopens', published=datetime.date(2026, 3, 4))
    """
    name = harmless_line(stem.replace("_", " ")) or "?"
    found = _DAY_FIRST.fullmatch(name)
    day = day_in(found[1]) if found else None
    return Glance(found[2], day) if found and day else Glance(name, None)


def _of_letter(data: bytes) -> Glance:
    """A letter in a mail folder, where names of files say nothing."""
    from email.parser import BytesHeaderParser

    from tui.text.formats.letters.message import day_of, field

    message = BytesHeaderParser().parsebytes(data)
    return Glance(harmless_line(field(message, "Subject"))[:LONGEST_TITLE] or NO_SUBJECT, day_of(message))


def _of_markdown(head: str) -> tuple[str, str]:
    front = _FRONT_MATTER.match(head)
    fields, body = (front[1], head[front.end() :]) if front else ("", head)
    title = _first(_TITLE_FIELD, fields).strip().strip("\"'") or _first(_HEADING, body).rstrip().rstrip("#").rstrip()
    return title or next((line for line in body.splitlines() if line.strip()), ""), _first(_DATE_FIELD, fields)


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return unescape(next(filter(None, found.groups()), "")) if found else ""
