"""Each letter of a mailbox and each article of a feed is an article of the index."""

import sqlite3
import subprocess
from collections.abc import Generator, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.library.finding import holding
from tui.errors import UnreadableArticle
from tui.library.index.articles import troubles
from tui.library.index.database import Database
from tui.library.index.index import Index
from tui.library.indexing.cluster import _contents, _remotely
from tui.library.indexing.files import File, files_under
from tui.library.indexing.pool import here
from tui.library.indexing.run import OF_A_FILE, Summary, bring_up_to_date
from tui.library.indexing.task import Outcome
from tui.library.indexing.work import Several, Text, Wanted, analyse_some, from_disk, read_some
from tui.library.indexing.writing import changes_for
from tui.library.listing import Listing
from tui.library.query import parse
from tui.library.shelf import Shelf
from tui.text.article import Article

LETTER = """From ada Tue May 14
From: Ada King <ada@example.org>
Subject: Letter {0}
Date: Tue, {1} May 2024 10:00:00 +0000
Message-ID: <{0}@example.org>

Omar Rabie met the union in Cairo. It was number{0}.

"""
ITEM = (
    "<item><guid>{0}</guid><title>Story {0}</title><pubDate>Tue, 14 May 2024 10:00:00 GMT</pubDate>"
    "<description>&lt;p&gt;The strike in Lagos ended. It was item{0}.&lt;/p&gt;</description></item>"
)


def mailbox(path: Path, numbers: Sequence[int]) -> Path:
    path.write_text("".join(LETTER.format(number, number % 28 + 1) for number in numbers))
    return path


def feed(path: Path, numbers: Sequence[int]) -> Path:
    items = "".join(map(ITEM.format, numbers))
    path.write_text(f"<rss version='2.0'><channel><title>News</title>{items}</channel></rss>")
    return path


def update(database: Database, *paths: Path) -> Summary:
    return bring_up_to_date(database, paths, here, lambda step: None)


def titles(database: Database, *paths: Path, words: str = "") -> list[str]:
    index = Index(database.path)
    shelf = Shelf(paths, index)
    found = [entry.title for entry in Listing(shelf, index, shelf.entries).found().matching(parse(words))]
    index.close()
    return found


def troubles_in(database: Database) -> list[tuple[str, str]]:
    none: list[tuple[str, str]] = []
    return database.read(troubles, none)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A new index."""
    database = Database(tmp_path / "index.sqlite")
    yield database
    database.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A mailbox of four letters, a feed of three articles and a text."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    mailbox(folder / "a.mbox", range(4))
    feed(folder / "b.rss", range(3))
    (folder / "c.txt").write_text("A text\n\nThe port of Oslo closed.\n")
    return folder


def test_each_of_them_is_listed_and_found(database: Database, folder: Path) -> None:
    assert titles(database, folder) == ["a", "b", "c"]
    assert update(database, folder) == Summary(3, 3, 0, 8, 0, 0)
    every = ["Letter 3", "Letter 2", "Letter 1", "Letter 0", "Story 0", "Story 1", "Story 2", "A text"]
    assert titles(database, folder) == every
    assert titles(database, folder, words="number2") == ["Letter 2"]
    assert titles(database, folder, words='name:"Omar Rabie" after:2024-05-03') == ["Letter 3", "Letter 2"]
    assert titles(database, folder / "b.rss", words="item1") == ["Story 1"]
    assert sorted(titles(database)[:8]) == sorted(every)
    index = Index(database.path)
    listing = Listing(shelf := Shelf([folder], index), index, shelf.entries).found()
    assert [entry.told_by for entry in listing.entries] == [*["Ada King"] * 4, *["News"] * 3, ""]
    (letter,) = holding(index, "number2")
    article = Shelf([folder], index).read(letter.source)
    assert (article.title, article.source, article.byline) == ("Letter 2", letter.source, "Ada King")
    assert [one.title for one in index.recent()] == ["Letter 2"]
    index.close()
    assert update(database, folder) == Summary(3, 0, 0, 0, 0, 0)


def test_a_changed_file_changes_only_its_own_and_of_these_what_changed(database: Database, folder: Path) -> None:
    update(database, folder)
    before = {one.source: one.id for one in Index(database.path).everything()}
    number = Index(database.path).last_change()
    mailbox(folder / "a.mbox", [0, 1, 3, 9])
    assert update(database, folder) == Summary(3, 1, 0, 1, 0, 0)
    index = Index(database.path)
    assert [one.title for one in index.changed_since(number)] == ["Letter 9"]
    after = {one.source: one.id for one in index.everything()}
    assert len(before.keys() - after.keys()) == len(after.keys() - before.keys()) == 1
    assert all(after[source] == id for source, id in before.items() if source in after)
    assert titles(database, folder / "a.mbox") == ["Letter 9", "Letter 3", "Letter 1", "Letter 0"]
    assert holding(index, "number2") == []
    index.close()


def test_a_file_that_goes_takes_its_own_with_it(database: Database, folder: Path) -> None:
    update(database, folder)
    (folder / "a.mbox").unlink()
    assert update(database, folder) == Summary(2, 0, 1, 0, 0, 0)
    assert titles(database, folder) == ["Story 0", "Story 1", "Story 2", "A text"]
    assert not Index(database.path).naming(["Omar Rabie"])


def test_a_file_becomes_one_article_and_several_again(database: Database, folder: Path) -> None:
    path = folder / "a.mbox"
    for numbers in ([5], [5, 6, 7], [6], [], [1, 2]):
        mailbox(path, numbers)
        update(database, folder)
        expected = [f"Letter {number}" for number in reversed(numbers)]
        assert titles(database, path) == (expected or ["a"])
        assert bool(troubles_in(database)) == (not numbers)


def test_a_letter_without_a_text_costs_no_other(database: Database, folder: Path) -> None:
    path = folder / "a.mbox"
    path.write_text(path.read_text().replace("Omar Rabie met the union in Cairo. It was number1.", ""))
    assert update(database, folder).unreadable == 1
    assert titles(database, path) == ["Letter 3", "Letter 2", "Letter 0"]
    ((source, trouble),) = troubles_in(database)
    assert source.startswith(f"{path}/")
    assert trouble.startswith("a.mbox/")
    assert "no text" in trouble


def test_a_run_that_is_ended_amid_a_file_loses_nothing(database: Database, folder: Path) -> None:
    found = read_some(tuple(files_under([folder / "a.mbox"])))
    changes = [change for one in found for change in changes_for(one, searchable=True)]
    for made in range(len(changes)):
        for change in changes[:made]:
            database.write(change)
        assert update(database, folder / "a.mbox").gone == 0
        assert titles(database, folder / "a.mbox") == ["Letter 3", "Letter 2", "Letter 1", "Letter 0"]
    database.read(lambda db: db.execute("INSERT INTO texts (texts) VALUES ('integrity-check')"), None)


def test_many_articles_of_a_file_are_read_at_once(database: Database, tmp_path: Path) -> None:
    path = mailbox(tmp_path / "many.mbox", range(OF_A_FILE + 5))
    asked: list[int] = []

    def articles_of(source: str, names: Sequence[str]) -> Iterator[tuple[str, Article | UnreadableArticle]]:
        asked.append(len(names))
        return iter(from_disk.articles_of(source, names))

    def run(function: Any, tasks: Iterable[Any]) -> Generator[tuple[Any, Outcome]]:
        reader = (
            {"reader": from_disk._replace(articles_of=articles_of)} if function in (read_some, analyse_some) else {}
        )
        return here(partial(function, **reader), tasks)

    bring_up_to_date(database, [path], run, lambda step: None)
    assert asked == [OF_A_FILE + 5, OF_A_FILE, 5]


def test_who_is_named_in_them_is_told_without_a_process_for_each(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mailbox(tmp_path / "many.mbox", range(20))
    begun: list[str] = []
    popen = subprocess.Popen.__init__

    def begin(process: Any, command: Sequence[str], *rest: Any, **options: Any) -> None:
        begun.append(" ".join(command))
        popen(process, command, *rest, **options)

    monkeypatch.setattr(subprocess.Popen, "__init__", begin)
    update(database, path)
    assert len([one for one in begun if "apart.worker" in one]) <= 6  # to list them, to read, to find names, to tell
    assert database.read(lambda db: db.execute("SELECT count(DISTINCT article) FROM borne").fetchone(), None) == (20,)


def test_workers_of_a_cluster_need_no_file(folder: Path) -> None:
    path = folder / "a.mbox"
    task = tuple(files_under([path]))
    contents = _contents(task)
    (several,) = _remotely(read_some, contents, task)
    assert isinstance(several, Several)
    texts = [text for text in several.texts if isinstance(text, Text)]
    assert len(texts) == 4
    wanted = tuple(Wanted(number, text.row.source, text.row.digest, str(path)) for number, text in enumerate(texts))
    contents = _contents(wanted)
    path.unlink()
    assert list(contents) == [str(path)]
    assert [one.wanted.id for one in _remotely(analyse_some, contents, wanted)] == [3, 2, 1, 0]


def test_what_is_no_longer_in_the_file_fails_silently(folder: Path) -> None:
    path = folder / "a.mbox"
    (failed,) = analyse_some((Wanted(1, f"{path}/00000000", "x", str(path)),))
    assert (failed.wanted.id, getattr(failed, "reason", None)) == (1, "")


def test_old_rows_of_the_file_itself_go(database: Database, folder: Path) -> None:
    (file,) = files_under([folder / "a.mbox"])
    assert isinstance(file, File)

    def refused(db: sqlite3.Connection) -> None:
        db.execute(
            "INSERT INTO articles (source, title, added, size, modified, trouble) VALUES (?, 'a', '', 1, 1, 'several')",
            (file.source,),
        )

    database.write(refused)
    update(database, folder)
    assert troubles_in(database) == []
