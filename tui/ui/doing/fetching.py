"""Addresses that a person types, and the feeds that she follows, become articles of the library: wished for here."""

import asyncio
from pathlib import Path
from typing import Any, Protocol

from tui.counted import counted
from tui.errors import ReaderError
from tui.library.sources.address import addresses_in
from tui.library.sources.background import Fetching
from tui.ui.desk import Desk

RESTRICTED = "A reader for others fetches nothing."
NONE = "No process could be started to fetch it; close other programs and try again."
BUSY = "Something is being fetched; wait for it."
MOST_TOLD = 3  # failures that are shown one by one
SECONDS = 20.0  # that they are shown


class Library(Protocol):
    """What the list of articles does for this."""

    def say(self, text: str) -> None: ...

    def notify(self, message: str, *, severity: Any = ..., timeout: float | None = ...) -> None: ...

    def look_again(self, source: str = "") -> None:
        """New articles have come; the cursor goes to `source`, if there is one."""

    def ask(self, sign: str, question: str, changed: Any, answered: Any, text: str = "") -> None: ...


class FetchingPart:
    """The actions of the library that want something from the net."""

    def __init__(self, library: Library, desk: Desk) -> None:
        self._library = library
        self._desk = desk
        self._fetching: Fetching | None = None
        self._failed: list[str] = []
        self._came: list[str] = []
        self.progress = ""  # for the line at the foot

    def do_shelf_add(self, _count: int | None) -> None:
        """Ask for addresses and fetch them."""
        if self._desk.restricted:
            self._library.say(RESTRICTED)
            return

        def answered(text: str | None) -> None:
            if not text or not text.strip():
                return
            try:
                addresses = addresses_in(text)
            except ReaderError as error:
                self._library.say(str(error))
                return
            self.fetch({"add": addresses}, f"fetching {counted(len(addresses), 'page')}")

        self._library.ask("+", "Addresses to fetch:", None, answered)

    def fetch(self, wanted: dict[str, Any], progress: str) -> None:
        """Begin to fetch, beside everything."""
        if self._fetching is not None:
            self._library.say(BUSY)
            return
        loop = asyncio.get_running_loop()

        def hear(said: dict[str, Any]) -> None:
            loop.call_soon_threadsafe(self._heard, said)

        self._failed, self._came = [], []
        try:
            self._fetching = Fetching(wanted, hear)
        except OSError:
            self._library.say(NONE)
            return
        self.progress = progress
        self._library.say("")

    def _heard(self, said: dict[str, Any]) -> None:
        match said:
            case {"stage": "added", "trouble": str(trouble)} if trouble:
                self._failed.append(trouble)
            case {"stage": "added", "file": str(file), "there": there}:
                self._came.append(file)
                if not there:
                    self._desk.shelf.took(Path(file))
            case {"stage": "trouble", "sentence": str(sentence)}:
                self._failed.append(sentence)
            case {"stage": "end"}:
                self._end()
                return
        if "done" in said and said.get("total", 1) > 1:
            self.progress = f"fetching {said['done']:,} of {said['total']:,}"
        self._library.say("")

    def _end(self) -> None:
        self._fetching, self.progress = None, ""
        self._library.look_again(self._came[0] if len(self._came) == 1 else "")
        for sentence in self._failed[:MOST_TOLD]:
            self._library.notify(sentence, severity="warning", timeout=SECONDS)
        self._library.notify(_outcome(len(self._came), len(self._failed)))
        self._library.say("")


def _outcome(came: int, failed: int) -> str:
    parts = [f"{counted(came, 'article')} {'has' if came == 1 else 'have'} come"] if came or not failed else []
    if failed:
        parts.append(f"{failed:,} could not be fetched")
    return "; ".join(parts) + "."
