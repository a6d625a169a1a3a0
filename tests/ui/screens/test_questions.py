"""Questions: their keys are seen, typing replaces a proposal, and no key falls into a question it was not meant for."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from textual import events

from tui.ui.keys.prompt import Prompt

Sit = Callable[..., Any]
Size = tuple[int, int]
SIZES = [(120, 40), (80, 24), (40, 12)]


def kind_of(sitting: Any, name: str) -> str:
    return str(next(entity.kind.value for entity in sitting.reading.entities if entity.name == name))


async def on(sitting: Any, name: str, *keys: str) -> None:
    await sitting.press("e")
    await sitting.go_to_row(name)
    await sitting.press(*keys)


async def merge_of_two_kinds(sitting: Any) -> None:
    """Asks: a person and a place become one, everywhere."""
    await on(sitting, "Norway", "m")
    await on(sitting, "Ingrid Solberg", "m", "M")
    await sitting.press("ctrl+o")


@pytest.mark.parametrize("size", SIZES)
async def test_the_keys_that_answer_are_never_cut(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await on(sitting, "Norway", "K")
        for letter, word in (("p", "per"), ("o", "org"), ("l", "pla"), ("g", "gro"), ("x", "oth")):
            assert f"{letter} {word}" in sitting.drawn[-1]
        await sitting.press("escape")
        await merge_of_two_kinds(sitting)
        for words in ("y do it", "h only here", "n do not"):
            assert words in sitting.drawn[-1]


@pytest.mark.parametrize("size", SIZES[:2])
async def test_what_a_question_wants_is_read_at_80_columns(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("t")
        sitting.reader.panel.timeline.put(sitting.days.index("2023-05-12"))
        for key, words in (("x", "empty: no date"), ("D", "empty: what the article says")):
            await sitting.press(key)
            assert words in sitting.picture
            await sitting.press("escape")


@pytest.mark.parametrize(("key", "scope"), [("y", True), ("h", True), ("n", False), ("escape", False), ("z", False)])
async def test_a_question_is_answered_by_one_key(sit_down: Sit, key: str, scope: bool) -> None:
    async with sit_down("strike.md") as sitting:
        before = sitting.names
        await merge_of_two_kinds(sitting)
        await sitting.press(key)
        assert ({"Norway", "Ingrid Solberg"} <= set(sitting.names)) is not scope
        assert (sitting.names == before) is not scope
        if not scope:
            assert "Nothing was changed" in sitting.said


async def test_a_key_from_before_is_no_answer_to_a_question_that_came_by_itself(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await on(sitting, "Norway", "m")
        await on(sitting, "Ingrid Solberg", "m", "M")
        typed_before = time.monotonic()
        await sitting.press("enter")
        assert "y do it" in sitting.said
        row = sitting.reader.panel.entities.cursor
        key = events.Key("j", "j")
        key.time = typed_before
        sitting.app._driver.send_message(key)
        await sitting.settle()
        assert sitting.reader.panel.entities.cursor == row + 1  # it did what it was typed for
        await sitting.press("y")
        assert "Norway" not in sitting.names or "Ingrid Solberg" not in sitting.names


async def test_a_question_that_was_asked_for_takes_what_is_typed_next(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await on(sitting, "Ingrid Solberg")
        sitting.type_ahead("K", "o", "r", *"Solberg", "enter")
        await sitting.until(lambda: "Solberg" in sitting.names)
        assert kind_of(sitting, "Solberg") == "ORG"


async def test_the_first_letter_replaces_a_proposal(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await on(sitting, "Ingrid Solberg", "r")
        prompt = sitting.app.focused
        assert prompt.value == prompt.selected_text == "Ingrid Solberg"
        await sitting.press("I", ".")
        assert prompt.value == "I."
        await sitting.press("escape", "r", "end", "!")
        assert sitting.app.focused.value == "Ingrid Solberg!"
        await sitting.press("escape", "r", "right", "!")
        assert sitting.app.focused.value == "Ingrid Solberg!"
        await sitting.press("escape", "r", "backspace")
        assert sitting.app.focused.value == ""
        await sitting.press("escape", "/", *"solb", "enter", "/", *"ken")
        assert sitting.app.focused.value == "ken"


async def test_after_an_error_the_text_stays_and_the_next_key_is_typed_into_it(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("D")
        await sitting.answer("2023-05")
        prompt = sitting.app.focused
        assert isinstance(prompt, Prompt)
        assert "“2023-05” is no day" in sitting.said
        await sitting.press("-", "0", "2", "enter")
        assert prompt.value == "2023-05-02"
        assert str(sitting.reading.article.published.day) == "2023-05-02"
        await sitting.press("t")
        sitting.reader.panel.timeline.put(0)
        await sitting.press("x", *"sometime", "enter")
        assert "A date looks like" in sitting.said
        assert sitting.app.focused.value == "sometime"
        sitting.type_ahead("enter", "!")
        await sitting.settle()
        assert sitting.app.focused.value == "sometime!"


async def lose_the_window(sitting: Any) -> None:
    """The terminal says that another window has the keys, and then keys come all the same."""
    sitting.app.post_message(events.AppBlur())
    await sitting.settle()


async def lose_the_keys(sitting: Any) -> None:
    """Something behind the question wants the keys."""
    sitting.reader.set_focus(sitting.reader.pane.view)


async def lose_them_to_nobody(sitting: Any) -> None:
    """Whatever went wrong: nobody has the keys."""
    sitting.reader.focused = None


async def lose_nothing(sitting: Any) -> None:
    """Nothing happens."""


@pytest.mark.parametrize("lose", [lose_the_window, lose_the_keys, lose_them_to_nobody, lose_nothing])
@pytest.mark.parametrize("early", [False, True], ids=["standing", "coming"])
async def test_a_question_on_the_screen_has_the_keys(sit_down: Sit, lose: Callable[[Any], Any], early: bool) -> None:
    async with sit_down("strike.md", (80, 24)) as sitting:
        await sitting.press("D")
        prompt = sitting.reader.query_one(Prompt)
        if early:  # before the question had the keys
            await sitting.press("escape")
            await sitting.until(lambda: not sitting.reader.query(Prompt))
            sitting.type_ahead("D")
            await sitting.until(lambda: bool(sitting.reader.query(Prompt)))
            prompt = sitting.reader.query_one(Prompt)
        await lose(sitting)
        await sitting.press("x", "1")
        assert prompt.value.endswith("x1")
        await sitting.press("escape")
        assert not sitting.reader.is_asking
        await sitting.press("G")
        assert "100%" in sitting.picture


@pytest.mark.parametrize("key", ["G", "e", "?"])
async def test_keys_work_when_the_terminal_says_it_lost_them(sit_down: Sit, key: str) -> None:
    async with sit_down("strike.md", (80, 24)) as sitting:
        before = sitting.picture
        await lose_the_window(sitting)
        await sitting.press(key)
        assert sitting.picture != before
