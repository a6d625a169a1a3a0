"""Analyses become rows of who said what and of how much of something: derived by the change log, made again if deleted.
What a person put right holds in them.

`catch_up(database)` makes the rows of what has changed, `quotations_of(db, names)` finds all that somebody said by any
of his names, `figures_of(db, unit, noun)` all figures of a kind, `quotations_in(db, article)` and
`figures_in(db, article)` those of one article. Spans are places of the article's text; the words stand there."""

import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from tui.analysis.codec import encode, rows_of
from tui.analysis.model import QuoteKind
from tui.library.index.articles import day, digest_of, marks, storable
from tui.library.index.changes import changes_since, followed
from tui.library.index.database import Database
from tui.library.index.righted import Righted, as_put_right, righted
from tui.library.packing.packing import unpack
from tui.text.folding import fold
from tui.text.span import Span

WHO = "quotations and figures 1"  # the number is that of how the rows are made
AT_ONCE = 200  # changes of which rows are made in one write


class Place(NamedTuple):
    """Where in which article."""

    article: int  # its id
    source: str
    title: str
    published: date | None
    span: Span


class SaidThere(NamedTuple):
    """A quotation: where, its kind ("direct", "mixed", "indirect") and who said it, "" where no entity did."""

    place: Place
    kind: str
    speaker: str


class CountedThere(NamedTuple):
    """A figure: where, its value, and what it measures ("" for a count) or counts (folded, "" for a measure)."""

    place: Place
    low: float
    high: float
    unit: str
    noun: str
    bound: str
    change: str  # "up", "down" or ""


class _Rows(NamedTuple):
    """What an analysis says, to be written."""

    quotations: tuple[tuple[int, int, int, str], ...]  # start, end, kind, speaker
    figures: tuple[tuple[int, int, float, float, str, str | None, str, str], ...]  # ..., unit, noun


class _Owed(NamedTuple):
    """The articles of which rows are to be made, the last change that is told by them, and what is put right."""

    articles: tuple[int, ...]
    last: int
    righted: Righted


class _Found(NamedTuple):
    """An article with its analysis, packed, and what is put right there; "" for nothing."""

    source: str
    digest: str
    body: bytes
    rules: str


_NOTHING = _Rows((), ())
_KINDS = tuple(map(str, QuoteKind))  # by the number that stands for each
_PLACE = "article, source, title, published, start, end"
_QUOTATION = (
    f"SELECT {_PLACE}, quotations.kind, coalesce(name, '') FROM quotations JOIN articles ON articles.id = article"
    " LEFT JOIN speakers ON speakers.id = speaker"
)
_FIGURE = (
    f"SELECT {_PLACE}, low, high, unit, noun, bound, coalesce(change, '')"
    " FROM figures JOIN articles ON articles.id = article JOIN counted ON counted.id = figures.counted"
)
_LATEST = " ORDER BY published DESC NULLS LAST, source, start LIMIT ?"


def catch_up(database: Database, most: int = -1) -> bool:
    """Make the rows of all articles that changed, or of the next `most` changes; whether all are made."""
    made = 0
    none = _Owed((), 0, Righted())
    while most < 0 or made < most:
        owed = database.read(_owed, none)
        if not owed.articles:
            return True
        articles = dict.fromkeys(owed.articles)
        rows = {
            article: _read(database.read(partial(_found, article=article, owed=owed), None)) for article in articles
        }

        def write(db: sqlite3.Connection, rows: dict[int, _Rows] = rows, last: int = owed.last) -> None:
            for article, found in rows.items():
                _put(db, article, found)
                db.execute("DELETE FROM to_say WHERE article = ?", (article,))
            db.execute("INSERT OR REPLACE INTO followed VALUES (?, ?)", (WHO, last))

        if not database.write(write):
            return False
        made += len(owed.articles)
    return False


def forget(db: sqlite3.Connection) -> None:
    """Delete all of it; the next time that somebody catches up makes it again."""
    for table in ("quotations", "figures", "speakers", "counted"):
        db.execute(f"DELETE FROM {table}")
    db.execute("DELETE FROM followed WHERE who = ?", (WHO,))


def quotations_of(db: sqlite3.Connection, names: Iterable[str], limit: int = 1000) -> list[SaidThere]:
    """What those said who are called so, letter case and accents aside, the latest article first."""
    wanted = [*dict.fromkeys(fold(storable(name)).strip() for name in names)][:500]
    query = f"{_QUOTATION} WHERE speaker IN (SELECT id FROM speakers WHERE folded IN ({marks(wanted)})){_LATEST}"
    return [_said(row) for row in db.execute(query, (*wanted, limit))]


def quotations_in(db: sqlite3.Connection, article: int) -> list[SaidThere]:
    """All quotations of an article, in the order of its text."""
    return [_said(row) for row in db.execute(f"{_QUOTATION} WHERE article = ? ORDER BY start", (article,))]


def figures_of(db: sqlite3.Connection, unit: str = "", noun: str = "", limit: int = 1000) -> list[CountedThere]:
    """Figures with a unit ("percent"), or that count a noun: "fighters" finds "foreign fighters" too."""
    words = fold(storable(noun)).split()
    if unit:
        kinds, values = "unit = ?", [unit]
    elif words:
        kinds, values = "head = ? AND ' ' || noun LIKE ?", [words[-1], f"% {' '.join(words)}"]
    else:
        return []
    query = f"{_FIGURE} WHERE figures.counted IN (SELECT id FROM counted WHERE {kinds}){_LATEST}"
    return [_counted(row) for row in db.execute(query, (*values, limit))]


def figures_in(db: sqlite3.Connection, article: int) -> list[CountedThere]:
    """All figures of an article, in the order of its text."""
    return [_counted(row) for row in db.execute(f"{_FIGURE} WHERE article = ? ORDER BY start", (article,))]


def _owed(db: sqlite3.Connection) -> _Owed:
    """The next articles of which rows are to be made: those that are put right otherwise, and those that changed."""
    again = [article for (article,) in db.execute("SELECT article FROM to_say LIMIT ?", (AT_ONCE,))]
    last = followed(db, WHO)
    changed = changes_since(db, last, AT_ONCE)
    articles = (*again, *(change.article for change in changed))
    return _Owed(articles, changed[-1].number if changed else last, righted(db) if articles else Righted())


def _found(db: sqlite3.Connection, article: int, owed: _Owed) -> _Found | None:
    query = (
        "SELECT source, articles.digest, body FROM articles JOIN analyses ON analyses.digest = articles.digest"
        " WHERE articles.id = ? AND body IS NOT NULL ORDER BY analyses.id DESC LIMIT 1"
    )
    row = db.execute(query, (article,)).fetchone()
    if row is None:
        return None
    return _Found(
        row[0], digest_of(row[1]), row[2], owed.righted.rules if owed.righted.touches(db, article, row[0]) else ""
    )


def _read(found: _Found | None) -> _Rows:
    """What an analysis says; nothing where it is none that this code reads."""
    if found is None:
        return _NOTHING
    names: list[str] = []
    quotations, figures = [], []
    try:
        body = unpack(found.body, found.digest)
        if found.rules:
            one = as_put_right(found.source, found.digest, body, found.rules)
            body = encode(one[1]) if one is not None else body
        for part, rows in rows_of(body, "entity", "quotes", "figures"):
            if part == "entity":
                names += (storable(row["name"]) for row in rows)
            elif part == "quotes":
                quotations += [_quotation(row, names) for row in rows if not row["doubted"]]
            else:
                figures += [_figure(row) for row in rows]
    except (zlib.error, ValueError, KeyError, IndexError, TypeError, AttributeError):
        return _NOTHING
    return _Rows(tuple(quotations), tuple(figures))


def _quotation(row: dict[str, Any], names: Sequence[str]) -> tuple[int, int, int, str]:
    speaker = "" if row["entity"] is None else names[row["entity"]]
    return row["content"][0][0], row["content"][-1][1], _KINDS.index(row["kind"]), speaker


def _figure(row: dict[str, Any]) -> tuple[int, int, float, float, str, str | None, str, str]:
    noun = fold(storable(row["noun"])).strip()
    return *row["span"], row["low"], row["high"], row["bound"], row["change"], row["unit"], noun


def _put(db: sqlite3.Connection, article: int, rows: _Rows) -> None:
    """These and no others are an article's rows."""
    db.execute("DELETE FROM quotations WHERE article = ?", (article,))
    db.execute("DELETE FROM figures WHERE article = ?", (article,))
    for number, (start, end, kind, name) in enumerate(rows.quotations):
        speaker = _id(db, "speakers", name=name, folded=fold(name).strip()) if name else None
        db.execute("INSERT INTO quotations VALUES (?, ?, ?, ?, ?, ?)", (article, start, number, end, kind, speaker))
    for start, end, low, high, bound, change, unit, noun in rows.figures:
        head = noun.rpartition(" ")[2]
        counted = _id(db, "counted", unit=unit, noun=noun, head=head)
        row = article, start, end, low, high, bound, change, counted
        db.execute("INSERT OR REPLACE INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)


def _id(db: sqlite3.Connection, table: str, **values: str) -> int:
    """The id of the row with these values, which is made if there is none."""
    *unique, _ = values
    found = db.execute(
        f"SELECT id FROM {table} WHERE {' AND '.join(f'{name} = ?' for name in unique)}",
        [values[name] for name in unique],
    ).fetchone()
    if found is None:
        names = ", ".join(values)
        query = f"INSERT INTO {table} ({names}) VALUES ({marks([*values])}) RETURNING id"
        found = db.execute(query, [*values.values()]).fetchone()
    id: int = found[0]
    return id


def _place(row: Sequence[Any]) -> Place:
    article, source, title, published, start, end = row
    return Place(article, source, title, day(published), Span(start, end))


def _said(row: Sequence[Any]) -> SaidThere:
    return SaidThere(_place(row[:6]), _KINDS[row[6]], row[7])


def _counted(row: Sequence[Any]) -> CountedThere:
    return CountedThere(_place(row[:6]), *row[6:])
