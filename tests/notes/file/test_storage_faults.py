"""An error at every single call to the operating system leaves the old or the new, and the next save works."""

import errno
import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tui.errors import NotesUnavailable
from tui.notes.drafts import Draft
from tui.notes.note import Note
from tui.notes.store import NoteStore

CALLS = ("open", "read", "write", "fsync", "close", "link", "replace", "rename", "unlink", "stat", "lstat", "fstat")
CALLS += ("mkdir", "chmod", "listdir", "scandir", "utime")


class Faults:
    """Makes the call number `failing` fail; counts the calls. A failing `close` closes, as the kernel does."""

    def __init__(self, failing: int, number: int) -> None:
        self.failing, self.number, self.count = failing, number, 0

    def wrap(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **keywords: object) -> object:
            self.count += 1
            if self.count == self.failing:
                if name == "close":
                    real(*args, **keywords)
                raise OSError(self.number, os.strerror(self.number))
            return real(*args, **keywords)

        return call


@contextmanager
def injected(monkeypatch: pytest.MonkeyPatch, failing: int, number: int) -> Iterator[Faults]:
    faults = Faults(failing, number)
    with monkeypatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, faults.wrap(name, getattr(os, name)))
        patch.setattr(fcntl, "flock", faults.wrap("flock", fcntl.flock))
        yield faults


def bodies(folder: Path) -> set[str]:
    store = NoteStore(folder)
    found = {note.body for note in store.all_notes()}
    store.close()
    return found


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EACCES])
@pytest.mark.parametrize("fresh", [True, False], ids=["fresh store", "open store"])
def test_saving(
    tmp_path: Path, write: Callable[..., Note], monkeypatch: pytest.MonkeyPatch, number: int, fresh: bool
) -> None:
    origin = NoteStore(tmp_path / "origin")
    for body in ("one", "two"):
        origin.save(write(body))
    failing = 0
    while True:
        failing += 1
        folder = tmp_path / str(failing)
        shutil.copytree(tmp_path / "origin", folder)
        store = NoteStore(folder)
        if not fresh:
            store.all_notes()
        note, saved, told = write("three"), False, str(folder)
        with injected(monkeypatch, failing, number) as faults:
            try:
                store.save(note)
                saved = True
            except NotesUnavailable as error:
                told = str(error)
        assert str(folder) in told
        found = bodies(folder)
        assert found in ({"one", "two"}, {"one", "two", "three"}), f"after call {failing}"
        assert not saved or "three" in found
        assert {each.body for each in store.all_notes()} == found
        store.save(replace(note, body="three"))  # trying again neither fails nor makes two of it
        assert bodies(folder) == {"one", "two", "three"}
        assert len(NoteStore(folder).all_notes()) == 3
        shutil.rmtree(folder)
        if faults.count < failing:
            assert saved
            break
    assert failing > 15


def test_repairing(tmp_path: Path, write: Callable[..., Note], monkeypatch: pytest.MonkeyPatch) -> None:
    origin = NoteStore(tmp_path / "origin")
    for body in ("one", "two"):
        origin.save(write(body))
    damaged = tmp_path / "origin" / "notes.json"
    damaged.write_bytes(damaged.read_bytes()[:-4])
    failing = 0
    while True:
        failing += 1
        folder = tmp_path / str(failing)
        shutil.copytree(tmp_path / "origin", folder)
        store, told = NoteStore(folder), str(folder)
        with injected(monkeypatch, failing, errno.EIO) as faults:
            try:
                store.all_notes()
            except NotesUnavailable as error:
                told = str(error)
        assert str(folder) in told
        assert bodies(folder) == {"one", "two"}, f"after call {failing}"
        shutil.rmtree(folder)
        if faults.count < failing:
            break
    assert failing > 15


def test_drafts(tmp_path: Path, write: Callable[..., Note], monkeypatch: pytest.MonkeyPatch) -> None:
    note, failing = write("old"), 0
    while True:
        failing += 1
        store = NoteStore(tmp_path / str(failing))
        draft = store.drafts.begin()
        draft.write(Draft.of(note, saved=False))
        written, told = False, str(tmp_path)
        with injected(monkeypatch, failing, errno.ENOSPC) as faults:
            try:
                draft.write(Draft.of(replace(note, body="new"), saved=False))
                written = True
            except NotesUnavailable as error:
                told = str(error)
        assert str(tmp_path) in told
        draft.release()
        ((_, found),) = store.drafts.pending()
        assert found.body == "new" if written else found.body in ("old", "new")
        if faults.count < failing:
            break
    assert failing > 8


def test_looking_for_drafts(tmp_path: Path, write: Callable[..., Note], monkeypatch: pytest.MonkeyPatch) -> None:
    store = NoteStore(tmp_path)
    draft = store.drafts.begin()
    draft.write(Draft.of(write("text"), saved=False))
    draft.release()
    for failing in range(1, 30):
        with injected(monkeypatch, failing, errno.EIO):
            for id, _ in store.drafts.pending():
                adopted = store.drafts.adopt(id)
                if adopted is not None:
                    adopted[0].release()
    assert len(store.drafts.pending()) == 1
