"""What can be taken in place of what is being typed stands in a list, and the line at the foot tells the truth."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.errors import NotesUnavailable
from tui.notes.note import Target, new_note
from tui.notes.store import NoteStore
from tui.paths import data_folder
from tui.text.read import read_article
from tui.ui.screens.notes.note_editor import NoteEditor

Open = Callable[..., Any]
Press = Callable[..., Any]
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)], ids=["80x24", "120x40", "40x12"])


@pytest.fixture
def tagged(story: Path) -> Path:
    """Three notes that bear tags: #ship twice, #shore and #canal once."""
    store, article = NoteStore(data_folder()), read_article(story)
    for body in ("one #ship", "two #ship #shore", "three #canal"):
        store.save(new_note(article, Target.ARTICLE, body))
    return story


def picture(pilot: Any) -> list[str]:
    strips = pilot.app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def offered(pilot: Any) -> list[str]:
    """The rows of the list as they stand on the screen, each as "tag count", ">" before the chosen one."""
    view = pilot.app.screen._offers
    if not view.display:
        return []
    left, top, width, height = view.region
    return [" ".join(row[left : left + width].split()) for row in picture(pilot)[top : top + height]]


def foot(pilot: Any) -> str:
    return str(pilot.app.screen._foot.text).strip()


@SIZES
async def test_tags_are_chosen_from_a_list_above_the_filter(
    open_reader: Open, tagged: Path, press: Press, size: tuple[int, int]
) -> None:
    async with open_reader(tagged, size=size) as (_, pilot):
        await press(pilot, "S", "#")
        assert offered(pilot) == ["> #ship 2", "#canal 1", "#shore 1"]
        await press(pilot, *"sh")
        assert offered(pilot) == ["> #ship 2", "#shore 1"]
        await press(pilot, "tab")
        assert picture(pilot)[-1].strip() == "#ship"
        assert len(pilot.app.screen.rows) == 2
        await press(pilot, "down")
        assert offered(pilot) == ["#ship 2", "> #shore 1"]
        assert [note.body for note in pilot.app.screen.rows] == ["two #ship #shore"]
        await press(pilot, "up", "up", "enter")
        assert [note.body for note in pilot.app.screen.rows] == ["two #ship #shore"]
        assert offered(pilot) == []
        await press(pilot, "#", "escape")
        assert offered(pilot) == []
        assert pilot.app.screen._every.filter == "#shore"


async def test_tags_are_offered_among_other_words(open_reader: Open, tagged: Path, press: Press) -> None:
    async with open_reader(tagged) as (_, pilot):
        await press(pilot, "S", "/", *"two #sh", "tab", "enter")
        assert pilot.app.screen._every.filter == "two #ship"
        assert [note.body for note in pilot.app.screen.rows] == ["two #ship #shore"]


async def test_keys_typed_ahead_choose_too(open_reader: Open, tagged: Path, press: Press) -> None:
    async with open_reader(tagged) as (_, pilot):
        await press(pilot, "S")
        await pilot.press("#", "s", "h", "o", "tab", "enter")
        await press(pilot)
        assert pilot.app.screen._every.filter == "#shore"


async def test_where_no_note_has_a_tag_it_is_said(open_reader: Open, story: Path, press: Press) -> None:
    async with open_reader(story) as (_, pilot):
        await press(pilot, "S", "#")
        assert not pilot.app.screen.is_asking
        assert "No note here has a tag" in picture(pilot)[-1]


@SIZES
async def test_tags_are_offered_in_the_editor(
    open_reader: Open, tagged: Path, press: Press, size: tuple[int, int]
) -> None:
    async with open_reader(tagged, size=size) as (_, pilot):
        await press(pilot, "a", *"see #")
        assert offered(pilot) == ["> #ship 2", "#canal 1", "#shore 1"]
        assert foot(pilot).startswith("Tab or arrows choose  Esc saves")
        assert any("see #" in row for row in picture(pilot))
        await press(pilot, *"s", "down", "down")
        assert pilot.app.screen.text == "see #shore"
        assert offered(pilot) == ["#ship 2", "> #shore 1"]
        await press(pilot, "up", "space")
        assert pilot.app.screen.text == "see #ship "
        assert offered(pilot) == []
        await press(pilot, "enter", *"more", "up", "up")
        assert pilot.app.screen._area.cursor_location[0] == 0


# The line at the foot of the editor


async def test_every_line_of_the_editor_is_true(
    open_reader: Open, story: Path, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "A")
        assert foot(pilot).startswith("Esc closes: nothing is kept")
        await press(pilot, *"text", "ctrl+g")
        assert "any other key goes on" in foot(pilot)
        await press(pilot, "escape")  # is another key: it goes on
        assert isinstance(pilot.app.screen, NoteEditor)
        assert foot(pilot).startswith("Esc saves  Ctrl+G discards")
        await press(pilot, "ctrl+g", "ctrl+r")
        assert foot(pilot).startswith("Preview: Ctrl+R or Esc goes on")
        await press(pilot, "escape", "ctrl+g")  # asked again: the preview was another key
        assert isinstance(pilot.app.screen, NoteEditor)
        assert "Ctrl+G again discards" in foot(pilot)
        await press(pilot, "x")
        with monkeypatch.context() as patch:

            def refuse(*_: object) -> None:
                raise NotesUnavailable("There is no room to write notes.json.")

            patch.setattr(NoteStore, "save", refuse)
            await press(pilot, "escape")
        assert foot(pilot).startswith("Not saved. There is no room")
        await press(pilot, "y")
        assert foot(pilot).startswith("Esc saves  Ctrl+G discards")
        await press(pilot, "escape")
        assert pilot.app.screen is reader
        await press(pilot, "c", "E")
        assert foot(pilot).startswith("Esc closes")
        await press(pilot, "escape")
        assert [note.body for note in NoteStore(data_folder()).all_notes()] == ["textxy"]


async def test_the_editor_says_while_a_draft_is_not_on_disk(open_reader: Open, story: Path, press: Press) -> None:
    async with open_reader(story) as (_, pilot):
        await press(pilot, "a", *"text")
        editor = pilot.app.screen
        editor._tell_from_thread("The draft is not on disk: no room.")
        await press(pilot, "ctrl+r")
        assert foot(pilot).startswith("Preview")
        await press(pilot, "ctrl+r", "x")
        assert "not on disk" in foot(pilot)
        editor._tell_from_thread("")
        await press(pilot)
        assert foot(pilot).startswith("Esc saves")
