"""What is watched, with the articles that match and those that are new; blocking, made for a thread."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tui.library.index.articles import marks
from tui.library.index.database import Database
from tui.notes.flagged import Flagged
from tui.notes.watches import Watch, watch, watched


class Watching(NamedTuple):
    """A watch, and its articles by their sources, the latest published first."""

    watch: Watch
    sources: tuple[str, ...] = ()
    new: frozenset[str] = frozenset()


def everything(flags: Flagged, index: Path | None) -> tuple[Watching, ...]:
    """All that is watched. Raises NotesUnavailable."""
    some = watched(flags)
    if not some or index is None:
        return tuple(map(Watching, some))
    database = Database(index)
    try:
        found: list[Watching] = []
        database.write(lambda db: found.extend(_looked_up(db, some)))
        return tuple(found) or tuple(map(Watching, some))
    finally:
        database.close()


def turn(flags: Flagged, one: Watch, on: bool, index: Path | None) -> None:
    """Watch it, or no longer. Raises NotesUnavailable."""
    from tui.library.dossiers.watching import leave, news_of

    watch(flags, [one], on)
    if index is not None:
        database = Database(index)
        database.write(lambda db: news_of(db, *one) if on else leave(db, *one))
        database.close()


def looked(one: Watching, index: Path) -> None:
    """Its articles are not new any more."""
    from tui.library.dossiers.watching import look

    def write(db: sqlite3.Connection) -> None:
        new = [*one.new]
        for start in range(0, len(new), 500):
            some = new[start : start + 500]
            ids = [id for (id,) in db.execute(f"SELECT id FROM articles WHERE source IN ({marks(some)})", some)]
            look(db, *one.watch, ids)

    database = Database(index)
    database.write(write)
    database.close()


def _looked_up(db: sqlite3.Connection, some: Iterable[Watch]) -> Iterable[Watching]:
    from tui.library.dossiers.watching import news_of

    for one in some:
        news = news_of(db, *one)
        rows: list[tuple[str, str, int]] = []
        ids = [*news.matching]
        for start in range(0, len(ids), 500):
            part = ids[start : start + 500]
            query = f"SELECT published, source, id FROM articles WHERE id IN ({marks([''] * len(part))})"
            rows += ((day or "", source, id) for day, source, id in db.execute(query, part))
        rows.sort(reverse=True)
        new = frozenset(source for _, source, id in rows if id in news.new)
        yield Watching(one, tuple(source for _, source, _ in rows), new)
