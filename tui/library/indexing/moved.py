"""Files that are gone, and their articles in other places, become moves: what a person has said of one goes along."""

import sqlite3
from collections.abc import Iterable, Iterator

from tui.flags import Move
from tui.library.index.articles import id_of
from tui.library.index.inside import inside

_SAME = """
SELECT source FROM articles
WHERE digest = (SELECT digest FROM articles WHERE id = ?) AND id != ? AND digest != '' ORDER BY source
"""


def moves(db: sqlite3.Connection, gone: Iterable[str]) -> list[Move]:
    """From where each article that is gone has moved to where; several times where there are copies of it.

    Asked before what is gone is forgotten."""
    away = set(_with_parts(db, gone))
    found: list[Move] = []
    for source in sorted(away):
        id = id_of(db, source)
        same = db.execute(_SAME, (id, id)) if id is not None else ()
        found += [Move(source, row[0]) for row in same if row[0] not in away]
    return found


def _with_parts(db: sqlite3.Connection, gone: Iterable[str]) -> Iterator[str]:
    for source in gone:
        yield source
        yield from inside(db, source)
