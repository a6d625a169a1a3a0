"""What is already known about articles: opened, analysed, and every word for searching. Safe to delete."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.library.index.analyses import packed, put_analysis, put_names, stored_analysis
from tui.library.index.articles import (
    Known,
    all_articles,
    articles_changed,
    day,
    drop_article,
    id_of,
    known_articles,
    marks,
    note_article,
    recently_opened,
    row_of,
)
from tui.library.index.changes import last_change, opened_changed
from tui.library.index.database import Database
from tui.library.index.inside import all_inside, files
from tui.library.index.said import CountedThere, SaidThere, catch_up, figures_of, quotations_of
from tui.library.index.texts import body_of, drop_text, excerpt, put_text
from tui.library.index.told import ToldThere, put_story, put_told, stored_story, told_there
from tui.library.query import Term, match_of
from tui.text.article import Article
from tui.text.folding import fold

if TYPE_CHECKING:
    from tui.analysis.model import Analysis

CAUGHT_UP = 400  # changes that are made up for where somebody waits; of more, a run of the index makes rows

STEPS = 20_000  # of SQLite's machine, between two times that it is asked whether to go on
# In one answer: a row for each would take three times as long, and this is asked at every letter.
_FOUND = "SELECT group_concat(texts.rowid) FROM texts WHERE texts MATCH ?"


class NamedIn(NamedTuple):
    """An article that names something: under which name, of which kind, how many times."""

    source: str
    title: str
    published: date | None
    name: str
    kind: str
    mentions: int


class Index:
    """The questions that a reader asks. None of them raises: what cannot be read is not known."""

    def __init__(self, path: Path) -> None:
        self.database = Database(path)

    @property
    def path(self) -> Path:
        """The file."""
        return self.database.path

    @property
    def trouble(self) -> str:
        """A sentence, where the file cannot be used and nothing outlives this session."""
        return self.database.trouble

    def close(self) -> None:
        """Close the file; afterwards nothing may be asked."""
        self.database.close()

    # Articles

    def opened(self, article: Article) -> None:
        """Note that a person opened an article just now."""
        self.database.write(lambda db: note_article(db, row_of(article), datetime.now(UTC)))

    def forget(self, source: str) -> None:
        """Drop what is known about an article; its analyses go by age."""

        def drop(db: sqlite3.Connection) -> None:
            id = id_of(db, source)
            if id is not None:
                if self.database.searchable:
                    drop_text(db, id)
                put_names(db, id, ())
                drop_article(db, id)

        self.database.write(drop)

    def known(self, sources: Iterable[str]) -> dict[str, Known]:
        """What is known about each of these articles; unknown ones are left out."""
        wanted = [*sources]
        rows: list[Known] = self.database.read(lambda db: [*known_articles(db, wanted)], [])
        return {one.source: one for one in rows}

    def files(self) -> tuple[str, ...]:
        """Files that hold several articles, all of which are known."""
        return tuple(self.database.read(files, []))

    def inside(self) -> dict[str, tuple[Known, ...]]:
        """The articles in each of these files, in its order."""
        found: dict[str, list[Known]] = {}
        none: list[tuple[str, Known]] = []
        for file, one in self.database.read(lambda db: [*all_inside(db)], none):
            found.setdefault(file, []).append(one)
        return {file: tuple(some) for file, some in found.items()}

    def recent(self, limit: int = 200) -> tuple[Known, ...]:
        """Articles that were opened, the latest first."""
        return tuple(self.database.read(lambda db: recently_opened(db, limit), []))

    def everything(self) -> tuple[Known, ...]:
        """All articles: those that were opened, the latest first, then the others, the latest published first."""
        return tuple(self.database.read(all_articles, []))

    def last_change(self) -> int:
        """The number of the last change of anything."""
        return self.database.read(last_change, 0)

    def opened_changed_since(self, number: int) -> bool:
        """Whether what was opened is another or has another text since the change of that number."""
        return self.database.read(lambda db: opened_changed(db, number), False)

    def changed_since(self, number: int) -> tuple[Known, ...]:
        """Articles of which something changed since the change of that number."""
        return tuple(self.database.read(lambda db: articles_changed(db, number), []))

    # Analyses

    def analysis(self, digest: str, fingerprint: str) -> bytes | None:
        """The encoded analysis of the article with this digest, by the code with this fingerprint."""
        return self.database.read(lambda db: stored_analysis(db, digest, fingerprint), None)

    def keep(self, article: Article, analysis: "Analysis", fingerprint: str, body: bytes) -> None:
        """Keep an analysis, its names with all their aliases, and the article's words for searching."""
        from tui.library.stories.telling import told_of  # only the worker keeps analyses
        from tui.library.stories.wire import packed as packed_told

        row, words = row_of(article), body_of(article)
        told = packed_told(told_of(article, analysis), words.text.encode())
        found = packed(analysis, fingerprint, body, told)

        def put(db: sqlite3.Connection) -> None:
            id = note_article(db, row, None)
            if self.database.searchable:
                put_text(db, id, words)
            put_analysis(db, id, found)

        self.database.write(put)

    # Stories

    def told(self, sources: Sequence[str], fingerprint: str) -> tuple[ToldThere, ...]:
        """What these articles tell, as it was packed; those that are not known are left out."""
        return tuple(self.database.read(lambda db: told_there(db, sources, fingerprint), []))

    def keep_told(self, digest: str, fingerprint: str, body: bytes) -> None:
        """Keep what a text tells."""
        self.database.write(lambda db: put_told(db, digest, fingerprint, body))

    def story(self, digest: str) -> bytes | None:
        """The chronicle with this digest."""
        return self.database.read(lambda db: stored_story(db, digest), None)

    def keep_story(self, digest: str, body: bytes) -> None:
        """Keep a chronicle."""
        self.database.write(lambda db: put_story(db, digest, body))

    def twins(self) -> dict[int, int]:
        """For each article that is there more than once, which one leads its group; by their ids."""
        query = (
            "SELECT article, leader FROM twins"
            " WHERE leader IN (SELECT leader FROM twins GROUP BY leader HAVING count(*) > 1)"
        )
        none: dict[int, int] = {}
        return self.database.read(lambda db: dict(db.execute(query)), none)

    # Looking over all articles

    def holding(self, words: Sequence[Term]) -> frozenset[int]:
        """The ids of all articles that hold all the words; the last word may be unfinished."""
        match, none = match_of(words), frozenset[int]()
        if not match or not self.database.searchable:
            return none

        def find(db: sqlite3.Connection) -> frozenset[int]:
            (ids,) = db.execute(_FOUND, (match,)).fetchone()
            return frozenset(map(int, ids.split(","))) if ids else none

        return self.database.read(find, none)

    def named(self, name: str) -> frozenset[int]:
        """The ids of all articles that name someone or something so, letter case aside."""
        query = "SELECT article FROM names WHERE name = ?"
        return self.database.read(lambda db: frozenset(id for (id,) in db.execute(query, (name,))), frozenset[int]())

    def names_like(self, begun: str, limit: int = 20) -> tuple[str, ...]:
        """Names that begin so, those of the most articles first."""
        query = (
            "SELECT entity FROM names WHERE name >= ? AND name < ? COLLATE NOCASE"
            " GROUP BY entity ORDER BY count(DISTINCT article) DESC, entity LIMIT ?"
        )
        bounds = (begun, begun + "\U0010ffff", limit)
        return tuple(self.database.read(lambda db: [name for (name,) in db.execute(query, bounds)], []))

    def names_in(self, ids: Sequence[int], limit: int, go_on: Callable[[], bool]) -> tuple[tuple[str, int], ...]:
        """The names that most of these articles bear, with how many do; nothing where it is not to go on."""
        query = (
            "SELECT words, bearing FROM (SELECT name, count(*) AS bearing FROM named"
            " WHERE NOT entity AND article IN (SELECT value FROM json_each(?)) GROUP BY name)"
            " JOIN written ON id = name ORDER BY bearing DESC, words LIMIT ?"
        )

        def find(db: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
            db.set_progress_handler(lambda: not go_on(), STEPS)
            try:
                return tuple(db.execute(query, (json.dumps(ids), limit)))
            finally:
                db.set_progress_handler(None, 0)

        return self.database.read(find, ())

    def names_matching(self, id: int, words: Sequence[Term]) -> tuple[str, ...]:
        """The names of an article in which one of the words stands, those of the most mentions first."""
        pieces = [piece for term in words for piece in ([term.value] if term.phrase else term.value.split())]
        query = "SELECT entity, name FROM names WHERE article = ? ORDER BY mentions DESC, entity"

        def find(db: sqlite3.Connection) -> tuple[str, ...]:
            wanted = [f" {fold(piece)}" for piece in pieces]
            rows = db.execute(query, (id,)).fetchall() if wanted else []
            return tuple(dict.fromkeys(entity for entity, name in rows if any(w in f" {fold(name)}" for w in wanted)))

        return self.database.read(find, ())

    def excerpt(self, id: int, words: Sequence[Term]) -> str:
        """Where one of the words stands in an article, that word between U+0002 and U+0003; "" where none does."""
        return self.database.read(lambda db: excerpt(db, id, words), "")

    def naming(self, names: Iterable[str]) -> tuple[NamedIn, ...]:
        """Articles that name any of these, letter case aside, the latest published first."""
        wanted = list(names)[:500]
        query = (
            "SELECT DISTINCT source, title, published, entity, kind, mentions"
            " FROM names JOIN articles ON articles.id = names.article"
            f" WHERE name IN ({marks(wanted)}) ORDER BY published DESC, source, mentions DESC"
        )

        def find(db: sqlite3.Connection) -> list[NamedIn]:
            return [NamedIn(row[0], row[1], day(row[2]), *row[3:]) for row in db.execute(query, wanted)]

        return tuple(self.database.read(find, []))

    # Who said what, and how much of it

    def said_by(self, names: Iterable[str], limit: int = 1000) -> tuple[SaidThere, ...]:
        """What those said who are called so, letter case and accents aside, the latest article first."""
        wanted = [*names]
        catch_up(self.database, CAUGHT_UP)
        return tuple(self.database.read(lambda db: quotations_of(db, wanted, limit), []))

    def figures_of(self, unit: str = "", noun: str = "", limit: int = 1000) -> tuple[CountedThere, ...]:
        """Figures with a unit ("percent"), or that count a noun: "fighters" finds "foreign fighters" too."""
        catch_up(self.database, CAUGHT_UP)
        return tuple(self.database.read(lambda db: figures_of(db, unit, noun, limit), []))
