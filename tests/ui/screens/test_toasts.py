"""Messages that stay for a while: each on its own screen and as long as its question, and over no key line."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.widgets._toast import Toast

from tui.ui.screens.library.shelf import ShelfScreen
from tui.ui.screens.notes.note_editor import NoteEditor

Sit = Callable[..., Any]
SIZES = [(120, 40), (80, 24), (40, 12)]
LONG = "Something went wrong with the file of the notes, and this sentence says at length what it was. " * 4


def shown(sitting: Any) -> list[str]:
    """What the toasts of the screen in front say."""
    toasts = [toast for toast in sitting.app.screen.query(Toast) if toast.is_on_screen]
    return [toast._notification.message for toast in toasts]


async def merge_of_two_kinds(sitting: Any) -> None:
    """Asks, and explains what it asks: a person and a place become one."""
    await sitting.press("e")
    await sitting.go_to_row("Norway")
    await sitting.press("m")
    await sitting.go_to_row("Ingrid Solberg")
    await sitting.press("m", "M", "enter")
    await sitting.until(lambda: len(shown(sitting)) == 1)


@pytest.mark.parametrize("key", ["y", "n", "escape"])
async def test_what_explains_a_question_goes_with_it(sit_down: Sit, key: str) -> None:
    async with sit_down("strike.md") as sitting:
        await merge_of_two_kinds(sitting)
        await sitting.press(key)
        await sitting.until(lambda: shown(sitting) == [])


async def test_another_question_takes_its_place(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await merge_of_two_kinds(sitting)
        sitting.reader.take_choice([("y", "yes")], lambda _: None)
        await sitting.until(lambda: shown(sitting) == [])


async def test_a_message_is_seen_on_its_own_screen_only(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        sitting.reader.notify("Of the article.", timeout=60)
        await sitting.until(lambda: shown(sitting) == ["Of the article."])
        for keys, back in ((["a"], "ctrl+g"), (["?"], "q"), (["S"], "q"), (["ctrl+p"], "escape")):
            await sitting.press(*keys)
            assert shown(sitting) == [], keys
            await sitting.press(back)
            await sitting.until(lambda: shown(sitting) == ["Of the article."])
        await sitting.press("q")
        await sitting.until(lambda: isinstance(sitting.app.screen, ShelfScreen))
        assert shown(sitting) == []
        assert len(sitting.app._notifications) == 0


async def test_what_nobody_could_see_yet_waits(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        reader = sitting.reader
        await sitting.press("a")
        reader.notify("Of the article.", timeout=0.001)
        await sitting.settle()
        assert isinstance(sitting.app.screen, NoteEditor)
        assert shown(sitting) == []
        (told,) = sitting.app._notifications
        told.timeout = 60
        await sitting.press("ctrl+g")
        await sitting.until(lambda: shown(sitting) == ["Of the article."])


async def test_what_goes_wrong_after_a_screen_was_left_is_seen(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        reader = sitting.reader
        await sitting.press("q")
        reader.notify("It could not be written.", timeout=60)
        await sitting.until(lambda: shown(sitting) == ["It could not be written."])


async def test_escape_takes_away_what_stands_here_only(sit_down: Sit) -> None:
    async with sit_down() as sitting:
        sitting.app.screen.notify("Of the library.", timeout=60)
        await sitting.press("enter")
        sitting.reader.notify("Of the article.", timeout=60)
        await sitting.until(lambda: shown(sitting) == ["Of the article."])
        await sitting.press("escape")
        await sitting.until(lambda: shown(sitting) == [])
        await sitting.press("q")
        await sitting.until(lambda: shown(sitting) == ["Of the library."])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [("/",), ("e", "K"), ("e",)], ids=["a line to type in", "a choice", "a list"])
async def test_no_message_covers_the_keys(sit_down: Sit, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press(*keys)
        before = sitting.drawn[-3:]
        explained = len(list(sitting.app.screen.query(Toast)))  # the choice says what a capital means, on small screens
        for number in range(4):
            sitting.reader.notify(f"{number} {LONG}", timeout=60)
        await sitting.until(lambda: len(list(sitting.app.screen.query(Toast))) == explained + 4)
        await sitting.settle()
        assert ("A small letter" if explained else "Something") in sitting.picture
        assert sitting.drawn[-3:] == before
