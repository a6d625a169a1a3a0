"""What the line at the foot says of taking back holds where it is said: in the text, the timeline, among the names."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Sit = Callable[..., Any]
Size = tuple[int, int]


async def correct_a_date(sitting: Any) -> None:
    await sitting.press("t")
    sitting.reader.panel.timeline.put(sitting.days.index("2023-05-12"))
    await sitting.press("x")
    await sitting.answer("2022-01-05")
    await sitting.until(lambda: "2022-01-05" in sitting.days)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_a_corrected_date_is_taken_back_beside_the_dates(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await correct_a_date(sitting)
        assert "U undoes it (here): Date" in sitting.drawn[-1]
        await sitting.press("U")
        assert "2023-05-12" in sitting.days
        assert "2022-01-05" not in sitting.days
        await sitting.press("ctrl+r")
        assert "2022-01-05" in sitting.days


async def test_a_date_corrected_in_an_earlier_sitting_is_taken_back_there_too(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await correct_a_date(sitting)
    async with sit_down("strike.md") as sitting:
        await sitting.press("t", "U")
        assert "2023-05-12" in sitting.days
        await sitting.press("U")
        assert "Nothing was repaired" in sitting.said


async def test_a_name_added_in_the_text_is_taken_back_there(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        before = sitting.names
        await sitting.press("/")
        await sitting.answer("night shifts")
        await sitting.press("v", "e", "e", "N", "x")
        await sitting.until(lambda: sitting.names != before)
        assert "U undoes it" in sitting.said
        await sitting.press("U")
        assert sitting.names == before


@pytest.mark.parametrize("panel", ["e", "t", "escape"])
async def test_the_date_of_the_article_is_taken_back(sit_down: Sit, panel: str) -> None:
    async with sit_down("lighthouse.txt") as sitting:
        await sitting.press("D")
        await sitting.answer("30 July 2019")
        await sitting.press(panel, "D")
        await sitting.answer("1 August 2020")
        assert "U undoes it: Published on Saturday, 1 August 2020" in sitting.said
        await sitting.press("U")
        assert sitting.reading.choices.published == date(2019, 7, 30)
        await sitting.press("U")
        assert sitting.reading.choices.published is None
        assert sitting.desk.store.choices_of(sitting.reading.article.source).published is None


async def test_notes_repairs_and_dates_are_taken_back_in_turn(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("H")
        await correct_a_date(sitting)
        await sitting.press("D")
        await sitting.answer("30 July 2023")
        sitting.reader.give_keys(sitting.reader.pane.view)
        await sitting.press("U")
        assert sitting.reading.choices.published is None
        assert "2022-01-05" in sitting.days
        await sitting.press("U")
        assert "2022-01-05" not in sitting.days
        assert sitting.reading.notes
        await sitting.press("U")
        assert not sitting.reading.notes
        await sitting.press("U")
        assert "nothing to take back" in sitting.said


async def test_the_key_that_is_named_is_the_persons_own(sit_down: Sit) -> None:
    async with sit_down("strike.md", keys={"undo": "V", "undo_note": "X"}) as sitting:
        await sitting.press("e", "p")
        assert "V undoes it" in sitting.said
        await sitting.press("V")
        assert "Undone" in sitting.said
