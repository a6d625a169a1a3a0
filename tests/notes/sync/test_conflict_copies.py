"""Copies that a program for files laid beside the notes are merged, and set aside."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.notes.sync.test_sync import bodies
from tui.notes.note import Note
from tui.notes.store import NoteStore
from tui.notes.sync.sync import ASIDE, conflict_copies, sync_folder
from tui.notes.sync.taking_in import read_notes


@pytest.mark.parametrize(
    "name",
    [
        "notes.sync-conflict-20240514-101112-ABCDEFG.json",
        "notes (Anna's conflicted copy 2024-05-14).json",
        "notes (conflicted copy 2024-05-14 101112).json",
        "notes_conflict-20240514-101112.json",
        "notes (In Konflikt stehende Kopie von Anna).json",
    ],
)
def test_conflict_copies_are_merged_and_set_aside(
    store: NoteStore, tmp_path: Path, write: Callable[..., Note], name: str
) -> None:
    note = store.save(write("one"))
    shutil.copytree(store.folder, tmp_path / "copy")
    copy = NoteStore(tmp_path / "copy")
    copy.save(replace(note, body="theirs"))
    copy.save(write("new there"))
    store.save(replace(note, body="mine"))
    shutil.copy(copy.folder / "notes.json", store.folder / name)
    synced = sync_folder(store, store.folder)
    assert bodies(store) == ["mine", "new there", "theirs"]
    assert synced.absorbed == [store.folder / ASIDE / name]
    assert synced.absorbed[0].exists()
    assert conflict_copies(store.folder) == []
    assert synced.there is None


def test_conflict_copies_that_cannot_be_read_are_left_alone(store: NoteStore, write: Callable[..., Note]) -> None:
    store.save(write("one"))
    half = store.folder / "notes.sync-conflict-1.json"
    half.write_bytes(b'{"notes": {"1"')
    newer = store.folder / "notes.sync-conflict-2.json"
    newer.write_bytes(b'{"format": {"1": {"version": 9}}, "notes": {}}')
    os.mkfifo(store.folder / "notes.sync-conflict-3.json")
    synced = sync_folder(store, store.folder)
    assert len(synced.troubles) == 3
    assert half.exists()
    assert newer.exists()
    assert bodies(store) == ["one"]


def test_of_two_rows_under_one_key_in_a_conflict_copy_none_is_lost(
    store: NoteStore, tmp_path: Path, write: Callable[..., Note]
) -> None:
    copy = NoteStore(tmp_path / "copy")
    for body in ("one", "two"):
        copy.save(write(body))
    content = (copy.folder / "notes.json").read_bytes().replace(b'"2":', b'"1":')
    store.save(write("three"))
    (store.folder / "notes.sync-conflict-1.json").write_bytes(content)
    sync_folder(store, store.folder)
    assert bodies(store) == ["one", "three", "two"]
    read = read_notes(content, "notes.json")
    assert sorted(note.body for note in read.notes) == ["one", "two"]
    assert "has a key twice" in read.skipped[0]
