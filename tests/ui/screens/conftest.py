"""The whole reader over real files, real notes, a real index and a real worker process, without a terminal."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.patience import HANGS, Patience
from tests.ui.quiet import quiet, settle, strokes, type_ahead
from tui.library.analyst import Analyst
from tui.library.index.index import Index
from tui.library.index.schema import FILE
from tui.library.process import COMMAND
from tui.library.shelf import Shelf
from tui.notes.store import SEEN, NoteStore
from tui.paths import cache_folder, data_folder, make_private
from tui.settings import Settings
from tui.ui.app import DatelineApp
from tui.ui.desk import Desk
from tui.ui.keys.keymap import build_keymap
from tui.ui.keys.prompt import Prompt
from tui.ui.page.signs import Signs
from tui.ui.reading.reading import Reading
from tui.ui.screens.article.reader import ReaderScreen

ARTICLES = Path(__file__).parent / "articles"
WIDE, NARROW = (120, 40), (80, 24)


class Sitting:
    """Someone sits before the screen: types, waits, and sees."""

    def __init__(self, app: DatelineApp, pilot: Pilot[None], desk: Desk) -> None:
        self.app = app
        self.pilot = pilot
        self.desk = desk

    @property
    def reader(self) -> ReaderScreen:
        """The article in front."""
        assert isinstance(self.app.screen, ReaderScreen), f"{self.app.screen} is in front"
        return self.app.screen

    @property
    def reading(self) -> Reading:
        """What is known of that article."""
        return self.reader.reading

    @property
    def said(self) -> str:
        """The line at the foot."""
        return str(self.app.screen.query_one("#status").text)  # type: ignore[attr-defined]

    @property
    def names(self) -> list[str]:
        """The entities in the order of the panel."""
        entities = self.reader.panel.entities
        return [self.reading.entities[index].name for index in entities.indices]

    @property
    def days(self) -> list[str]:
        """The timeline's rows as they are dated."""
        return [row.edtf or row.value for row in self.reader.panel.timeline.rows]

    @property
    def here(self) -> str:
        """The text from the cursor on."""
        return self.reading.article.text[self.reading.cursor :][:60]

    @property
    def drawn(self) -> list[str]:
        """The rows of the screen in front."""
        return ["".join(segment.text for segment in strip) for strip in self.app.screen._compositor.render_strips()]

    async def press(self, *keys: str) -> None:
        """Type keys, each when the one before it is done, and wait until what they began is done."""
        for stroke in strokes(keys):
            self.type_ahead(*stroke)
            await self._quiet()
        await self.settle()

    def type_ahead(self, *keys: str) -> None:
        """Send keys as a fast typist or a slow line does, without waiting for anything."""
        type_ahead(self.app, *keys)

    async def select(self, name: str) -> None:
        """Select an entity from the panel and go back to the text."""
        await self.press("e")
        await self.go_to_row(name)
        await self.press("enter")
        self.reader.activate(self.reader.active)
        await self.settle()

    async def back_to_the_article(self) -> None:
        """Close whatever was opened or begun."""
        for key in ("escape", "escape", "ctrl+g"):
            if not isinstance(self.app.screen, ReaderScreen) or isinstance(self.app.focused, Prompt):
                await self.press(key)
        if self.reading.selecting_from is not None or self.reader._letter is not None:
            await self.press("escape", "escape")
        self.reader.activate(0)
        await self.settle()

    async def answer(self, text: str, end: str = "enter") -> None:
        """Put `text` into the line at the foot, in the place of what stands there."""
        await self.until(lambda: isinstance(self.app.focused, Prompt))
        await self.press("ctrl+u", *text, end)

    async def go_to_row(self, name: str) -> None:
        """Put the panel's cursor on an entity."""
        self.reader.panel.entities.put(self.names.index(name))
        await self.pilot.pause()

    async def settle(self) -> None:
        """Wait until nothing works and everything is drawn."""
        await settle(self.pilot)

    async def _quiet(self) -> None:
        """Wait until no part of the screen has a message left to hear."""
        await quiet(self.pilot)

    async def until(self, condition: Callable[[], bool], seconds: float = HANGS) -> None:
        """Wait for something to be so."""
        patience = Patience(seconds)
        while not condition():
            assert not patience.ends, f"it did not happen in time:\n{self.picture}"
            await self.pilot.pause(0.01)
        await self._quiet()

    @property
    def picture(self) -> str:
        """The screen as one string."""
        return "\n".join(row.rstrip() for row in self.drawn)


@pytest.fixture(scope="session")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index that knows the articles of these tests, made by the analysis itself."""
    from tui.analysis.codec import encode
    from tui.analysis.fingerprint import fingerprint
    from tui.analysis.pipeline import analyse
    from tui.text.read import read_article

    path = tmp_path_factory.mktemp("analysed") / FILE
    index = Index(path)
    for file in sorted(ARTICLES.iterdir()):
        article = read_article(file)
        analysis = analyse(article)
        index.keep(article, analysis, fingerprint(), encode(analysis))
        index.forget(article.source)
    index.close()
    return path


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with the articles, to be changed at will."""
    return Path(shutil.copytree(ARTICLES, tmp_path / "articles"))


@pytest.fixture(params=[pytest.param(WIDE, marks=pytest.mark.torture), NARROW], ids=["120x40", "80x24"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """A screen with the panel beside the text, and one with the panel over it."""
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def sit_down(articles: Path, analysed: Path) -> Callable[..., Any]:
    """Opens the reader on a file of the folder, or the library: `async with sit_down("strike.md") as sitting`."""

    @asynccontextmanager
    async def sit(
        name: str = "",
        size: tuple[int, int] = WIDE,
        command: tuple[str, ...] = COMMAND,
        keys: dict[str, str] | None = None,
        **options: Any,
    ) -> AsyncIterator[Sitting]:
        cache = make_private(cache_folder()) / FILE
        if not cache.exists():
            shutil.copy(analysed, cache)
        index = Index(cache)
        analyst = Analyst(index, command)
        shelf = Shelf([articles], index)
        desk = Desk(
            store=NoteStore(make_private(data_folder()), seen=cache_folder() / SEEN),
            analyst=analyst,
            index=index,
            shelf=shelf,
            settings=Settings(),
            keymap=build_keymap(keys or {})[0],
            signs=Signs(),
        )
        app = DatelineApp(replace(desk, **options), shelf.read(articles / name) if name else None)
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                sitting = Sitting(app, pilot, desk)
                await sitting.settle()
                yield sitting
        finally:
            analyst.close()
            await asyncio.sleep(0)
            index.close()

    return sit
