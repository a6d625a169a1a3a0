"""Addresses that a person types, and the feeds that she follows, become articles of the library: wished for here."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from tui.counted import counted
from tui.errors import ReaderError
from tui.ui.desk import Desk

if TYPE_CHECKING:
    from tui.library.sources.background import Fetching  # loaded when something is fetched

RESTRICTED = "A reader for others fetches nothing."
NONE = "No process could be started to fetch it; close other programs and try again."
NO_FEEDS = "No feeds are followed yet: g f lists them, and a follows one there."
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
        self._changed: list[str] = []
        self._watching: Callable[[str], None] | None = None
        self.progress = ""  # for the line at the foot

    def watch(self, watching: Callable[[str], None] | None) -> None:
        """Another screen is told whenever something has come, and in words what came of it all."""
        self._watching = watching

    def hand_over(self, library: Library) -> None:
        """The list in which something was wished for is gone: another one hears what becomes of it."""
        self._library, self._watching = library, None

    def do_shelf_add(self, _count: int | None) -> None:
        """Ask for addresses and fetch them."""
        if self._desk.restricted:
            self._library.say(RESTRICTED)
            return
        from tui.library.sources.address import addresses_in

        def answered(text: str | None) -> None:
            if not text or not text.strip():
                return
            try:
                addresses = addresses_in(text)
            except ReaderError as error:
                self._library.say(str(error))
                return
            self._library.say(self.fetch({"add": addresses}, f"fetching {counted(len(addresses), 'page')}"))

        self._library.ask("+", "Addresses to fetch:", None, answered)

    def do_shelf_update(self, _count: int | None) -> None:
        """Ask the feeds."""
        self._library.say(self.fetch({"update": {}}, "asking feeds") if self._follows() else NO_FEEDS)

    def begin(self) -> None:
        """What is done at the start, where a person wants it."""
        if self._desk.settings.update_feeds and not self._desk.restricted and self._follows():
            self.fetch({"update": {"unasked": True}}, "asking feeds")

    def fetch(self, wanted: dict[str, Any], progress: str) -> str:
        """Begin to fetch, beside everything; why that cannot be, or ""."""
        if self._desk.restricted:
            return RESTRICTED
        if self._fetching is not None:
            return BUSY
        from tui.library.sources.background import Fetching

        loop = asyncio.get_running_loop()

        def hear(said: dict[str, Any]) -> None:
            loop.call_soon_threadsafe(self._heard, said)

        self._failed, self._came, self._changed = [], [], []
        try:
            self._fetching = Fetching(wanted, hear)
        except OSError:
            return NONE
        self.progress = progress
        self._library.say("")
        return ""

    def _follows(self) -> bool:
        from tui.library.sources.feeds.followed import SetAside, followed

        try:
            return bool(followed())
        except SetAside as error:
            self._library.notify(str(error), severity="warning", timeout=SECONDS)
            return self._follows()
        except ReaderError:
            return True  # the process says what is wrong with the file

    def _heard(self, said: dict[str, Any]) -> None:
        match said:
            case {"stage": "added", "trouble": str(trouble)} if trouble:
                self._failed.append(trouble)
            case {"stage": "added", "file": str(file), "there": there}:
                self._came.append(file)
                if not there:
                    self._desk.shelf.took(Path(file))
            case {"stage": "updated", "files": list(files), "changed": list(changed), "troubles": list(troubles)}:
                self._came += files
                self._changed += changed
                feed = said.get("feed", "")
                self._failed += [one if feed in one else f"{feed}: {one}" for one in troubles]
                for folder in {Path(file).parent for file in (*files, *changed)}:
                    self._desk.shelf.took(folder)
            case {"stage": "updated", "troubles": list(troubles)}:  # of what is no feed
                self._failed += troubles
            case {"stage": "trouble", "sentence": str(sentence)}:
                self._failed.append(sentence)
            case {"stage": "end"}:
                self._end()
                return
        if "done" in said and said.get("total", 1) > 1:
            what = "asking feeds," if said.get("stage") == "updated" else "fetching"
            self.progress = f"{what} {said['done']:,} of {said['total']:,}"
        self._library.say("")
        if self._watching is not None:
            self._watching("")

    def _end(self) -> None:
        self._fetching, self.progress = None, ""
        self._library.look_again(self._came[0] if len(self._came) == 1 else "")
        outcome = _outcome(len(self._came), len(self._changed), len(self._failed))
        self._library.say("")
        if self._watching is not None:
            self._watching(self._failed[0] if self._failed and not self._came else outcome)
            return
        for sentence in self._failed[:MOST_TOLD]:
            self._library.notify(sentence, severity="warning", timeout=SECONDS)
        self._library.notify(outcome)


def _outcome(came: int, changed: int, failed: int) -> str:
    if not (came or changed):
        return f"{failed:,} not fetched." if failed else "Nothing new."
    from tui.library.sources.feeds.told import what_came

    return what_came(came, changed) + (f"; {failed:,} could not be fetched." if failed else ".")
