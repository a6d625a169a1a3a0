"""The tables answer what resolving asks of all articles."""

import sqlite3
from collections import Counter
from collections.abc import Mapping

COMPANY = 60  # articles of somebody that are looked at for who stands beside


class StoredFacts:
    """`Facts` of one look at the tables; answers are remembered, so it does not outlive it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._ids: dict[str, int] = {}
        self._articles: dict[str, int] = {}
        self._fulls: dict[str, dict[str, int]] = {}
        self._company: dict[str, Counter[str]] = {}

    def id(self, key: str) -> int:
        """The number of a key; 0 where nobody bears it."""
        if key not in self._ids:
            row = self._db.execute("SELECT id, articles FROM keys WHERE key = ?", (key,)).fetchone()
            self._ids[key], self._articles[key] = (row[0], row[1]) if row else (0, 0)
        return self._ids[key]

    def articles(self, key: str) -> int:
        """In how many articles a key stands; 1 where it is unknown."""
        self.id(key)
        return max(1, self._articles[key])

    def fulls(self, short: str) -> Mapping[str, int]:
        """The fuller keys that stand for it in some article, and in how many."""
        if short not in self._fulls:
            query = "SELECT keys.key, fuller.articles FROM fuller JOIN keys ON keys.id = full WHERE short = ?"
            self._fulls[short] = dict(self._db.execute(query, (self.id(short),)))
        return self._fulls[short]

    def shorts(self, full: str) -> list[str]:
        """The keys that stand for a fuller one in some article."""
        query = "SELECT keys.key FROM fuller JOIN keys ON keys.id = short WHERE full = ? ORDER BY fuller.articles DESC"
        return [key for (key,) in self._db.execute(query, (self.id(full),))]

    def company(self, key: str) -> Mapping[str, int]:
        """The keys that stand beside one, in its latest articles."""
        if key not in self._company:
            query = (
                "SELECT keys.key FROM borne JOIN keys ON keys.id = borne.key WHERE article IN"
                " (SELECT DISTINCT article FROM borne WHERE key = ? ORDER BY article DESC LIMIT ?) AND borne.key != ?"
            )
            id = self.id(key)
            self._company[key] = Counter(one for (one,) in self._db.execute(query, (id, COMPANY, id)))
        return self._company[key]

    def beside(self, article: int) -> frozenset[str]:
        """The keys of an article."""
        query = "SELECT keys.key FROM borne JOIN keys ON keys.id = borne.key WHERE article = ?"
        return frozenset(key for (key,) in self._db.execute(query, (article,)))
