"""A file is opened: at once where it is read at once, else as soon as another process has read it."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual.app import App

from tui.counted import counted
from tui.errors import ReaderError
from tui.text.apart.reading import Reading
from tui.text.article import Article
from tui.text.opened import Opened
from tui.ui.desk import Desk
from tui.ui.reading.remembered import CHAPTERS, WHOLE
from tui.ui.screens.books import BookScreen
from tui.ui.screens.explanation import Explanation
from tui.ui.screens.shelf import ShelfScreen

SOON = 0.15  # seconds after which it is said that something is read
KEYS_WAIT = 1.0  # seconds for which keys wait for the article; later ones can leave it
IS_READ = (
    "It is read by a process of its own, which may take some seconds.",
    "Closing this leaves it unread.",
)

Then = Callable[[Article], object]


class Opening:
    """Opens what paths lead to, over the screens that are there."""

    def __init__(self, app: App[Any], desk: Desk) -> None:
        self._app = app
        self._desk = desk

    def open(self, path: Path, then: Then) -> None:
        """Read a file and hand its article to `then`; of several, the person chooses."""
        try:
            self.go_on(self._desk.shelf.begin(path), then)
        except ReaderError as error:
            self._refuse(error)

    def go_on(self, began: Opened | Reading, then: Then) -> None:
        """The same with what is read, or is being read."""
        if isinstance(began, Opened):
            self._show(began, then)
        else:
            self._app.run_worker(self._wait(began, then), group="open")

    async def _wait(self, reading: Reading, then: Then) -> None:
        """Keys typed meanwhile are for the article, unless it takes long."""
        done = _hear(reading)
        if not await _within(done, SOON):
            said = Explanation(self._desk, f"Reading {reading.name} …", IS_READ)
            await self._app.push_screen(said, lambda _: reading.cancel())
            if not await _within(done, KEYS_WAIT):
                self._app.run_worker(self._wait_longer(reading, done, said, then), group="reading")
                return
            await self._close(said)
        self._show_what_is_read(reading, then)

    async def _wait_longer(self, reading: Reading, done: asyncio.Event, said: Explanation, then: Then) -> None:
        await done.wait()
        if said in self._app.screen_stack:  # it was not left
            await self._close(said)
            self._show_what_is_read(reading, then)

    async def _close(self, said: Explanation) -> None:
        while said in self._app.screen_stack and self._app.screen is not said:  # help lies over it
            await self._app.pop_screen()
        if self._app.screen is said:
            await said.dismiss(None)

    def _show_what_is_read(self, reading: Reading, then: Then) -> None:
        try:
            opened = reading.opened()
        except ReaderError as error:
            self._refuse(error)
            return
        self._show(opened, then)

    def _show(self, opened: Opened, then: Then) -> None:
        if opened.article is None:
            self._list(opened, then)
        elif not opened.parts or self._desk.remembered.books == WHOLE:
            self._desk.shelf.note_opened(opened.article)
            then(opened.article)
        elif self._desk.remembered.books == CHAPTERS:
            self._list(opened, then)
        else:
            self._app.push_screen(BookScreen(self._desk, opened), lambda chosen: self._chosen(chosen, opened, then))

    def _chosen(self, chosen: str | None, opened: Opened, then: Then) -> None:
        if chosen is not None:
            self._desk.remembered.read_books(chosen)
            self._show(opened, then)

    def _list(self, opened: Opened, then: Then) -> None:
        """The articles of a file, to choose one."""
        shelf = self._desk.shelf
        title = f"{opened.title} ({counted(len(opened.parts), 'article')})"
        self._app.push_screen(ShelfScreen(self._desk, title, then, lambda: shelf.parts(opened)))

    def _refuse(self, error: ReaderError) -> None:
        self._app.notify(str(error), severity="error", timeout=20)


def _hear(reading: Reading) -> asyncio.Event:
    """Is set when a file is read."""
    loop, done = asyncio.get_running_loop(), asyncio.Event()

    def tell() -> None:
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(done.set)

    reading.tell(tell)
    return done


async def _within(done: asyncio.Event, seconds: float) -> bool:
    with suppress(TimeoutError):
        await asyncio.wait_for(done.wait(), seconds)
    return done.is_set()
