"""Ways to damage the notes from outside: nothing that was acknowledged is lost, and every one of them is told."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from tinydb import TinyDB

from tests.notes.file.damages import (
    ASKED,
    GONE,
    REPAIRED,
    _put,
    a_note,
    bodies,
    dangling,
    edited_by_hand,
    folder_in_its_place,
)
from tui.errors import NotesUnavailable
from tui.notes.store import NoteStore


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def opened(folder: Path, tmp_path: Path) -> Callable[[], NoteStore]:
    return lambda: NoteStore(folder, seen=tmp_path / "cache" / "seen.json")


@pytest.fixture
def written(opened: Callable[[], NoteStore], folder: Path) -> tuple[NoteStore, set[str]]:
    """A session that has written twelve notes, edited one and deleted one; and what it was told is stored."""
    store = opened()
    notes = [store.save(a_note(f"number {number}")) for number in range(9)]
    shutil.copy(folder / "notes.json", folder / "notes.json.old")
    notes += [store.save(a_note(f"number {number}")) for number in range(9, 12)]
    store.save(replace(notes[2], body="number 2, edited"))
    store.delete(notes[5].id)
    return store, bodies(store)


@pytest.mark.parametrize("live", [False, True], ids=["at the next start", "in a session"])
@pytest.mark.parametrize("damage", REPAIRED)
def test_it_is_repaired_and_told(
    opened: Callable[[], NoteStore], written: tuple[NoteStore, set[str]], folder: Path, damage: str, live: bool
) -> None:
    store, known = written
    if not live:
        store.close()
        store = opened()
    REPAIRED[damage](folder)
    stood = (folder / "notes.json").read_bytes() if (folder / "notes.json").exists() else b""
    assert known <= bodies(store)
    assert "number 2" not in bodies(store)  # the later version
    assert any("notes.json" in trouble for trouble in store.troubles()), store.troubles()
    if stood:
        assert stood in [path.read_bytes() for path in folder.glob("notes-*.json")]
    store.save(a_note("one more"))
    again = opened()
    assert known | {"one more"} <= bodies(again)
    assert again.troubles() == ()
    with TinyDB(folder / "notes.json") as plain:
        assert len(plain.table("notes")) >= 13


@pytest.mark.parametrize("live", [False, True], ids=["at the next start", "in a session"])
@pytest.mark.parametrize("damage", ASKED)
def test_a_file_that_lost_everything_waits_for_an_answer(
    opened: Callable[[], NoteStore], written: tuple[NoteStore, set[str]], folder: Path, damage: str, live: bool
) -> None:
    store, known = written
    if not live:
        store.close()
        store = opened()
    ASKED[damage](folder)
    stood = (folder / "notes.json").read_bytes()
    if live:
        assert bodies(store) == known  # it goes on showing what it knows
    assert "There were 12 notes" in store.lost()
    assert "Found: 12 notes: " in store.lost()
    assert " from the backup of" in store.lost()
    assert store.lost() in store.troubles()
    with pytest.raises(NotesUnavailable, match="“dateline notes restore” brings them back"):
        store.save(a_note("one more"))
    with pytest.raises(NotesUnavailable, match="There were 12 notes"):
        store.storage.keep()
    assert (folder / "notes.json").read_bytes() == stood
    assert not store.changed()
    store.storage.bring_back()
    assert known <= bodies(store)
    store.save(a_note("one more"))
    again = opened()
    assert known | {"one more"} <= bodies(again)
    assert again.troubles() == ()
    assert stood in [path.read_bytes() for path in folder.glob("notes-replaced-*.json")]


@pytest.mark.parametrize("damage", GONE)
def test_a_folder_that_is_gone_is_no_beginning(
    opened: Callable[[], NoteStore], written: tuple[NoteStore, set[str]], folder: Path, damage: str
) -> None:
    session, known = written
    shutil.copytree(folder, folder.with_name("disk"))
    GONE[damage](folder)
    store = opened()
    for each in (store, session):
        assert "There were 12 notes" in each.lost()
        assert "brings them back" not in each.lost()
        assert ("this session still has them" if each is session else "no backup of them is left here") in each.lost()
        assert "--as-it-is" in each.lost()
        with pytest.raises(NotesUnavailable, match="There were 12 notes"):
            each.save(a_note("one more"))
    with pytest.raises(NotesUnavailable, match="put the folder back"):
        store.storage.bring_back()
    assert bodies(session) == known
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(folder.with_name("disk"), folder)  # the disk is there again
    for each in (store, session, opened()):
        assert bodies(each) == known
        assert not each.lost()
    GONE[damage](folder)
    session.storage.bring_back()  # the session still knows them
    assert known <= bodies(opened())


@pytest.mark.parametrize("damage", [*ASKED, *GONE])
def test_it_may_be_right_as_it_stands(
    opened: Callable[[], NoteStore], written: tuple[NoteStore, set[str]], folder: Path, damage: str
) -> None:
    session, known = written
    (ASKED | GONE)[damage](folder)
    store = opened()
    assert store.lost()
    store.storage.accept()
    there = bodies(store)
    assert not there & known
    store.save(a_note("one more"))
    for each in (store, session, opened()):
        assert bodies(each) == there | {"one more"}
        assert not each.lost()


def test_an_empty_file_of_which_nothing_is_known_is_a_beginning(opened: Callable[[], NoteStore], folder: Path) -> None:
    folder.mkdir()
    (folder / "notes.json").write_bytes(b"")
    store = opened()
    assert store.troubles() == ()
    store.save(a_note("the first"))
    assert bodies(opened()) == {"the first"}


def test_corrections_alone_can_be_lost_too(opened: Callable[[], NoteStore], folder: Path) -> None:
    opened().append_correction({"source": "", "rule": "x"})
    _put(folder / "notes.json", b"")
    store = opened()
    assert "There were corrections" in store.lost()
    assert "Found: what you put right." in store.lost()
    store.storage.bring_back()
    assert len(opened().corrections()) == 1


def test_the_stamp_may_be_deleted(
    opened: Callable[[], NoteStore], written: tuple[NoteStore, set[str]], folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "cache" / "seen.json").unlink()
    assert bodies(opened()) == written[1]
    (tmp_path / "cache" / "seen.json").write_bytes(b"\xff{")
    assert bodies(opened()) == written[1]
    assert not opened().lost()


def test_a_change_by_another_program_is_told_and_the_former_state_kept(
    opened: Callable[[], NoteStore], written: tuple[NoteStore, set[str]], folder: Path
) -> None:
    store, known = written
    edited_by_hand(folder)
    assert "nXmber 3" in bodies(store)
    assert any("1 row in" in trouble and "another program" in trouble for trouble in store.troubles())
    store.save(a_note("one more"))
    (kept,) = (folder / "backups").glob("notes-before-*.json")
    assert {row["body"] for row in orjson.loads(kept.read_bytes())["notes"].values()} == known


def test_a_link_to_nothing_is_no_beginning(
    opened: Callable[[], NoteStore], written: tuple[NoteStore, set[str]], folder: Path
) -> None:
    dangling(folder)
    store = opened()
    assert "There were 12 notes" in store.lost()
    with pytest.raises(NotesUnavailable, match="There were 12 notes"):
        store.save(a_note("one more"))
    assert not (folder / "gone.json").exists()
    store.storage.accept()
    store.save(a_note("one more"))
    assert bodies(opened()) == {"one more"}
    assert (folder / "notes.json").is_symlink()


def test_a_link_into_a_folder_that_is_gone_is_named(opened: Callable[[], NoteStore], folder: Path) -> None:
    folder.mkdir()
    (folder / "notes.json").symlink_to("/no/such/disk/notes.json")
    assert any("is a link to /no/such/disk/notes.json" in trouble for trouble in opened().troubles())
    with pytest.raises(NotesUnavailable, match="is its disk there"):
        opened().save(a_note("one"))


def test_a_folder_in_its_place_is_named(
    opened: Callable[[], NoteStore], written: tuple[NoteStore, set[str]], folder: Path
) -> None:
    folder_in_its_place(folder)
    store = opened()
    with pytest.raises(NotesUnavailable, match=r"notes\.json is not a regular file"):
        store.all_notes()
    assert not store.changed()  # it is told once, not at every look
    (folder / "notes.json").rmdir()
    assert bodies(opened()) == written[1]


def test_a_file_that_may_not_be_read_is_named(
    opened: Callable[[], NoteStore], written: tuple[NoteStore, set[str]], folder: Path
) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (folder / "notes.json").chmod(0)
    with pytest.raises(NotesUnavailable, match=r"notes\.json may not be"):
        opened().all_notes()
    (folder / "notes.json").chmod(0o600)
    assert bodies(opened()) == written[1]


def test_the_journal_is_begun_anew_where_it_is_long(
    opened: Callable[[], NoteStore], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.notes.file.journal.LARGEST", 5_000)
    monkeypatch.setattr("tui.notes.file.memory._SMALL", 0)  # as with a large file: the journal has the changes
    store = opened()
    for number in range(60):
        store.save(a_note(f"number {number}"))
        assert (folder / "notes.journal").stat().st_size <= 5_500
        if number % 7 == 0:
            (folder / "notes.json").unlink()
            assert len(bodies(opened())) == number + 1
