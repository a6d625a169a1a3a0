"""Keys are done one after the other, however fast they come: each finds the screen as the one before it left it.

Textual puts a key into the queue of the widget that has the keys when it arrives. Keys that come together - typed while
the program starts, or over a slow line - would all go there, though the first of them opens another screen or a
question. Here the next one waits until everything is heard that the one before it began by messages; a key that comes
alone is handed on at once.
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from textual import events
from textual.app import App, ScreenError
from textual.message_pump import MessagePump
from textual.worker import Worker

from tui.ui.key import Key
from tui.ui.keys.keymap import Keymap

LONGEST = 5.0  # seconds that a key waits for what hangs, awake or not
SHOWN = 0.03  # seconds after which what a key shows is drawn
LOOK = 0.02  # seconds after which is looked whether a part that is to answer has gone
AT_ONCE = 20  # turns of the loop within which most have answered
DRAWING = 0.002  # seconds between looks at what waits for the screen to be drawn, or for the disk
# Groups of what is done aside and decides where the next key goes: a note is kept and its screen closed, a list gets
# its rows or another one, an article is opened; and for keys typed before there was a screen, the titles of the list.
LEADING = frozenset({"keep", "notes", "open", "rows"})
FILLING, NOTHING = frozenset({"rows", "collect"}), frozenset[str]()


class TypedAhead:
    """Stands between the terminal and the widget that has the keys."""

    def __init__(self, app: App[Any], keymap: Keymap, hand_on: Callable[[events.Event], Awaitable[None]]) -> None:
        self._app = app
        self._keymap = keymap
        self._hand_on = hand_on
        self._waiting: deque[events.Event] = deque()
        self._begun: list[MessagePump] = []  # who hears of the last key, the nearest first
        self._known: set[Worker[Any]] = set()  # what was done aside before it
        self._settled = False  # whether all is done that the last key began
        self._settling: asyncio.Task[None] | None = None
        self._drawing: asyncio.TimerHandle | None = None  # runs while the last key is drawn

    @property
    def is_settled(self) -> bool:
        """Whether every key is done."""
        return self._settling is None and not self._waiting

    @property
    def rests(self) -> bool:
        """Whether no key is on its way, and all is heard that the last one began."""
        return self._settled and not self._waiting

    def begin(self) -> None:
        """The screen is there, or a key is drawn: see that all is done, so that the next key need not wait."""
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None
        if not self._settled and self._settling is None:
            self._settling = asyncio.create_task(self._settle())

    def end(self) -> None:
        """The program leaves: nothing is waited for any more."""
        if self._drawing is not None:
            self._drawing.cancel()
        if self._settling is not None:
            self._settling.cancel()

    async def take(self, event: events.Event) -> None:
        """A key or a paste has come: hand it on, now or when its turn comes."""
        apart = event.apart if isinstance(event, Key) and not self._keymap.knows(event.key) else ()
        self._waiting.extend(apart or [event])
        if self._settled:
            await self._next()
        else:
            self.begin()

    async def _next(self) -> None:
        if not self._waiting:
            return
        self._settled = False
        self._begun = self._listeners()
        self._known = set(self._app.workers)
        try:
            await self._hand_on(self._waiting.popleft())
        finally:
            if self._waiting:
                self.begin()
            else:  # what the key shows goes first
                self._drawing = asyncio.get_running_loop().call_later(SHOWN, self.begin)

    async def _settle(self) -> None:
        """Wait until the last key is done; then it is the next one's turn, where the application hears its messages."""
        end = time.monotonic() + LONGEST
        try:
            with suppress(ScreenError):  # there is none any more
                await self._all_heard(end)
                works = LEADING if self._begun else FILLING if self._waiting else NOTHING
                if self._works(works):
                    while self._works(works) and time.monotonic() < end:
                        await asyncio.sleep(DRAWING)
                    await self._all_heard(end)
        finally:
            self._settled, self._settling = True, None
            if self._waiting:
                self._app.call_later(self._next_if_settled)

    async def _next_if_settled(self) -> None:
        if self._settled:
            await self._next()

    def _works(self, groups: frozenset[str]) -> bool:
        """Whether something of these groups is done aside that was begun since the last key came."""
        return any(one.group in groups and not one.is_finished and one not in self._known for one in self._app.workers)

    async def _all_heard(self, end: float) -> None:
        """Until a message has gone the way of a key twice, from who has the keys upwards, and it was the same way."""
        before: list[MessagePump] = []
        way = self._begun or self._listeners()
        while way and time.monotonic() < end:
            for pump in way:
                await _heard(pump, end)
            if self._app.screen._callbacks:
                await asyncio.sleep(DRAWING)
            elif way == before:
                return
            before, way = way, self._listeners()

    def _listeners(self) -> list[MessagePump]:
        """Who hears a key that comes now: the widget that has the keys and all it lies in, up to the application."""
        try:
            return [*(self._app.focused or self._app.screen).ancestors_with_self]
        except ScreenError:  # not yet there, or no more
            return []


async def _heard(pump: MessagePump, end: float) -> None:
    """Until it has heard what waits for it now, or is gone."""
    heard = asyncio.Event()
    if not pump.call_later(heard.set):
        return
    for _ in range(AT_ONCE):
        if heard.is_set():
            return
        await asyncio.sleep(0)
    while not heard.is_set() and not pump._closing and not pump._closed and time.monotonic() < end:
        with suppress(TimeoutError):
            await asyncio.wait_for(heard.wait(), LOOK)
