"""Articles and days become the fields that every output has in common."""

import json
from typing import Any

from tui.analysis.model import Interval, Status
from tui.text.article import Article, Published

UNRESOLVED = "unresolved"  # the status of a row of which the text does not tell the days


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
