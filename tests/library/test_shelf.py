"""The shelf: which articles lie under which paths, in which order, and what a restricted reader may open."""

import os
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tui.errors import ReaderError, UnreadableArticle
from tui.library import walk as walk_module
from tui.library.index.index import Index
from tui.library.shelf import Shelf
from tui.library.sources.folder import articles_folder
from tui.library.walk import articles_under, natural
from tui.paths import bundled
from tui.text.article import Article
from tui.text.streams import Piped

FEED = b"<rss><channel><title>News</title>%s</channel></rss>" % b"".join(
    b"<item><title>%s</title></item>" % title for title in (b"A", b"B")
)

SAMPLES = bundled("sample_articles")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    for name in ("part 10.md", "Part 2.txt", "picture.png", ".hidden.md", "deep/er/z.html", "deep/b.md", ".git/x.md"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {path.stem}\n\nSome words about {path.stem}.\n")
    return folder


def find_articles(paths: list[Path]) -> tuple[Path, ...]:
    return tuple(Path(found.path) for found in articles_under(paths))


def names(paths: tuple[Path, ...]) -> list[str]:
    return [path.name for path in paths]


def test_folders_are_read_deep_in_natural_order(folder: Path) -> None:
    assert names(find_articles([folder])) == ["Part 2.txt", "part 10.md", "b.md", "z.html"]


def test_what_is_named_is_taken_as_it_is_and_only_once(folder: Path) -> None:
    named = [folder / "picture.png", folder / "deep" / "b.md", folder, folder / "nothing.md"]
    assert names(find_articles(named)) == ["picture.png", "b.md", "Part 2.txt", "part 10.md", "z.html", "nothing.md"]


def test_links_that_run_in_circles_end(folder: Path) -> None:
    (folder / "deep" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "round.md").symlink_to("round.md")
    (folder / "again.md").symlink_to("part 10.md")
    assert names(find_articles([folder])) == ["again.md", "Part 2.txt", "b.md", "z.html"]
    assert names(find_articles([folder / "round.md"])) == ["round.md"]
    assert Shelf([folder / "round.md"], None).entries()[0].title == "round"


def odd_entries(folder: Path) -> None:
    """What a folder may hold besides articles; each of it stands before the last article in natural order."""
    (folder / "a round.md").symlink_to("a round.md")
    (folder / "a round").symlink_to("b round")
    (folder / "b round").symlink_to("a round", target_is_directory=True)
    (folder / "dangling.md").symlink_to("nowhere.md")
    (folder / "long.md").symlink_to("n" * 300 + ".md")
    (folder / "far").symlink_to("/".join(["n" * 250] * 12), target_is_directory=True)
    (folder / "folder.md").mkdir()
    os.mkfifo(folder / "pipe.md")


def test_one_bad_entry_costs_no_article_after_it(folder: Path) -> None:
    odd_entries(folder)
    (folder / os.fsdecode(b"latin \xe9.md")).write_text("# Latin\n\nA name in another encoding.\n")
    found = find_articles([folder])
    assert names(found) == [os.fsdecode(b"latin \xe9.md"), "Part 2.txt", "part 10.md", "b.md", "z.html"]
    shelf = Shelf([folder], None)
    assert "Latin" in [shelf.look_into(entry).title for entry in shelf.entries()]


@pytest.mark.parametrize(
    "name", ["n" * 300 + ".md", "deep/" * 2000, "a round", "nul\0.md"], ids=["long", "deep", "round", "nul"]
)
def test_a_name_that_leads_nowhere_costs_only_itself(folder: Path, name: str) -> None:
    odd_entries(folder)
    assert len(find_articles([folder / "part 10.md", folder / name, folder / "Part 2.txt"])) == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_costs_only_itself(folder: Path) -> None:
    (folder / "closed").mkdir(0)
    assert names(find_articles([folder])) == ["Part 2.txt", "part 10.md", "b.md", "z.html"]


def beside(shelf: Shelf, path: Path) -> list[str]:
    return [entry.path.name for entry in shelf.beside(os.path.realpath(path))]


def test_beside_an_article_stand_its_neighbours_then_what_was_read(folder: Path, index: Index) -> None:
    Shelf([], index).read(folder / "deep" / "b.md")
    gone = folder / "gone.md"
    gone.write_text("Gone soon.")
    Shelf([], index).read(gone)
    gone.unlink()
    odd_entries(folder)
    one = Shelf([folder / "part 10.md"], index)
    assert beside(one, folder / "part 10.md")[:2] == ["Part 2.txt", "b.md"]
    assert "gone.md" not in beside(one, folder / "part 10.md")
    assert beside(one, folder / "deep" / "b.md") == ["part 10.md"]
    assert beside(Shelf([folder], index), folder / "part 10.md")[:3] == ["Part 2.txt", "b.md", "z.html"]
    assert beside(Shelf([], index), folder / "part 10.md")[:2] == ["Part 2.txt", "b.md"]


def test_beside_the_first_article_ever_stand_the_samples(folder: Path, index: Index) -> None:
    shelf = Shelf([folder / "deep" / "b.md"], index)
    shelf.read(SAMPLES / "suez-1-ship-blocks-the-canal.md")
    assert len(shelf.beside(str(folder / "deep" / "b.md"))) >= 8


def test_a_link_has_the_neighbours_of_both_its_ends(folder: Path, index: Index) -> None:
    (folder / "deep" / "link.md").symlink_to(folder / "part 10.md")
    shelf = Shelf([folder / "deep" / "link.md"], index)
    assert beside(shelf, folder / "part 10.md")[:2] == ["Part 2.txt", "b.md"]


def test_beside_an_article_of_a_restricted_reader_stands_only_what_was_given(folder: Path, index: Index) -> None:
    Shelf([], index).read(folder / "part 10.md")
    (folder / "deep" / "away.md").symlink_to(folder / "part 10.md")
    shelf = Shelf([folder / "deep"], index, restricted=True)
    assert beside(shelf, folder / "deep" / "b.md") == ["z.html"]
    assert beside(Shelf([folder / "deep" / "b.md"], index, restricted=True), folder / "deep" / "b.md") == []


def test_what_came_through_a_pipe_is_kept(folder: Path, index: Index, write_article: Callable[..., Article]) -> None:
    piped = Piped(b"# From a pipe\n\nPiped.", ".md", "The pipe")
    opened = piped.opened()
    shelf = Shelf([folder / "part 10.md"], index, piped=[(piped, opened)])
    assert [(entry.title, entry.piped) for entry in shelf.entries()] == [("From a pipe", True), ("part 10", False)]
    assert shelf.read(shelf.entries()[0].path) is opened.article
    assert beside(shelf, folder / "part 10.md")[:2] == ["Part 2.txt", piped.source]
    assert shelf.beside(piped.source)[0].path.name == "part 10.md"


def test_what_came_through_a_pipe_can_be_kept(folder: Path, index: Index) -> None:
    piped = Piped(b"# From a pipe\n\nPiped.", ".md", "The pipe")
    shelf = Shelf([folder], index, piped=[(piped, piped.opened())])
    assert not shelf.keep(str(folder / "part 10.md"))
    assert Shelf([], index).entries()[0].source != piped.source
    article = shelf.read(piped.source)
    assert shelf.keep(article.source)
    assert shelf.keep(article.source)
    later = Shelf([], index)
    entries = [entry for entry in later.entries() if entry.piped]
    assert [(entry.source, entry.title, entry.missing) for entry in entries] == [(piped.source, "From a pipe", False)]
    assert later.read(piped.source) == article
    assert Shelf([], None).entries()[0].source == piped.source
    assert not [entry for entry in Shelf([], index, restricted=True).entries() if entry.piped]


def test_what_cannot_be_kept_is_said(folder: Path, own_folders: Path) -> None:
    piped = Piped(b"Piped words.", "", "The pipe")
    (own_folders / "data").mkdir(parents=True)
    (own_folders / "data" / "kept").write_text("no folder")
    with pytest.raises(ReaderError, match=r"cannot be kept in .*kept \("):
        Shelf([folder], None, piped=[(piped, piped.opened())]).keep(piped.source)


def test_articles_of_a_list_from_a_pipe_are_read_one_by_one(folder: Path, index: Index) -> None:
    piped = Piped(FEED, ".rss", "The pipe")
    shelf = Shelf([], index, piped=[(piped, piped.opened())])
    assert [entry.title for entry in shelf.entries()][:2] == ["A", "B"]
    assert shelf.read(shelf.entries()[1].path).title == "B"


def test_articles_in_a_file_stand_under_its_name(folder: Path, index: Index) -> None:
    (folder / "news.rss").write_bytes(FEED)
    shelf = Shelf([folder], index)
    opened = shelf.begin(folder / "news.rss").opened()
    entries = shelf.parts(opened)
    assert [(entry.title, entry.place, entry.opened is None) for entry in entries] == [
        ("A", "news.rss", True),
        ("B", "news.rss", True),
    ]
    assert shelf.read(entries[0].path).title == "A"
    assert [entry.opened is None for entry in shelf.parts(opened)] == [False, True]
    assert (Shelf([], index).entries()[0].title, Shelf([], index).entries()[0].missing) == ("A", False)


def test_there_is_an_end_to_a_shelf(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk_module, "MOST_FILES", 2)
    assert len(find_articles([folder])) == 2


@pytest.mark.parametrize(
    "ordered", [["a", "B", "c"], ["part 2", "part 10"], ["1", "02", "10 a", "a"], ["x", "x1", "x1y", "x²"], ["", "é"]]
)
def test_natural_order(ordered: list[str]) -> None:
    shuffled = random.Random(7).sample(ordered, len(ordered))
    assert sorted(shuffled, key=natural) == ordered


def test_entries_read_nothing_until_they_are_looked_into(folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")  # opening it would wait for ever
    entries = Shelf([folder], None).entries()
    assert [(entry.title, entry.guessed, entry.opened is None) for entry in entries][:2] == [
        ("Part 2", True, True),
        ("part 10", True, True),
    ]
    assert "pipe.md" not in [entry.path.name for entry in entries]


def test_the_samples_stand_on_the_shelf_at_the_first_start(index: Index) -> None:
    shelf = Shelf([], index)
    entries = [shelf.look_into(entry) for entry in shelf.entries()]
    assert len(entries) >= 8
    assert all(entry.title and not entry.guessed for entry in entries)
    (suez,) = (entry for entry in entries if entry.path.name == "suez-1-ship-blocks-the-canal.md")
    assert suez.title == "Giant container ship blocks the Suez Canal"
    assert suez.published == date(2021, 3, 25)


def test_what_was_opened_comes_first_and_the_samples_go_when_there_is_more(folder: Path, index: Index) -> None:
    shelf = Shelf([], index)
    count = len(shelf.entries())
    last = shelf.entries()[-1]
    shelf.read(last.path)
    assert shelf.entries()[0].source == last.source
    assert len(shelf.entries()) == count
    assert shelf.entries()[0].opened is not None
    shelf.read(folder / "part 10.md")
    assert [entry.path.name for entry in shelf.entries()] == ["part 10.md", last.path.name]


def test_a_file_that_is_gone_is_marked(folder: Path, index: Index) -> None:
    shelf = Shelf([], index)
    shelf.read(folder / "part 10.md")
    (folder / "part 10.md").unlink()
    assert [entry.missing for entry in shelf.entries()] == [True]
    with pytest.raises(UnreadableArticle, match="does not exist"):
        shelf.read(folder / "part 10.md")


def test_standard_input_is_not_on_the_shelf(index: Index, write_article: Callable[..., Article]) -> None:
    index.opened(write_article("Piped.", source="-0123"))
    assert all(entry.source.startswith("/") for entry in Shelf([], index).entries())


@pytest.mark.parametrize("way", ["{folder}/../secret.md", "{folder}/link.md", "/etc/passwd", "{folder}/away/secret.md"])
def test_a_restricted_reader_stays_where_it_was_put(folder: Path, index: Index, way: str) -> None:
    secret = folder.parent / "secret.md"
    secret.write_text("# Secret\n\nNot for everyone.")
    (folder / "link.md").symlink_to(secret)
    (folder / "away").symlink_to(folder.parent, target_is_directory=True)
    shelf = Shelf([folder], index, restricted=True)
    with pytest.raises(UnreadableArticle, match="was given"):
        shelf.read(way.format(folder=folder))
    assert shelf.read(folder / "deep" / "b.md").title == "b"
    assert "secret.md" not in [Path(entry.source).name for entry in shelf.entries()]


def test_a_restricted_library_shows_only_the_samples(folder: Path, index: Index) -> None:
    Shelf([], index).read(folder / "part 10.md")
    assert all(SAMPLES.resolve() in entry.path.parents for entry in Shelf([], index, restricted=True).entries())


def test_articles_of_one_file_stand_beside_each_other(tmp_path: Path) -> None:
    (tmp_path / "news.rss").write_bytes(FEED)
    (tmp_path / "other.md").write_text("# Other\n\nWords.\n")
    shelf = Shelf([tmp_path / "news.rss"], None)
    opened = shelf.begin(tmp_path / "news.rss").opened()  # type: ignore[union-attr]
    first, second = (part.source for part in opened.parts)
    assert [entry.title for entry in shelf.beside(first)][:1] != ["B"]
    shelf.note_parts(opened)
    assert [entry.title for entry in shelf.beside(first)][:1] == ["B"]
    assert [entry.title for entry in shelf.beside(second)][:1] == ["A"]
    assert [entry.title for entry in shelf.beside(str(tmp_path / "news.rss"))][:2] == ["A", "B"]


def test_what_is_fetched_stands_above_what_was_given_the_latest_first(folder: Path) -> None:
    shelf = Shelf([folder], None)
    feed = articles_folder() / "Gazette"
    feed.mkdir(parents=True)
    for name in ("2026-03-01 One.txt", "2026-03-02 Two.txt"):
        (feed / name).write_text(name)
    shelf.took(feed)
    listed = [entry.path.name for entry in shelf.entries()]
    assert listed[:3] == ["2026-03-02 Two.txt", "2026-03-01 One.txt", "Part 2.txt"]
    assert [entry.path.name for entry in shelf.under(feed)] == listed[:2]
