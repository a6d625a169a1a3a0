"""Rows of a timeline as whole days of an iCalendar file (RFC 5545)."""

import hashlib
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tui.analysis.model import Day, Status
from tui.timelines.merging import MergedRow, what_of

LINE_BYTES = 75  # RFC 5545 section 3.1


def calendar(rows: Sequence[MergedRow]) -> str:
    """An iCalendar file (RFC 5545) of whole days; without what lies before the year 1 or on no known day."""
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//timeline//EN"]
    for row, what in zip(rows, what_of(rows), strict=True):
        if row.interval is None:
            continue
        first, last = _date(row.interval.first), _date(row.interval.last)
        if first is None or last is None or last == date.max:
            continue
        identity = hashlib.sha256(repr((row.interval, row.sentence, row.files)).encode("utf-8", "replace")).hexdigest()
        lines += [
            "BEGIN:VEVENT",
            f"UID:{identity[:32]}@dateline",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{_stamp(first)}",
            f"DTEND;VALUE=DATE:{_stamp(last + timedelta(days=1))}",
            f"SUMMARY:{_escaped(what)}",
            f"DESCRIPTION:{_escaped(_description(row))}",
            f"STATUS:{'TENTATIVE' if row.uncertain else 'CONFIRMED'}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _description(row: MergedRow) -> str:
    parts = [row.label, ", ".join(row.entities), *map(_told_in, row.articles)]
    if row.status is Status.REPORTED:
        parts.append("dated by the article")
    return "\n".join(part for part in parts if part)


def _told_in(article: dict[str, Any]) -> str:
    """An article in a line: whose it is, and where it lies."""
    day = (article.get("published") or {}).get("day") or ""
    known = [article.get("title"), article.get("author"), article.get("site"), day, article.get("address")]
    return ", ".join(part for part in (*known, article["source"]) if part)


def _date(day: Day) -> date | None:
    return date(*day) if 1 <= day.year <= 9999 else None


def _stamp(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _escaped(text: str) -> str:
    text = text.encode("utf-8", "replace").decode("utf-8")
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", "\\n")


def _folded(line: str) -> str:
    """Cut into lines of at most 75 bytes, none of them inside a character."""
    pieces, piece, size = [], "", 0
    for letter in line:
        length = len(letter.encode("utf-8"))
        if size + length > LINE_BYTES:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += length
    return "\r\n".join([*pieces, piece])
