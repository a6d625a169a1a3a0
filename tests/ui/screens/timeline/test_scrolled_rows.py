"""Lists that scroll: what only stands elsewhere keeps its line, and it is the line that would be drawn anew."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.geometry import Region
from textual.strip import Strip

from tui.ui.widgets.parts.rows import Lines, RowsView

Sit = Callable[..., Any]
KEYS = ["j"] * 9 + ["space", "k", "k", "k", "k", "k", "k", "G", "k", "g", "g", "3", "j"]


def as_shown(rows: RowsView) -> list[Strip]:
    """The lines as they go to the screen."""
    return rows.render_lines(Region(0, 0, *rows.size))


@pytest.mark.parametrize("zoomed", [False, True], ids=["scale of the rows", "scale that was chosen"])
@pytest.mark.parametrize(("size", "whole"), [((60, 16), True), ((80, 24), True), ((80, 16), False)], ids=str)
async def test_a_scrolled_list_is_drawn_as_one_drawn_anew(
    sit_down: Sit, size: tuple[int, int], whole: bool, zoomed: bool
) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("C" if whole else "t")
        timeline = sitting.reader.panel.timeline
        if zoomed:
            await sitting.press("+")
        tops = set()
        for key in KEYS:
            top = timeline.top
            await sitting.press(key)
            tops.add(timeline.top)
            if zoomed and timeline.top == top:
                continue  # the scale goes with the rows, not with every step of the cursor
            shown = as_shown(timeline)
            timeline.redraw()
            assert as_shown(timeline) == shown
        assert len(tops) > 2


async def test_only_rows_that_come_into_view_are_drawn(sit_down: Sit) -> None:
    async with sit_down("strike.md", (80, 24)) as sitting:
        await sitting.press("C")
        timeline, drawn = sitting.reader.panel.timeline, []
        draw = timeline.draw_row

        def noted(row: int, width: int) -> Lines:
            drawn.append(row)
            return draw(row, width)  # type: ignore[no-any-return]

        timeline.draw_row = noted
        while timeline.top < 2:
            drawn.clear()
            before = timeline.top, timeline.cursor
            await sitting.press("j")
        anew = {*before, timeline.top, timeline.cursor}
        kept = set(range(timeline.top, timeline.cursor)) - anew
        assert kept
        assert not kept & set(drawn)
