"""`dateline notes ...` as a person types it."""

import io
import json
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from tui.__main__ import main
from tui.library.index.index import Index
from tui.library.index.schema import FILE
from tui.notes.note import Choices, Note
from tui.notes.store import NoteStore
from tui.paths import make_cache
from tui.text.harmless import harmless
from tui.text.read import read_article

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "data"


@pytest.fixture
def store(home: Path) -> NoteStore:
    return NoteStore(home)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def notes(*words: str) -> tuple[int, str, str]:
        status = main(["notes", *words])
        return (status, *capsys.readouterr())

    return notes


@pytest.fixture
def three(store: NoteStore, write: Callable[..., Note]) -> list[Note]:
    bodies = ("first #wind", "second\nline \x1b]52;c;evil\x07", "third #wind")
    saved = [store.save(write(body)) for body in bodies]
    saved[1] = store.save(replace(saved[1], title="Other", source="/other.md", url="", subject="Anna Berg"))
    store.delete(saved[2].id)
    return saved


def test_list_and_search(run: Run, three: list[Note]) -> None:
    status, out, err = run("list")
    assert (status, err) == (0, "")
    first, second = out.splitlines()
    assert first.startswith(three[0].id[:8])
    assert first.endswith("first #wind")
    assert second.endswith("second line")  # and no escape sequence
    for words, found in (
        (["search", "berg"], "second"),
        (["search", "FIRST", "#wi"], "first"),
        (["search", "@anna", "line"], "second"),
        (["search", "@ánna\u0301", "ｌｉｎｅ"], "second"),
        (["list", "--article", "óther"], "second"),
        (["list", "--tag", "wind"], "first"),
        (["list", "--tag", "wind", "--trash"], "third"),
        (["list", "--article", "OTHER"], "second"),
        (["list", "--since", "2001-01-01", "--article", "ferry"], "first"),
    ):
        (line,) = run(*words)[1].splitlines()
        assert found in line
    for words in (["search", "nowhere"], ["list", "--until", "2001-01-01"], ["search", "first", "second"]):
        assert run(*words) == (0, "", "No notes.\n")


def test_show(run: Run, three: list[Note], store: NoteStore) -> None:
    status, out, _ = run("show", three[1].id[:8])
    assert status == 0
    assert "Anna Berg" in out
    assert "  > Nobody had counted the passengers." in out
    assert out.endswith("second\nline\n")
    assert "in the trash since" in run("show", three[2].id)[1]
    store.add([replace(three[1], id=f"{three[1].id[:9]}zz")])
    for beginning, told in (("zz", "No note has"), (three[1].id[:8], "More than one")):
        status, _, err = run("show", beginning)
        assert status != 0
        assert told in err


@pytest.mark.parametrize("form", ["json", "jsonld"])
def test_out_and_in(run: Run, three: list[Note], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    file = tmp_path / "notes.json"
    assert run("export", "--format", form, "-o", str(file))[0] == 0
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "elsewhere"))
    assert run("import", str(file))[2].startswith("2 new")
    assert run("import", str(file))[2].startswith("0 new, 0 replaced by a later version, 2 known")
    assert NoteStore(tmp_path / "elsewhere" / "data").all_notes() == tuple(three[:2])


def test_import_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    page = {"type": "AnnotationPage", "items": [{"type": "Annotation", "target": "a", "bodyValue": "b"}, 5]}
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(json.dumps(page).encode())))
    status, _, err = run("import", "-")
    assert status == 1
    assert "1 new" in err
    assert "Number 2 in - was left out" in err


def test_other_formats(run: Run, three: list[Note], tmp_path: Path) -> None:
    assert run("export")[1].startswith("# Other\n")
    assert run("export", "--format", "csv", "--trash")[1].count("third") == 1
    assert "2 notes in 2 files" in run("export", "--format", "obsidian", "-o", str(tmp_path / "vault"))[2]
    assert sorted(path.name for path in (tmp_path / "vault").iterdir()) == ["Other.md", "The ferry.md"]
    assert "Name the folder" in run("export", "--format", "obsidian")[2]
    (tmp_path / "file").touch()
    status, _, err = run("export", "-o", str(tmp_path / "file" / "x.md"))
    assert status != 0
    assert "x.md" in err


def test_backup_and_restore(run: Run, three: list[Note], store: NoteStore, home: Path, tmp_path: Path) -> None:
    status, out, _ = run("backup")
    assert status == 0
    kept = Path(out.strip())
    store.delete(three[0].id)
    assert kept.name in run("restore")[1]
    for name in (kept.name, str(kept)):
        status, _, err = run("restore", name)
        assert status == 0
        assert "2 notes restored" in err
        assert "The notes as they were" in err
        assert store.all_notes() == tuple(three[:2])
    status, _, err = run("restore", str(tmp_path / "none.json"))
    assert status == 1
    assert "There is no backup named" in err
    assert "none.json" in err
    assert "dateline notes check" in err
    assert err.count("\n") == 1


def test_lost_notes_are_told_and_restored(run: Run, three: list[Note], store: NoteStore, home: Path) -> None:
    for answer, content in (((), "{}"), ((), ""), (("--as-it-is",), "{}")):
        (home / "notes.json").write_text(content)
        status, out, err = run("list")
        assert (status, out) == (1, "")
        assert "There were 3 notes" in err
        assert "Found: 3 notes: 3 from the backup of" in err
        assert "dateline notes restore" in err
        for command in ("export", "backup", "empty-trash", "check"):
            assert run(command)[0] == 1
        assert (home / "notes.json").read_text() == content
        status, _, err = run("restore", *answer)
        assert status == 0
        if not answer:
            assert "3 notes: 3 from the backup of" in err
            assert store.all_notes() == tuple(three[:2])
            assert run("list")[2] == ""
    assert "0 notes in" in err
    assert run("list") == (0, "", "No notes.\n")


def test_a_data_folder_that_is_gone_is_told(run: Run, three: list[Note], home: Path) -> None:
    assert run("list")[0] == 0
    shutil.rmtree(home)
    status, _, err = run("list")
    assert status == 1
    assert "is its disk there?" in err
    assert "no backup of them is left here" in err
    assert "brings them back" not in err
    status, _, err = run("restore")
    assert status == 1
    assert "No backup beside" in err
    assert "--as-it-is" in err
    assert not (home / "notes.json").exists()


def test_check(run: Run, three: list[Note], home: Path) -> None:
    status, out, err = run("check")
    assert (status, err) == (0, "")
    assert "2 notes, 1 in the trash" in out
    assert out.count("can be read") == 3
    (home / "notes.json").write_text("{")
    (home / "backups" / "notes-day-2020-01-01.json").write_text("{")
    status, out, err = run("check")
    assert status == 1
    assert "set aside as notes-unreadable" in err
    assert "CANNOT BE READ" in out
    assert "Set aside because it could not be read" in out
    assert run("check")[0] == 0


def test_nothing_yet(run: Run, home: Path) -> None:
    assert run("list") == (0, "", "No notes.\n")
    assert run("restore") == (0, "", "There are no backups yet.\n")
    assert run("check")[0] == 0
    status, _, err = run("restore", "NOPE")
    assert (status, err) == (1, "dateline: There is no backup named NOPE, and no such file: there are none yet.\n")
    assert not home.exists()  # looking leaves nothing behind
    status, _, err = run("backup")
    assert status != 0
    assert "no notes yet" in err


def test_an_export_makes_no_folder_and_writes_over_nothing(run: Run, three: list[Note], tmp_path: Path) -> None:
    missing = tmp_path / "no such" / "notes.md"
    status, out, err = run("export", "-o", str(missing))
    assert (status, out) == (1, "")
    folder = f"{tmp_path}/no such"
    assert (
        err
        == f"dateline: {missing} cannot be written: there is no folder {folder}; make it first: mkdir -p '{folder}'\n"
    )
    status, _, err = run("export", "--format", "obsidian", "-o", str(missing.parent / "vault"))
    assert status == 1
    assert "there is no folder" in err
    assert not missing.parent.exists()

    mine = tmp_path / "mine.md"
    mine.write_text("mine")
    link = tmp_path / "link.md"
    link.symlink_to(mine)
    for path in (mine, link):
        status, out, err = run("export", "-o", str(path))
        assert (status, out) == (1, "")
        assert f"{path.name} is there already and was left as it is" in err
        assert mine.read_text() == "mine"
    assert run("export", "--force", "-o", str(link))[0] == 0
    assert mine.read_text().startswith("# Other")
    assert link.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "home") == ["link.md", "mine.md"]


def test_a_vault_is_written_whole_or_not_at_all(run: Run, three: list[Note], tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / "The ferry.md").write_text("what I wrote myself")
    for _ in range(2):
        status, _, err = run("export", "--format", "obsidian", "-o", str(vault))
        assert status == 1
        assert "The ferry.md is there already" in err
        assert [path.name for path in vault.iterdir()] == ["The ferry.md"]
    assert (vault / "The ferry.md").read_text() == "what I wrote myself"
    assert run("export", "--format", "obsidian", "--force", "-o", str(vault))[0] == 0
    assert "2 notes in 2 files of a new folder." in run("export", "--format", "obsidian", "-o", f"{vault}2")[2]


def test_an_export_into_what_is_no_file(run: Run, three: list[Note], tmp_path: Path) -> None:
    whole = run("export")[1]
    assert run("export", "-o", "-")[1] == whole
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    reading = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    assert run("export", "-o", str(fifo))[0] == 0
    exact = os.read(reading, 100_000).decode()  # what is printed is made harmless, a file is exact
    assert harmless(exact) == whole
    assert "\x1b" in exact
    os.close(reading)
    assert fifo.is_fifo()  # and was not replaced by a file
    assert "is a folder" in run("export", "-o", str(tmp_path))[2]


def test_exports_cite_the_articles_they_are_on(
    run: Run, store: NoteStore, write: Callable[..., Note], tmp_path: Path
) -> None:
    file = tmp_path / "ferry.md"
    file.write_text("---\ntitle: The ferry\nauthor: Ada Lund\ndate: 2024-05-14\n---\n\nThe ferry was late.\n")
    store.save(replace(write("Who?"), source=str(file), url=""))
    status, text, _ = run("export", "--format", "plain")
    assert (status, text.split("\n")[0]) == (0, "Ada Lund: “The ferry”. 14 May 2024.")
    store.save_choices(Choices(str(file), date(2024, 5, 15)))
    assert run("export", "--format", "csl-json")[1].count("15") == 1
    with closing(Index(make_cache() / FILE)) as index:
        index.opened(read_article(file))
    file.unlink()
    assert run("export", "--format", "footnotes")[1].endswith("[^1]: Ada Lund: “The ferry”. 15 May 2024.\n")
