"""Copies of the notes that are written in different places, on wrong clocks, become one and lose nothing."""

import os
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import orjson
import pytest

from tui.errors import ReaderError
from tui.notes.note import Choices, Note, Place
from tui.notes.store import NoteStore
from tui.notes.sync.line import Cut, Line
from tui.notes.sync.pipe import serve, sync
from tui.notes.sync.sync import marks_of, sync_folder
from tui.notes.versions.history import fingerprint, history_of, versioned


@pytest.fixture
def other(tmp_path: Path) -> NoteStore:
    """The notes in another place."""
    return NoteStore(tmp_path / "other")


def bodies(store: NoteStore, deleted: bool = False) -> list[str]:
    return sorted(note.body for note in store.all_notes(deleted))


def both(store: NoteStore, other: NoteStore) -> None:
    sync_folder(store, other.folder)
    assert marks_of(store.rows()) == marks_of(other.rows())


def over_pipes(store: NoteStore, other: NoteStore) -> None:
    """As over ssh."""
    (to_read, to_write), (from_read, from_write) = os.pipe(), os.pipe()
    trouble: list[BaseException] = []

    def answer() -> None:
        with os.fdopen(to_read, "rb") as source, os.fdopen(from_write, "wb") as target:
            try:
                serve(other, source, target)
            except BaseException as error:
                trouble.append(error)

    thread = threading.Thread(target=answer)
    thread.start()
    with os.fdopen(from_read, "rb") as source, os.fdopen(to_write, "wb") as target:
        sync(store, source, target)
    thread.join(120)
    assert not trouble


def test_both_sides_end_with_everything(store: NoteStore, other: NoteStore, write: Callable[..., Note]) -> None:
    store.save(write("here"))
    other.save(write("there"))
    other.delete(other.save(write("thrown away")).id)
    over_pipes(store, other)
    assert bodies(store) == bodies(other) == ["here", "there"]
    assert bodies(store, deleted=True) == ["thrown away"]
    assert marks_of(store.rows()) == marks_of(other.rows())


def test_the_second_time_nothing_is_written(store: NoteStore, other: NoteStore, write: Callable[..., Note]) -> None:
    store.save(write("here"))
    other.save(write("there"))
    over_pipes(store, other)
    before = (store.folder / "notes.json").stat().st_mtime_ns, (other.folder / "notes.json").stat().st_mtime_ns
    over_pipes(store, other)
    assert before == (
        (store.folder / "notes.json").stat().st_mtime_ns,
        (other.folder / "notes.json").stat().st_mtime_ns,
    )


def test_the_later_version_of_one_line_stays(store: NoteStore, other: NoteStore, write: Callable[..., Note]) -> None:
    note = store.save(write("one"))
    both(store, other)
    there = other.note(note.id)
    assert there is not None
    other.save(replace(there, body="two"))
    other.save(replace(there, body="three"))
    both(store, other)
    assert bodies(store) == ["three"]


def test_edits_on_both_sides_are_both_kept(store: NoteStore, other: NoteStore, write: Callable[..., Note]) -> None:
    note = store.save(write("one"))
    both(store, other)
    store.save(replace(note, body="mine"))
    other.save(replace(note, body="theirs"))
    synced = sync_folder(store, other.folder)
    (beside,) = synced.here.kept_beside
    assert bodies(store) == bodies(other) == ["mine", "theirs"]
    assert (beside.body, beside.conflict_of) == ("mine", note.id)  # the later one keeps the name
    assert marks_of(store.rows()) == marks_of(other.rows())
    other.save(replace(beside, body="settled"))
    both(store, other)
    assert bodies(store) == ["settled", "theirs"]


def test_an_editor_that_stood_open_while_the_same_moment_was_given_twice(
    store: NoteStore, other: NoteStore, write: Callable[..., Note]
) -> None:
    """After a version from a clock that is far ahead, both places count on from the same moment."""
    ahead = store.put_back(note := replace(write("one"), updated=datetime.now(UTC) + timedelta(days=3))) or note
    both(store, other)
    mine = store.save(replace(ahead, body="mine"))
    theirs = other.save(replace(ahead, body="theirs"))
    assert mine.updated != theirs.updated
    both(store, other)
    NoteStore(store.folder).save(replace(mine, body="mine, from the editor"))
    assert {"theirs", "mine, from the editor"} <= set(bodies(store))


def test_a_deletion_does_not_come_back(store: NoteStore, other: NoteStore, write: Callable[..., Note]) -> None:
    note = store.save(write("one"))
    both(store, other)
    store.delete(note.id)
    both(store, other)
    assert bodies(other) == []
    other.purge_trash(timedelta(days=-1))
    both(store, other)
    assert bodies(store, deleted=True) == []
    both(store, other)
    assert bodies(store) == bodies(store, deleted=True) == []


def test_a_note_that_was_edited_outlives_its_deletion(
    store: NoteStore, other: NoteStore, write: Callable[..., Note]
) -> None:
    note = store.save(write("one"))
    both(store, other)
    store.save(replace(note, body="one, and more"))
    other.delete(note.id)
    other.purge_trash(timedelta(days=-1))
    both(store, other)
    assert bodies(other) == ["one, and more"]


def test_an_edit_before_a_deletion_lies_in_the_trash(
    store: NoteStore, other: NoteStore, write: Callable[..., Note]
) -> None:
    note = store.save(write("one"))
    both(store, other)
    store.save(replace(note, body="mine"))
    other.save(replace(note, body="theirs"))
    other.delete(note.id)
    both(store, other)
    assert (bodies(store), bodies(store, deleted=True)) == (["mine"], ["theirs"])


def test_rows_without_history(store: NoteStore, other: NoteStore, write: Callable[..., Note]) -> None:
    """A file that knows nothing of versions, copied by hand and edited in one place."""
    note = store.save(write("one"))
    tables = orjson.loads((store.folder / "notes.json").read_bytes())
    del tables["notes"]["1"]["history"]
    for place in (store, other):
        place.folder.mkdir(exist_ok=True)
        (place.folder / "notes.json").write_bytes(orjson.dumps(tables))
    other.save(replace(note, body="two"))
    both(store, other)
    assert bodies(store) == ["two"]


def test_an_edit_by_hand_is_a_new_version(store: NoteStore, other: NoteStore, write: Callable[..., Note]) -> None:
    store.save(write("one"))
    both(store, other)
    path = other.folder / "notes.json"
    path.write_bytes(path.read_bytes().replace(b'"body":"one"', b'"body":"by hand"'))
    both(store, other)
    assert bodies(store) == ["by hand"]


def test_what_is_written_after_a_restored_backup_stays(
    store: NoteStore, other: NoteStore, write: Callable[..., Note]
) -> None:
    note = store.save(write("one"))
    backup = store.storage.keep()
    newer = store.save(replace(note, body="two"))
    both(store, other)
    store.restore_backup(backup)
    again = store.save(replace(note, body="another two"))
    assert again.updated > newer.updated
    both(store, other)
    assert bodies(store) == bodies(other) == ["another two", "one"]  # the editor had not seen what was restored


def test_unreadable_rows_stay_and_are_not_sent(store: NoteStore, other: NoteStore, write: Callable[..., Note]) -> None:
    store.save(write("one"))
    tables = orjson.loads((store.folder / "notes.json").read_bytes())
    tables["notes"] |= {"7": {"id": 7}, "8": {"id": "x", "body": 3}}
    (store.folder / "notes.json").write_bytes(orjson.dumps(tables))
    both(store, other)
    assert len(store.unreadable_rows()) == 2
    assert other.unreadable_rows() == ()


def test_corrections_are_joined_in_their_order(store: NoteStore, other: NoteStore) -> None:
    first = store.append_correction({"type": "one"})
    second = other.append_correction({"type": "two"})
    third = store.append_correction({"type": "three"})
    both(store, other)
    assert [row["id"] for row in store.corrections()] == [first, second, third]
    assert store.corrections() == other.corrections()
    store.mark_undone(second)
    other.remove_correction(first)
    both(store, other)
    assert [row["id"] for row in other.corrections()] == [third]
    other.mark_undone(second, undone=False)
    both(store, other)
    assert [row["id"] for row in store.corrections()] == [second, third]


def test_choices_and_places(store: NoteStore, other: NoteStore) -> None:
    now = datetime.now(UTC)
    store.save_choices(Choices("a", date(2024, 5, 14), ("shown",), ("x",)))
    other.save_choices(Choices("a", None, ("also shown", "x"), ()))
    store.save_place(Place("a", 10, now))
    other.save_place(Place("a", 20, now + timedelta(seconds=1)))
    both(store, other)
    assert store.choices_of("a") == Choices("a", date(2024, 5, 14), ("also shown", "shown", "x"), ())
    assert store.place_of("a") == other.place_of("a") == Place("a", 20, now + timedelta(seconds=1))
    other.save_choices(Choices("a"))
    both(store, other)
    assert store.choices_of("a") == Choices("a")


def test_a_row_that_says_the_same_keeps_its_version() -> None:
    row = versioned({"id": "a", "body": "x"})
    assert versioned(row) is row
    assert versioned({**row, "conflict_of": "", "deleted": None})["history"] == row["history"]
    edited = versioned({**row, "body": "y"})
    back = versioned({**edited, "body": "x"})
    assert history_of(back).knows(history_of(edited))
    assert history_of(back).knows(history_of(row))
    assert fingerprint(back) != fingerprint(row)


@pytest.mark.parametrize("history", [None, 7, [], {"version": 1}, {"version": "v", "digest": "d", "after": "x"}])
def test_a_history_that_is_none(history: object) -> None:
    assert versioned({"id": "a", "history": history})["history"] == versioned({"id": "a"})["history"]


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        (b"", "the line is gone"),
        (b"Welcome!\n" * 1000, "does not answer"),
        (b'{"dateline": 99, "version": "7.0"}\n', "7.0"),
        (b'{"error": "the disk is full"}\n', "the disk is full"),
        (b'motd\n{"dateline": 1}\n[]\n', "not understood"),
        (b'{"dateline": 1}\n{"table": "notes", "row": {}}\n{"rows": 2}\n', "rows are missing"),
        (b'{"dateline": 1}\n{"table": "notes", "row": {}}\n', "the line is gone"),
        (b'{"dateline": 1}\n{"table": 3, "row": 4}\n{"rows": 1, "want": {"notes": 5, "places": [6]}}\n', "gone"),
        (b'{"dateline": 1}\n{"rows": 0, "want": [7]}\n{"merged": "yes"}\n', "run it again"),
    ],
)
def test_a_peer_that_talks_nonsense(
    store: NoteStore, write: Callable[..., Note], tmp_path: Path, said: bytes, trouble: str
) -> None:
    store.save(write("one"))
    (tmp_path / "said").write_bytes(said)
    with (
        (tmp_path / "said").open("rb") as source,
        (tmp_path / "heard").open("wb") as target,
        pytest.raises(ReaderError, match=trouble),
    ):
        sync(store, source, target)
    assert bodies(store) == ["one"]


def test_a_message_to_nobody(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with Path(os.devnull).open("rb") as source, os.fdopen(writing, "wb", buffering=0) as target, pytest.raises(Cut):
        Line(source, target).say({})


def test_a_highlight_and_the_note_it_became_elsewhere_are_one(
    store: NoteStore, other: NoteStore, write: Callable[..., Note]
) -> None:
    highlight = store.save(write(""))
    both(store, other)
    other.save(replace(other.all_notes()[0], body="words"))
    both(store, other)
    assert bodies(store) == ["words"]
    store.delete(highlight.id)
    both(store, other)
    assert bodies(other) == []
    assert bodies(other, deleted=True) == ["words"]


def test_words_written_on_a_highlight_that_was_taken_away_are_kept(
    store: NoteStore, other: NoteStore, write: Callable[..., Note]
) -> None:
    highlight = store.save(write(""))
    both(store, other)
    store.delete(highlight.id)
    other.save(replace(other.all_notes()[0], body="words"))
    both(store, other)
    assert bodies(store) == bodies(other) == ["words"]
