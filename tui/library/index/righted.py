"""What a person put right, as the index heeds it: which articles a repair touches, and what they say with it."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.naming import fold_name
from tui.text.folding import fold

if TYPE_CHECKING:
    from tui.analysis.model import Analysis
    from tui.analysis.repairs.repairs import Correction
    from tui.text.article import Article

WORDS = 8  # of a quotation, by which the articles that hold it are found


class Righted(NamedTuple):
    """All repairs, as JSON, and which articles they may touch: by source, by folded name, by id."""

    rules: str = "[]"
    sources: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    holding: frozenset[int] = frozenset()

    def touches(self, db: sqlite3.Connection, article: int, source: str) -> bool:
        """Whether something of an article may be put right."""
        if source in self.sources or article in self.holding:
            return True
        names = db.execute("SELECT name FROM names WHERE article = ?", (article,)) if self.forms else ()
        return any(fold_name(name) in self.forms for (name,) in names)


def rules_of(db: sqlite3.Connection) -> str:
    """The repairs that are heeded, as JSON."""
    row = db.execute("SELECT rules FROM heeded").fetchone()
    return row[0] if row else "[]"


def righted(db: sqlite3.Connection) -> Righted:
    """What is put right now."""
    from tui.analysis.repairs.repair_rows import from_json

    rules = rules_of(db)
    sources, forms, holding = set[str](), set[str](), set[int]()
    for rule in map(from_json, json.loads(rules)):
        if rule.scope:
            sources.add(rule.scope)
        else:
            forms.update(fold_name(form) for form in forms_of(rule))
            holding.update(bearing(db, rule))
    return Righted(rules, frozenset(sources), frozenset(forms), frozenset(holding))


def heed(db: sqlite3.Connection, rules: str, changed: "Iterable[Correction]") -> None:
    """These repairs hold from now on; what changed of them touches articles that have to be looked at again."""
    db.execute("DELETE FROM heeded")
    db.execute("INSERT INTO heeded VALUES (?)", (rules,))
    for rule in changed:
        if rule.scope:
            db.execute("INSERT OR IGNORE INTO to_say SELECT id FROM articles WHERE source = ?", (rule.scope,))
            continue
        for form in forms_of(rule):
            db.execute("INSERT OR IGNORE INTO to_say SELECT article FROM names WHERE name = ?", (form,))
        db.executemany("INSERT OR IGNORE INTO to_say VALUES (?)", [(article,) for article in bearing(db, rule)])


def forms_of(rule: "Correction") -> Iterator[str]:
    """The names of those that a repair is about."""
    from tui.analysis.repairs.repairs import Hide, Merge, Rename, Retype, Split

    match rule:
        case Merge(keys, name):
            for key in keys:
                yield from (key.name, *key.forms)
            yield name
        case Rename(key, name) | Split(key, name):
            yield from (key.name, *key.forms, name)
        case Retype(key) | Hide(key):
            yield from (key.name, *key.forms)


def bearing(db: sqlite3.Connection, rule: "Correction") -> Iterator[int]:
    """The articles that hold the words of a repair for every article, where these are no name that is known."""
    from tui.analysis.repairs.repairs import AddName, Attribute, Dismiss

    match rule:
        case AddName(surface):
            words = surface
        case Attribute(words=passage) | Dismiss(words=passage):
            words = passage.exact
        case _:
            return
    pieces = "".join(letter if letter.isalnum() else " " for letter in fold(words)).split()
    try:
        query = f'"{" ".join(pieces[:WORDS])}"'
        yield from (id for (id,) in db.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (query,)))
    except sqlite3.OperationalError:  # an SQLite without FTS5
        yield from (id for (id,) in db.execute("SELECT id FROM articles"))


def as_put_right(
    source: str, digest: str, body: bytes, rules: str, read: "Article | None" = None
) -> "tuple[str, Analysis] | None":
    """The text of an article and its analysis with all repairs; None where it cannot be read or has changed.

    `body` is the encoded analysis, `read` the article where it was read already."""
    from tui.analysis.codec import decode
    from tui.analysis.repairs.corrections import replay
    from tui.analysis.repairs.repair_rows import from_json
    from tui.errors import ReaderError
    from tui.text.read import read_article

    try:
        article = read or read_article(Path(source))
        if article.digest != digest:
            return None
        return article.text, replay(decode(body), article, tuple(map(from_json, json.loads(rules))))
    except (ReaderError, ValueError):
        return None
