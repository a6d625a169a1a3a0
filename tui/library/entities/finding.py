"""A name becomes the entities that bear it, and an entity the places where articles speak of it."""

import sqlite3
from typing import NamedTuple

from tui.analysis.model import Kind
from tui.analysis.naming import fold_name
from tui.library.entities.facts import StoredFacts
from tui.library.entities.forms import Grade, as_person
from tui.library.entities.resolve import Resolved, Sought, fullest, resolve
from tui.library.entities.tables import told_by

MOST_UNSURE = 400  # articles with nothing but a short name of several that are looked into one by one


class Candidate(NamedTuple):
    """An entity that a name may mean."""

    id: str
    name: str
    kind: str
    articles: int


class Borne(NamedTuple):
    """An article that speaks of an entity; `number` is its index into `Told.entities`."""

    article: int
    number: int
    mentions: int
    why: str = "name"


class Bearing(NamedTuple):
    """Where articles speak of an entity, and those that perhaps do."""

    sure: tuple[Borne, ...]
    unsure: tuple[Borne, ...]
    keys: tuple[str, ...]  # all that are its own


def candidates(db: sqlite3.Connection, name: str, limit: int = 20) -> list[Candidate]:
    """The entities that bear a name, those of the most articles first."""
    facts = StoredFacts(db)
    query = (
        "SELECT keys.key FROM spelt JOIN keys ON keys.id = spelt.key"
        " WHERE form = ? ORDER BY spelt.articles DESC, keys.key LIMIT ?"
    )
    found = [key for (key,) in db.execute(query, (fold_name(name), limit))]
    ids: dict[str, None] = {}
    for key in found:
        fulls = facts.fulls(key)
        if not fulls or _stands_alone(db, facts.id(key)) or _means_itself(key, facts):
            ids.setdefault(fullest(key, facts))
        for full in fulls:
            ids.setdefault(fullest(full, facts))
    rows = [Candidate(id, *called(db, facts, id), facts.articles(id)) for id in ids]
    return sorted(rows, key=lambda one: (-one.articles, one.name))[:limit]


def called(db: sqlite3.Connection, facts: StoredFacts, id: str) -> tuple[str, str]:
    """What most articles call an entity, and of which kind they say it is."""
    rows = db.execute("SELECT kind, name, articles FROM called WHERE key = ?", (facts.id(id),)).fetchall()
    kinds: dict[str, int] = {}
    for kind, _, articles in rows:
        kinds[kind] = kinds.get(kind, 0) + articles
    name = max(((articles, len(name), name) for _, name, articles in rows), default=(0, 0, id.partition(":")[2]))[2]
    return name, max(kinds, key=lambda kind: (kinds[kind], kind), default="OTHER")


def bearing(db: sqlite3.Connection, id: str) -> Bearing:
    """Where articles speak of an entity: by its own keys, and by short ones where these can mean nobody else."""
    facts = StoredFacts(db)
    own = [id, *(key for key in (*facts.shorts(id), *_of_other_kinds(db, facts, id)) if fullest(key, facts) == id)]
    rows: dict[tuple[int, int], Borne] = {}
    unsure: list[Borne] = []
    for key in own:
        for article, number, mentions, grade in _rows(db, facts.id(key)):
            if grade == Grade.FULL or key == id:
                rows[article, number] = Borne(article, number, mentions)
    for key in facts.shorts(id):
        if key in own and len(facts.fulls(key)) == 1:
            continue
        looked = 0
        alone: Resolved | None = None
        for article, number, mentions, grade in _rows(db, facts.id(key)):
            if grade == Grade.FULL or (article, number) in rows:
                continue
            if alone is None or alone.why != "short form":
                looked += 1
                if looked > MOST_UNSURE:
                    break
                sought = Sought(key, Grade(grade), Kind.PERSON if key[:2] == "P:" else Kind.ORG)
                alone = resolve(sought, str(article), facts.beside(article) - {key}, facts)
            if alone.id == id:
                rows[article, number] = Borne(article, number, mentions, alone.why)
            elif id in alone.doubts:
                unsure.append(Borne(article, number, mentions, alone.why))
    return Bearing(tuple(rows.values()), tuple(unsure), tuple(own))


def _of_other_kinds(db: sqlite3.Connection, facts: StoredFacts, id: str) -> list[str]:
    """The keys that a person has in articles that take the name for something else."""
    if id[:2] != "P:":
        return []
    names = db.execute("SELECT DISTINCT name FROM called WHERE key = ?", (facts.id(id),))
    keys = dict.fromkeys(f"N:{fold_name(name)}" for (name,) in names)
    return [key for key in keys if facts.id(key) and as_person(key) == id]


def _means_itself(key: str, facts: StoredFacts) -> bool:
    """Whether a short name with nothing beside it is nobody's but its own."""
    kind = Kind.PERSON if key[:2] == "P:" else Kind.ORG
    return resolve(Sought(key, Grade.SHORT, kind), "", frozenset(), facts).id == key


def _stands_alone(db: sqlite3.Connection, key: int) -> bool:
    query = "SELECT 1 FROM borne WHERE key = ? AND grade = ? LIMIT 1"
    return db.execute(query, (key, int(Grade.FULL))).fetchone() is not None


def _rows(db: sqlite3.Connection, key: int) -> list[tuple[int, int, int, int]]:
    query = "SELECT article, number, mentions, grade FROM borne WHERE key = ? ORDER BY article DESC"
    return db.execute(query, (key,)).fetchall()


def id_in(db: sqlite3.Connection, source: str, name: str) -> str:
    """Whom a name means in one article; "" where that is not known."""
    row = db.execute("SELECT id FROM articles WHERE source = ?", (source,)).fetchone()
    told = told_by(db, row[0]) if row is not None else None
    if told is None:
        return ""
    wanted = fold_name(name)
    for here in told.entities:
        if wanted == fold_name(here.name) or wanted in map(fold_name, here.aliases):
            facts = StoredFacts(db)
            keys = frozenset(one.key for one in told.entities) - {here.key}
            return resolve(Sought(here.key, Grade(here.grade), Kind(here.kind)), str(row[0]), keys, facts).id
    return ""
