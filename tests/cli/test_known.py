"""dateline known: the sentences of an article that tell what others did not."""

import argparse
import json

import pytest

from tui.cli import known
from tui.errors import ReaderError

FIRST = "Haifa\n\nAnna Berg resigned as head of the harbour company after the fire.\n"
SECOND = "Harbour\n\nAnna Berg has resigned as head of the harbour company after the fire. Ted Ek follows her in May.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "1.txt").write_text(FIRST, "utf-8")
    (tmp_path / "2.txt").write_text(SECOND, "utf-8")
    return tmp_path


def run(*words):
    parser = argparse.ArgumentParser()
    known.add_arguments(parser)
    return known.run(parser.parse_args([str(word) for word in words]))


def test_only_what_is_new_is_printed(folder, capsys):
    assert run(folder / "2.txt", "--read", folder) == 0
    printed = capsys.readouterr()
    assert "Ted Ek follows her in May." in printed.out
    assert "resigned" not in printed.out
    assert "beside 1 article read before" in printed.err


def test_where_it_was_read(folder, capsys):
    assert run(folder / "2.txt", "--read", folder / "1.txt", "--json") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    [row] = [row for row in rows if row["known"]]
    assert SECOND[row["start"] : row["end"]].startswith("Anna Berg has resigned")
    assert row["nearest"]["source"] == str(folder / "1.txt")
    assert FIRST[row["nearest"]["start"] : row["nearest"]["end"]].startswith("Anna Berg resigned")


def test_batch_judges_each_story_by_itself(tmp_path):
    sentence = "Anna Berg resigned as head of the harbour company after the fire."
    rows = [
        {"id": f"{story}{order}", "story": story, "order": order, "text": sentence}
        for order in (1, 2)
        for story in "ab"
    ]
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    assert run("--batch", source, target) == 0
    answers = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [(row["doc"], row["new"] < 0.5) for row in answers] == [
        ("a1", False),
        ("b1", False),
        ("a2", True),
        ("b2", True),
    ]
    assert {(row["start"], row["end"]) for row in answers} == {(0, len(sentence))}


def test_a_line_that_is_no_article_costs_no_other(tmp_path, capsys):
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"id": "a", "text": "A ferry sank."}\nnonsense\n{"id": "b", "text": "A ferry sank."}\n', "utf-8")
    assert run("--batch", source, target) == 1
    assert "Line 2" in capsys.readouterr().err
    assert len(target.read_text("utf-8").splitlines()) == 2


@pytest.mark.parametrize("words", [[], ["a.txt"], ["a.txt", "--read", "nowhere.txt"]])
def test_what_is_missing_is_said(words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReaderError):
        run(*words)
