"""However a run goes, the index that is up to date is the same."""

import shutil
import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.library.finding import holding
from tui.flags import Move
from tui.library.index.articles import troubles
from tui.library.index.database import Database
from tui.library.index.index import Index
from tui.library.indexing.pool import here, in_order
from tui.library.indexing.run import NAMES, TEXTS, Step, Summary, bring_up_to_date
from tui.library.indexing.task import Outcome
from tui.library.packing.packing import unpack

SAYINGS = [
    "Anna Berg resigned in Oslo on 4 May 2019.",
    "The strike in Lagos ended.",
    "Omar Rabie met the union in Cairo.",
]


def silent(step: Step) -> None:
    pass


def update(database: Database, *paths: Path, **options: Any) -> Summary:
    return bring_up_to_date(database, paths, options.pop("run", here), options.pop("tell", silent), **options)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder of forty articles."""
    folder = tmp_path / "shelf"
    (folder / "deep").mkdir(parents=True)
    for number in range(40):
        place = folder / ("deep" if number % 3 else ".") / f"{number}.{'md' if number % 2 else 'txt'}"
        place.write_text(f"Story {number}\n\n{SAYINGS[number % 3]} It was number{number}.\n")
    return folder


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A new index."""
    database = Database(tmp_path / "index.sqlite")
    yield database
    database.close()


def content(database: Database) -> dict[str, Any]:
    """All that an index holds, without its ids and clocks."""

    def find(db: sqlite3.Connection) -> dict[str, Any]:
        articles = db.execute("SELECT source, title, published, digest, words, size, modified, trouble FROM articles")
        names = db.execute(
            "SELECT source, name, kind, entity, mentions FROM names JOIN articles ON articles.id = names.article"
        )
        analyses = db.execute("SELECT digest, body FROM analyses")
        words = {
            word: sorted(db.execute("SELECT source FROM articles WHERE id IN (SELECT rowid FROM texts(?))", (word,)))
            for word in ("oslo", "number7", "story", "strike")
        }
        db.execute("INSERT INTO texts (texts) VALUES ('integrity-check')")
        return {
            "articles": sorted(articles),
            "names": sorted(names),
            "analyses": sorted((digest, unpack(body, digest.hex())) for digest, body in analyses),
            "words": words,
        }

    return database.read(find, {})


def test_what_lies_in_a_folder_is_known_and_found(database: Database, shelf: Path) -> None:
    assert update(database, shelf) == Summary(40, 40, 0, 40, 0, 0)
    index = Index(database.path)
    assert [Path(hit.source).name for hit in holding(index, "number7")] == ["7.md"]
    assert len(holding(index, "strike")) == 13
    assert {Path(one.source).name for one in index.naming(["Omar Rabie"])} == {
        f"{number}.{'md' if number % 2 else 'txt'}" for number in range(2, 40, 3)
    }
    assert index.recent() == ()  # nobody has opened any
    index.close()
    assert update(database, shelf) == Summary(40, 0, 0, 0, 0, 0)


def test_changed_moved_and_removed_files_are_noticed(database: Database, shelf: Path) -> None:
    update(database, shelf)
    (shelf / "0.txt").write_text("Story 0\n\nNow it is about Quito.\n")
    shutil.move(shelf / "deep" / "1.md", shelf / "moved.md")
    (shelf / "deep" / "2.txt").unlink()
    assert update(database, shelf) == Summary(39, 2, 2, 1, 0, 0)  # what only moved is not analysed again
    index = Index(database.path)
    assert [Path(hit.source).name for hit in holding(index, "quito")] == ["0.txt"]
    assert "moved.md" in {Path(hit.source).name for hit in holding(index, "number1")}
    assert "moved.md" in {Path(one.source).name for one in index.naming(["Lagos"])}
    assert not holding(index, "number2 cairo")
    assert [Path(one.source).name for one in index.naming(["Quito"])] == ["0.txt"]
    index.close()


def test_other_folders_stay_known(database: Database, shelf: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("An avalanche in Riga.")
    update(database, shelf, analysed=False)
    assert update(database, other, analysed=False) == Summary(1, 1, 0, 0, 0, 0)
    assert len(content(database)["articles"]) == 41


def test_what_cannot_be_read_says_why_and_is_tried_when_it_has_changed(database: Database, shelf: Path) -> None:
    (shelf / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (shelf / "empty.md").write_text("")
    assert update(database, shelf, analysed=False) == Summary(42, 42, 0, 0, 2, 0)
    told = dict(database.read(troubles, []))
    assert "is empty" in told[str(shelf.resolve() / "empty.md")]
    assert all(sentence.endswith(".") for sentence in told.values())
    assert update(database, shelf, analysed=False).read == 0
    (shelf / "empty.md").write_text("Full now.")
    assert update(database, shelf, analysed=False).read == 1
    assert len(database.read(troubles, [])) == 1


def test_a_run_that_was_ended_goes_on_where_it_was(database: Database, shelf: Path, tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    for stage in (TEXTS, NAMES):

        def end(step: Step, stage: str = stage) -> None:
            if step.stage == stage and step.done >= 16:
                raise Enough

        with pytest.raises(Enough):
            update(database, shelf, tell=end)
    last = update(database, shelf)
    assert last.read + last.analysed < 40
    whole = Database(tmp_path / "whole.sqlite")
    update(whole, shelf)
    assert content(database) == content(whole)
    whole.close()


def test_workers_that_are_killed_cost_nothing(database: Database, shelf: Path, tmp_path: Path) -> None:
    killed = 0

    def kill_amid(function: Callable[[Any], Any], tasks: Iterable[Any]) -> Generator[tuple[Any, Outcome]]:
        """Each time that some tasks are done; those that the killed ones had are done when it is time again."""
        nonlocal killed
        with closing(in_order(function, tasks, processes=2)) as outcomes:
            for number, outcome in enumerate(outcomes):
                if number % 5 == 0:
                    for child in psutil.Process().children():
                        with suppress(psutil.Error):  # it has just ended
                            if "tui.library.indexing.task" in child.cmdline():
                                child.kill()
                                killed += 1
                yield outcome

    summary = update(database, shelf, run=kill_amid)
    assert killed
    assert summary == Summary(40, 40, 0, 40, 0, 0)
    whole = Database(tmp_path / "whole.sqlite")
    update(whole, shelf)
    assert content(database) == content(whole)
    whole.close()


def test_an_index_that_is_deleted_amid_a_run_is_made_again(database: Database, shelf: Path, tmp_path: Path) -> None:
    def delete(step: Step) -> None:
        if step.stage == NAMES and step.done == 16:
            database.path.unlink()

    update(database, shelf, tell=delete)
    update(database, shelf)
    whole = Database(tmp_path / "whole.sqlite")
    update(whole, shelf)
    assert content(database) == content(whole)
    whole.close()


def test_texts_are_read_again_by_other_code(database: Database, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    update(database, shelf, analysed=False)
    monkeypatch.setattr("tui.library.indexing.run._reader", lambda: "other code")
    assert update(database, shelf, analysed=False).read == 40
    assert update(database, shelf, analysed=False).read == 0


def test_what_other_code_has_read_is_read_again_though_a_run_is_ended(
    database: Database, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    update(database, shelf, analysed=False)
    monkeypatch.setattr("tui.library.indexing.run._reader", lambda: "other code")

    def end(step: Step) -> None:
        if step.done >= 32:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        update(database, shelf, tell=end, analysed=False)
    (shelf / "0.txt").unlink()
    left = update(database, shelf, analysed=False)  # what was not reached then is read now
    assert (left.read + 32 >= 39, left.gone) == (True, 1)
    assert update(database, shelf, analysed=False).read == 0


def test_what_has_another_place_is_told_once(shelf: Path, database: Database, tmp_path: Path) -> None:
    update(database, shelf)
    heard: list[Move] = []
    (shelf / "0.txt").rename(shelf / "deep" / "moved.txt")
    shutil.copy(shelf / "3.md", shelf / "copy one.md")
    (shelf / "3.md").rename(shelf / "copy two.md")
    shutil.copy(shelf / "6.txt", shelf / "beside.txt")  # it is there still
    (shelf / "9.md").unlink()
    update(database, shelf, moved=heard.extend)
    named = sorted((Path(before).name, Path(now).name) for before, now in heard)
    assert named == [("0.txt", "moved.txt"), ("3.md", "copy one.md"), ("3.md", "copy two.md")]
    heard.clear()
    update(database, shelf, moved=heard.extend)
    assert heard == []
