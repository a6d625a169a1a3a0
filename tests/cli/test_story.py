"""dateline story: the chronicle of files, folders or a query, in each format; and many stories at once."""

import argparse
import json

import pytest

from tui.cli import story
from tui.cli.stories.gathering import chronicle, gathered
from tui.errors import ReaderError
from tui.library.index.index import Index
from tui.library.index.schema import FILE
from tui.library.indexing.pool import here
from tui.library.indexing.run import bring_up_to_date
from tui.notes.repairs import add
from tui.notes.store import own_notes
from tui.paths import make_cache

FRONT = "---\ntitle: {title}\ndate: {day}\nsite: {site}\n---\n\n{text}\n"
ARTICLES = (
    ("Aground", "2019-07-30", "Post", "The ferry Lindholm ran aground off Karlsberg on Monday with 12 people hurt."),
    ("Hurt", "2019-07-31", "News", "The ferry Lindholm ran aground off Karlsberg on Monday with 31 people hurt."),
    ("Umbrellas", "2019-08-02", "News", "Shops in Ulmen sold out of umbrellas on Thursday."),
)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    for title, day, site, text in ARTICLES:
        (folder / f"{title}.md").write_text(FRONT.format(title=title, day=day, site=site, text=text), "utf-8")
    return folder


@pytest.fixture
def index(folder):
    index = Index(make_cache() / FILE)
    run = lambda function, tasks: here(function, tasks)  # noqa: E731
    bring_up_to_date(index.database, [folder], run, lambda step: None)
    yield index
    index.close()


def run(capsys, *words):
    parser = argparse.ArgumentParser()
    story.add_arguments(parser)
    status = story.run(parser.parse_args([str(word) for word in words]))
    return status, capsys.readouterr()


def test_a_folder(capsys, folder):
    status, said = run(capsys, folder)
    assert status == 0
    assert "figure: 12 people (Post, 30 Jul 2019) / 31 people (News, 31 Jul 2019)" in said.out


@pytest.mark.parametrize("path", [".", "./", "../news", "inner/..", "inner/../"])
def test_a_folder_is_called_by_its_own_name(capsys, folder, monkeypatch, path):
    monkeypatch.chdir(folder)
    (folder / "inner").mkdir()
    assert run(capsys, path)[1].out.startswith("# news\n")


def test_a_query_of_the_library(capsys, folder, index):
    status, said = run(capsys, "Karlsberg", "--json")
    assert status == 0
    tree = json.loads(said.out)
    assert [article["title"] for article in tree["articles"]] == ["Aground", "Hurt"]


def test_nothing_answers_to_a_query(capsys, folder, index):
    with pytest.raises(ReaderError, match="no article of the library answers"):
        run(capsys, "zeppelin")


def test_what_cannot_be_read_costs_no_other(capsys, folder):
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    status, said = run(capsys, folder, "--csv")
    assert status == 1
    assert "broken.pdf" in said.err
    assert "umbrellas" in said.out


def test_a_page(capsys, folder, tmp_path):
    status, said = run(capsys, folder, "--html", tmp_path / "story.html", "--title", "The ferry")
    assert (status, said.out) == (0, "")
    assert "<h1>The ferry</h1>" in (tmp_path / "story.html").read_text("utf-8")
    with pytest.raises(ReaderError, match=r"ends in \.html"):
        run(capsys, folder, "--html", tmp_path / "story.txt")


def test_the_index_tells_the_same_as_the_files(folder, index):
    sources = sorted(str(path) for path in folder.iterdir())
    said = []
    known = gathered(sources, index, own_notes(), said.append)
    assert known == gathered(sources, None, own_notes(), said.append)
    assert chronicle(known, index) == chronicle(known, index) == chronicle(known, None)
    assert said == []


def test_nothing_is_read_that_the_index_knows(folder, index, monkeypatch):
    monkeypatch.setattr("tui.cli.stories.gathering.told_asked", None)
    sources = sorted(str(path) for path in folder.iterdir())
    assert len(gathered(sources, index, own_notes(), pytest.fail)) == 3


def test_a_file_that_changed_is_read_anew(folder, index):
    path = folder / "Umbrellas.md"
    path.write_text(path.read_text("utf-8").replace("umbrellas", "raincoats"), "utf-8")
    (one,) = gathered([str(path)], index, own_notes(), pytest.fail)
    assert "raincoats" in one.told.tellings[0].text


def test_what_was_put_right_holds(folder, index):
    from tui.analysis.model import Kind
    from tui.analysis.repairs.repairs import EntityKey, Rename

    store = own_notes()
    add(store, Rename(EntityKey("Karlsberg", Kind.PLACE, ("Karlsberg",)), "Karlsberg-on-Sea"), str(folder / "Hurt.md"))
    sources = sorted(str(path) for path in folder.iterdir())
    names = {
        name for one in gathered(sources, index, store, pytest.fail) for row in one.told.tellings for name in row.who
    }
    assert "Karlsberg-on-Sea" in names
    assert "Karlsberg" not in names


def test_many_stories_at_once(capsys, tmp_path):
    lines = [
        {"id": f"{topic}{number}", "topic": topic, "date": day, "title": title, "text": text}
        for topic in ("a", "b")
        for number, (title, day, _, text) in enumerate(ARTICLES)
    ]
    (tmp_path / "in").write_text("".join(json.dumps(line) + "\n" for line in [*lines, {"id": 1}]), "utf-8")
    status, said = run(capsys, "--batch", tmp_path / "in", tmp_path / "out")
    rows = [json.loads(line) for line in (tmp_path / "out").read_text("utf-8").splitlines()]
    assert status == 1
    assert "no" in said.err
    assert {row["topic"] for row in rows} == {"a", "b"}
    first = next(row for row in rows if row["date"] == "2019-07-29")
    text = next(line["text"] for line in lines if line["id"] == first["doc"])
    assert text[first["start"] : first["end"]] == first["text"]


def test_no_story_without_articles(capsys):
    with pytest.raises(ReaderError, match="Which story"):
        run(capsys)


def test_a_pipe_is_no_story(capsys):
    with pytest.raises(ReaderError, match="save it as a file"):
        run(capsys, "-")
