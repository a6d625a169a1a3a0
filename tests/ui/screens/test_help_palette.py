"""Every key can be looked up, every action called by name, and the colours changed."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.command import CommandPalette

from tui.ui.keys.actions import ACTIONS
from tui.ui.keys.contexts import LOOKUP
from tui.ui.screens.help import HelpScreen
from tui.ui.themes import THEMES

Sit = Callable[..., Any]
Size = tuple[int, int]


async def test_help_lists_every_action_and_is_searched(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("?")
        assert isinstance(sitting.app.screen, HelpScreen)
        shown = " ".join(str(sitting.app.screen.query_one("#keys").content).split())
        assert [action.title for action in ACTIONS if action.title not in shown] == []
        await sitting.press("/", *"merge with another")
        assert "Merge with another one" in sitting.picture
        assert "Down one page" not in sitting.picture
        await sitting.press("enter", "q", "j")
        assert sitting.reader.pane.view.top == 1 or sitting.reading.cursor


async def test_help_begins_with_the_keys_of_the_place(sit_down: Sit) -> None:
    async with sit_down() as sitting:
        for keys, heading, first in (((), "LIBRARY", "Next article"), (("g", "f"), "FEEDS", "Only the articles")):
            await sitting.press(*keys, "?")
            shown = str(sitting.app.screen.query_one("#keys").content)
            assert shown.index(heading) < shown.index("MOVE")
            assert shown.index(first) < shown.index("Down one line")
            assert [action.title for action in ACTIONS if action.title not in " ".join(shown.split())] == []
            await sitting.press("escape")


@pytest.mark.parametrize(("keys", "context"), [((), "article"), (("e",), "entities"), (("t",), "timeline")])
async def test_the_palette_lists_what_can_be_done_here_with_its_keys(
    sit_down: Sit, keys: tuple[str, ...], context: str
) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press(*keys)
        commands = {command.title: command.help for command in sitting.app.get_system_commands(sitting.app.screen)}
        here = [action for action in ACTIONS if action.context in LOOKUP[context]]
        assert [action.title for action in here if action.title not in commands] == []
        assert "ctrl+o" in commands["Back to where the last jump began"].lower()


async def test_an_action_is_done_from_the_palette(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press(":")
        assert isinstance(sitting.app.screen, CommandPalette)
        await sitting.press(*"next heading")
        await sitting.until(lambda: "Next heading" in sitting.picture)
        await sitting.press("down", "enter")
        await sitting.until(lambda: sitting.app.screen is sitting.app.screen_stack[-1])
        await sitting.until(lambda: not isinstance(sitting.app.screen, CommandPalette))
        await sitting.settle()
        assert sitting.here.startswith("What was agreed")


async def test_every_theme_of_our_own_can_be_drawn(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        first = sitting.app.theme
        await sitting.press("T")
        assert sitting.app.theme != first
        assert sitting.app.theme in sitting.said
        for theme in THEMES:
            sitting.app.theme = theme.name
            await sitting.settle()
        assert "Maria Oduya" in sitting.picture


async def test_a_persons_own_keys_hold(sit_down: Sit) -> None:
    async with sit_down("strike.md", keys={"next_heading": "ctrl+n", "line_down": ""}) as sitting:
        await sitting.press("ctrl+n")
        assert sitting.here.startswith("What was agreed")
        await sitting.press("j")
        assert sitting.here.startswith("What was agreed")
