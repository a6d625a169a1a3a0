"""Searching in one article: counted, walked through, done again, and given up."""

from collections.abc import Callable
from typing import Any

import pytest

Sit = Callable[..., Any]
Size = tuple[int, int]


# Searching


async def test_a_search_counts_walks_and_comes_back(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("/", *"oduya", "enter")
        assert len(sitting.reading.found.hits) == 5
        assert "1 of 5" in sitting.said
        for key, counter in [("n", "2 of 5"), ("n", "3 of 5"), ("N", "2 of 5")]:
            await sitting.press(key)
            assert counter in sitting.said
            assert sitting.here.startswith("Oduya")
        await sitting.press("ctrl+o", "ctrl+o", "ctrl+o", "ctrl+o")
        assert sitting.reading.cursor == 0
        await sitting.press("escape")
        assert not sitting.reading.found.hits


async def test_keys_typed_in_one_burst_are_all_understood(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        sitting.type_ahead("/", *"oduya", "enter", "n", "n")
        await sitting.until(lambda: "3 of 5" in sitting.said)
        assert sitting.reading.found.query == "oduya"


async def test_a_search_is_seen_while_it_is_typed_and_given_up(sit_down: Sit) -> None:
    async with sit_down("strike.md", (80, 24)) as sitting:
        await sitting.press("/", *"solberg")
        assert sitting.here.startswith("Solberg")
        await sitting.press("escape")
        assert sitting.reading.cursor == 0
        assert not sitting.reading.found.hits
        await sitting.press("/", *"no such words", "enter")
        assert "Not found" in sitting.said


@pytest.mark.parametrize(
    ("query", "hits"),
    [("cafes", 1), ("OSLO", 0), ("oslo", 1), (r"\v20[12]\d", 8), ("port ellery", 2), (r"\v(", 0)],
)
async def test_what_a_search_finds(sit_down: Sit, query: str, hits: int) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("/")
        await sitting.answer(query)
        assert len(sitting.reading.found.hits) == hits
        await sitting.press("j")  # and the keys are back with the text


async def test_a_search_is_done_again_and_earlier_ones_are_recalled(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("/", *"oduya", "enter", "/", "enter")
        assert "2 of 5" in sitting.said
        await sitting.press("/", *"oslo", "enter", "g", "/", "up", "up", "enter")
        assert sitting.reading.found.query == "oduya"
        await sitting.press("escape", "/", "enter")
        assert sitting.reading.found.query == "oduya"  # though its marks had been cleared
        await sitting.press("/", *"os", "up", "down", "enter")
        assert sitting.reading.found.query == "os"


async def test_a_search_is_made_a_regular_expression_and_back(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("/", *r"20[12]\d")
        assert "Not found" in sitting.said
        await sitting.press("ctrl+r", "enter")
        assert "of 8" in sitting.said
        await sitting.press("/", "ctrl+r", *"oslo", "ctrl+r", "enter")
        assert sitting.reading.found.query == "oslo"


async def test_backwards_search_begins_above(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("G", "g", "/", *"oduya", "enter")
        assert "5 of 5" in sitting.said
