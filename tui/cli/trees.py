"""Articles, their rows and analyses become JSON for other programs; it is exact, and always one that can be read."""

import json
from typing import Any

from tui.analysis.codec import dumped, tree_of
from tui.analysis.events.rows import EventRow, rows_of
from tui.analysis.model import Analysis, Interval, Status
from tui.text.article import Article, Published

UNRESOLVED = "unresolved"  # the status of a row of which the text does not tell the days


def whole(article: Article, analysis: Analysis) -> str:
    """One line with everything: the article's head, the rows as the panel shows them, and the analysis itself."""
    rows = [_row(row) for row in rows_of(analysis, article) if row.is_shown()]
    return dumped({"article": head(article, analysis.published), **tree_of(analysis), "timeline": rows}).decode() + "\n"


def head(article: Article, known: Published) -> dict[str, Any]:
    """Who wrote it, where and when it appeared, as far as the analysis knows."""
    return {
        "source": article.source,
        "title": article.title,
        "author": article.byline,
        "site": article.publisher,
        "address": article.url,
        "published": published(known),
    }


def published(value: Published) -> dict[str, Any]:
    """The publication date and how it is known."""
    day = value.day.isoformat() if value.day else None
    return {"day": day, "known": value.known, "evidence": value.evidence}


def days(interval: Interval | None) -> dict[str, str | None]:
    """First and last day."""
    return {"first": str(interval.first) if interval else None, "last": str(interval.last) if interval else None}


def text_of(tree: Any) -> str:
    """JSON in several lines, in ASCII where a file name is not text."""
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = json.dumps(tree, indent=1)
    return text + "\n"


def status_of(status: Status | None) -> str:
    """Whether the text dates it, the article, or nothing."""
    return status or UNRESOLVED


def _row(row: EventRow) -> dict[str, Any]:
    return {
        "label": row.when,
        **days(row.interval),
        "value": row.value,
        "edtf": row.edtf,
        "status": status_of(row.status),
        "uncertain": row.uncertain,
        "background": row.background,
        "start": row.clause.start,
        "end": row.clause.end,
        "clause": row.words,
        "entities": row.who,
    }
