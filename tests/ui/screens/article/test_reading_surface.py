"""Copying, links, looks, digits and marks: what a reader does without thinking."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.ui.quiet import until
from tui.paths import data_folder
from tui.ui.keys.actions import ACTIONS
from tui.ui.keys.key_screen import HESITATION
from tui.ui.screens.article.links import LinksScreen
from tui.ui.terminal.clipboard import FILE

Open = Callable[..., Any]
Press = Callable[..., Any]
SIZES = [(80, 24), (120, 40)]
both_sizes = pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])


def said(reader: Any) -> str:
    return str(reader._status.text)


def selected(reader: Any) -> str:
    span = reader.reading.selection
    return str(reader.reading.article.text[span.start : span.end]) if span else ""


def row(reader: Any, y: int) -> str:
    return str(reader.pane.view.render_line(y).text)


# Copying


@both_sizes
async def test_copies_lie_in_a_file_too(open_reader: Open, press: Press, story: Path, size: tuple[int, int]) -> None:
    async with open_reader(story, size) as (reader, pilot):
        await press(pilot, "}", "v", "e", "e", "y")
        assert (data_folder() / FILE).read_text() == "Anna Berg"
        assert pilot.app.clipboard == "Anna Berg"
        assert reader.reading.selecting_from is None
        assert reader.reading.cursor == reader.reading.article.text.index("Anna Berg")  # where the words begin
        assert "copied" not in said(reader).lower()
        await press(pilot, "Y")
        assert (
            (data_folder() / FILE)
            .read_text()
            .startswith("“Anna Berg saw the ship on 2021-03-23.”\n— “A ship in the bay”")
        )


async def test_pasted_words_are_no_keys(open_reader: Open, press: Press, story: Path) -> None:
    from textual import events

    async with open_reader(story) as (reader, pilot):
        pilot.app.post_message(events.Paste("qqq\nG"))
        await pilot.pause()
        assert pilot.app.screen is reader
        assert "not taken for keys" in said(reader)


# Links


@both_sizes
async def test_links_are_listed_and_shown_where_no_browser_is(
    open_reader: Open, press: Press, story: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "1 2 3 4")
    async with open_reader(story, size) as (reader, pilot):
        await press(pilot, "o")
        assert isinstance(pilot.app.screen, LinksScreen)
        await press(pilot, "G", "enter")
        assert pilot.app.screen is reader
        assert "https://example.org/map" in said(reader)
        assert (data_folder() / FILE).read_text() == "https://example.org/map"


async def test_a_restricted_reader_starts_no_browser(
    open_reader: Open, press: Press, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("subprocess.Popen", lambda *_, **__: pytest.fail("a program was started"))
    async with open_reader(story, restricted=True) as (reader, pilot):
        await press(pilot, "o", "enter")
        assert "https://example.org/report" in said(reader)


async def test_a_browser_opens_addresses_only(
    open_reader: Open, press: Press, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "links.md"
    path.write_text("# T\n\n[one](https://example.org/) [two](gopher://example.org/) [three](other.md)\n")
    (tmp_path / "other.md").write_text("# The other\n\nWords.\n")
    started: list[list[str]] = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("subprocess.Popen", lambda command, **_: started.append(command))
    async with open_reader(path) as (reader, pilot):
        await press(pilot, "o", "g", "g", "enter")
        await press(pilot, "o", "j", "enter")
        assert [command[1] for command in started] == ["https://example.org/"]
        await press(pilot, "o", "G", "enter")
        await pilot.pause()
        assert pilot.app.screen.reading.article.title == "The other"
        await press(pilot, "ctrl+o")
        assert pilot.app.screen is reader


async def test_an_article_without_links_says_so(open_reader: Open, press: Press, tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("No links here.\n")
    async with open_reader(path) as (reader, pilot):
        await press(pilot, "o")
        assert "no links" in said(reader)


# Looks


async def test_looks_are_remembered(open_reader: Open, press: Press, story: Path) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "minus", "minus", "J", "#", "O")
        assert reader.pane.view.looks.column == 80
    async with open_reader(story) as (reader, pilot):
        looks = reader.pane.view.looks
        assert (looks.column, looks.justify, looks.numbers, looks.overview) == (80, True, True, True)
        assert row(reader, 0).lstrip().startswith("1 ")
        assert looks.overview


@both_sizes
async def test_the_overview_shows_where_things_are(
    open_reader: Open, press: Press, tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "long.md"
    path.write_text("# Long\n\n" + "Words of the text.\n\n" * 150 + "Anna Berg came.\n\n" + "More words.\n\n" * 150)
    async with open_reader(path, size) as (reader, pilot):
        width = reader.pane.view.size.width
        await press(pilot, "O", "1")
        await until(pilot, lambda: reader.reading.entity == 0)
        edge = [reader.pane.view.render_line(y).text[-1] for y in range(reader.pane.view.rows)]
        assert edge.count("·") == 1
        assert abs(edge.index("·") - len(edge) // 2) <= 1
        assert edge[0] == "▐"
        assert all(reader.pane.view.render_line(y).cell_length == width for y in range(reader.pane.view.rows))
        await press(pilot, "O")
        assert "▐" not in row(reader, 0)


async def test_focus_mode_follows_the_cursor(open_reader: Open, press: Press, story: Path) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "Z", "}")
        first = reader.pane.view.focus_block
        await press(pilot, "}")
        assert reader.pane.view.focus_block == first + 1
        await press(pilot, "Z")
        assert reader.pane.view.focus_block is None


# Digits, counts and sequences


async def test_what_is_typed_so_far_is_shown_to_those_who_hesitate(
    open_reader: Open, press: Press, story: Path
) -> None:
    async with open_reader(story) as (reader, pilot):
        before, began = said(reader), time.monotonic()
        await press(pilot, "2", "]")
        assert said(reader) == before or time.monotonic() - began > HESITATION
        while not said(reader).startswith(" 2]"):
            assert time.monotonic() - began < 120
            await pilot.pause(0.01)
        await press(pilot, "escape")
        assert said(reader) == before


async def test_a_digit_alone_selects_an_entity(open_reader: Open, press: Press, story: Path) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "2")
        name = reader.reading.entities[1].name
        await until(pilot, lambda: name in said(reader))  # it is shown, and a moment later selected
        await until(pilot, lambda: reader.reading.entity == 1)
        await press(pilot, "1", "enter")
        assert reader.reading.entity == 0


async def test_a_digit_before_a_motion_is_a_count(open_reader: Open, press: Press, story: Path) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "2", "}")
        await pilot.pause(0.5)
        assert reader.reading.entity is None
        assert reader.reading.article.text[reader.reading.cursor :].startswith("The second")
        await press(pilot, "5", "0", "%")
        assert "The second" not in reader.reading.article.text[reader.reading.cursor :][:10]
        await press(pilot, "1", "escape")
        await pilot.pause(0.5)
        assert reader.reading.entity is None


async def test_percent_wants_a_number(open_reader: Open, press: Press, story: Path) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "%")
        assert "50%" in said(reader)


# Marks, hints for the first time


async def test_marks_come_back(open_reader: Open, press: Press, story: Path) -> None:
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "}", "}", "m", "x")
        cursor = reader.reading.cursor
        assert cursor
    async with open_reader(story) as (reader, pilot):
        await press(pilot, "'", "x")
        assert reader.reading.cursor == cursor
        await press(pilot, "'", "y")
        assert "no mark y" in said(reader)


async def test_first_steps_are_told_until_they_are_done(open_reader: Open, press: Press, story: Path) -> None:
    async with open_reader(story) as (reader, pilot):
        assert "? all keys" in said(reader)
        await press(pilot, "j", "k", "space", "b", "}", "{", "d")
        await press(pilot, "escape")
        assert "? all keys" not in said(reader)
    async with open_reader(story) as (reader, pilot):
        assert "? all keys" not in said(reader)
        assert "? keys" in said(reader)


# The mouse


@both_sizes
async def test_the_mouse_points(open_reader: Open, press: Press, story: Path, size: tuple[int, int]) -> None:
    async with open_reader(story, size) as (reader, pilot):
        view, text = reader.pane.view, reader.reading.article.text
        place = text.index("Ocean Ltd")
        page = view.page
        column = page.column_of(place) + view._margin + 2
        await pilot.click(view, offset=(column, page.line_of(place)))
        assert reader.reading.cursor == place
        assert reader.reading.selected.name == "Ocean Ltd"
        place = text.index("belonged")
        column = page.column_of(place) + view._margin + 2
        await pilot.click(view, offset=(column + 2, page.line_of(place)), times=2)
        assert selected(reader) == "belonged"


async def test_the_wheel_takes_the_cursor_along(open_reader: Open, tmp_path: Path) -> None:
    from textual import events

    path = tmp_path / "long.txt"
    path.write_text("\n\n".join(f"Paragraph {n}." for n in range(200)))
    async with open_reader(path) as (reader, pilot):
        view = reader.pane.view
        for _ in range(4):
            view.post_message(events.MouseScrollDown(view, 1, 1, 0, 0, 0, False, False, False))
            await pilot.pause()
        assert view.top == 12
        assert view.shows(reader.reading.cursor)


async def test_tabs_and_rows_are_clicked(open_reader: Open, story: Path) -> None:
    async with open_reader(story, (120, 40)) as (reader, pilot):
        await pilot.click(reader.panel._tabs, offset=(16, 0))
        assert reader.panel.tab == "timeline"
        await pilot.click(reader.panel._tabs, offset=(3, 0))
        await pilot.click(reader.panel.entities, offset=(5, 2))
        await pilot.pause()
        assert reader.reading.entity == reader.panel.entities.indices[2]
        await pilot.click(reader.pane.view, offset=(10, 3))
        assert reader.context == "article"


# The palette and the help


async def test_the_palette_lists_every_action_with_its_key(open_reader: Open, story: Path) -> None:
    async with open_reader(story, keys={"line_down": "ctrl+n"}) as (reader, pilot):
        commands = {command.title: command.help for command in pilot.app.get_system_commands(reader)}
        assert "Ctrl+n" in commands["Down one line"]
        assert "Theme: high-contrast" in commands
        assert {action.title for action in ACTIONS if reader.can(action)} <= set(commands)


@pytest.mark.parametrize("size", [(40, 12), (80, 24)], ids=["40x12", "80x24"])
async def test_help_is_searched_and_shows_own_keys(
    open_reader: Open, press: Press, story: Path, size: tuple[int, int]
) -> None:
    async with open_reader(story, size, keys={"line_down": "ctrl+n"}) as (reader, pilot):
        await press(pilot, "?")
        shown = str(pilot.app.screen._list.render())
        assert "Ctrl+n" in shown
        assert "MOVE BY MEANING" in shown
        await press(pilot, "/", *"mention next", "enter")
        shown = str(pilot.app.screen._list.render())
        assert "Next mention" in shown
        assert "Down one line" not in shown
        await press(pilot, "pagedown", "escape")
        assert "Down one line" in str(pilot.app.screen._list.render())
        await press(pilot, "escape")
        assert pilot.app.screen is reader
