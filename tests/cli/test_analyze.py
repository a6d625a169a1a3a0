"""dateline analyze: one article for people or programs, many in the exchange format."""

import argparse
import json
import re
import subprocess
import sys

import pytest

from tui.cli import analyze
from tui.cli.batch import analyse_batch
from tui.errors import ReaderError, UnreadableArticle

TEXT = """# Berg leaves Acme

*By Ted Ek*

Anna Berg resigned as head of Acme on Tuesday. She had founded the company in 1986.

Acme has made glass since 1990.
"""


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "berg.md"
    path.write_text(TEXT, "utf-8")
    return path


def arguments(*words):
    parser = argparse.ArgumentParser()
    analyze.add_arguments(parser)
    return parser.parse_args([str(word) for word in words])


def test_the_summary(article, capsys):
    assert analyze.run(arguments(article, "--date", "2019-07-31")) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Berg leaves Acme"
    assert "Published: 2019-07-31 (set by you)" in lines
    assert any(re.fullmatch(r"  P +\d  Anna Berg.*", line) for line in lines), lines
    timeline = lines[lines.index("Timeline (3)") + 1 :]
    assert [line.split("  ")[1] for line in timeline] == ["1986", "since 1990", "30 Jul 2019"]


def test_an_unknown_date_is_said(tmp_path, capsys):
    path = tmp_path / "undated.txt"
    path.write_text("Anna Berg resigned as head of Acme. Nobody knows why she did so.", "utf-8")
    assert analyze.run(arguments(path)) == 0
    assert "Published: unknown (set it with --date YYYY-MM-DD)" in capsys.readouterr().out


def test_the_whole_analysis_as_json(article, capfdbinary):
    assert analyze.run(arguments(article, "--json", "--date", "2019-07-31")) == 0
    tree = json.loads(capfdbinary.readouterr().out)
    assert tree["version"] == 1
    assert tree["published"]["known"] == "set"
    assert sum(event["status"] == "dated" for event in tree["events"]) == 3


@pytest.mark.parametrize("day", ["2019-02-30", "yesterday", "30.7.2019"])
def test_a_bad_date_is_refused(article, day, capsys):
    with pytest.raises(SystemExit):
        arguments(article, "--date", day)
    assert "is not a day like 2019-07-30" in capsys.readouterr().err


def test_without_a_file():
    with pytest.raises(ReaderError, match="Name an article"):
        analyze.run(arguments())


def test_a_missing_file(tmp_path):
    with pytest.raises(UnreadableArticle, match=r"none\.md"):
        analyze.run(arguments(tmp_path / "none.md"))


def test_standard_input(article):
    run = subprocess.run(
        [sys.executable, "-m", "tui", "analyze", "-", "--date", "2019-07-31"],
        input=TEXT.encode(),
        capture_output=True,
        timeout=60,
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert b"30 Jul 2019" in run.stdout


def batch(tmp_path, *rows):
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), "utf-8")
    analyse_batch(source, target)
    return [json.loads(line) for line in target.read_text("utf-8").splitlines()]


def test_the_exchange_format(tmp_path):
    text = "\n\n  Anna Berg resigned on\x07 Tuesday.\r\n\tShe founded Acme in 1986.\n"
    [answer] = batch(tmp_path, {"id": "a", "text": text, "date": "2019-07-31", "title": "Berg"})
    assert answer["id"] == "a"
    berg = next(entity for entity in answer["entities"] if entity["name"] == "Anna Berg")
    assert berg["kind"] == "PERSON"
    assert [text[start:end] for start, end in berg["mentions"]] == ["Anna Berg"]
    assert [(text[time["start"] : time["end"]], time["type"], time["value"]) for time in answer["times"]] == [
        ("Tuesday", "DATE", "2019-07-30"),
        ("1986", "DATE", "1986"),
    ]
    dated = [row for row in answer["timeline"] if row["status"] == "dated"]
    assert [row["date"] for row in dated] == ["1986", "2019-07-30"]
    assert text[dated[0]["start"] : dated[0]["end"]] == "She founded Acme in 1986."
    assert all(answer["entities"][index] for row in dated for index in row["entities"])


def test_every_line_gets_an_answer_in_order(tmp_path):
    rows = [{"id": number, "text": f"It rained on May {number % 31 + 1}, 2019. " * 200} for number in range(40)]
    rows[3]["text"] = ""
    rows[4]["text"] = "\ud800 \x00 —"
    answers = batch(tmp_path, *rows)
    assert [answer["id"] for answer in answers] == list(range(40))
    assert answers[3]["timeline"] == []
    assert answers[9]["timeline"][0]["date"] == "2019-05-10"


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"text": "a"}', '{"id": 1, "text": 2}'])
def test_a_broken_line_is_named(tmp_path, line):
    with pytest.raises(ReaderError, match="Line 2 of"):
        batch(tmp_path, {"id": "a", "text": "Fine."}, line)


def test_a_date_that_is_none_counts_as_unknown(tmp_path, capsys):
    [answer] = batch(tmp_path, {"id": "a", "text": "It rained in May 2019.", "date": "soon"})
    assert answer["timeline"][0]["date"] == "2019-05"
    assert "'soon' is not a day" in capsys.readouterr().err


def test_files_that_cannot_be_used(tmp_path):
    with pytest.raises(ReaderError, match="cannot be read"):
        analyse_batch(tmp_path / "none.jsonl", tmp_path / "out.jsonl")
    (tmp_path / "in.jsonl").write_text('{"id": 1, "text": ""}', "utf-8")
    with pytest.raises(ReaderError, match="cannot be written"):
        analyse_batch(tmp_path / "in.jsonl", tmp_path / "none" / "out.jsonl")


def test_one_article_that_breaks_costs_no_other(tmp_path, monkeypatch, capsys):
    def find_times(document, published):
        if "breaks" in document.article.text:
            raise RecursionError("too deep")
        return ()

    monkeypatch.setattr("tui.analysis.pipeline.find_times", find_times)
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    texts = {"a": "Anna Berg met Omar Haddad in Oslo.", "b": "This one breaks.", "c": "Anna Berg left Oslo."}
    source.write_text("".join(json.dumps({"id": id, "text": text}) + "\n" for id, text in texts.items()))
    analyse_batch(source, target)
    answers = [json.loads(line) for line in target.read_text().splitlines()]
    assert [answer["id"] for answer in answers] == ["a", "b", "c"]
    assert answers[0]["entities"]
    assert answers[1]["entities"] == []
    assert capsys.readouterr().err == "b could not be analysed (RecursionError: too deep).\n"
