"""What a person restores, undoes or takes in is a new act: the next sync does not undo it, and no text is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tui.errors import NotesUnavailable
from tui.notes.note import Choices, Note
from tui.notes.store import NoteStore
from tui.notes.sync.sync import sync_folder


@pytest.fixture
def other(tmp_path: Path) -> NoteStore:
    return NoteStore(tmp_path / "other")


def bodies(store: NoteStore, deleted: bool = False) -> list[str]:
    return sorted(note.body for note in store.all_notes(deleted))


def test_a_restored_backup_outlives_the_next_sync(
    store: NoteStore, other: NoteStore, write: Callable[..., Note]
) -> None:
    note = store.save(write("as it was"))
    backup = store.storage.keep()
    sync_folder(store, other.folder)
    store.save(replace(note, body="changed"))
    later = store.save(write("written later"))
    sync_folder(store, other.folder)
    kept = store.restore_backup(backup)
    for _ in range(2):
        sync_folder(store, other.folder)
        assert bodies(store) == bodies(other) == ["as it was"]
    assert bodies(store, deleted=True) == ["written later"]
    store.restore(later.id)
    assert bodies(store) == ["as it was", "written later"]
    assert kept is not None
    store.restore_backup(kept)
    sync_folder(other, store.folder)
    assert bodies(store) == bodies(other) == ["changed", "written later"]


def test_a_restored_text_is_kept_beside_one_that_has_not_seen_it(
    store: NoteStore, folder: Path, write: Callable[..., Note]
) -> None:
    begun = store.save(write("as it was"))
    store.save(replace(begun, body="changed"))
    backup = store.storage.keep()
    NoteStore(folder).save(replace(begun, body="from an old editor"))  # "changed" is kept beside it
    store.restore_backup(backup)  # and its copy goes into the trash
    NoteStore(folder).save(replace(begun, body="from another"))
    assert bodies(store) == ["changed", "from another"]


def test_where_both_have_changed_both_texts_stay(
    store: NoteStore, other: NoteStore, write: Callable[..., Note]
) -> None:
    note = store.save(write("as it was"))
    backup = store.storage.keep()
    store.save(replace(note, body="changed"))
    sync_folder(store, other.folder)
    store.restore_backup(backup)
    other.save(replace(other.all_notes()[0], body="changed there"))
    sync_folder(store, other.folder)
    assert bodies(store) == bodies(other) == ["as it was", "changed there"]


def test_restoring_is_idempotent(store: NoteStore, write: Callable[..., Note]) -> None:
    for body in ("one", "two"):
        store.save(write(body))
    backup = store.storage.keep()
    before = (store.folder / "notes.json").read_bytes()
    store.restore_backup(backup)
    assert (store.folder / "notes.json").read_bytes() == before


def test_decisions_and_repairs_are_restored_too(store: NoteStore, other: NoteStore) -> None:
    store.save_choices(Choices("a", shown=("one",)))
    kept, removed = (store.append_correction({"type": "hide", "name": name}) for name in ("kept", "removed"))
    backup = store.storage.keep()
    sync_folder(store, other.folder)
    store.save_choices(Choices("a", hidden=("one",)))
    store.remove_correction(removed)
    store.mark_undone(kept)
    later = store.append_correction({"type": "hide", "name": "later"})
    sync_folder(store, other.folder)
    store.restore_backup(backup)
    sync_folder(store, other.folder)
    for each in (store, other):
        assert each.choices_of("a") == Choices("a", shown=("one",))
        assert [row["name"] for row in each.corrections()] == ["kept", "removed"]
        assert later in [row["id"] for row in each.corrections(undone=True)]


def test_a_note_taken_in_is_a_new_act(store: NoteStore, other: NoteStore, write: Callable[..., Note]) -> None:
    note = store.save(write("as it was"))
    sync_folder(store, other.folder)
    other.delete(note.id)
    other.save(replace(other.save(write("more")), body="other"))
    assert other.purge_trash(older_than=-timedelta(days=1))
    fresh = NoteStore(store.folder.with_name("fresh"))
    fresh.add([note])
    sync_folder(fresh, other.folder)
    assert bodies(fresh) == bodies(other) == ["as it was", "other"]


def test_of_an_old_text_taken_in_nothing_is_lost(
    store: NoteStore, other: NoteStore, write: Callable[..., Note]
) -> None:
    note = other.save(write("as it was"))
    other.save(replace(note, body="changed"))
    store.add([note])
    sync_folder(store, other.folder)
    assert bodies(store) == bodies(other) == ["as it was", "changed"]


def test_taking_out_of_the_trash_after_a_deletion_elsewhere(
    store: NoteStore, other: NoteStore, write: Callable[..., Note]
) -> None:
    note = store.save(write("one"))
    sync_folder(store, other.folder)
    store.delete(note.id)
    other.delete(note.id)
    store.restore(note.id)
    sync_folder(store, other.folder)
    assert bodies(store) == bodies(other) == ["one"]


def test_what_is_no_backup_is_refused(store: NoteStore, write: Callable[..., Note], tmp_path: Path) -> None:
    store.save(write("one"))
    (tmp_path / "bad.json").write_text("[]")
    with pytest.raises(NotesUnavailable, match="no backup of notes"):
        store.restore_backup(tmp_path / "bad.json")
    assert bodies(store) == ["one"]
