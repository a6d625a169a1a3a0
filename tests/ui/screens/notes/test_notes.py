"""Notes in the reader: written, kept, found wanting, put back; nothing that was typed is lost."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tui.errors import NotesUnavailable
from tui.notes.anchors.anchor import anchor_at
from tui.notes.drafts import Draft
from tui.notes.note import Note, Target, new_note
from tui.notes.store import NoteStore
from tui.paths import data_folder
from tui.text.read import read_article
from tui.text.span import Span
from tui.ui.app import DatelineApp
from tui.ui.desk import Desk
from tui.ui.screens.notes.note_editor import NoteEditor

Open = Callable[..., Any]
Press = Callable[..., Any]
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])


def stored() -> tuple[Note, ...]:
    return NoteStore(data_folder()).all_notes()


def kept(path: Path, words: str, body: str, *, exact: str = "") -> Note:
    """A note on words of the story, in the store; `exact` stands for words that are not in it any more."""
    article = read_article(path)
    start = article.text.index(words)
    anchor = anchor_at(article.text, Span(start, start + len(words)))
    if exact:
        anchor = replace(anchor, exact=exact, prefix="quite other words before ", suffix=" and others after it")
    return NoteStore(data_folder()).save(new_note(article, Target.TEXT, body, anchor=anchor))


@SIZES
async def test_a_sentence_is_annotated(open_reader: Open, story: Path, press: Press, size: tuple[int, int]) -> None:
    async with open_reader(story, size=size) as (reader, pilot):
        await press(pilot, ")", "a")
        await press(pilot, *"odd", "space", "#", *"ships")
        assert isinstance(pilot.app.screen, NoteEditor)
        await press(pilot, "escape")
        (note,) = stored()
        assert (note.body, note.tags, note.target) == ("odd #ships", ("ships",), Target.TEXT)
        assert note.anchor is not None
        assert note.anchor.exact in read_article(story).text
        assert len(reader.reading.notes) == 1
        assert reader.panel.notes.count == 1


async def test_a_selection_is_annotated(open_reader: Open, story: Path, press: Press) -> None:
    async with open_reader(story) as (reader, pilot):
        reader.move_cursor(reader.reading.article.text.index("Anna"))
        await press(pilot, "v", "w", "a", *"who", "escape")
        (note,) = stored()
        assert note.anchor is not None
        assert note.anchor.exact.startswith("Anna")
        assert reader.reading.selecting_from is None


async def test_an_entity_an_event_and_the_article_are_annotated(open_reader: Open, story: Path, press: Press) -> None:
    async with open_reader(story, size=(120, 40)) as (_, pilot):
        await press(pilot, "e", "a", *"one", "escape")
        await press(pilot, "tab", "t", "a", *"two", "escape")
        await press(pilot, "tab", "A", *"three", "escape")
        assert {(note.target, note.body) for note in stored()} == {
            (Target.ENTITY, "one"),
            (Target.EVENT, "two"),
            (Target.ARTICLE, "three"),
        }


async def test_an_empty_note_is_none(open_reader: Open, story: Path, press: Press) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "A", "space", "escape")
        assert pilot.app.screen is reader
        await press(pilot, "a", "ctrl+g")
        assert pilot.app.screen is reader
    assert stored() == ()


async def test_discarding_asks_once(open_reader: Open, story: Path, press: Press) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "a", *"text", "ctrl+g")
        assert pilot.app.screen is not reader
        await press(pilot, "x", "ctrl+g")
        assert pilot.app.screen is not reader
        assert pilot.app.screen.text == "textx"
        await press(pilot, "ctrl+g")
        assert pilot.app.screen is reader
    assert stored() == ()
    assert NoteStore(data_folder()).pending_drafts() == ()


async def test_a_note_that_cannot_be_saved_stays_in_the_editor(
    open_reader: Open, story: Path, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "a", *"dear")
        with monkeypatch.context() as patch:

            def refuse(*_: object) -> None:
                raise NotesUnavailable("There is no room to write notes.json.")

            patch.setattr(NoteStore, "save", refuse)
            await press(pilot, "escape")
        editor = pilot.app.screen
        assert isinstance(editor, NoteEditor)
        assert "no room" in editor._foot.text
        await press(pilot, "!", "escape")
        assert [note.body for note in stored()] == ["dear!"]
        assert pilot.app.screen is reader


async def test_tags_entities_and_notes_are_completed(open_reader: Open, story: Path, press: Press) -> None:
    other = kept(story, "the ship", "A first note #shipping")
    async with open_reader(story) as (_, pilot):
        await press(pilot, "G", "a", *"#sh", "tab", "space", *"@anna", "tab", "space", *"[[fir", "tab")
        assert pilot.app.screen.text == f"#shipping @Anna Berg [[A first note shipping ^{other.id[:8]}]]"
        await press(pilot, "enter", *"@be", "tab", "tab")
        assert pilot.app.screen.text.splitlines()[1] == "@Anna Berg"


async def test_the_preview_shows_markdown(open_reader: Open, story: Path, press: Press) -> None:
    async with open_reader(story) as (_, pilot):
        await press(pilot, "a", *"**bold**", "ctrl+r")
        editor = pilot.app.screen
        assert editor._preview.display
        assert not editor._area.display
        await press(pilot, "escape", *"!")
        assert editor.text == "**bold**!"
        assert not editor._preview.display


async def test_editing_takes_the_new_text(open_reader: Open, story: Path, press: Press) -> None:
    kept(story, "Anna Berg stayed", "first")
    async with open_reader(story) as (_, pilot):
        await press(pilot, "c", "E", *" more", "escape")
        assert [note.body for note in stored()] == ["first more"]


async def test_an_emptied_note_lies_in_the_trash(open_reader: Open, story: Path, press: Press) -> None:
    kept(story, "Anna Berg stayed", "x")
    async with open_reader(story) as (_, pilot):
        await press(pilot, "c", "E", "backspace", "escape")
        assert stored() == ()
        await press(pilot, "U")
        assert [note.body for note in stored()] == ["x"]


async def test_deleting_is_taken_back(open_reader: Open, story: Path, press: Press) -> None:
    kept(story, "Anna Berg stayed", "one")
    kept(story, "John Smith left", "two")
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "c", "x", "x")
        assert stored() == ()
        assert reader.panel.notes.count == 0
        await press(pilot, "U", "U")
        assert {note.body for note in stored()} == {"one", "two"}


async def test_a_note_without_its_words_is_put_back(open_reader: Open, story: Path, press: Press) -> None:
    kept(story, "John Smith left", "there")
    kept(story, "Anna Berg stayed", "lost", exact="A whole sentence that nobody can find here at all")
    async with open_reader(story, size=(120, 40)) as (reader, pilot):
        rows = [row.note.body if row else "-" for row in reader.panel.notes.rows]
        assert rows == ["there", "-", "lost"]
        reader.move_cursor(reader.reading.article.text.index("Nothing happened"))
        await press(pilot, "c", "j")
        assert reader.panel.notes.under_cursor.note.body == "lost"
        await press(pilot, "r")
        lost = next(note for note in stored() if note.body == "lost")
        assert lost.anchor is not None
        assert lost.anchor.exact.startswith("Nothing happened")
        assert None not in reader.panel.notes.rows
        await press(pilot, "U")
        assert None in reader.panel.notes.rows


@SIZES
async def test_headings_are_not_counted(open_reader: Open, story: Path, press: Press, size: tuple[int, int]) -> None:
    kept(story, "saw the ship", "one")
    kept(story, "it is stuck", "two", exact="nobody ever wrote these words there")
    async with open_reader(story, size=size) as (reader, pilot):
        await press(pilot, "c")
        assert reader.panel._tabs.text.split()[-2:] == ["Notes", "2"]
        await press(pilot, "/", *"two", "enter")
        assert reader.panel._tabs.text.split()[-2:] == ["Notes", "1/2"]


async def test_a_doubtful_place_asks(open_reader: Open, story: Path, press: Press) -> None:
    note = kept(story, "It belonged to Ocean Ltd", "whose?")
    story.write_text(story.read_text().replace("It belonged to Ocean Ltd", "It belonged to River Ltd, in those days,"))
    async with open_reader(story, size=(120, 40)) as (reader, pilot):
        (placed,) = reader.reading.notes
        assert placed.doubtful
        await press(pilot, "c", "y")
        (after,) = stored()
        assert after.anchor != note.anchor
        assert not reader.reading.notes[0].doubtful


async def test_a_draft_is_offered_at_its_place(open_reader: Open, story: Path, press: Press) -> None:
    article = read_article(story)
    start = article.text.index("John Smith left")
    note = new_note(article, Target.TEXT, "half a", anchor=anchor_at(article.text, Span(start, start + 15)))
    file = NoteStore(data_folder()).drafts.begin()
    file.write(Draft.of(note, saved=False))
    file.release()
    async with open_reader(story) as (reader, pilot):
        (placed,) = reader.reading.notes
        assert placed.span == Span(start, start + 15)
        await press(pilot, "g", "n", *" thought", "escape")
        assert [note.body for note in stored()] == ["half a thought"]
        assert [placed.draft for placed in reader.reading.notes] == [""]
        assert reader.desk.store.pending_drafts() == ()


async def test_unsaved_changes_of_a_note_are_offered(open_reader: Open, story: Path, press: Press) -> None:
    note = kept(story, "John Smith left", "old")
    file = NoteStore(data_folder()).drafts.begin()
    file.write(replace(Draft.of(note, saved=True), body="old and new"))
    file.release()
    async with open_reader(story) as (reader, pilot):
        assert len(reader.reading.notes) == 1
        await press(pilot, "c", "E", "!", "escape")
        assert [note.body for note in stored()] == ["old and new!"]


async def test_what_another_session_writes_appears(open_reader: Open, story: Path, press: Press) -> None:
    async with open_reader(story, size=(120, 40)) as (reader, pilot):
        await press(pilot, "j")
        kept(story, "John Smith left", "from elsewhere")
        async with asyncio.timeout(120):
            while not reader.reading.notes:
                await pilot.pause(0.01)
        assert [placed.note.body for placed in reader.reading.notes] == ["from elsewhere"]


async def test_both_versions_of_a_note_are_kept(open_reader: Open, story: Path, press: Press) -> None:
    note = kept(story, "John Smith left", "old")
    async with open_reader(story) as (_, pilot):
        await press(pilot, "c", "E", *" mine")
        NoteStore(data_folder()).save(replace(note, body="old theirs"))
        await press(pilot, "escape")
        assert {note.body for note in stored()} == {"old mine", "old theirs"}


async def test_links_lead_on(open_reader: Open, story: Path, press: Press) -> None:
    target = kept(story, "Anna Berg stayed", "the end")
    kept(story, "It belonged", f"see [[the end ^{target.id[:8]}]]")
    async with open_reader(story, size=(120, 40)) as (reader, pilot):
        await press(pilot, "c", "o")
        assert reader.reading.cursor == reader.reading.article.text.index("Anna Berg stayed")


async def test_another_editor_is_switched_off_in_a_restricted_reader(
    desk_for: Callable[..., Desk], story: Path, press: Press
) -> None:
    desk = replace(desk_for(), restricted=True)
    async with DatelineApp(desk, read_article(story), alone=True).run_test() as pilot:
        await press(pilot, "a", "x", "ctrl+o")
        assert "switched off" in pilot.app.screen._foot.text
        assert pilot.app.screen.text == "x"


CLAIM = "Reuters could not immediately verify the report."
MARKET = f"14:05 Shells fell on the market of the old town, residents said. {CLAIM}\n\n"
GOVERNOR = f"13:40 The governor has left the city, a spokesman of the army said. {CLAIM}\n\n"
BLOG = f"# Live blog\n\n{MARKET}{GOVERNOR}13:10 The bridge over the river is open again.\n"


@SIZES
async def test_a_note_whose_entry_vanished_is_asked_about(
    open_reader: Open, tmp_path: Path, press: Press, size: tuple[int, int]
) -> None:
    path = tmp_path / "blog.md"
    path.write_text(BLOG)
    article = read_article(path)
    start = article.text.rindex(CLAIM)
    anchor = anchor_at(article.text, Span(start, start + len(CLAIM)))
    NoteStore(data_folder()).save(new_note(article, Target.TEXT, "Ask them.", anchor=anchor))
    path.write_text(BLOG.replace(MARKET, ""))
    async with open_reader(path, size=size) as (reader, _):
        (placed,) = reader.reading.notes
        assert not placed.doubtful  # the other entry is gone, and this one stands where it stood
        assert placed.span is not None
        assert reader.reading.article.text[: placed.span.start].endswith("a spokesman of the army said. ")
    path.write_text(BLOG.replace(GOVERNOR, ""))
    async with open_reader(path, size=size) as (reader, pilot):
        (placed,) = reader.reading.notes
        assert placed.doubtful
        assert "perhaps here" in placed.state
        await press(pilot, "c", "y")
        assert "keeps this place" in str(reader._status.text)
