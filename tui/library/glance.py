"""A file's title and date from its first bytes, for a list of articles; reading the article is the last word."""

import re
from contextlib import suppress
from datetime import date
from html import unescape
from pathlib import Path
from typing import NamedTuple

HEAD_BYTES = 8_192
LONGEST_TITLE = 150

_FRONT_MATTER = re.compile(r"\A---\s*\n(.*?)(?:\n---|\Z)", re.S)
_TITLE_FIELD = re.compile(r"^title:[ \t]*(.+)$", re.M | re.I)
_DATE_FIELD = re.compile(r"^(?:date|published)[\w ]*:[ \t]*[\"']?(\d{4}-\d{2}-\d{2})", re.M | re.I)
_HEADING = re.compile(r"^#{1,2} +(.+?) *#*$", re.M)
_HTML_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.S | re.I)


class Glance(NamedTuple):
    """What the first bytes of a file tell."""

    title: str  # never empty
    published: date | None


def glance(path: Path) -> Glance:
    """Title and stated date of an article; where the file tells neither, its name must do. Never raises."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES).decode("utf-8-sig", "replace").replace("\r\n", "\n")
    except (OSError, ValueError):
        head = ""
    front = _FRONT_MATTER.match(head)
    fields, body = (front[1], head[front.end() :]) if front else ("", head)
    field = _TITLE_FIELD.search(fields)
    candidates = (
        field[1].strip().strip("\"'") if field else "",
        _first(_HTML_TITLE, head) if "<" in head[:1024] else "",
        _first(_HEADING, body),
        next((line for line in body.splitlines() if line.strip()), "") if not body.lstrip().startswith("<") else "",
    )
    title = next((title for one in candidates if 0 < len(title := _plain(one)) <= LONGEST_TITLE), "")
    return Glance(title or _plain(path.stem.replace("_", " ")) or path.name, _stated(fields))


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return unescape(found[1]) if found else ""


def _plain(text: str) -> str:
    """On one line, without anything a terminal would obey."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).replace("\ufffd", "").split())


def _stated(fields: str) -> date | None:
    found = _DATE_FIELD.search(fields)
    if found:
        with suppress(ValueError):
            return date.fromisoformat(found[1])
    return None
