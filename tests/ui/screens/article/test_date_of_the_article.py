"""D: the date that rows wait for, in whatever form people write it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

Sit = Callable[..., Any]
Size = tuple[int, int]


def head_of(sitting: Any) -> str:
    timeline = sitting.reader.panel.timeline
    return "\n".join("".join(segment.text for segment in line) for line in timeline.head(timeline.size.width))


async def test_rows_that_wait_for_the_date_say_so(sit_down: Sit, size: Size) -> None:
    async with sit_down("lighthouse.txt", size) as sitting:
        await sitting.press("t")
        assert "3 rows wait for the article's date: D" in head_of(sitting)
        await sitting.press("D")
        await sitting.answer("2 August 2024")
        await sitting.until(lambda: "2024-03" in sitting.days)
        assert "wait" not in head_of(sitting)
        await sitting.press("D")
        await sitting.answer("")
        await sitting.until(lambda: "2024-03" not in sitting.days)
        assert "3 rows wait" in head_of(sitting)


async def test_a_single_row_waits_in_the_singular(sit_down: Sit, articles: Any) -> None:
    (articles / "pier.txt").write_text("The pier\n\nThe council met at last. On Tuesday it rained on Anna Berg.\n")
    async with sit_down("pier.txt", keys={"set_date": "W"}) as sitting:
        await sitting.press("t")
        await sitting.until(lambda: "1 row waits for the article's date: W" in head_of(sitting))


async def test_nothing_waits_where_the_date_is_known(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("t")
        assert "wait" not in head_of(sitting)


@pytest.mark.parametrize("typed", ["30 July 2019", "7/30/2019"])
async def test_every_form_of_a_day_is_taken(sit_down: Sit, typed: str) -> None:
    async with sit_down("lighthouse.txt") as sitting:
        await sitting.press("D")
        await sitting.answer(typed)
        assert sitting.reading.choices.published == date(2019, 7, 30)
        assert "Published on Tuesday, 30 July 2019" in sitting.said
        await sitting.press("D", "enter")  # the proposal is what was set
        assert sitting.reading.choices.published == date(2019, 7, 30)


async def test_days_are_counted_from_today(sit_down: Sit) -> None:
    async with sit_down("lighthouse.txt") as sitting:
        await sitting.press("D")
        before = date.today()
        await sitting.answer("yesterday")
        assert before - timedelta(1) <= sitting.reading.choices.published <= date.today() - timedelta(1)


async def test_what_is_typed_takes_the_place_of_the_proposal(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("D", *"1 May 2023", "enter")
        assert sitting.reading.choices.published == date(2023, 5, 1)


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        ("3/4/2019", "3/4/2019 is 3 April 2019 or 4 March 2019: write the month as a word."),
        ("soon", "“soon” is no day: write it as 30 July 2019, 2019-07-30 or last Tuesday."),
    ],
)
async def test_a_mistake_leaves_what_was_typed_and_loses_no_key(
    sit_down: Sit, size: Size, typed: str, trouble: str
) -> None:
    async with sit_down("lighthouse.txt", size) as sitting:
        await sitting.press("D", *typed, "enter")
        assert trouble in sitting.picture
        assert sitting.app.focused.value == typed
        sitting.type_ahead("enter", "x", "enter", "y")
        await sitting.settle()
        assert sitting.app.focused.value == f"{typed}xy"
        sitting.type_ahead("ctrl+u", *"4 March 2019", "enter", "j")
        await sitting.settle()
        assert sitting.reading.choices.published == date(2019, 3, 4)
