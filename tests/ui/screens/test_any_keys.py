"""Whatever is typed, the program goes on, and what stands on the screen is what a fresh drawing would show."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from tui.ui.actions import ACTIONS

Sit = Callable[..., Any]
ENDING = ("back", "quit", "suspend", "redraw")
SIZES = ((120, 40), (80, 24), (100, 30), (40, 12))
TYPED = ("x", "1", "7", "a", "/ c a n enter", "escape", "escape", "escape", "v w w", "| enter", "f s", "ctrl+g")


def sequences() -> list[str]:
    """The first key of every action that does not end the program, and what people type after questions."""
    keys = [action.keys.split(", ")[0] for action in ACTIONS if action.id not in ENDING]
    return [*keys, *TYPED * 2]


@pytest.mark.parametrize("seed", range(6))
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
            stands = sitting.drawn
            sitting.app.redraw()
            await sitting.settle()
            assert stands == sitting.drawn, f"other than drawn anew after {typed}"
