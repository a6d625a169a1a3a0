"""A file is opened: at once where it is read at once, else as soon as another process has read it."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual.app import App

from tui.counted import counted
from tui.errors import ReaderError
from tui.library.places import holds_place
from tui.text.apart.reading import Reading
from tui.text.article import Article
from tui.text.opened import Opened
from tui.ui.desk import Desk
from tui.ui.reading.remembered import CHAPTERS, WHOLE
from tui.ui.screens.article.books import BookScreen
from tui.ui.screens.article.explanation import Explanation
from tui.ui.screens.library.shelf import ShelfScreen

SOON = 0.15  # seconds after which it is said that something is read
KEYS_WAIT = 1.0  # seconds for which keys wait for the article; later ones can leave it
IS_READ = (
    "It is read by a process of its own, which may take some seconds.",
    "Closing this leaves it unread.",
)

Then = Callable[[Article], object]
GoOn = Callable[[Article | None, str], None]  # with the whole article, or None and the sentence that says why not
Begin = Callable[[Article], GoOn]


class Opening:
    """Opens what paths lead to, over the screens that are there."""

    def __init__(self, app: App[Any], desk: Desk) -> None:
        self._app = app
        self._desk = desk

    def open(self, path: Path, then: Then, begin: Begin | None = None) -> None:
        """Read a file and hand its article to `then`; of several, the person chooses. Of a long one `begin` gets the
        beginning instead, and what it answers gets all of it."""
        try:
            self.go_on(self._desk.shelf.begin(path), then, begin)
        except ReaderError as error:
            self._refuse(error)

    def go_on(self, began: Opened | Reading, then: Then, begin: Begin | None = None) -> None:
        """The same with what is read, or is being read."""
        if isinstance(began, Opened):
            self._show(began, then)
        else:
            self._app.run_worker(self._wait(began, then, begin), group="open")

    def read_the_rest(self, reading: Reading, go_on: GoOn) -> None:
        """Hand on all of what is shown in part."""
        self._app.run_worker(self._read_the_rest(reading, go_on), group="reading")

    async def _wait(self, reading: Reading, then: Then, begin: Begin | None) -> None:
        """Keys typed meanwhile are for the article, unless it takes long."""
        come = _hear(reading, soon=begin is not None)
        if not await _within(come, SOON):
            said = Explanation(self._desk, f"Reading {reading.name} …", IS_READ)
            await self._app.push_screen(said, lambda _: None if come.is_set() else reading.cancel())
            if not await _within(come, KEYS_WAIT):
                self._app.run_worker(self._wait_longer(reading, come, said, then, begin), group="reading")
                return
            await self._close(said)
        await self._show_what_has_come(reading, then, begin)

    async def _wait_longer(
        self, reading: Reading, come: asyncio.Event, said: Explanation, then: Then, begin: Begin | None
    ) -> None:
        await come.wait()
        if said in self._app.screen_stack:  # it was not left
            await self._close(said)
            await self._show_what_has_come(reading, then, begin)

    async def _close(self, said: Explanation) -> None:
        while said in self._app.screen_stack and self._app.screen is not said:  # help lies over it
            await self._app.pop_screen()
        if self._app.screen is said:
            await said.dismiss(None)

    async def _show_what_has_come(self, reading: Reading, then: Then, begin: Begin | None) -> None:
        begun = reading.beginning
        if begin is not None and begun is not None:
            if self._asks(begun):
                self._ask(begun, lambda: self.go_on(reading, then, begin))
                return
            whole = not begun.parts or self._desk.remembered.books == WHOLE
            if whole and begun.article is not None and holds_place(begun):
                self.read_the_rest(reading, begin(begun.article))
            else:  # a list of chapters has them all
                await self._wait(reading, then, None)
            return
        try:
            self._show(reading.opened(), then)
        except ReaderError as error:
            self._refuse(error)

    async def _read_the_rest(self, reading: Reading, go_on: GoOn) -> None:
        await _hear(reading).wait()
        try:
            article = reading.opened().article
        except ReaderError as error:
            go_on(None, str(error))
            return
        if article is not None:
            self._desk.shelf.note_opened(article)
            go_on(article, "")

    def _show(self, opened: Opened, then: Then) -> None:
        self._desk.shelf.note_parts(opened)
        if opened.article is None or (opened.parts and self._desk.remembered.books == CHAPTERS):
            self._list(opened, then)
        elif self._asks(opened):
            self._ask(opened, lambda: self._show(opened, then))
        else:
            self._desk.shelf.note_opened(opened.article)
            then(opened.article)

    def _asks(self, opened: Opened) -> bool:
        """Whether it is a book of chapters, and the person has not said how those are read."""
        return bool(opened.article and opened.parts and not self._desk.remembered.books)

    def _ask(self, opened: Opened, then: Callable[[], None]) -> None:
        def chosen(way: str | None) -> None:
            if way is not None:
                self._desk.remembered.read_books(way)
                then()

        self._app.push_screen(BookScreen(self._desk, opened), chosen)

    def _list(self, opened: Opened, then: Then) -> None:
        """The articles of a file, to choose one."""
        shelf = self._desk.shelf
        title = f"{opened.title} ({counted(len(opened.parts), 'article')})"
        self._app.push_screen(ShelfScreen(self._desk, title, then, lambda: shelf.parts(opened)))
        if opened.notice:
            self._app.notify(opened.notice, severity="warning", timeout=20)

    def _refuse(self, error: ReaderError) -> None:
        self._app.notify(str(error), severity="error", timeout=20)


def _hear(reading: Reading, soon: bool = False) -> asyncio.Event:
    """Is set when a file is read; `soon` when its beginning is."""
    loop, done = asyncio.get_running_loop(), asyncio.Event()

    def tell() -> None:
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(done.set)

    reading.tell(tell, soon)
    return done


async def _within(done: asyncio.Event, seconds: float) -> bool:
    with suppress(TimeoutError):
        await asyncio.wait_for(done.wait(), seconds)
    return done.is_set()
