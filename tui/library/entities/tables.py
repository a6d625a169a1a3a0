"""What articles tell of their entities, in tables that may be deleted at any moment: written once an article, and
counted over all of them as it is written, so that one more costs the same however many there are."""

import sqlite3
from collections.abc import Iterable, Sequence

from tui.library.entities.forms import Grade
from tui.library.entities.told import Here, Packed, Told, entities_of, forms_of, unpacked
from tui.library.index.articles import marks
from tui.library.index.texts import text_of

# `borne` says which keys an article bears; `fuller` in how many articles a short key stands for which full one;
# `called` what the bearers of a key are called; `spelt` which keys a folded name has; `to_tell` what is to be told
# anew.
TABLES = """
CREATE TABLE IF NOT EXISTS told (article INTEGER PRIMARY KEY, entities BLOB NOT NULL, words BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS keys (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    articles INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS borne (
    key INTEGER NOT NULL,
    article INTEGER NOT NULL,
    number INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    grade INTEGER NOT NULL,
    PRIMARY KEY (key, article, number)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS borne_article ON borne (article);
CREATE TABLE IF NOT EXISTS fuller (
    short INTEGER NOT NULL,
    full INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (short, full)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS fuller_full ON fuller (full);
CREATE TABLE IF NOT EXISTS called (
    key INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (key, kind, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS spelt (
    form TEXT NOT NULL,
    key INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (form, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS to_tell (article INTEGER PRIMARY KEY);
"""
ALL = ("told", "keys", "borne", "fuller", "called", "spelt", "to_tell")


def make_tables(db: sqlite3.Connection) -> None:
    """The tables, where there are none."""
    for statement in TABLES.split(";"):
        db.execute(statement)


def drop_tables(db: sqlite3.Connection) -> None:
    """All of it; what is asked for next makes it again."""
    for table in ALL:
        db.execute(f"DROP TABLE IF EXISTS {table}")


def put(db: sqlite3.Connection, article: int, one: Packed | None) -> None:
    """This and nothing else is what an article tells; None for what is gone."""
    before = _entities(db, article)
    if before:
        _count(db, before, -1)
    db.execute("DELETE FROM borne WHERE article = ?", (article,))
    db.execute("DELETE FROM told WHERE article = ?", (article,))
    if one is not None:
        entities = entities_of(one.entities)
        ids = _count(db, entities, 1)
        db.execute("INSERT INTO told VALUES (?, ?, ?)", (article, *one))
        db.executemany(
            f"INSERT INTO borne VALUES (?, {article:d}, ?, ?, ?)",
            [(ids[here.key], number, here.mentions, here.grade) for number, here in enumerate(entities)],
        )
    db.execute("DELETE FROM to_tell WHERE article = ?", (article,))


def told_by(db: sqlite3.Connection, article: int) -> Told | None:
    """What an article tells; None where nothing is known."""
    return told_by_all(db, (article,)).get(article)


def told_by_all(db: sqlite3.Connection, articles: Iterable[int]) -> dict[int, Told]:
    """What these articles tell."""
    found: dict[int, Told] = {}
    wanted = [*articles]
    query = (
        "SELECT told.article, entities, words, text FROM told LEFT JOIN bodies ON bodies.article = told.article"
        " WHERE told.article IN"
    )
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        for article, entities, words, text in db.execute(f"{query} ({marks_of(some)})", some):
            try:
                found[article] = unpacked(Packed(entities, words), text_of(text))
            except ValueError:
                continue
    return found


def _entities(db: sqlite3.Connection, article: int) -> tuple[Here, ...]:
    """What is counted of an article."""
    row = db.execute("SELECT entities FROM told WHERE article = ?", (article,)).fetchone()
    try:
        return entities_of(row[0]) if row else ()
    except ValueError:
        return ()


def marks_of(values: list[int]) -> str:
    """So many question marks as there are numbers."""
    return marks([""] * len(values))


def _count(db: sqlite3.Connection, entities: Sequence[Here], step: int) -> dict[str, int]:
    """Count an article in or out; the ids of its keys."""
    keys = dict.fromkeys(key for here in entities for key in (here.key, *here.others))
    ids = {key: _id(db, key, step) for key in keys}
    fuller = {
        (ids[short], ids[here.key])
        for here in entities
        if here.grade == Grade.FULL
        for short in here.others
        if short != here.key
    }
    called = {(ids[here.key], here.kind, here.name) for here in entities if here.local >= 0}
    spelt = {(form, ids[here.key]) for here in entities if here.local >= 0 for form in forms_of(here)}
    _step(db, "fuller", fuller, step)
    _step(db, "called", called, step)
    _step(db, "spelt", spelt, step)
    return ids


_NAMES = {"fuller": ("short", "full"), "called": ("key", "kind", "name"), "spelt": ("form", "key")}


def _step(db: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]], step: int) -> None:
    names, rows = _NAMES[table], list(rows)
    if step > 0:
        db.executemany(
            f"INSERT INTO {table} VALUES ({marks(names)}, 1) ON CONFLICT DO UPDATE SET articles = articles + 1", rows
        )
        return
    where = " AND ".join(f"{name} = ?" for name in names)
    db.executemany(f"UPDATE {table} SET articles = articles - 1 WHERE {where}", rows)
    db.executemany(f"DELETE FROM {table} WHERE {where} AND articles <= 0", rows)


def _id(db: sqlite3.Connection, key: str, step: int) -> int:
    id: int = db.execute(
        "INSERT INTO keys (key, articles) VALUES (?, ?) ON CONFLICT DO UPDATE SET articles = articles + ? RETURNING id",
        (key, max(0, step), step),
    ).fetchone()[0]
    return id
