"""Rows of a timeline as Markdown, JSON, CSV or iCalendar."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tui.text.harmless import harmless_line
from tui.timelines.calendar_file import calendar
from tui.timelines.heads import days, status_of, text_of
from tui.timelines.merging import MergedRow, what_of

FORMULA = re.compile(r"[=+\-@\t\r]")  # what makes a spreadsheet run a cell
HEADS = ("title", "author", "site", "address", "published")  # of the articles
FORMS = ("md", "json", "csv", "ics")


def written(rows: Sequence[MergedRow], form: str) -> str:
    """The rows in one of the formats "md", "json", "csv", "ics"."""
    forms: dict[str, Callable[[Sequence[MergedRow]], str]]
    forms = {"md": markdown, "json": as_json, "csv": as_csv, "ics": calendar}
    return forms[form](rows)


def markdown(rows: Sequence[MergedRow]) -> str:
    """A table; "=" marks what more than one article tells."""
    lines = ["| When | | What | Who | Where |", "| --- | --- | --- | --- | --- |"]
    for row, what in zip(rows, what_of(rows), strict=True):
        sign = "=" if len(row.files) > 1 else ""
        files = ", ".join(harmless_line(Path(file).name) for file in row.files)
        cells = (row.label, sign, what, ", ".join(row.entities), files)
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
    """One line a row; cells that a spreadsheet would run begin with an apostrophe, days before Christ do not."""
    file = io.StringIO()
    writer = csv.writer(file)
    days_of = ["when", "first", "last", "edtf", "status", "uncertain", "background"]
    writer.writerow([*days_of, "sentence", "entities", "files", *HEADS])
    for row in rows:
        cells = [
            defused(row.label),
            *(day or "" for day in days(row.interval).values()),
            row.edtf,
            status_of(row.status),
            "yes" if row.uncertain else "",
            "yes" if row.background else "",
            *map(defused, (row.sentence, "; ".join(row.entities), "; ".join(row.files))),
            *(defused(told) for told in _heads(row)),
        ]
        writer.writerow(cells)
    return file.getvalue()


def _heads(row: MergedRow) -> Iterator[str]:
    """What is known of the articles, in the order of their files; one that nothing is known of has its place."""
    for name in HEADS:
        known = [article.get(name) for article in row.articles]
        words = [str(one.get("day") or "") if isinstance(one, dict) else one or "" for one in known]
        yield "; ".join(words) if any(words) else ""


def defused(cell: str) -> str:
    """Words that a spreadsheet takes for words."""
    return f"'{cell}" if FORMULA.match(cell) else cell
