"""The log of repairs: kept in the file, taken back and made again in order, shared without doubling."""

import argparse
import io
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tui.analysis.model import Kind
from tui.analysis.repairs.repair_rows import to_json
from tui.analysis.repairs.repairs import (
    AddName,
    Attribute,
    Correction,
    Dismiss,
    EntityKey,
    Hide,
    Merge,
    Passage,
    Pin,
    Redate,
    Rename,
    Retype,
    Split,
    Statement,
    Unknown,
    describe,
)
from tui.cli import corrections
from tui.errors import ReaderError
from tui.notes import repairs
from tui.notes.note import Choices
from tui.notes.store import NoteStore

ISIL = EntityKey("ISIL", Kind.ORG, ("ISIL", "I.S.I.L."))
STATE = EntityKey("Islamic State", Kind.ORG, ("Islamic State",))
BLEND = Unknown("blend", '{"source": "", "type": "blend"}')
MAY = Passage("last May", "It began ", ", they said.", 9)
EVERY: tuple[tuple[Correction, str], ...] = (
    (Rename(ISIL, "Islamic State"), "Rename ISIL to Islamic State, everywhere"),
    (Merge((ISIL, STATE), "Daesh", "/x/a.txt"), "Merge ISIL and Islamic State into Daesh, in a.txt"),
    (Split(ISIL, "Cell", (MAY,), ("IS",)), "Split “IS” and 1 mention from ISIL as Cell, everywhere"),
    (Retype(ISIL, Kind.GROUP), "Change ISIL from organisation to group, everywhere"),
    (Hide(STATE), "Hide Islamic State (organisation), everywhere"),
    (Pin(STATE, False), "Unpin Islamic State, everywhere"),
    (AddName("Raqqa", Kind.PLACE), "Add the name Raqqa (place), everywhere"),
    (Redate(MAY, "2018-05", "/x/a.txt"), "Date “last May” as 2018-05, in a.txt"),
    (Redate(MAY, ""), "“last May” is no date, everywhere"),
    (
        Attribute(Statement.QUOTE, Passage("“We stay,”", "", " said", 0), "ab12", STATE, "/x/a.txt"),
        "“We stay,” is said by Islamic State, in a.txt",
    ),
    (Attribute(Statement.FIGURE, MAY, scope="/x/a.txt"), "“last May” is the article's own figure, in a.txt"),
    (Dismiss(Statement.QUOTE, MAY, "ab12", "/x/a.txt"), "“last May” is no quotation, in a.txt"),
    (Dismiss(Statement.FIGURE, MAY), "“last May” is no figure, everywhere"),
    (BLEND, "A “blend” correction, which this version does not know, everywhere"),
)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[NoteStore]:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path))
    store = NoteStore(tmp_path / "data")
    yield store
    store.close()


def cli(*words: str) -> int:
    parser = argparse.ArgumentParser()
    corrections.add_arguments(parser)
    return corrections.run(parser.parse_args(words))


@pytest.mark.parametrize(("rule", "sentence"), EVERY, ids=lambda value: type(value).__name__)
def test_every_rule_is_kept_and_described(store: NoteStore, rule: Correction, sentence: str) -> None:
    repairs.add(store, rule, "/x/a.txt")
    store.close()
    again = NoteStore(store.folder)
    assert repairs.rules_for(again, "/x/a.txt") == (rule,)
    assert repairs.rules_for(again, "/x/b.txt") == (() if rule.scope else (rule,))
    again.close()
    assert describe(rule) == sentence


def test_undo_and_redo_walk_the_repairs_of_one_article(store: NoteStore) -> None:
    first, second, third = Hide(ISIL), Pin(STATE), Hide(STATE)
    repairs.add(store, first, "a")
    repairs.add(store, AddName("Elsewhere", Kind.PLACE, "b"), "b")
    repairs.add(store, second, "a")
    assert [repairs.undo(store, "a") for _ in range(3)] == [second, first, None]
    assert [repairs.redo(store, "a") for _ in range(3)] == [first, second, None]
    repairs.undo(store, "a")
    repairs.add(store, third, "a")
    assert repairs.redo(store, "a") is None
    repairs.undo(store, "a")
    assert repairs.redo(store, "a") == third  # not `second`, which a new repair came over
    assert repairs.redo(store, "a") is None
    assert repairs.rules_for(store, "a") == (first, third)
    assert repairs.undo(store, "") is None


def test_the_last_repair_of_an_article_holds_elsewhere_too_or_no_longer(store: NoteStore) -> None:
    assert repairs.reach(store, "a") is None
    repairs.add(store, Hide(ISIL, "a"), "a")
    repairs.add(store, Pin(STATE), "b")
    assert repairs.reach(store, "a") == Hide(ISIL)
    assert repairs.rules_for(store, "c") == (Pin(STATE), Hide(ISIL))
    assert repairs.reach(store, "a") == Hide(ISIL, "a")
    assert repairs.rules_for(store, "c") == (Pin(STATE),)
    assert len(repairs.entries(store)) == 2
    assert repairs.undo(store, "a") == Hide(ISIL, "a")
    assert repairs.reach(store, "a") is None
    assert repairs.redo(store, "a") == Hide(ISIL, "a")


@pytest.mark.parametrize(
    "rule",
    [
        Redate(MAY, "2018-05", "a"),
        Dismiss(Statement.QUOTE, MAY, "", "a"),
        Split(ISIL, "Cell", (MAY,), scope="a"),
        BLEND,
    ],
)
def test_what_is_about_a_place_holds_nowhere_else(store: NoteStore, rule: Correction) -> None:
    repairs.add(store, rule, "a")
    assert repairs.reach(store, "a") is None
    assert repairs.rules_for(store, "a") == (rule,)


def test_rows_of_other_versions_are_kept_and_stand_aside(store: NoteStore) -> None:
    store.append_correction({"type": "blend", "strength": 3})
    store.append_correction({"type": "hide"})
    store.append_correction({"kind": 7})
    assert [type(rule) for rule in repairs.rules_for(store, "a")] == [Unknown] * 3
    assert store.corrections()[0]["strength"] == 3
    assert '"strength": 3' in repairs.exported(repairs.entries(store))


def test_a_repair_that_says_nothing_is_refused(store: NoteStore) -> None:
    with pytest.raises(ReaderError, match="Nothing was stored"):
        repairs.add(store, Rename(ISIL, " \x07 "), "a")
    assert repairs.entries(store) == ()


def test_shared_as_json_without_doubling(
    store: NoteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for rule, _ in EVERY:
        repairs.add(store, rule, "/secret/a.txt")
    file = tmp_path / "shared.json"
    assert cli("export", str(file)) == 0
    assert "secret" not in file.read_text("utf-8")
    cli("export")
    assert capsys.readouterr().out == file.read_text("utf-8")
    cli("import", str(file))
    assert capsys.readouterr().out == f"0 corrections added, {len(EVERY)} known already.\n"
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "other"))
    cli("import", str(file))
    cli("list")
    out = capsys.readouterr().out
    assert out.startswith(f"{len(EVERY)} corrections added.\n")
    assert all(sentence in out for _, sentence in EVERY)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(file.read_bytes())))
    cli("import", "-", "--everywhere")
    here = sum(bool(rule.scope) for rule, _ in EVERY)
    assert capsys.readouterr().out == f"{here} corrections added, {len(EVERY) - here} known already.\n"


def test_list_undo_and_redo_by_id(store: NoteStore, capsys: pytest.CaptureFixture[str]) -> None:
    cli("list")
    assert capsys.readouterr().out == "Nothing has been put right yet.\n"
    with pytest.raises(ReaderError, match="is there"):
        cli("undo")
    first = repairs.add(store, Hide(ISIL), "a")
    repairs.add(store, Hide(STATE, "/x/a.txt"), "a")
    cli("list", "/x/b.txt")
    out = capsys.readouterr().out
    assert out.startswith(first[:8])
    assert "Islamic" not in out
    cli("undo", first[:8])
    cli("undo")
    cli("list", "--all")
    out = capsys.readouterr().out
    assert out.count("(taken back)") == 2
    assert "Taken back: Hide ISIL (organisation), everywhere." in out
    cli("redo", first)
    assert repairs.rules_for(store, "/x/a.txt") == (Hide(ISIL),)
    with pytest.raises(ReaderError, match="has the id zzz"):
        cli("undo", "zzz")
    assert cli("import", str(_file(store, [to_json(Hide(STATE, "/x/a.txt"))]))) == 0
    assert "taken back here before" in capsys.readouterr().out


def _file(store: NoteStore, rows: object) -> Path:
    path = store.folder / "in.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"format": repairs.FORMAT, "version": 1, "corrections": rows}), "utf-8")
    return path


DEEP: object = json.loads("[" * 50 + "]" * 50)
KEY = {"name": "ISIL", "kind": "ORG", "forms": ["ISIL"]}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (7, "correction 1 is not a JSON object"),
        ({}, "correction 1 has no “type”"),
        ({"type": "hide"}, "“key” is missing"),
        ({"type": "hide", "key": "ISIL"}, "“key” must say which entity"),
        ({"type": "hide", "key": {"name": "", "kind": "ORG"}}, "“key” must be a name"),
        ({"type": "rename", "key": KEY, "name": "\x1b"}, "“name” must be a name"),
        ({"type": "retype", "key": KEY, "kind": "person"}, "“kind” must be one of PERSON, ORG"),
        ({"type": "merge", "keys": [], "name": "X"}, "“keys” must be a list"),
        ({"type": "pin", "key": KEY, "on": 1}, "“on” must be true or false"),
        ({"type": "split", "key": KEY, "forms": "IS"}, "“forms” must be a list"),
        ({"type": "split", "key": KEY, "mentions": [{"exact": 3}]}, "“mentions” must hold the words"),
        ({"type": "redate", "time": {"exact": "May", "offset": True}, "value": "2018"}, "“time” must hold"),
        ({"type": "redate", "time": {"exact": "May"}, "value": None}, "“value” must be a date"),
        ({"type": "hide", "key": KEY, "source": 1}, "“source”"),
        ({"type": "blend", "much": 10**30}, "cannot be kept"),
        ({"type": "blend", "deep": DEEP}, "cannot be kept"),
    ],
)
def test_broken_rules_are_refused_with_one_sentence(store: NoteStore, row: object, said: str) -> None:
    with pytest.raises(ReaderError) as caught:
        cli("import", str(_file(store, [row])))
    assert said in str(caught.value)
    assert str(caught.value).endswith("; nothing was imported.")
    assert "\n" not in str(caught.value)
    assert repairs.entries(store) == ()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"corrections": []}', "\x00", "[" * 100_000, '{"format": "dateline corrections"}']
)
def test_what_is_no_export_is_refused(store: NoteStore, tmp_path: Path, text: str) -> None:
    file = tmp_path / "bad.json"
    file.write_text(text, "utf-8")
    with pytest.raises(ReaderError, match=r"bad\.json .*nothing was imported"):
        cli("import", str(file))


def test_other_versions_and_missing_files_are_refused(store: NoteStore, tmp_path: Path) -> None:
    file = tmp_path / "new.json"
    file.write_text(json.dumps({"format": repairs.FORMAT, "version": 2, "corrections": []}), "utf-8")
    with pytest.raises(ReaderError, match="version 2"):
        cli("import", str(file))
    with pytest.raises(ReaderError, match="cannot be read"):
        cli("import", str(tmp_path / "none.json"))
    with pytest.raises(ReaderError, match="cannot be written"):
        cli("export", str(tmp_path / "no" / "folder.json"))


# What was decided about articles


A_DAY, B_DAY = date(2019, 7, 30), date(2019, 8, 1)


def test_dates_and_blocks_are_listed_and_shared(
    store: NoteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    decided = (
        Choices("/x/a.txt", A_DAY),
        Choices("/x/b\x1b]0;evil\x07.txt", None, ("Read more\nhere",), ("Leave a reply", "More")),
        Choices("/x/c.txt", B_DAY, hidden=("Caption",)),
    )
    for choices in (*decided, Choices("/x/none.txt")):
        store.save_choices(choices)
    repairs.add(store, Hide(ISIL), "/x/a.txt")
    file = tmp_path / "shared.json"
    cli("list")
    out = capsys.readouterr().out
    said = [line[22:] for line in out.splitlines()]
    assert said == [
        "Published on 2019-07-30, in a.txt",
        "1 block brought back and 2 blocks folded, in b.txt",
        "Published on 2019-08-01, in c.txt",
        "1 block folded, in c.txt",
        "Hide ISIL (organisation), everywhere",
    ]
    cli("list", "/x/c.txt")
    assert [line[22:] for line in capsys.readouterr().out.splitlines()] == said[2:]
    cli("export", str(file))

    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "other"))
    theirs = NoteStore(tmp_path / "other" / "data")
    theirs.save_choices(Choices("/x/a.txt", B_DAY))
    theirs.save_choices(Choices("/x/c.txt", None, shown=("Caption",)))
    cli("import", str(file))
    said = "1 correction added, 2 articles dated or folded as there, 1 article left with the date you set.\n"
    assert capsys.readouterr().out == said
    assert theirs.choices_of("/x/a.txt").published == B_DAY
    assert theirs.choices_of(decided[1].source) == decided[1]
    assert theirs.choices_of("/x/c.txt") == Choices("/x/c.txt", B_DAY, ("Caption",), ())
    cli("import", str(file))
    said = "0 corrections added, 3 known already, 1 article left with the date you set.\n"
    assert capsys.readouterr().out == said
    theirs.close()


@pytest.mark.parametrize(
    "decided",
    [
        3,
        [3],
        [{}],
        [{"source": "/x/a.txt"}],
        [{"source": 3, "published": "2019-07-30"}],
        [{"source": "/x/a.txt", "published": "soon"}],
        [{"source": "/x/a.txt", "published": 3}],
        [{"source": "/x/a.txt", "shown": "text"}],
        [{"source": "/x/a.txt", "hidden": [3]}],
    ],
)
def test_broken_decisions_import_nothing(store: NoteStore, tmp_path: Path, decided: object) -> None:
    file = tmp_path / "bad.json"
    rows = [to_json(Hide(ISIL))]
    good = [{"source": "/x/b.txt", "published": "2019-07-30"}]
    articles = [*good, *decided] if isinstance(decided, list) else decided
    file.write_text(
        json.dumps({"format": "dateline corrections", "version": 1, "corrections": rows, "articles": articles})
    )
    with pytest.raises(ReaderError, match=r"bad\.json cannot be used: .*nothing was imported"):
        cli("import", str(file))
    assert repairs.entries(store) == ()
    assert store.choices_of("/x/b.txt") == Choices("/x/b.txt")


def test_an_export_writes_over_nothing(store: NoteStore, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_text("mine")
    with pytest.raises(ReaderError, match="is there already"):
        cli("export", str(file))
    assert file.read_text() == "mine"
    cli("export", "--force", str(file))
    assert json.loads(file.read_text())["articles"] == []
