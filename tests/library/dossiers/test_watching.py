"""Which articles of what is watched are new."""

import pytest

from tui.library.dossiers.watching import leave, look, news_of
from tui.library.entities.finding import candidates
from tui.library.index.database import Database
from tui.library.indexing.pool import here
from tui.library.indexing.run import bring_up_to_date

TEXT = "Anna Ostrevik opened the harbour on Monday. Ostrevik said that the ships would come back soon.\n"


@pytest.fixture
def database(tmp_path):
    made = Database(tmp_path / "index.sqlite")
    yield made
    made.close()


def write(database, name, text):
    folder = database.path.parent / "articles"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text)
    bring_up_to_date(database, [folder], here, lambda step: None)


def ask(database, words, id=""):
    found = []
    database.write(lambda db: found.append(news_of(db, words, id)))
    return len(found[0].matching), found[0].new


@pytest.mark.parametrize("by", ["name", "query"])
def test_what_comes_later_is_new_until_it_is_looked_at(database, by):
    write(database, "one.txt", TEXT)
    id = database.read(lambda db: candidates(db, "Anna Ostrevik")[0].id, "") if by == "name" else ""
    words = "Anna Ostrevik" if by == "name" else "harbour ships"
    assert ask(database, words, id) == (1, frozenset())
    write(database, "two.txt", TEXT.replace("Monday", "Friday"))
    write(database, "other.txt", "Nothing of it is said here, and nobody is named.\n")
    count, new = ask(database, words, id)
    assert (count, len(new)) == (2, 1)
    assert ask(database, words, id)[1] == new  # asking is not looking
    database.write(lambda db: look(db, words, id, new))
    assert ask(database, words, id) == (2, frozenset())
    database.write(lambda db: leave(db, words, id))
    assert ask(database, words, id) == (2, frozenset())


def test_a_name_that_got_another_id_is_found_by_its_words(database):
    write(database, "one.txt", TEXT)
    assert ask(database, "Anna Ostrevik", "P:somebody else")[0] == 1


def test_a_question_that_is_none_matches_nothing(database):
    write(database, "one.txt", TEXT)
    assert ask(database, "is:unread") == (0, frozenset())
