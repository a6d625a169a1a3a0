"""Notes are written while the names of the article are looked for, and where they cannot be found."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.analysis.model import Analysis
from tui.errors import ReaderError
from tui.notes.store import NoteStore
from tui.paths import data_folder
from tui.text.article import Article
from tui.text.read import read_article
from tui.ui.app import DatelineApp
from tui.ui.desk import Desk

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])


class SlowAnalyst:
    """Stands for a worker process that answers when it is told to, and then that it cannot."""

    def __init__(self) -> None:
        self.told = asyncio.Event()

    def cached(self, article: Article) -> Analysis | None:
        return None

    async def analysis_of(self, article: Article, progress: Callable[[float], None]) -> Analysis:
        await self.told.wait()
        raise ReaderError("No names and dates; R tries again.")


@SIZES
async def test_notes_do_not_need_names(desk_for: Callable[..., Desk], story: Path, size: tuple[int, int]) -> None:
    analyst = SlowAnalyst()
    app: Any = DatelineApp(desk_for(analyst=analyst), read_article(story), alone=True)
    async with app.run_test(size=size) as pilot:

        async def until(condition: Callable[[], bool]) -> None:
            async with asyncio.timeout(120):
                while not condition():
                    await pilot.pause(0.01)

        def bodies() -> list[str]:
            return [note.body for note in NoteStore(data_folder()).all_notes()]

        def drawn(view: Any) -> str:
            """The first row of a list without rows, below its head."""
            return str(view.render_line(len(view.head(view.size.width))).text).strip()

        reader = app.screen
        await until(lambda: bool(reader.learning.working))
        await pilot.press("}", "a", *"early", "escape")
        await until(lambda: app.screen is reader and bodies() == ["early"])
        await pilot.press("}", "H", "e")
        await until(lambda: sorted(bodies()) == ["", "early"])
        await until(lambda: drawn(reader.panel.entities) == "Names are still looked for.")
        analyst.told.set()
        await until(lambda: drawn(reader.panel.entities) == "Names cannot be found: R tries again.")
        await pilot.press("l")
        await until(lambda: drawn(reader.panel.timeline) == "Dates cannot be found: R tries again.")
        reader.activate(0)
        await pilot.press("}", "a", *"late", "escape")
        await until(lambda: app.screen is reader and sorted(bodies()) == ["", "early", "late"])
        await until(lambda: reader.panel.notes.numbers == (3, 3))
