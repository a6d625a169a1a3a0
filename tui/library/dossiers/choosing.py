"""A query that is typed over a dossier becomes the articles that it asks for."""

import sqlite3
from datetime import date
from typing import NamedTuple

from tui.library.query import Query, match_of, parse
from tui.text.folding import fold

FIELDS = ("from", "after", "before", "name")


class Chosen(NamedTuple):
    """What was asked for: the ids of articles with its words (None for all), and what else they must be."""

    query: str
    ids: frozenset[int] | None
    first: date | None = None
    until: date | None = None  # the day after the last
    publishers: tuple[str, ...] = ()
    trouble: str = ""

    def fits(self, published: date | None, publisher: str) -> bool:
        """Whether an article of that day and publisher is asked for."""
        if (self.first or self.until) and published is None:
            return False
        if self.first and published is not None and published < self.first:
            return False
        if self.until and published is not None and published >= self.until:
            return False
        return all(wanted in fold(publisher) for wanted in self.publishers)


def choose(db: sqlite3.Connection, query: str) -> Chosen:
    """The articles that a query asks for, as the library understands one: words, from:, after:, before:, name:."""
    from tui.library.query import first_day

    parsed: Query = parse(query)
    chosen = Chosen(query.strip(), None, trouble=parsed.trouble)
    words = [term for term in parsed.words if term.wanted]
    sets = [_holding(db, match_of(words))] if words else []
    gone = [_holding(db, match_of([term._replace(phrase=True)])) for term in parsed.words if not term.wanted]
    for term in parsed.fields:
        match term.field:
            case "after":
                chosen = chosen._replace(first=first_day(term.value))
            case "before":
                chosen = chosen._replace(until=first_day(term.value))
            case "from":
                chosen = chosen._replace(publishers=(*chosen.publishers, fold(term.value)))
            case "name":
                rows = db.execute("SELECT article FROM names WHERE name = ?", (term.value,))
                sets.append(frozenset(article for (article,) in rows))
            case other:
                chosen = chosen._replace(trouble=f"{other}: is not asked of a dossier; {', '.join(FIELDS)} are.")
    if sets or gone:
        all_of_them = frozenset(id for (id,) in db.execute("SELECT id FROM articles")) if not sets else sets[0]
        ids = all_of_them.intersection(*sets).difference(*gone)
        chosen = chosen._replace(ids=ids)
    return chosen


def _holding(db: sqlite3.Connection, match: str) -> frozenset[int]:
    try:
        return frozenset(id for (id,) in db.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (match,)))
    except sqlite3.OperationalError:  # an SQLite without FTS5
        return frozenset()
