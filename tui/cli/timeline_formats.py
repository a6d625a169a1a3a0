"""Rows of a timeline as Markdown, JSON, CSV or iCalendar."""

import csv
import hashlib
import io
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tui.analysis.model import Day, Status
from tui.cli.merging import MergedRow
from tui.cli.trees import days, status_of, text_of
from tui.text.harmless import harmless_line

FORMULA = re.compile(r"[=+\-@\t\r]")  # what makes a spreadsheet run a cell
LINE_BYTES = 75  # of iCalendar, RFC 5545 section 3.1


def written(rows: Sequence[MergedRow], form: str) -> str:
    """The rows in one of the formats "md", "json", "csv", "ics"."""
    return {"md": markdown, "json": as_json, "csv": as_csv, "ics": calendar}[form](rows)


def markdown(rows: Sequence[MergedRow]) -> str:
    """A table; "=" marks what more than one article tells."""
    lines = ["| When | | What | Who | Where |", "| --- | --- | --- | --- | --- |"]
    for row in rows:
        sign = "=" if len(row.files) > 1 else ""
        files = ", ".join(harmless_line(Path(file).name) for file in row.files)
        cells = (row.label, sign, row.sentence, ", ".join(row.entities), files)
        lines.append("| " + " | ".join(cell.replace("\\", "\\\\").replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def as_json(rows: Sequence[MergedRow]) -> str:
    """A list of objects."""
    objects = [
        {
            "label": row.label,
            **days(row.interval),
            "value": row.value,
            "edtf": row.edtf,
            "status": status_of(row.status),
            "uncertain": row.uncertain,
            "background": row.background,
            "sentence": row.sentence,
            "clause": row.clause,
            "entities": row.entities,
            "files": row.files,
            "articles": row.articles,
        }
        for row in rows
    ]
    return text_of(objects)


def as_csv(rows: Sequence[MergedRow]) -> str:
    """One line a row; cells that a spreadsheet would run begin with an apostrophe."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(
        ["when", "first", "last", "edtf", "status", "uncertain", "background", "sentence", "entities", "files"]
    )
    for row in rows:
        cells = [
            row.label,
            *(day or "" for day in days(row.interval).values()),
            row.edtf,
            status_of(row.status),
            "yes" if row.uncertain else "",
            "yes" if row.background else "",
            row.sentence,
            "; ".join(row.entities),
            "; ".join(row.files),
        ]
        writer.writerow(f"'{cell}" if FORMULA.match(cell) and not re.match(r"-\d", cell) else cell for cell in cells)
    return file.getvalue()


def calendar(rows: Sequence[MergedRow]) -> str:
    """An iCalendar file (RFC 5545) of whole days; without what lies before the year 1 or on no known day."""
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//timeline//EN"]
    for row in rows:
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
            f"SUMMARY:{_escaped(row.sentence)}",
            f"DESCRIPTION:{_escaped(_description(row))}",
            f"STATUS:{'TENTATIVE' if row.uncertain else 'CONFIRMED'}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _description(row: MergedRow) -> str:
    parts = [row.label, ", ".join(row.entities), *row.files]
    if row.status is Status.REPORTED:
        parts.append("dated by the article")
    return "\n".join(part for part in parts if part)


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
