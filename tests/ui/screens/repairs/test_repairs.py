"""What the reader puts right stays right: undone, made again, after closing, and when the text changes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Sit = Callable[..., Any]
Size = tuple[int, int]
NARROW = (80, 24)


async def on(sitting: Any, name: str, *keys: str) -> None:
    """Keys typed on an entity's row."""
    await sitting.press("e")
    await sitting.go_to_row(name)
    await sitting.press(*keys)


def kind_of(sitting: Any, name: str) -> str:
    return str(next(entity.kind.value for entity in sitting.reading.entities if entity.name == name))


async def test_a_new_name_is_kept_and_can_be_undone(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await on(sitting, "Ingrid Solberg", "r")
        await sitting.answer("Ingrid M. Solberg")
        assert "Ingrid M. Solberg" in sitting.names
        assert "U undoes it" in sitting.said
    async with sit_down("strike.md", size) as sitting:
        assert "Ingrid M. Solberg" in sitting.names
        assert "Ingrid Solberg" not in sitting.names
        await on(sitting, "Ingrid M. Solberg", "U")
        assert "Ingrid Solberg" in sitting.names
        await sitting.press("ctrl+r")
        assert "Ingrid M. Solberg" in sitting.names
        for _ in range(2):
            await sitting.press("U")
        assert "Nothing was repaired" in sitting.said


async def test_a_new_name_holds_when_the_text_has_changed(sit_down: Sit, articles: Path) -> None:
    async with sit_down("strike.md") as sitting:
        await on(sitting, "Ingrid Solberg", "r")
        await sitting.answer("Ingrid M. Solberg")
    path = articles / "strike.md"
    path.write_text(path.read_text().replace("The strike began", "As everybody remembers, the strike began"))
    async with sit_down("strike.md") as sitting:
        assert "everybody remembers" in sitting.reading.article.text
        assert "Ingrid M. Solberg" in sitting.names


async def test_two_entities_become_one(sit_down: Sit) -> None:
    async with sit_down("strike.md", NARROW) as sitting:
        counts = {entity.name: len(entity.mentions) for entity in sitting.reading.entities}
        await on(sitting, "Norway", "m")
        await on(sitting, "Portugal", "m", "M")
        await sitting.answer("Two countries")
        await sitting.until(lambda: "Two countries" in sitting.names)
        merged = next(entity for entity in sitting.reading.entities if entity.name == "Two countries")
        assert len(merged.mentions) == counts["Norway"] + counts["Portugal"]
        assert not {"Norway", "Portugal"} & set(sitting.names)
        await sitting.press("U")
        assert {"Norway", "Portugal"} <= set(sitting.names)


async def test_some_mentions_are_someone_else(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await on(sitting, "Ingrid Solberg", "s", "j", "space", "enter")
        await sitting.answer("Erik Solberg")
        await sitting.until(lambda: "Erik Solberg" in sitting.names)
        whose = {entity.name: len(entity.mentions) for entity in sitting.reading.entities}
        assert (whose["Erik Solberg"], whose["Ingrid Solberg"]) == (1, 2)
        await sitting.press("U")
        assert "Erik Solberg" not in sitting.names


@pytest.mark.parametrize(("letter", "kind"), [("o", "ORG"), ("L", "PLACE")])
async def test_another_kind(sit_down: Sit, letter: str, kind: str) -> None:
    async with sit_down("strike.md") as sitting:
        await on(sitting, "Ingrid Solberg", "K", "z")
        assert "nothing was changed" in sitting.said
        await sitting.press("K", letter)
        assert kind_of(sitting, "Ingrid Solberg") == kind
    async with sit_down("strike.md") as sitting:
        assert kind_of(sitting, "Ingrid Solberg") == kind


async def test_hidden_and_pinned(sit_down: Sit) -> None:
    async with sit_down("strike.md", NARROW) as sitting:
        await on(sitting, "Portugal", "p")
        assert sitting.names[0] == "Portugal"
        await on(sitting, "Norway", "x", "h")
        assert "Norway" not in sitting.names
    async with sit_down("strike.md", NARROW) as sitting:
        assert sitting.names[0] == "Portugal"
        assert "Norway" not in sitting.names
        await on(sitting, "Portugal", "U")
        assert "Norway" in sitting.names
        await on(sitting, "Portugal", "p")
        assert sitting.names[0] != "Portugal"


async def test_a_missed_name_is_added_everywhere(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("/")
        await sitting.answer("night shifts")
        await sitting.press("v", "e", "e", "N", "x")
        await sitting.until(lambda: any(name.casefold() == "night shifts" for name in sitting.names))
        added = next(entity for entity in sitting.reading.entities if entity.name.casefold() == "night shifts")
        assert added.mentions[0].text.casefold() == "night shifts"
        assert kind_of(sitting, added.name) == "OTHER"


async def test_repairs_here_only_leave_other_articles_alone(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await on(sitting, "Norway", "x", "h")
        assert "Norway" not in sitting.names
    async with sit_down("aground.md") as sitting:
        assert "Norway" in sitting.names


async def test_repairs_everywhere_reach_other_articles(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await on(sitting, "Norway", "x", "e")
    async with sit_down("aground.md") as sitting:
        assert "Norway" not in sitting.names


async def test_a_repair_given_up_changes_nothing(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        before = sitting.names
        for keys in (
            ("r", "escape"),
            ("s", "escape"),
            ("K", "escape"),
            ("M", "escape"),
            ("x", "escape"),
            ("x", "n"),
            ("x", "j"),
            ("m", "m", "M", "tab", "escape"),
        ):
            await on(sitting, "Norway", *keys)
            assert sitting.names == before, keys


async def test_a_question_that_was_given_up_is_not_asked_any_more(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("e", "r")
        assert "Rename" in sitting.said
        await sitting.press("escape")
        assert "Rename" not in sitting.said
