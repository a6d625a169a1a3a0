"""One key and one question for each repair, and the key that answers says whether it holds here or everywhere."""

from collections.abc import Callable
from typing import Any

import pytest

from tui.ui.keys.prompt import Prompt

Sit = Callable[..., Any]
Size = tuple[int, int]
SIZES = [(120, 40), (80, 24), (40, 12)]
WAYS = [("enter", True), ("ctrl+o", False)]


async def on(sitting: Any, name: str, *keys: str) -> None:
    await sitting.press("e")
    await sitting.go_to_row(name)
    await sitting.press(*keys)


def entity(sitting: Any, name: str) -> Any:
    return next(entity for entity in sitting.reading.entities if entity.name == name)


def is_here(sitting: Any) -> bool:
    """Where the last repair holds: here, or everywhere."""
    scope = sitting.desk.store.corrections()[-1]["source"]
    assert scope in ("", sitting.reading.article.source)
    where = "(here)" if scope else "(everywhere)"
    assert f"U undoes it {where}" in sitting.drawn[-1]
    return bool(scope)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("end", "here"), WAYS)
async def test_two_become_one_by_typing_the_name_of_the_other(sit_down: Sit, size: Size, end: str, here: bool) -> None:
    async with sit_down("strike.md", size) as sitting:
        counts = {one.name: len(one.mentions) for one in sitting.reading.entities}
        await on(sitting, "Norway", "M", *"portu")
        assert "> Portugal" in sitting.picture
        for words in ("Enter here", "Ctrl+o everywhere"):
            assert words in sitting.drawn[-2]
        await sitting.press(end)
        merged = entity(sitting, "Portugal")
        assert len(merged.mentions) == counts["Norway"] + counts["Portugal"]
        assert "Norway" not in sitting.names
        assert is_here(sitting) is here
        await sitting.press("U")
        assert {"Norway", "Portugal"} <= set(sitting.names)


async def test_the_cursor_goes_along_with_what_is_repaired(sit_down: Sit) -> None:
    async with sit_down("strike.md", SIZES[2]) as sitting:
        panel = sitting.reader.panel.entities
        await on(sitting, "Portugal", "M", *"ingrid", "enter")
        assert sitting.reading.entities[panel.under_cursor].name == "Ingrid Solberg"
        await sitting.press("r", *"Solberg", "enter")
        assert sitting.reading.entities[panel.under_cursor].name == "Solberg"
        await sitting.press("U", "U")
        assert sitting.reading.entities[panel.under_cursor].name in ("Ingrid Solberg", "Portugal")


async def test_the_kinds_of_the_others_are_seen_and_not_asked_for(sit_down: Sit) -> None:
    async with sit_down("strike.md", SIZES[1]) as sitting:
        await on(sitting, "Norway", "M", *"solb")
        assert any("Ingrid Solberg" in row and "person 3" in row for row in sitting.drawn)
        await sitting.press("enter")
        assert "Norway" not in sitting.names
        assert entity(sitting, "Ingrid Solberg").kind == "PERSON"


async def test_the_other_is_chosen_with_tab(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await on(sitting, "Norway", "M", "tab", "tab")
        prompt = sitting.app.focused
        assert isinstance(prompt, Prompt)
        other = prompt.value
        await sitting.press("shift+tab")
        assert prompt.value != other
        await sitting.press("tab", "enter")
        assert "Norway" not in sitting.names
        assert other in sitting.names


@pytest.mark.parametrize(("typed", "trouble"), [("", "choose it with Tab"), ("xyz", "No other name here is like that")])
async def test_a_merge_needs_another_name(sit_down: Sit, typed: str, trouble: str) -> None:
    async with sit_down("strike.md", SIZES[1]) as sitting:
        before = sitting.names
        await on(sitting, "Norway", "M", *typed, "enter")
        assert trouble in sitting.said
        assert isinstance(sitting.app.focused, Prompt)
        await sitting.press("ctrl+o", "escape")
        assert sitting.names == before


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("end", "here"), WAYS)
async def test_a_new_name_holds_where_its_question_is_ended(sit_down: Sit, size: Size, end: str, here: bool) -> None:
    async with sit_down("strike.md", size) as sitting:
        await on(sitting, "Ingrid Solberg", "r")
        for words in ("Enter here", "Ctrl+o everywhere"):
            assert words in sitting.drawn[-2]
        await sitting.answer("Solberg", end)
        assert "Solberg" in sitting.names
        assert is_here(sitting) is here


async def test_a_name_that_another_entry_has_may_mean_that_they_are_one(sit_down: Sit) -> None:
    async with sit_down("strike.md", SIZES[1]) as sitting:
        await on(sitting, "Norway", "r", *"Portugal", "enter")
        assert "m merge" in sitting.drawn[-1]
        await sitting.press("m")
        assert sitting.names.count("Portugal") == 1
        assert "Norway" not in sitting.names
        assert is_here(sitting)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("letter", "here"), [("o", True), ("O", False)])
async def test_a_kind_holds_here_and_everywhere_as_a_capital(
    sit_down: Sit, size: Size, letter: str, here: bool
) -> None:
    async with sit_down("strike.md", size) as sitting:
        await on(sitting, "Ingrid Solberg", "K")
        said = " ".join(sitting.picture.split()).casefold()
        assert "everywhere" in said
        assert "capital" in said
        assert "o org" in sitting.drawn[-1]
        await sitting.press(letter)
        assert entity(sitting, "Ingrid Solberg").kind == "ORG"
        assert is_here(sitting) is here


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("letter", "here"), [("h", True), ("e", False)])
async def test_hidden_here_or_everywhere(sit_down: Sit, size: Size, letter: str, here: bool) -> None:
    async with sit_down("strike.md", size) as sitting:
        await on(sitting, "Norway", "x")
        assert "h here  e everywhere" in sitting.drawn[-1]
        assert "Norway" in sitting.names
        await sitting.press(letter)
        assert "Norway" not in sitting.names
        assert is_here(sitting) is here


@pytest.mark.parametrize("size", SIZES)
async def test_one_mention_is_split_off_without_a_tick(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await on(sitting, "Ingrid Solberg")
        second = entity(sitting, "Ingrid Solberg").mentions[1].span
        sitting.reading.cursor = second.start  # it is read just now
        await sitting.press("s", "enter")
        assert "Enter here" in sitting.drawn[-2]
        await sitting.answer("Erik Solberg")
        assert [mention.span for mention in entity(sitting, "Erik Solberg").mentions] == [second]
        assert is_here(sitting)


async def test_what_is_split_off_everywhere_is_known_by_how_it_is_written(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        who = entity(sitting, "Ingrid Solberg")
        await on(sitting, "Ingrid Solberg", "s")
        row = next(row for row, mention in enumerate(who.mentions) if mention.text == "Solberg")
        await sitting.press(*"j" * row, "enter")
        await sitting.answer("Erik Solberg", "ctrl+o")
        assert {mention.text for mention in entity(sitting, "Erik Solberg").mentions} == {"Solberg"}
        assert {mention.text for mention in entity(sitting, "Ingrid Solberg").mentions} == {"Ingrid Solberg"}
        assert not is_here(sitting)


async def test_the_last_repair_is_let_hold_everywhere_and_here_again(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await on(sitting, "Norway", "w")
        assert "No repair" in sitting.said
        await on(sitting, "Norway", "x", "h", "w")
        assert not is_here(sitting)
        await sitting.press("w")
        assert is_here(sitting)
        await sitting.press("U")
        assert "Norway" in sitting.names
        await sitting.press("U")
        assert "Nothing was repaired" in sitting.said


async def test_repairs_typed_ahead_are_made_one_after_the_other(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        before = sitting.names
        await on(sitting, "Norway")
        sitting.type_ahead("x", "h", "w", "U", "x", "e", "U", "U")
        await sitting.until(lambda: "Nothing was repaired" in sitting.said)
        assert sitting.names == before


async def test_the_key_for_everywhere_is_the_persons_own(sit_down: Sit) -> None:
    async with sit_down("strike.md", keys={"hold_everywhere": "ctrl+t"}) as sitting:
        await on(sitting, "Norway", "r", *"Nowhere")
        assert "Ctrl+t everywhere" in sitting.said
        await sitting.press("ctrl+o")
        assert isinstance(sitting.app.focused, Prompt)
        await sitting.press("ctrl+t")
        assert "Nowhere" in sitting.names
        assert not is_here(sitting)
