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
    either = [term for term in parsed.terms if parsed.ways and not all(term in way for way in parsed.ways)]
    if any(term.field for term in either):
        chosen = chosen._replace(trouble="OR joins words of a dossier only: ask for each field by itself.")
    sets = []
    if parsed.words:
        every = frozenset(id for (id,) in db.execute("SELECT id FROM articles"))
        sets = [frozenset().union(*(_with_words(db, one, every) for one in parsed.each))]
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
    if sets:
        chosen = chosen._replace(ids=sets[0].intersection(*sets))
    return chosen


def _with_words(db: sqlite3.Connection, query: Query, every: frozenset[int]) -> frozenset[int]:
    """The articles that hold the words of a query and none of those that it does without."""
    words = [term for term in query.words if term.wanted]
    found = _holding(db, match_of(words)) if words else every
    return found.difference(
        *(_holding(db, match_of([term._replace(phrase=True)])) for term in query.words if not term.wanted)
    )


def _holding(db: sqlite3.Connection, match: str) -> frozenset[int]:
    try:
        return frozenset(id for (id,) in db.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (match,)))
    except sqlite3.OperationalError:  # an SQLite without FTS5
        return frozenset()
