"""The file: private, plain TinyDB, seen by other sessions, set aside when damaged, left alone when newer."""

import json
import os
import shutil
import stat
import threading
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from tui.errors import NotesUnavailable
from tui.notes.file import backups
from tui.notes.file.storage import NotesStorage
from tui.notes.file.table import NotesFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "notes.json"


@pytest.fixture
def file(path: Path) -> NotesFile:
    return NotesFile(path, patience=5)


def trouble(file: NotesFile) -> str:
    storage = file.storage
    assert isinstance(storage, NotesStorage)
    return " ".join(storage.troubles)


def test_plain_tinydb_reads_it(file: NotesFile, path: Path) -> None:
    file.table("notes").insert_multiple([{"id": "a"}, {"id": "ü “quoted” \u2028 line"}])
    with TinyDB(path) as plain:
        assert plain.table("notes").all() == file.table("notes").all()
    assert len(path.read_text("utf-8").splitlines()) == 10  # one row on a line


def test_only_the_owner_can_read(file: NotesFile, path: Path) -> None:
    path.parent.mkdir(mode=0o755)
    file.insert({"id": "a"})
    file.insert({"id": "b"})
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE((path.parent / "backups").stat().st_mode) == 0o700
    modes = {stat.S_IMODE(each.stat().st_mode) for each in path.parent.rglob("*") if each.is_file()}
    assert modes == {0o600}


def test_sessions_see_each_other(path: Path) -> None:
    one, other = NotesFile(path), NotesFile(path)
    query = where("id") == "a"
    assert other.search(query) == []
    assert one.insert({"id": "a"}) == 1
    assert other.search(query) == [{"id": "a"}]  # no stale query cache
    assert other.insert({"id": "b"}) == 2  # no stale next id
    assert one.insert_multiple([{"id": "c"}, {"id": "d"}]) == [3, 4]
    assert other.update({"seen": True}, query) == [1]
    assert one.upsert({"id": "e"}, where("id") == "e") == [5]
    assert one.remove(where("id") == "d") == [4]
    assert [row["id"] for row in other] == ["a", "b", "c", "e"]
    assert one.get(query) == {"id": "a", "seen": True}


def test_change_is_noticed_by_a_look(path: Path) -> None:
    one, other = NotesStorage(path), NotesStorage(path)
    assert not one.changed()
    one.write({"notes": {"1": {"id": "a"}}})
    assert other.changed()
    other.read()
    assert not other.changed()
    one.write({"notes": {"1": {"id": "b"}}})
    assert other.changed()
    assert not one.changed()


def test_a_failed_change_leaves_everything(file: NotesFile) -> None:
    file.insert({"id": "a", "n": 1})

    def stumble(row: dict[str, int]) -> None:
        row["n"] = 2
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        file.update(stumble)
    assert file.all() == [{"id": "a", "n": 1}]


def test_nothing_changed_is_not_written(file: NotesFile, path: Path) -> None:
    file.insert({"id": "a"})
    before = path.stat()
    file.remove(where("id") == "z")
    assert path.stat().st_ino == before.st_ino


def test_readers_do_not_wait_for_writers(file: NotesFile, path: Path) -> None:
    file.insert({"id": "a"})
    storage = file.storage
    assert isinstance(storage, NotesStorage)
    read: list[int] = []
    with storage.transaction():
        thread = threading.Thread(target=lambda: read.append(len(NotesFile(path)) + len(file)))
        thread.start()
        thread.join(120)
    assert read == [2]


def test_a_held_lock_is_said(path: Path) -> None:
    one, other = NotesStorage(path), NotesStorage(path, patience=0.05)
    with one.transaction(), pytest.raises(NotesUnavailable, match=r"Another session .*notes\.lock"):
        other.write({})


def test_a_removed_lock_file_is_no_way_in(path: Path) -> None:
    one, other = NotesStorage(path), NotesStorage(path, patience=0.2)
    one.write({})
    with one.transaction():
        path.with_name(".notes.lock").unlink()
        with other.transaction():  # a new lock file: nobody can help that
            pass
    one.write({"notes": {"1": {}}})
    assert other.read() == one.read()


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "mine.json", tmp_path / "notes.json"
    link.symlink_to(target)
    NotesFile(link).insert({"id": "a"})
    NotesFile(link).insert({"id": "b"})
    assert link.is_symlink()
    with TinyDB(target) as plain:
        assert len(plain) == 2


@pytest.mark.parametrize("kind", ["fifo", "folder", "loop", "device"])
def test_other_things_in_its_place(path: Path, kind: str) -> None:
    path.parent.mkdir()
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "loop":
        path.symlink_to(path)
    else:
        path.symlink_to("/dev/full")
    file = NotesFile(path)
    with pytest.raises(NotesUnavailable, match=r"notes\.json|/dev/full"):
        file.all()
    with pytest.raises(NotesUnavailable, match=r"notes\.json|/dev/full"):
        file.insert({})


def test_what_stands_in_the_way_is_named(path: Path) -> None:
    NotesFile(path).insert({"id": "a"})
    path.with_name(".notes.new").mkdir()
    with pytest.raises(NotesUnavailable, match=r"/\.notes\.new is not a regular file: move it away"):
        NotesFile(path).insert({"id": "b"})
    path.with_name(".notes.new").rmdir()
    shutil.rmtree(path.parent / "backups")
    (path.parent / "backups").touch()
    file = NotesFile(path)
    file.insert({"id": "c"})
    assert "/backups is not a folder: move it away" in trouble(file)


@pytest.mark.parametrize("kind", ["fifo", "link"])
def test_other_things_in_the_lock_s_place(path: Path, kind: str, tmp_path: Path) -> None:
    path.parent.mkdir()
    lock = path.with_name(".notes.lock")
    if kind == "fifo":
        os.mkfifo(lock)
    else:
        (tmp_path / "victim").touch()
        lock.symlink_to(tmp_path / "victim")
    with pytest.raises(NotesUnavailable, match=r"notes\.lock"):
        NotesFile(path, patience=0.1).insert({})


def test_a_left_over_temporary_file_does_no_harm(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path.with_name(".notes.new"))
    file = NotesFile(path)
    file.insert({"id": "a"})
    path.with_name(".notes.new").write_text("half a fi")
    file.insert({"id": "b"})
    assert len(NotesFile(path)) == 2
    assert not path.with_name(".notes.new").exists()


def test_a_newer_file_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    content = json.dumps({"format": {"1": {"version": 2}}, "notes": {"1": {"id": "a"}}})
    path.write_text(content)
    file = NotesFile(path)
    for act in (file.all, lambda: file.insert({}), file.truncate, file.drop_tables):
        with pytest.raises(NotesUnavailable, match="newer version"):
            act()
    assert path.read_text() == content


DAMAGED = {
    "cut": lambda content: content[: len(content) // 2],
    "zeros": lambda content: content[:-40] + b"\0" * 40,
    "empty": lambda content: b"",
    "not json": lambda content: b"<html>",
    "other json": lambda content: b"[1, 2]",
    "other rows": lambda content: b'{"notes": {"one": 1}}',
    "not utf-8": lambda content: content.replace(b"first", b"f\xffrst"),
    "a second file behind": lambda content: content + content[60:],
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_an_unreadable_file_is_set_aside(path: Path, damage: str) -> None:
    file = NotesFile(path)
    for word in ("first", "second", "third"):
        file.table("notes").insert({"id": word})
    content = DAMAGED[damage](path.read_bytes())
    path.write_bytes(content)
    again = NotesFile(path)
    words = [row["id"] for row in again.table("notes")]
    assert words == ["first", "second", "third"]
    (aside,) = path.parent.glob("notes-unreadable-*.json")
    assert aside.read_bytes() == content
    assert aside.name in trouble(again)
    assert "the backup of" in trouble(again)
    assert [row["id"] for row in NotesFile(path).table("notes")] == words  # repaired for good
    assert not trouble(NotesFile(path))


def test_rows_behind_the_damage_are_saved(path: Path) -> None:
    file = NotesFile(path)
    for number in range(5):
        file.table("notes").insert({"id": str(number)})
    path.write_bytes(path.read_bytes().replace(b'"1":{"id":"0"}', b'"1":{"id":"\xff\xff'))
    again = NotesFile(path)
    assert [row["id"] for row in again.table("notes")] == ["0", "1", "2", "3", "4"]
    assert "5 notes: 5 from the backup of" in trouble(again)


def test_a_missing_file_comes_back_from_its_backup(path: Path) -> None:
    file = NotesFile(path)
    file.insert({"id": "a"})
    file.insert({"id": "b"})
    path.unlink()
    again = NotesFile(path)
    assert [row["id"] for row in again] == ["a", "b"]
    assert "was gone" in trouble(again)


def test_where_the_last_backup_is_damaged_the_journal_helps(path: Path) -> None:
    file = NotesFile(path)
    for word in ("a", "b", "c"):
        file.insert({"id": word})
    (path.parent / "backups" / "notes-last.json").write_text("{")
    path.unlink()
    assert [row["id"] for row in NotesFile(path)] == ["a", "b", "c"]


def test_no_backup_at_all(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("{")
    file = NotesFile(path)
    assert file.all() == []
    assert "there is no backup" in trouble(file)
    file.insert({"id": "a"})
    assert len(NotesFile(path)) == 1


def test_an_empty_file_without_backups_is_a_beginning(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    file = NotesFile(path)
    file.insert({"id": "a"})
    assert not trouble(file)


def keep_day(folder: Path, today: date) -> None:
    for hour in (8, 20):
        now = datetime(today.year, today.month, today.day, hour, tzinfo=UTC)
        if backups.is_first(folder, "notes", today):
            backups.keep_days(f"{today} {hour}".encode(), now, folder, "notes", today)


def days_in(folder: Path) -> list[str]:
    return sorted(path.name[-10:-5] for path in folder.glob("*-day-*"))


def test_backups_thin_out(tmp_path: Path) -> None:
    for day in range(60):
        keep_day(tmp_path, date(2026, 1, 1) + timedelta(days=day))
    assert days_in(tmp_path) == ["02-23", "02-24", "02-25", "02-26", "02-27", "02-28", "03-01"]
    assert len(list(tmp_path.glob("*-week-*"))) == 5
    assert (tmp_path / "notes-day-2026-02-27.json").read_text() == "2026-02-27 8"  # as the day began
    assert backups.listing(tmp_path, "notes")[0].written == datetime(2026, 3, 1, 8, tzinfo=UTC)


def test_copies_with_a_date_in_the_future_take_no_place(tmp_path: Path) -> None:
    for day in (200, 201, *range(20)):
        keep_day(tmp_path, date(2026, 1, 1) + timedelta(days=day))
    assert days_in(tmp_path) == ["01-14", "01-15", "01-16", "01-17", "01-18", "01-19", "01-20", "07-20", "07-21"]


def test_copies_before_an_import_are_thinned_and_those_by_hand_are_not(tmp_path: Path) -> None:
    for second in range(9):
        for kind in ("import", "kept"):
            now = datetime(2026, 1, 1, second=second, tzinfo=UTC)
            path = backups.keep_dated(f"{second}".encode(), tmp_path, "notes", kind, now)
            os.utime(path, (second, second))
    assert sorted(path.read_text() for path in tmp_path.glob("*-import-*")) == ["4", "5", "6", "7", "8"]
    assert len(list(tmp_path.glob("*-kept-*"))) == 9


def test_a_backup_is_no_link(file: NotesFile, path: Path) -> None:
    file.insert({"id": "a"})
    file.insert({"id": "b"})
    for copy in (path, *(path.parent / "backups").iterdir()):
        assert copy.stat().st_nlink == 1


def test_threads_of_one_session(path: Path) -> None:
    file = NotesFile(path)

    def insert(thread: int) -> None:
        for number in range(20):
            file.table("notes").insert({"id": f"{thread}-{number}"})

    threads = [threading.Thread(target=insert, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(NotesFile(path).table("notes")) == 80
