"""Keys for an application that runs without a terminal, and the moment when all is done that they began."""

import asyncio
from collections.abc import Callable, Iterable, Iterator

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from tests.patience import HANGS, Patience
from tui.ui.app import DatelineApp

CHARACTERS = {"enter": "\r", "tab": "\t", "escape": "\x1b", "backspace": "\x7f", "space": " "}
ROUNDS = 3  # turns of the loop in which nobody had a message left


def type_ahead(app: DatelineApp, *keys: str) -> None:
    """Send keys as a fast typist or a slow line does, without waiting for anything."""
    assert app._driver is not None
    for key in keys:
        character = key if len(key) == 1 else CHARACTERS.get(key)
        name = key if len(key) > 1 or key.isalnum() else _character_to_key(key)
        app._driver.send_message(events.Key(name, character))


def strokes(keys: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Keys as they are typed one by one, but a count together with what it counts: on a busy machine a digit would else
    stand alone for so long that it means something by itself."""
    count: tuple[str, ...] = ()
    for key in keys:
        count = (*count, key)
        if not key.isdecimal():
            yield count
            count = ()
    if count:
        yield count


async def quiet(pilot: Pilot[None]) -> None:
    """Wait until no part of the screen has a message left to hear, and all is drawn."""
    app = pilot.app
    assert isinstance(app, DatelineApp)
    for _ in range(2):
        empty = 0
        while empty < ROUNDS:
            if app._exception is not None:
                raise app._exception  # a program that is gone hears nothing any more
            await asyncio.sleep(0)
            parts = (app, *app.screen.walk_children(with_self=True))
            still = app.typed_ahead.is_settled and not any(part.message_queue_size for part in parts)
            empty = empty + 1 if still else 0
        await pilot.pause(0)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing works aside either, and everything is fetched and drawn."""
    await quiet(pilot)
    while any(not worker.is_finished for worker in pilot.app.workers):
        await pilot.pause(0.001)
        await quiet(pilot)


async def until(pilot: Pilot[None], holds: Callable[[], object], seconds: float = HANGS) -> None:
    """Wait for something to be so, and until all is done that it began."""
    patience = Patience(seconds)
    while not holds():
        assert not patience.ends, "it did not happen in time"
        await pilot.pause(0.01)
    await settle(pilot)
