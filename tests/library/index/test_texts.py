"""Words of many articles are put in, in one go, and found like those of one."""

import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tui.library.index.articles import FileState, row_of
from tui.library.index.database import Database
from tui.library.index.texts import body_of, drop_text, make_findable, put_body
from tui.library.indexing.files import File
from tui.library.indexing.work import Text
from tui.library.indexing.writing import changes_for, make_all
from tui.text.formats.plain import plain_article


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A new index."""
    database = Database(tmp_path / "index.sqlite")
    yield database
    database.close()


def text(number: int, words: str) -> Text:
    article = plain_article(f"Story {number}\n\n{words}", f"/shelf/{number}.txt")
    return Text(File(article.source, FileState(1, 1)), row_of(article), body_of(article))


def found(database: Database, word: str) -> list[int]:
    def find(db: sqlite3.Connection) -> list[int]:
        return [id for (id,) in db.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (word,))]

    return database.read(find, [])


def test_what_is_written_together_is_not_put_together_later(database: Database) -> None:
    changes = [change for number in range(50) for change in changes_for(text(number, f"Number{number}."), True)]
    assert database.write(partial(make_all, changes=changes))
    count = "SELECT count(DISTINCT segid) FROM texts_idx"
    assert database.read(lambda db: db.execute(count).fetchone()[0], 0) == 1
    assert [len(found(database, f"number{number}")) for number in range(50)] == [1] * 50


def test_a_text_put_in_twice_at_once_is_found_by_the_words_of_the_second(database: Database) -> None:
    changes = [*changes_for(text(1, "The ferry."), True), *changes_for(text(1, "The bridge."), True)]
    assert database.write(partial(make_all, changes=changes))
    assert (found(database, "ferry"), len(found(database, "bridge"))) == ([], 1)
    assert database.write(partial(make_all, changes=[*changes_for(text(1, "The tunnel."), True)]))
    assert (found(database, "bridge"), len(found(database, "tunnel"))) == ([], 1)


def test_the_same_text_put_in_twice_at_once_is_there_once(database: Database) -> None:
    body = text(1, "The ferry.").body

    def put(db: sqlite3.Connection) -> None:
        for one in (put_body(db, 1, body), put_body(db, 1, body)):
            make_findable(db, one)
        drop_text(db, 1)

    assert database.write(put)
    assert found(database, "ferry") == []


def test_a_text_that_is_taken_out_before_it_is_findable_leaves_nothing(database: Database) -> None:
    def put(db: sqlite3.Connection) -> None:
        one = put_body(db, 1, text(1, "The ferry.").body)
        drop_text(db, 1)
        make_findable(db, one)

    assert database.write(put)
    assert found(database, "ferry") == []
