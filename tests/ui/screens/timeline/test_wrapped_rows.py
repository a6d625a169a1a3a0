"""Rows of the timeline take the lines they need, and whatever finds a row by its place still finds it."""

from collections.abc import Callable
from typing import Any

from tui.settings import Settings
from tui.ui.page.geometry import panel_in

Sit = Callable[..., Any]
Size = tuple[int, int]


def lines_of(timeline: Any, row: int) -> list[str]:
    """The lines of a row as they are drawn, without what fills them."""
    width = timeline.size.width
    return ["".join(segment.text for segment in line).rstrip() for line in timeline.draw_row(row, width)]


async def test_the_words_of_a_row_can_be_read_where_it_stands(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("t")
        timeline = sitting.reader.panel.timeline
        heights = set()
        for number, row in enumerate(timeline.rows):
            lines = lines_of(timeline, number)
            heights.add(len(lines))
            assert len(lines) == timeline.height_of(number, timeline.size.width, False) <= 5
            told = " ".join(line.strip() for line in lines[1:])
            assert told == row.words or (len(lines) == 5 and row.words.startswith(told.removesuffix("…").rstrip()))
        assert len(heights) > 1


async def test_the_words_that_date_a_row_are_set_off(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("t")
        timeline = sitting.reader.panel.timeline
        number = sitting.days.index("2023-05-12")
        drawn = timeline.draw_row(number, timeline.size.width)
        marked = [segment.text for line in drawn for segment in line if segment.style and segment.style.underline]
        assert " ".join(marked) == "12 May 2023"


async def test_a_setting_says_how_many_lines_there_are_at_most(sit_down: Sit) -> None:
    async with sit_down("strike.md", settings=Settings(timeline_lines=1)) as sitting:
        await sitting.press("t")
        timeline = sitting.reader.panel.timeline
        assert {len(lines_of(timeline, number)) for number in range(timeline.count)} == {2}


async def test_every_row_can_be_reached_seen_and_clicked(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("t", "g", "g")
        timeline = sitting.reader.panel.timeline
        for _ in range(2):
            for number in range(timeline.count):
                assert timeline.cursor == number
                width, head = timeline.size.width, len(timeline.head(timeline.size.width))
                seen = [y for y in range(head, timeline.size.height) if timeline.row_at(y) == number]
                assert len(seen) == timeline.height_of(number, width, False)
                drawn = [timeline.render_line(y).text.rstrip() for y in seen]
                assert drawn == lines_of(timeline, number)
                await sitting.press("j")
            assert timeline.row_at(timeline.size.height - 1) in (None, timeline.count - 1)
            await sitting.press("G")
            await sitting.press(*"k" * (timeline.count - 1))
        await sitting.press("space")
        wanted = timeline.cursor
        await sitting.press("g", "g")
        head = len(timeline.head(timeline.size.width))
        y = next(y for y in range(head, timeline.size.height) if timeline.row_at(y) == 1)
        await sitting.pilot.click("#timeline", offset=(4, y + 1))
        await sitting.settle()
        assert timeline.cursor == 1 < wanted
        assert sitting.reading.cursor == timeline.rows[1].place.start


async def test_the_panel_is_made_wider_and_narrower_and_stays_so(sit_down: Sit, size: Size) -> None:
    columns = panel_in(size[0], 88)
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("t", ">", ">")
        panel, view = sitting.reader.panel, sitting.reader.pane.view
        assert panel.outer_size.width == panel.columns == columns + 8
        assert "Panel" in sitting.said
        if size[0] == 120:
            assert view.size.width == size[0] - columns - 8
        await sitting.press("<")
        assert panel.outer_size.width == columns + 4
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("t")
        panel = sitting.reader.panel
        assert panel.outer_size.width == columns + 4
        await sitting.press("9", "9", ">", ">")
        most = size[0] - 43 if size[0] == 120 else size[0]
        assert (panel.outer_size.width, "room" in sitting.said) == (most, True)
        await sitting.press("<")
        assert panel.outer_size.width == most - 4
        await sitting.press("9", "9", "<", "<")
        assert panel.outer_size.width == 24
        assert sitting.reader.context == "timeline"
