"""The pictures in README, drawn by the program itself from the sample articles: make screens."""

import asyncio
import os
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from tui.library.analyst import Analyst
from tui.library.index.index import Index
from tui.library.index.schema import FILE
from tui.library.shelf import Shelf
from tui.notes.store import NoteStore
from tui.paths import bundled, cache_folder, data_folder, make_private
from tui.settings import Settings
from tui.ui.app import DatelineApp
from tui.ui.desk import Desk
from tui.ui.keys.keymap import build_keymap
from tui.ui.page.signs import Signs
from tui.ui.reading.side_panel import SidePanel

HERE = Path(__file__).resolve().parent
WIDE, HIGH = 120, 34

# Picture, article, and what is typed; "..." waits until the names and the timeline are there.
SCENES = (
    ("reader", "suez-1-ship-blocks-the-canal.md", ("...", "tab", "enter", "enter")),
    ("timeline", "suez-3-ever-given-sails.md", ("...", "t", *("j",) * 12, "enter")),
    ("chronicle", "suez-3-ever-given-sails.md", ("...", "C", *("j",) * 6)),
    ("beside", "suez-1-ship-blocks-the-canal.md", ("...", "|", *("j",) * 7, "enter", "...")),
)


async def draw(analyst: Analyst, index: Index, name: str, article: str, keys: tuple[str, ...]) -> None:
    """Writes the SVG of one scene beside this file."""
    shelf = Shelf([bundled("sample_articles")], index)
    keymap, _ = build_keymap({})
    desk = Desk(NoteStore(make_private(data_folder())), analyst, index, shelf, Settings(), keymap, Signs())
    app = DatelineApp(desk, shelf.read(bundled("sample_articles") / article))
    async with app.run_test(size=(WIDE, HIGH)) as pilot:
        for key in keys:
            if key == "...":
                await analysed(app, pilot)
            else:
                await pilot.press(key)
                await pilot.pause()
        await pilot.pause(0.5)
        (HERE / f"{name}.svg").write_text(app.export_screenshot(title="Dateline"), encoding="utf-8")


async def analysed(app: DatelineApp, pilot: Pilot[None]) -> None:
    """Wait until every panel has its names."""
    for _ in range(600):
        await pilot.pause(0.1)
        panels = list(app.screen.query(SidePanel))
        if panels and all(panel.entities.count for panel in panels):
            return
    raise SystemExit("The analysis did not arrive within a minute.")


def main() -> None:
    """Draw each in a home of its own: no picture shows what was read before, and articles begin at their beginning."""
    for scene in SCENES:
        with tempfile.TemporaryDirectory() as home:
            os.environ["DATELINE_HOME"] = home
            index = Index(make_private(cache_folder()) / FILE)
            analyst = Analyst(index)
            analyst.start()
            try:
                asyncio.run(draw(analyst, index, *scene))
            finally:
                analyst.close()
                index.close()


if __name__ == "__main__":
    main()
