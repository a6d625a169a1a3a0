"""The timeline: order, what is folded, and the way from a row to its sentence and back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Sit = Callable[..., Any]
Size = tuple[int, int]


async def test_a_row_leads_to_the_words_that_date_it(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("t")
        timeline = sitting.reader.panel.timeline
        timeline.put(sitting.days.index("2023-05-12"))
        await sitting.press("enter")
        assert sitting.here.startswith("12 May 2023")
        assert sitting.reader.pane.view.shows(sitting.reading.cursor)
        target = next(layer for layer in sitting.reading.layers() if layer.name == "target")
        assert "12 May 2023" in sitting.reading.article.text[slice(*target.spans[0])]
        await sitting.press("ctrl+o")
        assert sitting.reading.cursor == 0


async def test_rows_are_sorted_both_ways_by_time_and_by_place(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        timeline = sitting.reader.panel.timeline
        by_time = list(timeline.rows)
        assert [row.order for row in by_time] == sorted(row.order for row in by_time)
        by_place = sorted(by_time, key=lambda row: row.clause)
        await sitting.press("t")
        for expected in (by_time[::-1], by_place, by_place[::-1], by_time):
            await sitting.press("s")
            assert [row.clause for row in timeline.rows] == [row.clause for row in expected]


async def test_a_step_through_the_story_in_order_of_time(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        rows = [row for row in sitting.reader.panel.timeline.rows if row.interval is not None]
        for number, row in enumerate(rows[:4], 1):
            await sitting.press("]", "t")
            assert f"{number} of {len(rows)} events" in sitting.said
            assert sitting.reading.cursor == row.place.start
        await sitting.press("[", "t")
        assert f"3 of {len(rows)} events" in sitting.said
        assert sitting.reader.panel.timeline.cursor == 2
        await sitting.press("9", "9", "]", "t")
        assert "last event" in sitting.said


async def test_what_is_folded_is_shown_on_demand(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        timeline = sitting.reader.panel.timeline
        dated = timeline.rows
        await sitting.press("t", "r")
        assert {row.clause for row in timeline.rows} >= {event.clause for event in sitting.reading.analysis.events}
        await sitting.press("r")
        assert timeline.rows == dated
        await sitting.press("B")
        assert list(timeline.rows) == [row for row in dated if not row.background]
        await sitting.press("B")
        assert timeline.rows == dated


async def test_only_one_entity(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        every_day = sitting.days
        await sitting.press("e")
        await sitting.go_to_row("Daniel Kowalski")
        await sitting.press("enter", "l", "o")
        assert 0 < len(sitting.days) < len(every_day)
        await sitting.press("o")
        assert sitting.days == every_day


async def test_finer_and_coarser(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("t", "+", "+", "+", "+")
        timeline = sitting.reader.panel.timeline
        assert timeline.zoom.name == "DAY"
        for zoom in ("MONTH", "YEAR", "DECADE", "DECADE"):
            await sitting.press("-")
            assert timeline.zoom.name == zoom
        assert "1960s" in sitting.picture


async def test_rows_are_narrowed_as_one_types(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        every_day = sitting.days
        await sitting.press("t", "/", *"lighthouse")
        assert len(sitting.days) == 1
        await sitting.press("escape")
        assert sitting.days == every_day


async def test_a_wrong_date_is_put_right_and_taken_back(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("t")
        sitting.reader.panel.timeline.put(sitting.days.index("2023-05-12"))
        await sitting.press("x")
        await sitting.answer("2023-05-13")
        await sitting.until(lambda: "2023-05-13" in sitting.days)
        assert "2023-05-12" not in sitting.days
    async with sit_down("strike.md", size) as sitting:
        assert "2023-05-13" in sitting.days
        await sitting.press("e", "U")
        await sitting.until(lambda: "2023-05-12" in sitting.days)


async def test_how_a_date_was_found(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("t")
        sitting.reader.panel.timeline.put(sitting.days.index("2023-05-12"))
        await sitting.press("i")
        for words in ("means Friday, 12 May 2023", "nothing had to be counted", "That is sure", "EDTF"):
            assert words in sitting.picture
        await sitting.press("escape")
        assert sitting.reader.context == "timeline"


FERRY = """---
title: A ferry runs aground
date: 2023-05-18
---

The ferry Estrella ran aground near the harbour on Monday. It was 9 degrees in March 2022 and 12 degrees in March 2023.

Nobody was hurt.

On Monday the ferry ran aground near the old harbour in thick fog.
"""


async def test_a_row_leads_to_each_place_that_tells_of_it(sit_down: Sit, articles: Path, size: Size) -> None:
    (articles / "ferry.md").write_text(FERRY, "utf-8")
    async with sit_down("ferry.md", size) as sitting:
        text = sitting.reading.article.text
        await sitting.press("t")
        sitting.reader.panel.timeline.put(sitting.days.index("2023-05-15"))
        await sitting.press("enter")
        assert sitting.reading.cursor == text.index("Monday")
        assert "1 of 2" in sitting.said
        await sitting.press("t", "enter")
        assert sitting.reading.cursor == text.rindex("Monday")
        assert "2 of 2" in sitting.said
        await sitting.press("t", "enter")
        assert sitting.reading.cursor == text.index("Monday")


async def test_each_date_of_a_sentence_is_set_off_in_its_own_words(sit_down: Sit, articles: Path) -> None:
    (articles / "ferry.md").write_text(FERRY, "utf-8")
    async with sit_down("ferry.md") as sitting:
        await sitting.press("t")
        timeline = sitting.reader.panel.timeline
        for day, date in (("2022-03", "March 2022"), ("2023-03", "March 2023")):
            drawn = timeline.draw_row(sitting.days.index(day), timeline.size.width)
            marked = [segment.text for line in drawn for segment in line if segment.style and segment.style.underline]
            assert " ".join(marked) == date
