"""The index: what was put in comes out, whatever happens to its file, beside other readers."""

import multiprocessing
import sqlite3
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.library.finding import holding
from tui.analysis.model import Alias, Analysis, Entity, Kind, Mention
from tui.library.index import analyses
from tui.library.index import database as index_module
from tui.library.index.database import Database
from tui.library.index.index import Index
from tui.library.index.schema import FILE
from tui.library.query import parse
from tui.text.article import Article, Known, Published
from tui.text.span import Span

Write = Callable[..., Article]


def analysis_of(article: Article, **names: Kind) -> Analysis:
    def entity(name: str, kind: Kind) -> Entity:
        mention = Mention(Span(0, len(name)), kind, name, "crf")
        return Entity(name, kind, (Alias(name, "exact"), Alias(name[:3], "acronym")), (mention, mention))

    entities = tuple(entity(name, kind) for name, kind in names.items())
    return Analysis(article.digest, Published(), (), entities, (), ())


def keep(index: Index, article: Article, body: bytes = b"{}", **names: Kind) -> None:
    index.keep(article, analysis_of(article, **names), "f", body)


def test_an_opened_article_is_the_most_recent(index: Index, write_article: Write) -> None:
    day = Published(date(2021, 3, 25), Known.STATED)
    first = write_article("One two three.", title="First", source="/a/1.md")
    second = Article("/a/2.md", "Second", "Four.", (), "Anna Berg", "The Paper", published=day)
    for article in (first, second, first):
        index.opened(article)
    assert [known.title for known in index.recent()] == ["First", "Second"]
    assert [known.title for known in index.recent(1)] == ["First"]
    known = index.known(["/a/2.md", "/a/none.md"])
    assert list(known) == ["/a/2.md"]
    assert known["/a/2.md"][1:6] == ("Second", "Anna Berg", "The Paper", date(2021, 3, 25), 1)
    index.forget("/a/1.md")
    assert [known.title for known in index.recent()] == ["Second"]


def test_an_analysed_article_was_not_opened(index: Index, write_article: Write) -> None:
    article = write_article("One.")
    keep(index, article)
    assert index.recent() == ()
    assert index.known([article.source])[article.source].opened is None
    index.opened(article)
    keep(index, article)
    assert len(index.recent()) == 1


def test_analyses_hang_on_digest_and_fingerprint(index: Index, write_article: Write) -> None:
    article = write_article("One.")
    keep(index, article, b"body")
    assert index.analysis(article.digest, "f") == b"body"
    assert index.analysis(article.digest, "other code") is None
    assert index.analysis("other article", "f") is None


def test_the_oldest_analyses_go_first(index: Index, write_article: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analyses, "HELD", 2 * len(analyses.pack(b"0123456789")))
    articles = [write_article(f"Number word{number}.", source=f"/a/{number}") for number in range(10)]
    for article in articles:
        keep(index, article, b"0123456789")
    kept = [index.analysis(article.digest, "f") is not None for article in articles]
    assert kept == [False] * 8 + [True] * 2
    assert all(holding(index, f"word{number}") for number in range(10))  # what they say is still found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("canal", ["/suez"]),
        ("CANAL ship", ["/suez"]),
        ("elysee", ["/paris"]),  # accents aside
        ("lodz strasse offi", ["/letters"]),  # and however else a word is written
        ("ŁÓDŹ STRAẞE", ["/letters"]),
        ("co-op's", ["/letters"]),
        ("shi", ["/suez"]),  # as it is typed
        ("the", ["/suez", "/paris", "/letters"]),
        ("canal elysee", []),
        ('"', []),
        ("'); DROP TABLE texts --", []),
        ("canal OR elysee", []),
        ("canal* NEAR(", []),
        ("\ud800", []),
        ("\x00", []),
        ("", []),
    ],
)
def test_words_are_found_over_all_articles(index: Index, write_article: Write, query: str, found: list[str]) -> None:
    keep(index, write_article("The ship blocks the canal.", title="Suez", source="/suez"))
    keep(index, write_article("The Élysée says no.", title="Paris", source="/paris"))
    keep(index, write_article("Łódź, Straße: an oﬃce of the co‑op’s.", title="1", source="/letters"))
    assert sorted(hit.source for hit in holding(index, query)) == sorted(found)


def test_an_excerpt_marks_the_words(index: Index, write_article: Write) -> None:
    keep(index, write_article("A ship blocks the canal.", title="Suez"))
    (hit,) = holding(index, "canal")
    assert index.excerpt(hit.id, parse("canal").words) == "A ship blocks the \x02canal\x03."


def test_a_changed_article_replaces_its_words(index: Index, write_article: Write) -> None:
    keep(index, write_article("Before."))
    keep(index, write_article("After."))
    assert not holding(index, "before")
    assert holding(index, "after")


def test_articles_that_name_someone_under_any_alias(index: Index, write_article: Write) -> None:
    keep(index, write_article("1", title="One", source="/1"), United=Kind.ORG, Berg=Kind.PERSON)
    keep(index, write_article("2", title="Two", source="/2"), Berlin=Kind.PLACE)
    assert [(named.source, named.name, named.mentions) for named in index.naming(["united"])] == [("/1", "United", 2)]
    assert [named.source for named in index.naming(["Ber"])] == ["/1", "/2"]
    assert [named.source for named in index.naming(["Berg", "Ber"])] == ["/1", "/2"]
    assert index.naming(["Oslo"]) == index.naming([]) == ()
    keep(index, write_article("1", title="One", source="/1"))
    assert index.naming(["united"]) == ()


@pytest.mark.parametrize(
    "damage", [b"", b"not a database at all, but long enough to look" * 50, b"SQLite format 3\x00junk"]
)
def test_a_damaged_file_is_begun_anew(tmp_path: Path, write_article: Write, damage: bytes) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(damage)
    index = Index(path)
    index.opened(write_article("One."))
    index.close()
    again = Index(path)
    assert len(again.recent()) == 1
    again.close()


def test_damage_in_the_middle_is_a_miss_and_then_mended(tmp_path: Path, write_article: Write) -> None:
    path = tmp_path / "index.sqlite"
    index = Index(path)
    for number in range(50):
        keep(index, write_article("word " * 2000, source=f"/a/{number}"), bytes(20_000))
    index.close()
    with path.open("r+b") as file:
        for page in range(1, path.stat().st_size // 4096):
            file.seek(page * 4096)
            file.write(b"\xa5" * 4096)
    index = Index(path)
    assert index.recent() == ()
    holding(index, "word")
    for number in range(3):
        index.opened(write_article("One.", source=f"/b/{number}"))
    assert index.known(["/b/2"])
    index.close()
    assert path.with_name("index.sqlite.damaged").exists()


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path, write_article: Write) -> None:
    index = Index(tmp_path / "missing" / "index.sqlite")
    index.opened(write_article("One."))
    assert len(index.recent()) == 1  # as long as this reader runs
    index.close()


def test_a_name_that_is_no_text_is_left_out(index: Index, write_article: Write) -> None:
    odd = write_article("One.", source="/a/\udce9.md")
    index.opened(odd)
    keep(index, odd)
    index.opened(write_article("Two.", source="/a/2.md"))
    assert list(index.known(["/a/\udce9.md", "/a/2.md"])) == ["/a/2.md"]


def test_odd_titles_and_texts_are_kept(index: Index, write_article: Write) -> None:
    keep(index, write_article("A lone \ud800 surrogate and a \x00.", title="\ud800 title"))
    assert holding(index, "surrogate")


def test_two_readers_share_an_index(tmp_path: Path, write_article: Write) -> None:
    path = tmp_path / "index.sqlite"
    readers = [multiprocessing.get_context("spawn").Process(target=_read_many, args=(path, n)) for n in range(2)]
    for reader in readers:
        reader.start()
    index = Index(path)
    for number in range(40):
        index.opened(write_article("One.", source=f"/main/{number}"))
    for reader in readers:
        reader.join(120)
        assert reader.exitcode == 0
    assert len(index.recent()) == 120
    index.close()


def _read_many(path: Path, reader: int) -> None:
    index = Index(path)
    for number in range(40):
        article = Article(f"/{reader}/{number}", "One", "One.", ())
        index.opened(article)
        index.keep(article, analysis_of(article), "f", b"x" * 1000)
        assert index.analysis(article.digest, "f")


def test_threads_share_an_index(index: Index, write_article: Write) -> None:
    def work(name: str) -> None:
        for number in range(20):
            keep(index, write_article(name, source=f"/{name}/{number}"))
            holding(index, name)

    threads = [threading.Thread(target=work, args=(name,)) for name in ("red", "green", "blue")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(len(holding(index, name)) for name in ("red", "green", "blue")) == 60


def test_no_question_waits_for_another(index: Index, write_article: Write) -> None:
    keep(index, write_article("A ship blocks the canal."))
    asked, answered = threading.Event(), threading.Event()

    def long_question(db: sqlite3.Connection) -> int:
        asked.set()
        assert answered.wait(120)
        return int(db.execute("SELECT count(*) FROM articles").fetchone()[0])

    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(index.database.read(long_question, 0)))
    thread.start()
    assert asked.wait(120)
    assert len(holding(index, "canal")) == 1
    index.opened(write_article("Another one."))
    answered.set()
    thread.join(120)
    assert found == [1]


def test_connections_that_read_notice_another_file(index: Index, write_article: Write) -> None:
    keep(index, write_article("A ship blocks the canal."))
    assert holding(index, "canal")
    index.path.unlink()
    keep(index, write_article("Snow fell."))
    assert not holding(index, "canal")
    assert holding(index, "snow")


def test_names_of_some_articles_are_counted(index: Index, write_article: Write) -> None:
    keep(index, write_article("1", source="/1"), Berg=Kind.PERSON, Oslo=Kind.PLACE)
    keep(index, write_article("2", source="/2"), Berg=Kind.PERSON)
    keep(index, write_article("3", source="/3"), Rome=Kind.PLACE)
    ids = [known.id for known in index.known(["/1", "/2"]).values()]
    assert index.names_in(ids, 5, lambda: True) == (("Berg", 2), ("Oslo", 1))
    assert index.names_in(ids, 1, lambda: True) == (("Berg", 2),)
    assert index.names_matching(ids[0], parse('osl "rome"').words) == ("Oslo",)


def test_a_question_that_is_late_is_dropped(
    index: Index, write_article: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.index.index.STEPS", 1)
    keep(index, write_article("1", source="/1"), Berg=Kind.PERSON)
    ids = [known.id for known in index.everything()]
    assert index.names_in(ids, 5, lambda: False) == ()
    assert index.names_in(ids, 5, lambda: True) == (("Berg", 1),)


def test_a_busy_file_is_a_miss_not_an_error(
    tmp_path: Path, write_article: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_module, "WAIT_SECONDS", 0.05)
    index = Index(tmp_path / "index.sqlite")
    other = sqlite3.connect(index.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    index.opened(write_article("One."))
    other.execute("ROLLBACK")
    other.close()
    assert index.recent() == ()
    index.close()


def test_a_file_that_stays_locked_is_given_up_soon(tmp_path: Path, write_article: Write) -> None:
    held = sqlite3.connect(tmp_path / "index.sqlite", isolation_level=None)
    held.execute("CREATE TABLE held (x)")
    held.execute("BEGIN EXCLUSIVE")
    began = time.monotonic()
    index = Index(tmp_path / "index.sqlite")
    assert time.monotonic() - began < 60 * index_module.OPENING_SECONDS  # and not for ever
    assert "locked" in index.trouble
    index.opened(write_article("One."))
    assert len(index.recent()) == 1  # for this session
    index.close()
    held.close()


def test_what_cannot_be_used_is_said_and_nothing_raises(tmp_path: Path, write_article: Write) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    (tmp_path / "stuck").write_bytes(b"no database" * 500)
    for name in ("stuck.damaged", "stuck-wal", "stuck-shm"):
        (tmp_path / name / "in the way").mkdir(parents=True)
    for path in (tmp_path / "folder", tmp_path / "file" / "index", tmp_path / "stuck", Path("\udcff") / "index"):
        index = Index(path)
        index.opened(write_article("One."))
        assert str(path) in index.trouble
        assert index.trouble.endswith(".")
        index.close()
    assert Index(tmp_path / "fine").trouble == ""


def test_what_an_older_schema_held_is_deleted(tmp_path: Path) -> None:
    left = [tmp_path / name for name in ("notes.json", "index-4.sqlite.turn", "index-99.sqlite")]
    older = [
        tmp_path / name for name in ("index.sqlite", "index-2.sqlite", "index-3.sqlite-wal", "index-3.sqlite.turn")
    ]
    for path in (*left, *older):
        path.write_bytes(b"x")
    Database(tmp_path / FILE).close()
    assert all(path.exists() for path in left)
    assert not any(path.exists() for path in older)


def test_a_name_is_written_once_however_many_bear_it(index: Index, write_article: Write) -> None:
    for number in range(20):
        keep(index, write_article(f"{number}.", source=f"/a/{number}"), **{"Osama Rabie": Kind.PERSON})
    keep(index, write_article("Another writing.", source="/a/other"), **{"OSAMA RABIE": Kind.PERSON})
    count = "SELECT count(*) FROM written WHERE words LIKE 'Osama%'"
    assert index.database.read(lambda db: db.execute(count).fetchone(), None) == (2,)
    assert len(index.named("osama rabie")) == 21
    assert {hit.name for hit in index.naming(["osama rabie"])} == {"Osama Rabie", "OSAMA RABIE"}
