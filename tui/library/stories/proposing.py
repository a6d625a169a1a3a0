"""An article becomes those that may tell its story too: they name the same, near the same days, in like words."""

import sqlite3
import zlib
from collections import Counter, defaultdict
from datetime import date
from math import log
from typing import NamedTuple

from tui.library.stories.words import words_in

NAMES = 15  # of an article that are looked for
WORDS = 12  # that it uses most
BEGINNING = 20_000  # characters in which they are counted
IN_TITLE = 2  # times more that a word of the title counts
HITS = 400  # articles that use some of these words
LONG = 45  # days in which half of the likeness is lost
ENOUGH = 0.15  # how alike an article must be
MOST = 200


class Proposed(NamedTuple):
    """An article, and which names it shares."""

    source: str
    likeness: float
    names: tuple[str, ...]


def proposed(db: sqlite3.Connection, source: str, searchable: bool = True) -> list[Proposed]:
    """The articles that may tell the story of one, the most alike first; none where the index does not know it."""
    row = db.execute("SELECT id, published FROM articles WHERE source = ?", (source,)).fetchone()
    if row is None:
        return []
    id, published = row
    (count,) = db.execute("SELECT count(*) FROM articles WHERE trouble = ''").fetchone()
    weights = _names(db, id, count)
    whole = sum(weights.values())
    shared: dict[int, set[str]] = defaultdict(set)
    for name in weights:
        for (other,) in db.execute("SELECT DISTINCT article FROM names WHERE name = ?", (name,)):
            shared[other].add(name)
    words = _in_words(db, id) if searchable else {}
    found = []
    for other in shared.keys() | words.keys():
        likeness = sum(weights[name] for name in shared[other]) / whole if whole else 0.0
        likeness = 0.5 * likeness + 0.5 * words.get(other, 0.0)
        if other != id and likeness >= ENOUGH:
            there = db.execute(
                "SELECT source, published FROM articles WHERE id = ? AND trouble = ''", (other,)
            ).fetchone()
            if there is not None and (alike := likeness * _near(published, there[1])) >= ENOUGH:
                names = sorted(shared[other], key=lambda name: -weights[name])
                found.append(Proposed(there[0], alike, tuple(names)))
    return sorted(found, key=lambda one: (-one.likeness, one.source))[:MOST]


def _names(db: sqlite3.Connection, id: int, count: int) -> dict[str, float]:
    """What an article names and others do too, by how much it is about that and how rare that is."""
    query = "SELECT entity, max(mentions) FROM names WHERE article = ? AND kind != 'GROUP' GROUP BY entity"
    weights: dict[str, float] = {}
    for entity, mentions in db.execute(query, (id,)):
        (number,) = db.execute("SELECT count(DISTINCT article) FROM names WHERE name = ?", (entity,)).fetchone()
        if number > 1:
            weights[entity] = mentions * log(1 + count / number)
    return dict(sorted(weights.items(), key=lambda one: (-one[1], one[0]))[:NAMES])


def _in_words(db: sqlite3.Connection, id: int) -> dict[int, float]:
    """Articles that use the words that an article uses most, by how well they answer, 1 for the best other one."""
    row = db.execute("SELECT title, text FROM bodies WHERE article = ?", (id,)).fetchone()
    if row is None:
        return {}
    used: Counter[str] = Counter(words_in(zlib.decompress(row[1]).decode()[:BEGINNING]))
    for word in words_in(row[0]):
        used[word] += IN_TITLE
    wanted = [word for word, _ in sorted(used.items(), key=lambda one: (-one[1], one[0]))[:WORDS] if word.isalnum()]
    if not wanted:
        return {}
    match = " OR ".join(f'"{word}"' for word in wanted)
    query = "SELECT rowid, bm25(texts, 4, 1) FROM texts WHERE texts MATCH ? ORDER BY 2 LIMIT ?"
    ranks = dict(db.execute(query, (match, HITS)).fetchall())
    ranks.pop(id, None)
    best = min(ranks.values(), default=0.0)
    return {other: rank / best for other, rank in ranks.items()} if best < 0 else {}


def _near(one: str | None, other: str | None) -> float:
    if not one or not other:
        return 1.0
    apart = abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    return float(0.5 ** (apart / LONG))
