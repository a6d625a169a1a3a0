"""The lists say once, with the keys, that their rows can be put right; never after the first repair."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.ui.messages import Chosen

Sit = Callable[..., Any]
Size = tuple[int, int]
SIZES = [(120, 40), (80, 24), (40, 12)]


@pytest.mark.parametrize("size", SIZES)
async def test_it_is_said_once_in_each_list(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("e")
        assert "Wrong? r renames  M merges  x hides" in sitting.drawn[-1]
        await sitting.press("t")
        assert "Wrong? x corrects  D dates the article" in sitting.drawn[-1]
        if size[0] >= 80:
            assert "X all repairs" in sitting.drawn[-1]
        await sitting.press("e")
        await sitting.press("escape", "e")
        assert "Wrong?" not in sitting.said
    async with sit_down("aground.md", size) as sitting:
        await sitting.press("e", "t")
        assert "Wrong?" not in sitting.said


async def test_whoever_has_made_a_repair_needs_no_hint(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("e", "p")
        assert "undoes it" in sitting.said
        await sitting.press("t")
        assert "Wrong?" not in sitting.said
    async with sit_down("strike.md") as sitting:
        await sitting.press("e", "t")
        assert "Wrong?" not in sitting.said


async def test_a_list_without_rows_says_nothing_and_saves_the_hint(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("c")
        assert "Wrong?" not in sitting.said
        sitting.reader.panel.entities.set_filter("zzz")
        await sitting.press("e")
        assert "Wrong?" not in sitting.said
        await sitting.press("escape", "e")
        assert "Wrong?" in sitting.said


async def test_it_is_said_too_where_the_rows_come_after_the_list_was_opened(sit_down: Sit, articles: Path) -> None:
    (articles / "fresh.md").write_text((articles / "strike.md").read_text() + "\nNobody was hurt.\n")
    async with sit_down("strike.md") as sitting:
        sitting.app.post_message(Chosen(articles / "fresh.md"))
        await sitting.until(lambda: "fresh" in sitting.reading.article.source)
        reading = sitting.reading
        sitting.type_ahead("e")
        await sitting.until(lambda: "Wrong?" in sitting.said)
        assert reading.analysis is not None


async def test_the_hint_names_the_persons_own_keys(sit_down: Sit) -> None:
    async with sit_down("strike.md", keys={"rename": "", "merge": "ctrl+t"}) as sitting:
        await sitting.press("e")
        assert "Wrong? Ctrl+t merges  x hides" in sitting.said
