"""Drafts: on the disk at once, offered back after any end of a session, gone when saved."""

import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tui.errors import NotesUnavailable
from tui.notes.drafts import Draft
from tui.notes.note import Note
from tui.notes.store import NoteStore

SESSION = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from tui.notes.drafts import Draft, Drafts
from tui.notes.note import Anchor, Target
from tui.text.span import Span
anchor = Anchor("dawn", "at ", ".", Span(25, 29))
draft = Drafts(Path(sys.argv[1]) / "drafts").begin()
for number in range(3):
    draft.write(Draft("/a.md", None, anchor, Target.TEXT, "", f"half a note {number}", datetime.now(UTC)))
print("written", flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_a_session_that_ends_in_the_middle(tmp_path: Path, end: signal.Signals) -> None:
    store = NoteStore(tmp_path)
    with subprocess.Popen([sys.executable, "-c", SESSION, str(tmp_path)], stdout=subprocess.PIPE) as session:
        assert session.stdout is not None
        assert session.stdout.readline() == b"written\n"
        assert store.pending_drafts() == ()  # somebody is writing it
        session.send_signal(end)
        session.wait()
    ((id, draft),) = store.pending_drafts()
    assert (draft.body, draft.source, draft.anchor and draft.anchor.exact) == ("half a note 2", "/a.md", "dawn")
    adopted = store.drafts.adopt(id)
    assert adopted is not None
    assert adopted[1] == draft
    assert store.drafts.adopt(id) is None  # one session only
    assert NoteStore(tmp_path).pending_drafts() == ()
    file, draft = adopted
    file.write(replace(draft, body="a whole note"))
    assert store.save(draft.note()).anchor == draft.anchor
    file.discard()
    assert list((tmp_path / "drafts").iterdir()) == []


def test_saved_but_not_discarded(store: NoteStore, write: Callable[..., Note]) -> None:
    file = store.drafts.begin()
    draft = Draft.of(write("text"), saved=False)
    file.write(draft)
    store.save(draft.note())
    file.release()  # as if killed between the two
    assert store.pending_drafts() == ()
    assert store.drafts.pending() == ()


def test_saving_a_draft_twice_makes_one_note(store: NoteStore, write: Callable[..., Note]) -> None:
    draft = Draft.of(write("text"), saved=False)
    store.save(draft.note())
    store.save(replace(draft, body="longer").note())
    assert [note.body for note in store.all_notes()] == ["longer"]


def test_an_edit_goes_on_with_its_note(store: NoteStore, write: Callable[..., Note]) -> None:
    note = store.save(write("before"))
    file = store.drafts.begin()
    file.write(replace(Draft.of(note, saved=True), body="after"))
    file.release()
    ((_, draft),) = store.pending_drafts()
    assert draft.note_id == note.id
    assert store.save(draft.note()).created == note.created
    assert [each.body for each in store.all_notes()] == ["after"]
    assert store.troubles() == ()


def test_blank_and_broken_drafts_are_not_offered(store: NoteStore, folder: Path, write: Callable[..., Note]) -> None:
    file = store.drafts.begin()
    file.write(Draft.of(write("  \n"), saved=False))
    file.release()
    assert store.pending_drafts() == ()
    good = store.drafts.begin()
    good.write(Draft.of(write("good"), saved=False))
    good.release()
    (folder / "drafts" / f"{good.id}.9.json").write_text('{"half')
    (folder / "drafts" / "00000000-0000-0000-0000-000000000000.1.json").write_text("[]")
    assert [draft.body for _, draft in store.pending_drafts()] == ["good"]


def test_only_the_owner_can_read(store: NoteStore, folder: Path, write: Callable[..., Note]) -> None:
    file = store.drafts.begin()
    file.write(Draft.of(write(), saved=False))
    assert (folder / "drafts").stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in (folder / "drafts").iterdir()} == {0o600}
    assert len(list((folder / "drafts").glob("*.json"))) == 1


def test_no_room_is_said_and_the_version_before_stays(
    store: NoteStore, folder: Path, write: Callable[..., Note]
) -> None:
    (folder).mkdir()
    (folder / "drafts").touch()  # a file where the folder should be
    file = store.drafts.begin()
    with pytest.raises(NotesUnavailable, match="drafts"):
        file.write(Draft.of(write(), saved=False))
    (folder / "drafts").unlink()
    file.write(Draft.of(write("later"), saved=False))
    assert [draft.body for _, draft in store.drafts.pending()] == ["later"]


def test_a_signal_in_the_middle_of_a_write(store: NoteStore, write: Callable[..., Note]) -> None:
    file = store.drafts.begin()
    note, interrupted = write(), 0

    def on_alarm(*_: object) -> None:
        nonlocal interrupted
        interrupted += 1
        file.write(Draft.of(replace(note, body="from the handler"), saved=False))

    before = signal.signal(signal.SIGALRM, on_alarm)
    try:
        for delay in range(60):  # microseconds into the write, in steps
            signal.setitimer(signal.ITIMER_REAL, 0.00005 + delay * 0.00005)
            file.write(Draft.of(note, saved=False))
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert interrupted > 3
    file.write(Draft.of(replace(note, body="the last"), saved=False))
    file.release()
    assert [draft.body for _, draft in store.drafts.pending()] == ["the last"]


def test_a_late_writer_does_not_cover_a_newer_version(store: NoteStore, write: Callable[..., Note]) -> None:
    file, note = store.drafts.begin(), write()
    threads = [
        threading.Thread(target=file.write, args=(Draft.of(replace(note, body=str(number)), saved=False),))
        for number in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    file.write(Draft.of(replace(note, body="newest"), saved=False))
    file.discard()
    file.write(Draft.of(note, saved=False))  # the pause in typing was noticed too late
    assert store.drafts.pending() == ()
    assert list((store.folder / "drafts").iterdir()) == []


def test_what_another_editor_wrote_when_the_session_was_killed(
    store: NoteStore, folder: Path, write: Callable[..., Note]
) -> None:
    file = store.drafts.begin()
    file.write(Draft.of(write("before"), saved=False))
    file.outside.write_text("written elsewhere\n")
    file.outside.with_name(f".{file.outside.name}.swp").touch()
    assert [draft.body for _, draft in store.pending_drafts()] == []  # the session is still there
    assert file.outside.exists()
    file.release()  # as the kernel does for one that was killed
    assert [draft.body for _, draft in NoteStore(folder).pending_drafts()] == ["written elsewhere"]
    assert not [path for path in (folder / "drafts").iterdir() if ".note.md" in path.name]


def test_a_text_without_a_draft_is_left(store: NoteStore, folder: Path) -> None:
    (folder / "drafts").mkdir(parents=True)
    path = folder / "drafts" / "00000000-0000-0000-0000-000000000000.note.md"
    path.write_text("whose?")
    assert store.pending_drafts() == ()
    assert path.read_text() == "whose?"
