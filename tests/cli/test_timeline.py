"""dateline timeline: any number of articles on one line of time, in four formats."""

import argparse
import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
from contextlib import suppress

import pytest

from tui.analysis.model import Day, Interval, Status
from tui.analysis.times.days.calendar import when
from tui.cli import timeline
from tui.errors import ReaderError
from tui.timelines.calendar_file import calendar
from tui.timelines.formats import as_csv, markdown
from tui.timelines.merging import MergedRow, merged, same_event

TUESDAY = Day(2019, 7, 30)
FRONT = "---\ntitle: {title}\ndate: {day}\n---\n\n{text}\n"
FIRST = "Anna Berg resigned as head of Acme on Tuesday. Acme lost 5 | 6 of its shops in May 2018."
SECOND = "Ted Ek became head of Acme on Friday. Anna Berg had left Acme on Tuesday."


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "1.md").write_text(FRONT.format(title="Berg leaves", day="2019-07-31", text=FIRST), "utf-8")
    (folder / "2.md").write_text(FRONT.format(title="Ek comes", day="2019-08-03", text=SECOND), "utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


def run(capsys, *words):
    parser = argparse.ArgumentParser()
    timeline.add_arguments(parser)
    status = timeline.run(parser.parse_args([str(word) for word in words]))
    return status, capsys.readouterr()


def test_a_folder_as_a_table(folder, capsys):
    status, printed = run(capsys, folder)
    rows = [line.split(" | ") for line in printed.out.splitlines()[2:]]
    assert (status, printed.err) == (0, "")
    assert [row[0].strip("| ") for row in rows] == ["May 2018", "30 Jul 2019", "2 Aug 2019"]
    assert "5 \\| 6 of its shops" in printed.out
    assert [row[1] for row in rows] == ["", "=", ""]
    assert "1.md, 2.md" in rows[1][-1]


def test_one_entity(folder, capsys):
    _, printed = run(capsys, folder, "--entity", "berg", "--format", "json")
    assert [row["first"] for row in json.loads(printed.out)] == ["2019-07-30"]


def test_an_entity_nobody_names(folder, capsys):
    with pytest.raises(ReaderError, match="No article names “Nobody Known”"):
        run(capsys, folder, "--entity", "Nobody Known")


def test_json_says_all(folder, capsys):
    _, printed = run(capsys, folder, "--format", "json", "--reported")
    rows = json.loads(printed.out)
    [both] = [row for row in rows if len(row["files"]) == 2]
    assert (both["label"], both["first"], both["value"]) == ("30 Jul 2019", "2019-07-30", "2019-07-30")
    assert "Anna Berg" in both["entities"]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(folder, capsys):
    status, printed = run(capsys, folder / "1.md", folder / "none.md")
    assert status == 1
    assert "none.md" in printed.err
    assert "May 2018" in printed.out


def test_an_undated_article_is_mentioned(tmp_path, capsys):
    path = tmp_path / "undated.txt"
    path.write_text("Anna Berg resigned as head of Acme yesterday.", "utf-8")
    status, printed = run(capsys, path)
    assert status == 0
    assert "no publication date" in printed.err


def row(sentence="It rained.", first=TUESDAY, last=None, names=("Berg", "Acme"), files=("1.md",), **more):
    interval = Interval(first, last or first)
    values = {"value": str(first), "edtf": "", "uncertain": False, "background": False, "status": Status.DATED}
    values |= {"clause": sentence, "articles": tuple({"source": file} for file in files)} | more
    label = "~" * values["uncertain"] + when(interval, values["value"], "")
    return MergedRow(interval, label, sentence=sentence, entities=names, **values)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (row(), row(files=("2.md",)), True),
        (row(), row(files=("1.md",)), False),  # one article does not tell an event twice
        (row(), row(files=("2.md",), first=Day(2019, 7, 31)), False),
        (row(), row(files=("2.md",), names=("BERG’s", "Ek")), True),
        (row(names=("Berg", "Ek", "Acme")), row(files=("2.md",), names=("Acme", "Roe", "Poe")), False),
        (row(names=()), row(files=("2.md",), names=()), False),
        (row(), row(files=("2.md",), status=Status.REPORTED), False),
    ],
)
def test_which_rows_tell_of_the_same(one, two, same):
    assert same_event(one, two) is same_event(two, one) is same


def test_a_merged_row_keeps_all_files_and_names():
    rows = merged([[row()], [row(files=("2.md",), names=("Acme", "berg", "Ek"))], [row(files=("3.md",))]])
    assert [(each.files, each.entities) for each in rows] == [(("1.md", "2.md", "3.md"), ("Berg", "Acme", "Ek"))]


def test_a_spreadsheet_runs_nothing():
    printed = as_csv([row('=HYPERLINK("x")', names=("+Berg", "@Acme")), row("-5 degrees", first=Day(-43, 3, 15))])
    lines = list(csv.reader(io.StringIO(printed)))
    assert lines[1][7:9] == ['\'=HYPERLINK("x")', "'+Berg; @Acme"]
    assert lines[2][:2] == ["15 Mar 44 BC", "-0043-03-15"]


def test_a_calendar_of_whole_days():
    long = "Ärger, \\ und; " * 20 + "\U0001f30b"
    turn = row(long, Day(2019, 12, 30), Day(2019, 12, 31))
    text = calendar([turn, row(first=Day(-43, 3, 15)), row(first=Day(9999, 12, 31))])
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("BEGIN:VEVENT") == 1
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    whole = text.replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20191230\r\nDTEND;VALUE=DATE:20200101\r\n" in whole
    assert "Ärger\\, \\\\ und\\; Ärger" in whole
    assert re.search(r"UID:[0-9a-f]{32}@dateline", whole)


def test_a_table_keeps_its_columns():
    printed = markdown([row("a | b \\ c", uncertain=True, files=("/x/1.md",))])
    assert printed.splitlines()[-1] == "| ~30 Jul 2019 |  | a \\| b \\\\ c | Berg, Acme | 1.md |"


def steps(function, *values):
    """How many lines of merging.py are run: a measure of work that no other process on the machine disturbs."""
    count = 0

    def line(frame, event, _):
        nonlocal count
        count += event == "line"
        return line

    def call(frame, _event, _):
        return line if frame.f_code.co_filename.endswith("merging.py") else None

    sys.settrace(call)
    try:
        function(*values)
    finally:
        sys.settrace(None)
    return count


YEAR = {"first": Day(2019, 1, 1), "last": Day(2019, 12, 31)}
SHAPES = {
    "all the same": lambda n: [row(files=(f"{n}.md",), **YEAR)],
    "one name in common": lambda n: [row(names=("Acme", f"P{n}", f"Q{n}", f"R{n}"), files=(f"{n}.md",), **YEAR)],
    "nothing in common": lambda n: [row(names=(f"P{n}", f"Q{n}"), files=(f"{n}.md",), **YEAR)],
    "nobody takes part": lambda n: [row(names=(), files=(f"{n}.md",), **YEAR)],
    "other days": lambda n: [row(files=(f"{n}.md",), first=Day(2019, 1 + n % 12, 1 + n % 28))],
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_work_of_merging_grows_with_the_rows(shape):
    timelines = [SHAPES[shape](number) for number in range(2000)]
    assert steps(merged, timelines) < 2.2 * steps(merged, timelines[:1000])


def test_the_work_of_merging_grows_with_the_rows_of_long_articles():
    def two_articles(rows):
        return [[row(f"{number}", files=(file,), **YEAR) for number in range(rows)] for file in ("1.md", "2.md")]

    assert len(merged(two_articles(50))) == 50
    assert steps(merged, two_articles(1000)) < 2.2 * steps(merged, two_articles(500))


def test_progress_is_one_line_on_a_terminal_and_gone_at_the_end(folder):
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "tui", "timeline", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs) as process:
        out, _ = process.communicate(timeout=120)
    os.close(theirs)
    told = b""
    with suppress(OSError):  # what a terminal says at its end
        while piece := os.read(ours, 1000):
            told += piece
    os.close(ours)
    assert process.returncode == 0
    assert b"analysed" not in out
    assert re.fullmatch(rb"(\r\x1b\[K\d of 2 articles analysed)+\r\x1b\[K", told.replace(b"\r\x1b[K" * 2, b"\r\x1b[K"))


def test_no_progress_in_a_pipe(folder):
    run = subprocess.run([sys.executable, "-m", "tui", "timeline", str(folder)], capture_output=True, timeout=120)
    assert (run.returncode, run.stderr) == (0, b"")
    assert b"1.md, 2.md" in run.stdout


def test_json_names_the_articles(folder, capsys):
    _, printed = run(capsys, folder, "--json")
    [both] = [row for row in json.loads(printed.out) if len(row["files"]) == 2]
    assert [article["title"] for article in both["articles"]] == ["Berg leaves", "Ek comes"]
    published = {"day": "2019-07-31", "known": "stated", "evidence": "date: 2019-07-31"}
    assert both["articles"][0]["published"] == published
    assert (both["last"], both["edtf"]) == ("2019-07-30", "2019-07-30")


def test_a_day_that_nothing_tells_stands_last_and_in_no_calendar(tmp_path, capsys):
    path = tmp_path / "undated.txt"
    path.write_text("On that Wednesday Anna Berg left Acme. She had founded it in 1986.", "utf-8")
    for form, lines in (("md", 4), ("csv", 3), ("json", 2)):
        _, printed = run(capsys, path, "--format", form)
        assert len(json.loads(printed.out) if form == "json" else printed.out.splitlines()) == lines
        assert printed.out.index("? that Wednesday") > printed.out.index("1986")
    assert run(capsys, path, "--format", "ics")[1].out.count("BEGIN:VEVENT") == 1


def test_a_terminal_gets_nothing_that_it_would_obey_and_a_pipe_gets_all(tmp_path):
    path = tmp_path / "red\x1b[31m\u202e.txt"
    path.write_text("Anna Berg left Acme in May 2018.", "utf-8")
    command = [sys.executable, "-m", "tui", "timeline", "--json", str(path)]
    piped = subprocess.run(command, capture_output=True, timeout=120)
    assert json.loads(piped.stdout)[0]["files"] == [str(path)]
    ours, theirs = pty.openpty()
    with subprocess.Popen([*command, str(tmp_path / "none\x1b[31m.txt")], stdout=theirs, stderr=theirs):
        os.close(theirs)
        told = b""
        with suppress(OSError):
            while piece := os.read(ours, 1000):
                told += piece
    os.close(ours)
    assert b"May 2018" in told
    assert b"none.txt does not exist" in told
    assert b"[31m" not in told.replace(b"u001b[31m", b"")
    assert "\u202e".encode() not in told


@pytest.mark.parametrize(
    ("redirected", "told"),
    [(">/dev/full", "No space left on device"), (">&-", "standard output is closed"), ("2>&-", ""), ("| true", "")],
)
def test_where_nothing_can_be_printed(folder, redirected, told):
    for command in ("timeline", "analyze", "analyze --json"):
        line = f"set -o pipefail; {sys.executable} -m tui {command} {folder}/1.md {redirected}"
        run = subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=120)
        assert told in run.stderr
        assert run.returncode == (1 if told else 0)
        assert run.stderr.count("\n") == bool(told)
