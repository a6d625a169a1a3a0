"""The store: what was saved is there, in this session and in others; every act can be undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import NotesUnavailable
from tui.notes.file.rows import clean_text, note_of_row, row_of_note
from tui.notes.note import Anchor, Choices, Note, Place, Target
from tui.notes.store import NoteStore
from tui.text.span import Span


def test_saved_notes_are_there_in_every_session(store: NoteStore, folder: Path, write: Callable[..., Note]) -> None:
    late, early = store.save(write("late", 66, 94)), store.save(write("early", 4, 9))
    whole = store.save(replace(write("whole"), anchor=None, target=Target.ARTICLE))
    other = store.save(replace(write("elsewhere"), source="/articles/other.md", url=""))
    for session in (store, NoteStore(folder)):
        assert session.notes_of("/articles/ferry.md") == (whole, early, late)
        assert session.all_notes() == (late, early, whole, other)
        assert session.note(early.id) == early
    assert store.notes_of("/moved.md", late.url) == (whole, early, late)
    assert store.notes_of("/moved.md") == ()
    assert store.note("none") is None


def test_saving_sets_the_time(store: NoteStore, write: Callable[..., Note]) -> None:
    note = write()
    first = store.save(note)
    second = store.save(replace(first, body="more"))
    assert note.created == first.created == second.created
    assert note.updated <= first.updated < second.updated
    assert [each.body for each in store.all_notes()] == ["more"]


def test_a_clock_that_went_back(store: NoteStore, write: Callable[..., Note]) -> None:
    future = replace(write(), updated=datetime(2999, 1, 1, tzinfo=UTC))
    store.put_back(future)
    assert store.save(replace(future, body="now")).updated > future.updated


def test_trash(store: NoteStore, write: Callable[..., Note]) -> None:
    note = store.save(write())
    assert store.delete(note.id) == note
    assert store.delete(note.id) is None
    assert store.notes_of(note.source) == store.all_notes() == ()
    (trashed,) = store.all_notes(deleted=True)
    assert trashed.deleted is not None
    assert store.tags() == {}
    assert store.restore(note.id) == note
    assert store.restore(note.id) is None
    assert store.all_notes() == (note,)


def test_the_trash_is_emptied_after_thirty_days(store: NoteStore, folder: Path, write: Callable[..., Note]) -> None:
    now = datetime.now(UTC)
    old = replace(write("old"), deleted=now - timedelta(days=31))
    young = replace(write("young"), deleted=now - timedelta(days=29))
    live = write("live")
    for note in (old, young, live):
        store.put_back(note)
    assert store.purge_trash() == (old,)
    assert store.purge_trash() == ()
    assert store.all_notes(deleted=True) == (young,)
    assert store.all_notes() == (live,)
    assert "old" not in (folder / "notes.json").read_text()
    assert old.id in (folder / "notes.json").read_text()  # so that no other copy of the notes brings it back
    assert store.troubles() == ()
    store.put_back(old)
    assert store.all_notes(deleted=True) == tuple(sorted((old, young), key=lambda note: note.created))


def test_both_versions_of_a_note_are_kept(store: NoteStore, folder: Path, write: Callable[..., Note]) -> None:
    begun = store.save(write("begun"))
    other = NoteStore(folder)
    theirs = other.save(replace(begun, body="theirs"))
    mine = store.save(replace(begun, body="mine"))
    assert mine.id == begun.id
    (copy,) = [note for note in store.all_notes() if note.id != begun.id]
    assert (copy.body, copy.conflict_of) == ("theirs", begun.id)
    assert "both versions are kept" in store.troubles()[0]
    assert replace(copy, id=theirs.id, conflict_of="") == theirs
    assert {note.body for note in other.all_notes()} == {"mine", "theirs"}


@pytest.mark.parametrize("body", ["begun", "mine"])
def test_no_copy_where_nothing_would_be_lost(
    store: NoteStore, folder: Path, write: Callable[..., Note], body: str
) -> None:
    begun = store.save(write("begun"))
    store.save(replace(begun, body="edited here"))
    store.save(replace(begun, body=body))  # a caller that did not go on with what `save` gave back
    NoteStore(folder).save(replace(store.all_notes()[0], body="same"))
    store.save(replace(begun, body="same"))
    assert [note.body for note in store.all_notes()] == ["same"]
    assert store.troubles() == ()


def test_an_edit_of_a_note_that_was_deleted_elsewhere(
    store: NoteStore, folder: Path, write: Callable[..., Note]
) -> None:
    note = store.save(write("begun"))
    NoteStore(folder).delete(note.id)
    store.save(replace(note, body="still needed"))
    assert [each.body for each in store.all_notes()] == ["still needed"]


def test_undoing_an_edit(store: NoteStore, write: Callable[..., Note]) -> None:
    before = store.save(write("before"))
    after = store.save(replace(before, body="after"))
    assert store.put_back(before) == after
    assert store.all_notes() == (before,)


def test_fields_of_others_are_kept(store: NoteStore, folder: Path, write: Callable[..., Note]) -> None:
    note = store.save(write())
    path = folder / "notes.json"
    path.write_bytes(path.read_bytes().replace(b'"1":{"id"', b'"1":{"colour":"red","id"'))
    store.save(replace(note, body="edited"))
    store.delete(note.id)
    assert b'"colour":"red"' in path.read_bytes()


def test_rows_that_are_no_notes(store: NoteStore, folder: Path, write: Callable[..., Note]) -> None:
    note = store.save(write())
    tables = orjson.loads((folder / "notes.json").read_bytes())
    tables["notes"] |= {"7": {"id": 7}, "8": {}, "9": {"id": "x", "source": "s", "body": "b", "created": "yesterday"}}
    (folder / "notes.json").write_bytes(orjson.dumps(tables))
    assert store.all_notes() == (note,)
    assert "3 rows" in store.troubles()[0]
    store.save(replace(note, body="edited"))
    assert len(store.unreadable_rows()) == 3


def test_tags_are_counted(store: NoteStore, write: Callable[..., Note]) -> None:
    for body in ("#todo first", "see #todo and #Ferry/2", "a#b C# #1 https://x/#frag", "#Über"):
        store.save(write(body))
    assert list(store.tags().items()) == [("todo", 2), ("Ferry/2", 1), ("Über", 1)]


def test_places_and_choices(store: NoteStore, folder: Path) -> None:
    now = datetime.now(UTC)
    assert store.place_of("a") is None
    for offset in (3, 5):
        store.save_place(Place("a", offset, now))
    store.save_place(Place("b", 7, now))
    again = NoteStore(folder)
    assert (again.place_of("a"), again.place_of("b")) == (Place("a", 5, now), Place("b", 7, now))
    choices = Choices("a", date(2024, 5, 14), ("shown",), ("hidden", "hidden too"))
    assert store.save_choices(choices) == Choices("a")
    assert store.save_choices(Choices("a")) == choices
    assert again.choices_of("a") == Choices("a")
    assert again.choices_of("b") == Choices("b")


def test_corrections_are_a_log(store: NoteStore, folder: Path) -> None:
    first = store.append_correction({"rule": "merge", "names": ("IS", "ISIS"), "source": "/a"})
    second = store.append_correction({"rule": "rename", "text": "lone \ud800"})
    third = store.append_correction({"rule": "kind"})
    again = NoteStore(folder)
    assert [row["id"] for row in again.corrections()] == [first, second, third]
    assert again.corrections()[0]["names"] == ["IS", "ISIS"]
    assert [row["source"] for row in again.corrections()] == ["/a", "", ""]
    assert again.mark_undone(second)
    assert [row["id"] for row in store.corrections()] == [first, third]
    assert len(store.corrections(undone=True)) == 3
    assert again.mark_undone(second, undone=False)
    removed = store.remove_correction(first)
    assert removed is not None
    assert removed["rule"] == "merge"
    assert store.remove_correction(first) is None
    assert not store.mark_undone(first)
    assert [row["id"] for row in again.corrections()] == [second, third]


def test_other_sessions_are_noticed(store: NoteStore, folder: Path, write: Callable[..., Note]) -> None:
    store.save(write())
    generation = store.generation
    assert not store.changed()
    NoteStore(folder).save(write("other"))
    assert store.changed()
    assert len(store.all_notes()) == 2
    assert not store.changed()
    assert store.generation > generation


def test_a_folder_that_cannot_be(tmp_path: Path, write: Callable[..., Note]) -> None:
    (tmp_path / "file").touch()
    store = NoteStore(tmp_path / "file")
    for act in (lambda: store.save(write()), store.all_notes, lambda: store.choices_of("a")):
        with pytest.raises(NotesUnavailable, match="file"):
            act()


odd = st.text(st.characters(), max_size=60)


@given(odd, odd, odd)
def test_any_text_is_stored(title: str, body: str, quote: str) -> None:
    start = datetime(2024, 5, 14, tzinfo=UTC)
    anchor = Anchor(quote, body, title, Span(0, len(quote)))
    note = Note("id", title, title, "", Target.TEXT, quote, anchor, body, start, start)
    back = note_of_row(orjson.loads(orjson.dumps(row_of_note(note))))
    assert back.body == clean_text(body)
    assert note_of_row(row_of_note(back)) == back
    if body.isascii():
        assert back.body == body


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [("plain", "plain"), ("\ud83d\ude00", "😀"), ("a\ud800b", "a\ufffdb"), ("\udfff", "\ufffd"), ("é\0", "é\0")],
)
def test_lone_surrogates_go(text: str, cleaned: str) -> None:
    assert clean_text(text) == cleaned
