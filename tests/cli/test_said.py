"""dateline quotes and dateline figures: of any number of articles, with citations, in three formats."""

import argparse
import csv
import io
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tui.cli import figures, quotes
from tui.errors import ReaderError

FRONT = "---\ntitle: {title}\ndate: {day}\nauthor: Eva Ek\n---\n\n{text}\n"
FIRST = "“We [stay], =1+1 | or go,” said Anna Berg. Acme lost about 5 percent of its 34 shops, according to Ted Holm."
SECOND = "Ted Holm said he would pay $4 million. “=HYPERLINK(1) is no answer for us,” Anna Berg said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "1.md").write_text(FRONT.format(title="Berg stays", day="2019-07-31", text=FIRST), "utf-8")
    (folder / "2.md").write_text(FRONT.format(title="Holm pays", day="2019-08-03", text=SECOND), "utf-8")
    return folder


def run(capsys: pytest.CaptureFixture[str], command: ModuleType, *words: object) -> str:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    assert command.run(parser.parse_args([str(word) for word in words])) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out


def test_quotations_with_citations(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, quotes, folder)
    assert "## Anna Berg\n\n> “We \\[stay], =1+1 | or go,”\n>\n" in out
    assert "> — Anna Berg, in Eva Ek, “Berg stays”, 2019-07-31\n" in out
    assert "> he would pay $4 million\n>\n> — Ted Holm, in Eva Ek, “Holm pays”, 2019-08-03\n" in out


def test_only_what_somebody_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(run(capsys, quotes, folder, "--by", "berg", "--json"))
    assert [row["speaker"] for row in rows] == ["Anna Berg", "Anna Berg"]
    assert [row["articles"][0]["title"] for row in rows] == ["Berg stays", "Holm pays"]
    assert rows[0]["kind"] == "direct"
    assert not rows[0]["doubted"]
    with pytest.raises(ReaderError, match="Nobody whose name holds “zzz” is quoted"):
        run(capsys, quotes, folder, "--by", "zzz")


def table(text: str) -> list[dict[str, Any]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_table_runs_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = table(run(capsys, quotes, folder, "--csv"))
    assert {row["published"] for row in rows} == {"2019-07-31", "2019-08-03"}
    assert all(not cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())


def test_figures_as_they_are_written_and_as_numbers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = table(run(capsys, figures, folder, "--format", "csv"))
    columns = ("whose", "low", "high", "unit", "noun", "bound")
    told = {row["figure"]: tuple(row[column] for column in columns) for row in rows}
    assert told["lost about 5 percent"] == ("Ted Holm", "5", "5", "percent", "", "about")
    assert told["34 shops"] == ("Ted Holm", "34", "34", "", "shops", "exactly")
    assert told["$4 million"] == ("Ted Holm", "4000000", "4000000", "dollar", "", "exactly")
    (row,) = json.loads(run(capsys, figures, folder, "--of", "shops", "--json"))
    assert (row["low"], row["whose"], row["change"]) == (34, "Ted Holm", None)


def test_figures_as_a_table_of_markdown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = run(capsys, figures, folder, "--of", "percent", "--markdown").splitlines()
    assert lines[0] == "| Figure | Who says so | Words | Where |"
    assert lines[2].startswith("| lost about 5 percent | Ted Holm | Acme lost about 5 percent")
    assert lines[2].endswith("| Eva Ek, “Berg stays”, 2019-07-31 |")
