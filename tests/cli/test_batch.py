"""dateline analyze --batch: many articles in the exchange format, whatever becomes of the processes that do them."""

import json
from pathlib import Path

import pytest

from tui.cli.many.batch import analyse_batch
from tui.errors import ReaderError


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


def test_the_exchange_format_has_quotes(tmp_path):
    text = "“It was time,” said Anna Berg on Monday. “I go.”\n\nThe report found that Acme had lost money."
    [answer] = batch(tmp_path, {"id": "a", "text": text})
    direct, indirect = answer["quotes"]
    assert [text[start:end] for start, end in direct["content"]] == ["“It was time,”", "“I go.”"]
    assert [text[start:end] for start, end in direct["cue"]] == ["said"]
    assert text[slice(*direct["speaker"])] == "Anna Berg"
    assert answer["entities"][direct["entity"]]["name"] == "Anna Berg"
    assert (direct["kind"], indirect["kind"]) == ("direct", "indirect")
    assert text[slice(*indirect["speaker"])] == "The report"
    assert indirect["entity"] is None


def test_figures_of_the_exchange_format(tmp_path):
    text = "Ada Lund said that up to 400 ships came. Coal rose 5 per cent to $60 a ton in 2019."
    [answer] = batch(tmp_path, {"id": "a", "text": text})
    ships, rise, price = answer["figures"]
    assert ships == {
        **{"start": text.index("400"), "end": text.index(" ships"), "low": 400, "high": 400},
        **{"bound": "at most", "noun": "ships", "source": [0, 8]},
    }
    assert (rise["low"], rise["unit"], rise["change"]) == (5, "percent", "up")
    assert (price["low"], price["unit"], "source" in price) == (60, "dollar per tonne", False)


def test_every_line_gets_an_answer_in_order(tmp_path):
    long = {0, 9, 20, 30}  # those behind them are ready before they are
    times = [200 if number in long else 2 for number in range(40)]
    rows = [{"id": n, "text": f"It rained on May {n % 31 + 1}, 2019. " * times[n]} for n in range(40)]
    rows[3]["text"] = ""
    rows[4]["text"] = "\ud800 \x00 —"
    answers = batch(tmp_path, *rows)
    assert [answer["id"] for answer in answers] == list(range(40))
    assert answers[3]["timeline"] == []
    assert answers[9]["timeline"][0]["date"] == "2019-05-10"


BAD = [
    *(b"{", b"[]", b"[1, 2", b'{"id": 1}', b'{"text": "a"}', b'{"id": 1, "text": 2}', b"null", b"\0" * 20),
    *(b'{"id": "b", "text": "caf\xe9"}', b"[" * 100_000, b'{"id": ' + b"9" * 5_000 + b', "text": ""}'),
]


@pytest.mark.parametrize("bad", [BAD[:4], BAD[4:8], BAD[8:]], ids=["objects", "values", "letters"])
def test_bad_lines_cost_only_themselves(tmp_path: Path, capsys: pytest.CaptureFixture[str], bad: list[bytes]) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    good = [json.dumps({"id": f"g{number}", "text": "It rained in May 2019."}).encode() for number in range(len(bad))]
    source.write_bytes(b"\n".join(line for pair in zip(bad, good, strict=True) for line in pair))
    assert analyse_batch(source, target) == 1
    answers = [json.loads(line) for line in target.read_bytes().splitlines()]
    assert [answer["id"] for answer in answers if "error" not in answer] == [f"g{n}" for n in range(len(bad))]
    assert {answer["timeline"][0]["date"] for answer in answers[1::2]} == {"2019-05"}
    assert all(answer["entities"] == answer["times"] == answer["timeline"] == [] for answer in answers[::2])
    said = capsys.readouterr().err.splitlines()
    for number, answer, sentence in zip(range(1, 2 * len(bad), 2), answers[::2], said, strict=True):
        assert f"Line {number} of {source} is not" in answer["error"]
        assert answer["error"] in sentence
        assert "--continue" in sentence


def test_a_bad_line_says_whose_it_was(tmp_path: Path) -> None:
    rows = {"id": "a", "text": ""}, {"id": ["b", 2]}, {"id": "c", "text": None}
    assert [row["id"] for row in batch(tmp_path, *rows)] == ["a", ["b", 2], "c"]


def test_of_many_bad_lines_the_first_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = batch(tmp_path, {"id": "a", "text": ""}, *["{"] * 3_000)
    assert len(answers) == 3_001
    said = capsys.readouterr().err.splitlines()
    assert [sentence.split()[2] for sentence in said[:-1]] == ["2", "3", "4", "5", "6"]
    assert "2995 lines more" in said[-1].replace(",", "")


def test_a_long_line_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.cli.many.rows.LARGEST", 1_000)
    long = {"id": "b", "text": "x" * 3_500}
    answers = batch(tmp_path, {"id": "a", "text": ""}, long, {"id": "c", "text": ""}, long)
    assert [answer["id"] for answer in answers] == ["a", None, "c", None]
    assert "Line 4 of" in answers[3]["error"]
    with pytest.raises(ReaderError, match=r"Line 2 of .* has no end"):
        batch(tmp_path, {"id": "a", "text": ""}, {"id": "b", "text": "x" * 10_000})


def test_a_mended_line_is_all_that_is_done_again(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    good = [json.dumps({"id": name, "text": "It rained in May 2019."}) for name in ("a", None, "c")]
    source.write_text("\n".join((good[0], "{", good[1], "{", good[2])))
    assert analyse_batch(source, target) == 1
    written = target.read_bytes().splitlines()
    source.write_text("\n".join((good[0], good[0].replace('"a"', '"b"'), good[1], "{", good[2])))
    assert analyse_batch(source, target, resume=True) == 1
    again = target.read_bytes().splitlines()
    assert again[:3] == [written[0], written[2], written[4]]
    assert [json.loads(line)["id"] for line in again[3:]] == ["b", None]
    assert "error" in json.loads(again[4])


def test_a_date_that_is_none_counts_as_unknown(tmp_path, capsys):
    [answer] = batch(tmp_path, {"id": "a", "text": "It rained in May 2019.", "date": "soon"})
    assert answer["timeline"][0]["date"] == "2019-05"
    assert "'soon' is not a day" in capsys.readouterr().err


def test_files_that_cannot_be_used(tmp_path):
    with pytest.raises(ReaderError, match=r"none\.jsonl does not exist"):
        analyse_batch(tmp_path / "none.jsonl", tmp_path / "out.jsonl")
    with pytest.raises(ReaderError, match="is a folder"):
        analyse_batch(tmp_path, tmp_path / "out.jsonl")
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(ReaderError, match="Too many levels of symbolic links"):
        analyse_batch(tmp_path / "loop", tmp_path / "out.jsonl")
    (tmp_path / "in.jsonl").write_text('{"id": 1, "text": ""}', "utf-8")
    with pytest.raises(ReaderError, match="cannot be written"):
        analyse_batch(tmp_path / "in.jsonl", tmp_path / "none" / "out.jsonl")
