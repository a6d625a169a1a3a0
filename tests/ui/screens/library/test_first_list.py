"""The first rows of the library, painted before there is a screen: the screen then finds them as it draws them."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from rich.color import ColorSystem

from tui.flags import HIDDEN, STARRED
from tui.ui.terminal.colours import COLOURS, TERMINAL
from tui.ui.terminal.first_list import first_list, rows_in_view
from tui.ui.terminal.frames import Frames


@pytest.mark.parametrize("theme", [*COLOURS, TERMINAL])
async def test_the_screen_changes_only_what_it_says_at_the_foot(
    sit_down: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], theme: str
) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    async with sit_down(size=(80, 24)) as sitting:
        columns, lines = sitting.app.size
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("LINES", str(lines))
        sitting.app.theme = theme
        first, second, _ = (entry.source for entry in sitting.app.screen.listing.entries)
        sitting.desk.flags.turn({first: {STARRED: True}, second: {HIDDEN: True}})
        sitting.desk.flags.flush()
        await sitting.press("g", "g")
        sitting.app.screen.look_again()
        await sitting.until(lambda: sitting.app.screen.rows.count == 2)

        begun = sitting.desk.listing().begun(rows_in_view())
        painted = first_list(begun, theme, sitting.desk.signs)
        assert painted is not None
        assert "Pilots at Port Ellery" in capfd.readouterr().err
        frames = Frames(ColorSystem.TRUECOLOR)
        frames.begin_with(painted.rows, columns)
        strips = sitting.app.screen._compositor.render_strips()
        changed = {
            int(row) for row in re.findall(r"\x1b\[(\d+)(?:;\d+)?H", frames.whole([[one] for one in strips], columns))
        }
        assert changed <= {lines}, "the line at the foot tells how many there are"


async def test_a_list_that_is_longer_than_the_screen_is_begun_with_what_is_in_view(
    sit_down: Callable[..., Any],
) -> None:
    async with sit_down(size=(80, 24)) as sitting:
        begun = sitting.desk.listing().begun(2)
        assert [entry.guessed for entry in begun.entries] == [False, False]
        assert not begun.whole
        whole = begun.found()
        assert [entry.guessed for entry in whole.entries] == [False, False, True], "they are not looked into again"
        assert whole.whole
        assert [entry.source for entry in whole.entries][:2] == [entry.source for entry in begun.entries]
        assert len(whole.entries) == 3
        assert sitting.desk.listing().in_order("title").begun(2).whole, "what stands first is known with all of them"
