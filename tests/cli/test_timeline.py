"""dateline timeline: any number of articles on one line of time, in four formats."""

import argparse
import csv
import io
import json
import re

import pytest

from tui.analysis.model import Day, Interval, Status
from tui.cli import timeline
from tui.cli.merging import MergedRow, merged, same_event
from tui.cli.timeline_formats import as_csv, calendar, markdown
from tui.errors import ReaderError

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
    values = {"value": str(first), "edtf": "", "uncertain": False, "background": False, "status": Status.DATED}
    return MergedRow(Interval(first, last or first), sentence=sentence, files=files, entities=names, **values | more)


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
    rows = merged([row()], [row(files=("2.md",), names=("Acme", "berg", "Ek"))])
    rows = merged(rows, [row(files=("3.md",))])
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
