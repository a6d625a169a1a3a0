"""dateline dossier: which names of many articles mean the same one."""

import json

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
