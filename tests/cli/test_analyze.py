"""dateline analyze: one article for people or programs, many in the exchange format."""

import argparse
import json
import re
import subprocess
import sys

import pytest

from tui.cli import analyze
from tui.errors import ReaderError

TEXT = """# Berg leaves Acme

*By Ted Ek*

Anna Berg resigned as head of Acme on Tuesday. She had founded the company in 1986.

Acme has made glass since 1990.
"""

PAGE = """<!doctype html><html><head><title>Berg leaves Acme</title>
<link rel="canonical" href="https://example.org/berg"><meta property="og:site_name" content="The Herald">
<meta name="author" content="Ted Ek"><meta property="article:published_time" content="2019-07-31T08:00:00Z">
</head><body><article><h1>Berg leaves Acme</h1>
<p>Anna Berg resigned as head of Acme on Tuesday. She had founded the company in 1986, when nobody made glass there.</p>
<p>Acme has made glass since 1990, and it sells it in eleven countries. Ted Ek will follow her at the head of Acme.</p>
</article></body></html>"""


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


def test_the_summary_lists_figures(tmp_path, capsys):
    path = tmp_path / "ferry.md"
    path.write_text(
        "The port said that more than 300 tons of coal rose in price from $5 to $7 a ton. Half a mile was closed.",
        "utf-8",
    )
    assert analyze.run(arguments(path)) == 0
    lines = capsys.readouterr().out.splitlines()
    found = [" ".join(line.split()) for line in lines[lines.index("Figures (3)") + 1 :][:3]]
    assert found == [
        "at least 300 tons (The port)",
        "between $5 to $7 a ton (up) (The port)",
        "exactly Half a mile",
    ]


def test_the_summary_says_who_said_what(tmp_path, capsys):
    path = tmp_path / "berg.txt"
    path.write_text("“It was time,” Anna Berg said on Monday. The report warned that Acme could fail.", "utf-8")
    assert analyze.run(arguments(path)) == 0
    lines = capsys.readouterr().out.splitlines()
    first = lines.index("Quotes (2)") + 1
    assert [line.split(None, 2) for line in lines[first : first + 2]] == [
        ["Anna", "Berg", "“It was time,”"],
        ["The", "report", "that Acme could fail"],
    ]


def test_another_language_is_said(tmp_path, capsys):
    path = tmp_path / "hafen.txt"
    path.write_text(
        "Die Stadt baut den Hafen aus, und das wird gut, sagt man. Nicht nur die Reichen sind auch dafür.", "utf-8"
    )
    assert analyze.run(arguments(path)) == 0
    assert "This text looks German: only names that repeat are listed." in capsys.readouterr().out
    assert analyze.run(arguments(path, "--json")) == 0
    assert json.loads(capsys.readouterr().out)["language"] == "German"


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


def test_several_articles_in_the_order_given(article, tmp_path, capsys):
    other = tmp_path / "deep" / "down" / "ek.txt"
    other.parent.mkdir(parents=True)
    other.write_text("Ted Ek became head of Acme in May 2018.", "utf-8")
    assert analyze.run(arguments(tmp_path / "deep", tmp_path / "none.md", article, other)) == 1
    printed = capsys.readouterr()
    assert re.findall("==> (.*) <==", printed.out) == [str(other), str(article)]
    assert "\n\n==> " in printed.out
    assert "May 2018" in printed.out
    assert printed.err == f"dateline: {tmp_path}/none.md does not exist; check the name.\n"
    assert analyze.run(arguments("--json", tmp_path)) == 0
    trees = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [tree["article"]["source"] for tree in trees] == [str(article), str(other)]


def test_the_head_of_an_article_and_its_rows_as_json(tmp_path, capsys):
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    assert analyze.run(arguments(path, "--json")) == 0
    tree = json.loads(capsys.readouterr().out)
    assert tree["article"] == {
        "source": str(path),
        "title": "Berg leaves Acme",
        "author": "Ted Ek",
        "site": "The Herald",
        "address": "https://example.org/berg",
        "published": {"day": "2019-07-31", "known": "stated", "evidence": tree["published"]["evidence"]},
    }
    days = [(row["first"], row["last"], row["edtf"], row["status"]) for row in tree["timeline"]]
    assert ("1986-01-01", "1986-12-31", "1986", "dated") in days


def test_standard_input(article):
    run = subprocess.run(
        [sys.executable, "-m", "tui", "analyze", "-", "--date", "2019-07-31"],
        input=TEXT.replace("Acme has", "[Acme](https://example.org) **has**").encode("utf-16"),
        capture_output=True,
        timeout=120,
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert b"30 Jul 2019" in run.stdout
    assert run.stdout.startswith(b"Berg leaves Acme\nTed Ek\n")  # read as Markdown, as the reader does
