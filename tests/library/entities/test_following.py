"""The tables follow what changes in the index, and what a person puts right."""

from pathlib import Path

import pytest

from tui.analysis.model import Kind
from tui.analysis.repairs.repairs import EntityKey, Hide, Merge, Rename, Retype, Split
from tui.library.entities.facts import StoredFacts
from tui.library.entities.finding import bearing, called, candidates
from tui.library.entities.following import catch_up, put_right
from tui.library.entities.tables import ALL, drop_tables
from tui.library.index.database import Database
from tui.library.indexing.pool import here
from tui.library.indexing.run import bring_up_to_date

OSTREVIK = "Anna Ostrevik opened the harbour on Monday. Ostrevik said that the ships would come back soon.\n"
KESTREL = "The Kestrel Volcano Exchange measured the ash. The Kestrel Volcano Exchange said that flights were safe.\n"


class Library:
    def __init__(self, folder: Path) -> None:
        self.folder = folder / "articles"
        self.folder.mkdir()
        self.database = Database(folder / "index.sqlite")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text)

    def update(self) -> None:
        bring_up_to_date(self.database, [self.folder], here, lambda step: None)

    def articles(self, name: str) -> list[str]:
        def find(db):
            found = {one.article for each in candidates(db, name)[:1] for one in bearing(db, each.id).sure}
            return [Path(source).name for id, source in db.execute("SELECT id, source FROM articles") if id in found]

        return sorted(self.database.read(find, []))

    def rows(self) -> dict[str, list[tuple]]:
        """All that is in the tables, by keys and not by their numbers."""
        questions = {
            "borne": "SELECT k.key, source, number, mentions, grade FROM borne JOIN keys k ON k.id = borne.key"
            " JOIN articles ON articles.id = article",
            "fuller": "SELECT a.key, b.key, f.articles FROM fuller f JOIN keys a ON a.id = short"
            " JOIN keys b ON b.id = full",
            "called": "SELECT k.key, kind, name, c.articles FROM called c JOIN keys k ON k.id = c.key",
            "spelt": "SELECT form, k.key, s.articles FROM spelt s JOIN keys k ON k.id = s.key",
            "keys": "SELECT key, articles FROM keys WHERE articles > 0",
        }
        return {name: sorted(self.ask(question)) for name, question in questions.items()}

    def ask(self, question: str) -> list[tuple]:
        return self.database.read(lambda db: db.execute(question).fetchall(), [])


@pytest.fixture
def library(tmp_path):
    made = Library(tmp_path)
    yield made
    made.database.close()


def test_articles_come_change_and_go(library):
    library.write("one.txt", OSTREVIK)
    library.write("two.txt", OSTREVIK.replace("harbour", "bridge"))
    library.update()
    assert library.articles("Anna Ostrevik") == ["one.txt", "two.txt"]
    library.write("two.txt", KESTREL)
    library.write("three.txt", OSTREVIK.replace("harbour", "mill"))
    library.update()
    assert library.articles("Anna Ostrevik") == ["one.txt", "three.txt"]
    (library.folder / "one.txt").unlink()
    library.update()
    assert library.articles("Anna Ostrevik") == ["three.txt"]


def test_bit_by_bit_is_as_all_at_once(library):
    for number in range(6):
        library.write(f"{number}.txt", OSTREVIK.replace("harbour", f"pier {number}") + (KESTREL if number % 2 else ""))
        if number % 2:
            library.update()
    library.write("2.txt", KESTREL)
    (library.folder / "3.txt").unlink()
    library.update()
    bit_by_bit = library.rows()
    assert bit_by_bit["borne"]
    library.database.write(drop_tables)
    library.database.write(lambda db: db.execute("DELETE FROM made_by WHERE what = 'entities'"))
    assert catch_up(library.database)
    assert library.rows() == bit_by_bit


def test_no_more_is_told_than_changed(library):
    for number in range(5):
        library.write(f"{number}.txt", OSTREVIK.replace("harbour", f"pier {number}"))
    library.update()
    library.write("5.txt", KESTREL)
    library.update()
    assert catch_up(library.database, 0)  # nothing is owed
    changed = []
    library.database.write(lambda db: db.set_trace_callback(changed.append))
    library.write("6.txt", KESTREL.replace("ash", "wind"))
    library.update()
    assert len([one for one in changed if one.startswith("INSERT INTO told")]) == 1


def test_an_article_is_told_once_however_often_it_changed(library):
    for number in range(20):
        library.write(f"{number}.txt", OSTREVIK.replace("harbour", f"pier {number}"))
    library.update()
    before = library.rows()
    library.database.write(lambda db: db.execute("DELETE FROM followed WHERE who = 'entities'"))
    told: list[tuple[int, int]] = []
    assert catch_up(library.database, heard=lambda done, total: told.append((done, total)))
    assert told[-1] == (20, 20)  # though each has its text and its analysis in the log
    assert library.rows() == before


def test_a_merge_joins_over_articles_and_comes_apart_again(library):
    library.write("one.txt", "Anna Ostrevik opened the harbour. Ostrevik said so.\n")
    library.write("two.txt", "Berta Hravelund opened the mill. Hravelund said so, and Hravelund left.\n")
    library.update()
    assert library.articles("Anna Ostrevik") == ["one.txt"]
    keys = (
        EntityKey("Anna Ostrevik", Kind.PERSON, ("Anna Ostrevik", "Ostrevik")),
        EntityKey("Berta Hravelund", Kind.PERSON, ("Berta Hravelund", "Hravelund")),
    )
    assert put_right(library.database, [Merge(keys, "Anna Ostrevik")])
    assert catch_up(library.database)
    assert library.articles("Anna Ostrevik") == ["one.txt", "two.txt"]
    assert put_right(library.database, [])
    assert catch_up(library.database)
    assert library.articles("Anna Ostrevik") == ["one.txt"]


def test_a_split_holds_in_every_article(library):
    library.write("one.txt", "Anna Ostrevik opened the harbour. Ostrevik said so. Ostrevik left.\n")
    library.update()
    key = EntityKey("Anna Ostrevik", Kind.PERSON, ("Anna Ostrevik", "Ostrevik"))
    put_right(library.database, [Split(key, "Karl Ostrevik", forms=("Ostrevik",))])
    catch_up(library.database)
    assert library.articles("Karl Ostrevik") == ["one.txt"]


def test_a_new_name_a_hidden_name(library):
    library.write("one.txt", KESTREL)
    library.update()
    key = EntityKey("Kestrel Volcano Exchange", Kind.ORG, ("Kestrel Volcano Exchange",))
    put_right(library.database, [Rename(key, "Volcano Watch")])
    catch_up(library.database)
    [found] = library.database.read(lambda db: candidates(db, "Volcano Watch"), [])
    assert library.database.read(lambda db: called(db, StoredFacts(db), found.id), ("", ""))[0] == "Volcano Watch"
    put_right(library.database, [Hide(key)])
    catch_up(library.database)
    assert library.articles("Kestrel Volcano Exchange") == library.articles("Volcano Watch") == []


def test_another_kind_holds_in_every_article(library):
    library.write("one.txt", KESTREL)
    library.update()
    key = EntityKey("Kestrel Volcano Exchange", Kind.ORG, ("Kestrel Volcano Exchange",))
    put_right(library.database, [Retype(key, Kind.OTHER)])
    catch_up(library.database)
    [found] = library.database.read(lambda db: candidates(db, "Kestrel Volcano Exchange"), [])
    assert found.kind == "OTHER"


def test_a_repair_tells_only_those_it_is_about_again(library):
    library.write("one.txt", OSTREVIK)
    library.write("two.txt", KESTREL)
    library.update()
    key = EntityKey("Kestrel Volcano Exchange", Kind.ORG, ("Kestrel Volcano Exchange",))
    put_right(library.database, [Rename(key, "Volcano Watch")])
    owed = library.database.read(lambda db: db.execute("SELECT article FROM to_tell").fetchall(), [])
    assert len(owed) == 1


def test_the_tables_may_be_deleted(library):
    library.write("one.txt", OSTREVIK)
    library.update()
    library.database.write(lambda db: [db.execute(f"DROP TABLE {table}") for table in ALL])
    library.database.write(lambda db: db.execute("DELETE FROM made_by WHERE what = 'entities'"))
    catch_up(library.database)
    assert library.articles("Ostrevik") == ["one.txt"]
