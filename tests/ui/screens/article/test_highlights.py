"""Words that are marked without a word about them."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.errors import NotesUnavailable
from tui.notes.note import Note, Target
from tui.notes.store import NoteStore
from tui.paths import data_folder
from tui.ui.screens.notes.note_editor import NoteEditor

Open = Callable[..., Any]
Press = Callable[..., Any]
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
FIRST = "Anna Berg saw the ship on 2021-03-23."


def stored() -> tuple[Note, ...]:
    return NoteStore(data_folder()).all_notes()


def marked(reader: Any) -> list[str]:
    """The words that are drawn as annotated."""
    layers = {layer.name: layer.spans for layer in reader.pane.view._layers}
    return [reader.reading.article.text[start:end] for start, end in layers.get("annotated", ())]


def said(reader: Any) -> str:
    return str(reader._status.text)


@SIZES
async def test_a_sentence_is_highlighted_and_no_more(
    open_reader: Open, story: Path, press: Press, size: tuple[int, int]
) -> None:
    async with open_reader(story, size=size) as (reader, pilot):
        await press(pilot, "}", "H")
        (note,) = stored()
        assert note.is_highlight
        assert note.anchor is not None
        assert (note.anchor.exact, note.body, note.target) == (FIRST, "", Target.TEXT)
        assert marked(reader) == [FIRST]
        await press(pilot, "H")
        assert stored() == ()
        assert marked(reader) == []
        assert "U brings it back" in said(reader)
        await press(pilot, "U")
        assert stored()[0].id == note.id
        assert marked(reader) == [FIRST]
        await press(pilot, "U")  # and the highlight itself
        assert stored() == ()


async def test_a_selection_is_highlighted_without_the_space_around_it(
    open_reader: Open, story: Path, press: Press
) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, *"}velH")
        assert marked(reader) == ["Anna"]
        assert reader.reading.selection is None
        await press(pilot, *"gg}veH")
        assert stored() == ()


@pytest.mark.parametrize(("keys", "left"), [("HH", 0), ("HHH", 1), ("HHU", 1), ("HU", 0)])
async def test_the_key_is_typed_faster_than_notes_are_written(
    open_reader: Open, story: Path, press: Press, monkeypatch: pytest.MonkeyPatch, keys: str, left: int
) -> None:
    monkeypatch.setattr("tui.ui.keys.typed_ahead.LONGEST", 0.2)  # seconds for which a key waits for the disk
    may_write, save = threading.Event(), NoteStore.save

    def slowly(store: NoteStore, note: Note) -> Note:
        assert may_write.wait(120)
        return save(store, note)

    monkeypatch.setattr(NoteStore, "save", slowly)
    async with open_reader(story) as (reader, pilot):
        await pilot.press("}", *keys)
        async with asyncio.timeout(120):
            while not pilot.app.typed_ahead.is_settled:
                await pilot.pause(0.01)
        may_write.set()
        await press(pilot)
        assert [note.is_highlight for note in stored()] == [True] * left
        assert marked(reader) == [FIRST] * left


@SIZES
async def test_a_note_without_words_is_a_highlight(
    open_reader: Open, story: Path, press: Press, size: tuple[int, int]
) -> None:
    async with open_reader(story, size=size) as (reader, pilot):
        await press(pilot, "}", "a")
        assert " Esc keeps nothing  Ctrl+S highlights  Ctrl+R previews" in pilot.app.screen._foot.text
        await press(pilot, "x")
        assert "Esc saves  " in pilot.app.screen._foot.text
        await press(pilot, "backspace", "ctrl+s")
        assert [note.is_highlight for note in stored()] == [True]
        await press(pilot, "c")
        listed = [reader.panel.notes.render_line(y).text for y in range(3)]
        assert " ".join((listed[0] + listed[1]).split()) == f"✎ “{FIRST}”"
        assert listed[2].strip().endswith("highlight")
        await press(pilot, "U")
        assert stored() == ()
        assert NoteStore(data_folder()).pending_drafts() == ()


@pytest.mark.parametrize("keys", [["escape"], ["x", "backspace", "escape"], ["space", "enter", "escape"], ["ctrl+g"]])
async def test_a_note_begun_by_mistake_leaves_nothing(
    open_reader: Open, story: Path, press: Press, keys: list[str]
) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "}", "a", *keys)
        assert pilot.app.screen is reader
        assert stored() == ()
        assert marked(reader) == []
        assert NoteStore(data_folder()).pending_drafts() == ()
        await press(pilot, "U")
        assert "nothing to take back" in said(reader)


async def test_words_are_added_to_a_highlight_and_taken_away(open_reader: Open, story: Path, press: Press) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "}", "H", "a")
        assert isinstance(pilot.app.screen, NoteEditor)
        assert pilot.app.screen._foot.text.startswith(" Esc closes")
        await press(pilot, *"so", "escape")
        assert [note.body for note in stored()] == ["so"]
        await press(pilot, "H")
        assert "have a note" in said(reader)
        await press(pilot, "enter", "backspace", "backspace")
        assert "Esc puts it into the trash" in pilot.app.screen._foot.text
        await press(pilot, "escape")
        assert stored() == ()
        await press(pilot, "U")
        assert [note.body for note in stored()] == ["so"]


async def test_hints_filters_links_and_lists_know_highlights(open_reader: Open, story: Path, press: Press) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "}", ")", "H", "g", "g", "f")
        labels = reader.pane.view._labels
        place = reader.reading.notes[0].span.start
        await press(pilot, *labels[place])
        assert "“It belonged to Ocean Ltd.”" in said(reader)
        await press(pilot, "c", "/", *"belonged", "enter")
        assert reader.panel.notes.numbers == (1, 1)
        await press(pilot, "escape", "escape", "G", "a", *"see [[belo", "tab", "escape", "c", "G", "o")
        assert reader.reading.cursor == place
        await press(pilot, "S", "/", *"belonged ocean", "enter")
        rows = [pilot.app.screen._list.render_line(y).text for y in (2, 3)]  # below the note that links to it
        assert "“It belonged to Ocean Ltd.”" in rows[0]
        assert rows[1].strip().startswith("highlight")


async def test_a_highlight_that_cannot_be_written_is_not_shown(
    open_reader: Open, story: Path, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader(story) as (reader, pilot):
        with monkeypatch.context() as patch:

            def refuse(*_: object) -> None:
                raise NotesUnavailable("There is no room to write notes.json.")

            patch.setattr(NoteStore, "save", refuse)
            await press(pilot, "}", "H")
        assert marked(reader) == []
        assert "Highlighted" not in said(reader)
