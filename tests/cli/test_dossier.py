"""dateline dossier: which names of many articles mean the same one."""

import json
import os
import subprocess
import sys

import pytest

from tui.cli.many.mentions import write_mentions
from tui.errors import ReaderError


def test_ids_are_the_same_in_every_article(tmp_path):
    texts = {
        "a": "Anna Ostrevik opened the harbour in the United States. Ostrevik said that it was time.",
        "b": "Anna Ostrevik left the US on Monday.",
        "c": "\U0001f600\n\nKarl Ostrevik plays in Oslo. Ostrevik lost.",
    }
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(json.dumps({"id": id, "text": text}) + "\n" for id, text in texts.items()))
    assert write_mentions(source, target) == 0
    found: dict[str, set[str]] = {}
    for line in map(json.loads, target.read_text("utf-8").splitlines()):
        found.setdefault(line["doc"] + " " + texts[line["doc"]][line["start"] : line["end"]], set()).add(line["entity"])
    assert found["a Anna Ostrevik"] == found["a Ostrevik"] == found["b Anna Ostrevik"]
    assert found["a United States"] == found["b US"]
    assert found["c Karl Ostrevik"] == found["c Ostrevik"] != found["a Ostrevik"]


def test_a_line_that_is_no_article_costs_no_other(tmp_path, capsys):
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"id": "a", "text": "Anna Ostrevik left for Oslo."}\nnothing\n')
    assert write_mentions(source, target) == 1
    assert "Line 2" in capsys.readouterr().err
    assert target.read_text()
    with pytest.raises(ReaderError, match="same time"):
        write_mentions(source, source)
    source.write_text("nothing\n")
    with pytest.raises(ReaderError, match="holds no articles"):
        write_mentions(source, target)


def test_the_dossier_of_a_folder(tmp_path):
    folder, home = tmp_path / "articles", tmp_path / "home"
    folder.mkdir()
    opened = "---\ndate: 2021-03-02\n---\n# Harbour\n\nAnna Ostrevik opened the harbour. Ostrevik said it was time.\n"
    (folder / "one.md").write_text(opened)
    (folder / "two.md").write_text(opened.replace("Anna", "Karl").replace("harbour", "bridge"))

    def run(*words):
        environment = {**os.environ, "DATELINE_HOME": str(home)}
        command = [sys.executable, "-m", "tui", *words]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)

    assert "No article of the library names “Ostrevik”" in run("dossier", "Ostrevik").stderr
    assert run("index", str(folder)).returncode == 0
    found = run("dossier", "Ostrevik")
    assert found.stdout.startswith("# Anna Ostrevik\n")
    assert "2: Karl Ostrevik (1)" in found.stderr
    assert run("dossier", "Ostrevik", "--other", "2").stdout.startswith("# Karl Ostrevik\n")
    assert "--other takes 1 to 2" in run("dossier", "Ostrevik", "--other", "3").stderr
    tree = json.loads(run("dossier", "anna", "ostrevik", "--json", "--query", "harbour").stdout)
    assert [row["title"] for row in tree["articles"]] == ["Harbour"]
    assert "Whose dossier?" in run("dossier").stderr
