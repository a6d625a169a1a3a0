"""An article, its rows and its analysis become one line of JSON for other programs, exact and always readable."""

from typing import Any

from tui.analysis.codec import dumped, tree_of
from tui.analysis.events.rows import EventRow, rows_of
from tui.analysis.model import Analysis
from tui.text.article import Article
from tui.timelines.heads import days, head, status_of


def whole(article: Article, analysis: Analysis) -> str:
    """One line with everything: the article's head, the rows as the panel shows them, and the analysis itself."""
    rows = [_row(row) for row in rows_of(analysis, article) if row.is_shown()]
    return dumped({"article": head(article, analysis.published), **tree_of(analysis), "timeline": rows}).decode() + "\n"


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
        "places": [tuple(place) for place in row.places],
        "entities": row.who,
    }
