"""Ways to damage the notes from outside: nothing that was acknowledged is lost, and every one of them is told."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from tinydb import TinyDB

from tui.errors import NotesUnavailable
from tui.notes.note import Note, Target, new_note
from tui.notes.store import NoteStore
from tui.text.article import Article

ARTICLE = Article("/articles/ferry.md", "The ferry", "", ())
Damage = Callable[[Path], None]


def a_note(body: str) -> Note:
    return new_note(ARTICLE, Target.ARTICLE, body)


def bodies(store: NoteStore) -> set[str]:
    return {note.body for shelf in (False, True) for note in store.all_notes(shelf)}


def write(content: bytes) -> Damage:
    return lambda folder: _put(folder / "notes.json", content)


def _put(path: Path, content: bytes) -> None:
    path.write_bytes(content)  # in place, as other programs do


def cut(share: float) -> Damage:
    def damage(folder: Path) -> None:
        path = folder / "notes.json"
        _put(path, path.read_bytes()[: int(path.stat().st_size * share)])

    return damage


def garble(share: float, garbage: bytes) -> Damage:
    def damage(folder: Path) -> None:
        path = folder / "notes.json"
        content = bytearray(path.read_bytes())
        at = int(len(content) * share)
        content[at : at + len(garbage)] = garbage
        _put(path, bytes(content))

    return damage


def older_copy(folder: Path) -> None:
    shutil.copy(folder / "notes.json.old", folder / "notes.json")


def remove(*names: str) -> Damage:
    def damage(folder: Path) -> None:
        for name in names:
            path = folder / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    return damage


def each(*damages: Damage) -> Damage:
    def damage(folder: Path) -> None:
        for one in damages:
            one(folder)

    return damage


def folder_in_its_place(folder: Path) -> None:
    (folder / "notes.json").unlink()
    (folder / "notes.json").mkdir()


def dangling(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / "notes.json").symlink_to("gone.json")


def emptied(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def swapped(folder: Path) -> None:
    shutil.rmtree(folder)
    NoteStore(folder).save(a_note("somebody else's"))


def swapped_file(folder: Path) -> None:
    other = NoteStore(folder.parent / "other")
    other.save(a_note("somebody else's"))
    _put(folder / "notes.json", (other.folder / "notes.json").read_bytes())


def on_one_line(folder: Path) -> None:
    """Another program writes the file anew, in place, without the last notes."""
    path = folder / "notes.json"
    tables = json.loads(path.read_bytes())
    for number in ("11", "12"):
        del tables["notes"][number]
    path.write_text(json.dumps(tables))


def twice(folder: Path) -> None:
    """Two notes under one number: JSON readers see the last one only."""
    path = folder / "notes.json"
    _put(path, path.read_bytes().replace(b'\n"12":', b'\n"11":'))


def two_tables(folder: Path) -> None:
    path = folder / "notes.json"
    _put(path, path.read_bytes().rstrip()[:-1] + b',\n"notes":{}\n}\n')


def wrong_clock(folder: Path) -> None:
    """The best backup by its time is an old one."""
    old = folder / "backups" / "notes-day-2031-01-01.json"
    shutil.copy(folder / "notes.json.old", old)
    os.utime(old, (1_924_992_000, 1_924_992_000))
    (folder / "notes.json").unlink()


def torn_journal(folder: Path) -> None:
    path = folder / "notes.journal"
    _put(path, path.read_bytes()[:-30])
    cut(0.5)(folder)


def garbled_journal(folder: Path) -> None:
    path = folder / "notes.journal"
    _put(path, path.read_bytes()[:-300] + b"\0" * 300)
    (folder / "notes.json").unlink()


def half_a_backup(folder: Path) -> None:
    path = folder / "backups" / "notes-last.json"
    _put(path, path.read_bytes()[:200])
    cut(0.3)(folder)


def all_backups_empty(folder: Path) -> None:
    for path in (folder / "backups").iterdir():
        _put(path, b"")
    cut(0.5)(folder)


def no_memory(folder: Path) -> None:
    remove("backups", "notes.journal", "notes.json")(folder)


def edited_by_hand(folder: Path) -> None:
    path = folder / "notes.json"
    _put(path, path.read_bytes().replace(b"number 3", b"nXmber 3"))


REPAIRED: dict[str, Damage] = {
    **{f"cut at {share} of 20": cut(share / 20) for share in range(1, 20)},
    **{f"zeros at {share} of 8": garble(share / 8, b"\0" * 40) for share in range(8)},
    **{f"no UTF-8 at {share} of 8": garble(share / 8, b"\xff\xfe\xff\xfe") for share in range(8)},
    **{f"a quote at {share} of 4": garble(share / 4, b'"""') for share in range(4)},
    "not JSON": write(b"<html>503 Service Unavailable</html>"),
    "a list": write(b"[1, 2]"),
    "null": write(b"null"),
    "rows that are none": write(b'{"notes": {"one": 1}}'),
    "deleted": remove("notes.json"),
    "deleted with the last backup": each(remove("backups/notes-last.json"), remove("notes.json")),
    "deleted with all backups": each(remove("backups"), remove("notes.json")),
    "deleted with the journal": each(remove("notes.journal"), remove("notes.json")),
    "an older copy": older_copy,
    "an older copy, no journal": each(remove("notes.journal"), older_copy),
    "an older copy, no backups": each(remove("backups"), older_copy),
    "some notes taken out": on_one_line,
    "a wrong clock": wrong_clock,
    "a torn journal": torn_journal,
    "a garbled journal": garbled_journal,
    "half a backup": half_a_backup,
    "all backups empty": all_backups_empty,
    "one number twice": twice,
    "one table twice": two_tables,
}
ASKED: dict[str, Damage] = {
    "empty": write(b""),
    "white space": write(b" \n\n"),
    "empty, and the last backup too": each(
        write(b""), lambda folder: _put(folder / "backups" / "notes-last.json", b"")
    ),
    "{}": write(b"{}"),
    "no rows": write(b'{"notes": {}}'),
    "only the format": write(b'{"format": {"1": {"version": 1, "program": "dateline"}}}'),
    "_default": write(b'{"_default": {}}'),
    "another program's rows": write(b'{"_default": {"1": {"name": "x"}}}'),
    "another file": swapped_file,
}
GONE: dict[str, Damage] = {
    "the folder is gone": lambda folder: shutil.rmtree(folder),
    "the folder is empty": emptied,
    "a swapped folder": swapped,
    "no backups and no journal": no_memory,
}


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
