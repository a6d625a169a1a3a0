"""What goes wrong while one reads: workers that die, texts that harm, sizes that nobody has."""

import asyncio
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.analysis.events import rows
from tui.ui.doing.panel import learning
from tui.ui.messages import Chosen
from tui.ui.screens.article.reader import ReaderScreen

Sit = Callable[..., Any]
Size = tuple[int, int]


# What goes wrong


async def test_an_analysis_that_dies_leaves_the_article_readable(sit_down: Sit, articles: Path) -> None:
    (articles / "new.md").write_text("# A new article\n\n" + "Anna Berg of Oslo said so.\n\n" * 40)
    async with sit_down("new.md", (80, 24), command=("sh", "-c", "exit 3")) as sitting:
        assert "stopped before its end" in sitting.said
        assert sitting.names == []
        await sitting.press("space", "/", *"oslo", "enter", "n")
        assert "of 40" in sitting.said


async def test_repairs_while_rows_are_made_are_survived(sit_down: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    made, begun, go_on = rows.rows_of, threading.Event(), threading.Event()

    def slow(*values: Any) -> Any:
        if threading.current_thread() is not threading.main_thread():
            begun.set()
            assert go_on.wait(120)
        return made(*values)

    async with sit_down("strike.md") as sitting:
        await sitting.press("e")
        monkeypatch.setattr(learning, "rows_of", slow)
        sitting.reader.learning.begin(sitting.reader.pane)
        await sitting.until(begun.is_set)
        names = sitting.names
        sitting.type_ahead("x", "h", "x", "h", "G", "enter")
        for _ in range(100):  # what can be done meanwhile is done
            await asyncio.sleep(0)
        go_on.set()
        await sitting.settle()
        assert set(names) - set(sitting.names)
        named = {name for row in sitting.reader.panel.timeline.rows for name in row.who}
        assert named <= set(sitting.names)  # the rows are of the list as it was put right


async def test_a_killed_worker_is_replaced(sit_down: Sit, articles: Path) -> None:
    for name in ("one", "two"):
        (articles / f"{name}.md").write_text(f"# Article {name}\n\nMaria Oduya of Norway said so on 3 May 2021.")
    async with sit_down("one.md") as sitting:
        assert "Norway" in sitting.names
        worker = sitting.desk.analyst._worker
        os.kill(worker.pid, 9)
        worker._process.wait()
        await sitting.press("q")
        sitting.app.screen.post_message(Chosen(articles / "two.md"))
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen) and "Norway" in sitting.names)


HOSTILE = (
    "# A \x1b]0;title\x07 story\n\nAnna \x1b[31mBerg\x1b[0m of \x9b2JOslo said \x1b]52;c;aGk=\x07so. "
    "\u202egnp.exe\u202c and [a link](https://example.org/\x1b]8;;x\x07) [b]bold[/b] on 3 May 2021.\n"
)


async def test_a_hostile_text_reaches_no_terminal(sit_down: Sit, articles: Path, size: Size) -> None:
    (articles / "hostile.md").write_text(HOSTILE)
    async with sit_down("hostile.md", size) as sitting:
        for keys in ("f", "escape", "e", "i", "escape", "t", "i", "escape", "c", "escape", "o", "escape", "/ B"):
            await sitting.press(*keys.split())
            odd = {
                c for row in sitting.drawn for c in row if ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u202c"
            }
            assert not odd, keys


@pytest.mark.parametrize("size", [(1, 1), (10, 3), (40, 12), (250, 70)], ids=str)
async def test_any_size_is_survived(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.pilot.resize_terminal(*size)
        await sitting.press("j", "space", "t", "j", "enter", "f", "escape", "/", "a", "enter", "e", "escape")
        await sitting.pilot.resize_terminal(80, 24)
        await sitting.press("escape", "g", "g")
        assert any("Pilots at Port Ellery" in row for row in sitting.drawn)
