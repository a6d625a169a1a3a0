"""Screens have the size of the terminal, in whatever order they hear of it."""

from collections.abc import Callable
from typing import Any

import pytest
from textual import events
from textual.geometry import Size
from textual.screen import Screen

from tests.in_brief import in_brief
from tui.ui.page.geometry import MOST_COLUMNS, MOST_ROWS

Sit = Callable[..., Any]
OVER_THE_ARTICLE = {"help": "?", "palette": ":", "a note": "a", "nothing": "", "help and palette": "?:"}


def seen(sitting: Any) -> list[Screen[Any]]:
    return [*sitting.app._background_screens, sitting.app.screen]


def through(sitting: Any) -> list[str]:
    """The rows of the screen, with what is seen through it."""
    beneath = sitting.app._background_screens
    update = sitting.app.screen._compositor.render_update(full=True, screen_stack=beneath)
    return ["".join(segment.text for strip in strips for segment in strip) for strips in update.strips]


@pytest.mark.parametrize("over", OVER_THE_ARTICLE)
async def test_an_old_size_that_is_heard_last_changes_nothing(sit_down: Sit, over: str) -> None:
    async with sit_down("aground.md", (120, 40)) as sitting:
        await sitting.press(*OVER_THE_ARTICLE[over])
        await sitting.pilot.resize_terminal(80, 24)
        await sitting.settle()
        stands = sitting.drawn
        for screen in seen(sitting):
            screen.post_message(events.Resize(Size(200, 60), Size(200, 60)))
            await sitting.settle()
        assert {screen.outer_size for screen in seen(sitting)} == {Size(80, 24)}
        assert sitting.drawn == stands


@pytest.mark.parametrize("over", in_brief(["help", "palette", "a note", "help and palette"], ["help and palette"]))
async def test_what_lies_beneath_has_the_new_size_when_it_is_seen(sit_down: Sit, over: str) -> None:
    async with sit_down("aground.md", (200, 60)) as sitting:
        await sitting.press(*OVER_THE_ARTICLE[over])
        sizes: list[tuple[Size, ...]] = []
        sitting.app.post_display_hook = lambda: sizes.append(tuple(screen.outer_size for screen in seen(sitting)))
        for size in ((80, 24), (200, 60), (120, 40)):
            await sitting.pilot.resize_terminal(*size)
            await sitting.settle()
            assert sizes[-1] == (Size(*size),) * len(seen(sitting))
            drawn = [those for those in sizes if those[-1] == Size(*size)]
            assert [those for those in drawn if len(set(those)) > 1] == []
            sizes.clear()


async def test_no_larger_screen_is_drawn_than_there_are(sit_down: Sit) -> None:
    async with sit_down("aground.md") as sitting:
        for size in ((65535, 24), (80, 65535), (0, 0)):
            await sitting.pilot.resize_terminal(*size)
            await sitting.settle()
            width, height = sitting.app.screen.size
            assert 1 <= width <= MOST_COLUMNS
            assert 1 <= height <= MOST_ROWS


async def test_what_changes_beneath_two_screens_is_seen_through_both(sit_down: Sit) -> None:
    async with sit_down("aground.md", (120, 24)) as sitting:
        reader = sitting.reader
        await sitting.press("?", ":")
        assert len(seen(sitting)) >= 3
        stands = through(sitting)
        reader.say("Something was read beneath.")
        await sitting.settle()
        said = through(sitting)
        assert said != stands
        sitting.app.redraw()
        await sitting.settle()
        assert through(sitting) == said
