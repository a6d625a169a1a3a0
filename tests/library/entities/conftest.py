"""Articles of a few sentences, told and counted as the index does."""

import sqlite3
from dataclasses import replace

import pytest

from tui.analysis.pipeline import analyse
from tui.library.entities.finding import bearing, candidates
from tui.library.entities.tables import make_tables, put
from tui.library.entities.told import packed, told
from tui.library.index.schema import TABLES
from tui.text.formats.plain import plain_article


class Shelf:
    """Articles in the tables; what they say is asked by name."""

    def __init__(self):
        self.db = sqlite3.connect(":memory:")
        self.db.executescript(TABLES)
        make_tables(self.db)

    def tell(self, number, text, kind=None):
        """`kind` is what the article takes all its names for."""
        article = plain_article(text, source=str(number))
        analysis = analyse(article)
        if kind is not None:
            entities = tuple(
                replace(one, kind=kind, mentions=tuple(replace(mention, kind=kind) for mention in one.mentions))
                for one in analysis.entities
            )
            analysis = replace(analysis, entities=entities)
        put(self.db, number, packed(told(article.text, analysis), b""))

    def ids(self, name):
        return [one.id for one in candidates(self.db, name)]

    def articles(self, name, which=0):
        return sorted({one.article for one in bearing(self.db, self.ids(name)[which]).sure})

    def unsure(self, name, which=0):
        return sorted({one.article for one in bearing(self.db, self.ids(name)[which]).unsure})


@pytest.fixture
def shelf():
    return Shelf()
