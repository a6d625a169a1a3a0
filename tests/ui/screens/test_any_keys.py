"""Whatever is typed, the program goes on, and what stands on the screen is what a fresh drawing would show."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from tests.in_brief import in_brief
from tui.ui.keys.actions import ACTIONS
from tui.ui.keys.key_screen import LONE_DIGIT, KeyScreen
from tui.ui.screens.article.reader import ReaderScreen
from tui.ui.screens.stories.story import StoryScreen

Sit = Callable[..., Any]
FRAME = 1 / 60  # seconds after which Textual lays out and draws what has changed
ENDING = ("back", "quit", "suspend", "redraw")
SIZES = ((120, 40), (80, 24), (100, 30), (40, 12))
TYPED = ("x", "1", "7", "a", "/ c a n enter", "escape", "escape", "escape", "v w w", "| enter", "f s", "ctrl+g")


def sequences() -> list[str]:
    """The first key of every action that does not end the program, and what people type after questions."""
    keys = [action.keys.split(", ")[0] for action in ACTIONS if action.id not in ENDING]
    return [*keys, *TYPED * 2]


def looks(sitting: Any) -> list[list[tuple[str, str]]]:
    """The rows of the screen, with their colours and styles."""
    strips = sitting.app.screen._compositor.render_strips()
    return [[(segment.text, str(segment.style)) for segment in strip.simplify()] for strip in strips]


async def at_rest(sitting: Any) -> list[list[tuple[str, str]]]:
    """The screen when two frames of it are the same, and nothing that was begun beside it is still told of."""
    screen = sitting.app.screen
    if isinstance(screen, StoryScreen):
        await sitting.until(lambda: sitting.app.screen is not screen or not screen._busy)
        await sitting.settle()
    before: list[list[tuple[str, str]]] = []
    while before != (stands := looks(sitting)):
        before = stands
        await sitting.pilot.pause(FRAME)
        await sitting.settle()
    return stands


@pytest.mark.parametrize("seed", in_brief(range(20), range(3)))
async def test_any_keys_in_any_order(sit_down: Sit, seed: int) -> None:
    chance = random.Random(seed)
    async with sit_down("aground.md", SIZES[seed % 2]) as sitting:
        typed: list[str] = []
        for _ in range(60):
            if chance.random() < 0.04:
                size = chance.choice(SIZES)
                typed.append(f"{size}")
                await sitting.pilot.resize_terminal(*size)
            else:
                keys = chance.choice(sequences())
                typed.append(keys)
                sitting.type_ahead(*keys.split())
            await sitting.settle()
            screen = sitting.app.screen
            if isinstance(screen, KeyScreen) and (screen._typed or screen._count):
                await sitting.pilot.pause(LONE_DIGIT + 0.1)  # what is awaited is shown, and a lone digit is done
                await sitting.settle()
            stands = await at_rest(sitting)
            if isinstance(sitting.app.screen, ReaderScreen):
                for pane in sitting.app.screen.panes:
                    pane.reading._kept.clear()
                    pane.mark()
            sitting.app.redraw()
            await sitting.settle()
            assert stands == looks(sitting), f"other than drawn anew after {typed}"
