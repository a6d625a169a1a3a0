"""Quotations and figures with the articles they stand in become Markdown with citations, CSV or JSON."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from tui.analysis.figures.row import FigureRow
from tui.analysis.quotes.said import NOBODY, QuoteRow
from tui.text.harmless import harmless_line
from tui.timelines.formats import defused
from tui.timelines.heads import text_of
from tui.timelines.in_markdown import plain

FORMS = ("md", "csv", "json")
ARTICLE_COLUMNS = ("title", "author", "site", "published", "address", "source")

Row = TypeVar("Row", QuoteRow, FigureRow)


class Told(NamedTuple, Generic[Row]):
    """A row and the heads of the articles that have it."""

    row: Row
    articles: tuple[dict[str, Any], ...]


def quotes_written(told: Sequence[Told[QuoteRow]], form: str) -> str:
    """Quotations in one of `FORMS`."""
    forms: dict[str, Callable[[Sequence[Told[QuoteRow]]], str]]
    forms = {"md": _quotes_markdown, "csv": _quotes_csv, "json": _quotes_json}
    return forms[form](told)


def figures_written(told: Sequence[Told[FigureRow]], form: str) -> str:
    """Figures in one of `FORMS`."""
    forms: dict[str, Callable[[Sequence[Told[FigureRow]]], str]]
    forms = {"md": _figures_markdown, "csv": _figures_csv, "json": _figures_json}
    return forms[form](told)


def cited(article: dict[str, Any]) -> str:
    """Who wrote what, where and when, as far as it is known; else the name of the file."""
    title = f"“{article['title']}”" if article["title"] else Path(article["source"]).name
    parts = article["author"], title, article["site"], article["published"]["day"], article["address"]
    return ", ".join(harmless_line(part) for part in parts if part)


def _quotes_markdown(told: Sequence[Told[QuoteRow]]) -> str:
    """Below its speaker each quotation as one, and where it stands."""
    lines: list[str] = []
    speaker = None
    for row, articles in told:
        if row.speaker != speaker:
            speaker = row.speaker
            lines += [f"## {plain(speaker)}", ""]
        whose = "" if speaker == NOBODY else f"{plain(speaker)}, in "
        where = "; ".join(plain(cited(article)) for article in articles)
        doubted = " (doubtful)" if row.quote.doubted else ""
        lines += [f"> {plain(row.words)}", ">", f"> — {whose}{where}{doubted}", ""]
    return "\n".join(lines)


def _figures_markdown(told: Sequence[Told[FigureRow]]) -> str:
    """A table; the words are those around the figure."""
    lines = ["| Figure | Who says so | Words | Where |", "| --- | --- | --- | --- |"]
    for row, articles in told:
        cells = row.value, row.whose, row.context, "; ".join(map(cited, articles))
        lines.append("| " + " | ".join(plain(cell).replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def _quotes_csv(told: Sequence[Told[QuoteRow]]) -> str:
    rows = (
        (row.speaker, row.words, row.quote.kind, "yes" if row.quote.doubted else "", *_columns(articles))
        for row, articles in told
    )
    return _table(("speaker", "words", "kind", "doubted"), rows)


def _figures_csv(told: Sequence[Told[FigureRow]]) -> str:
    rows = (
        (
            row.value,
            row.whose,
            *_numbers(row),
            row.figure.unit,
            row.figure.noun,
            row.figure.bound,
            row.figure.change or "",
            row.context,
            *_columns(articles),
        )
        for row, articles in told
    )
    return _table(("figure", "whose", "low", "high", "unit", "noun", "bound", "change", "words"), rows)


def _table(columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    """A line for each row; what a spreadsheet would run begins with an apostrophe, numbers do not."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow((*columns, *ARTICLE_COLUMNS))
    for row in rows:
        writer.writerow([defused(cell) if isinstance(cell, str) else cell for cell in row])
    return file.getvalue()


def _columns(articles: tuple[dict[str, Any], ...]) -> Iterable[str]:
    for column in ARTICLE_COLUMNS:
        values = (article["published"]["day"] if column == "published" else article[column] for article in articles)
        yield "; ".join(value or "" for value in values)


def _quotes_json(told: Sequence[Told[QuoteRow]]) -> str:
    return text_of(
        [
            {
                "speaker": None if row.speaker == NOBODY else row.speaker,
                "words": row.words,
                "kind": row.quote.kind,
                "doubted": row.quote.doubted,
                "content": [list(span) for span in row.quote.content],
                "said_by": list(row.source) if row.source else None,
                "articles": articles,
            }
            for row, articles in told
        ]
    )


def _figures_json(told: Sequence[Told[FigureRow]]) -> str:
    return text_of(
        [
            {
                "figure": row.value,
                "whose": row.whose or None,
                **dict(zip(("low", "high"), _numbers(row), strict=True)),
                "unit": row.figure.unit or None,
                "noun": row.figure.noun or None,
                "bound": row.figure.bound,
                "change": row.figure.change,
                "words": row.context,
                "start": row.place.start,
                "end": row.place.end,
                "articles": articles,
            }
            for row, articles in told
        ]
    )


def _numbers(row: FigureRow) -> tuple[float, float]:
    """Both ends; whole where they are whole."""
    low, high = (int(value) if value == int(value) else value for value in (row.figure.low, row.figure.high))
    return low, high
