"""The list follows what the index learns, beside the keys."""

import asyncio
import gc
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from tui.errors import ReaderError
from tui.flags import Move, taken_along
from tui.library.beside import beside_the_keys
from tui.library.listing import Listing
from tui.ui.doing.library.library import Library

FAR = {"texts": "reading", "names": "finding names", "who": "telling who is who"}  # what is done ahead
IN_VIEW = 60  # titles that are looked up before the index tells them
AT_ONCE = 20  # of them between two times that they are shown
REFRESH_SECONDS = 0.5  # between two times that what the index has learnt is shown
PART = 10  # and so many times what that takes


class Following:
    """What there is to read at first, then its titles, then all that is read ahead."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._follows = False  # what is read ahead
        self._refreshed = 0.0
        self._pause = REFRESH_SECONDS
        self.far = ""  # how far that is
        self.reading = False  # texts are still to be read: what a filter does not find may be in them
        self._others = False  # another reader did that

    def begin(self) -> None:
        """Find out what there is."""
        self._library.aside(self._find, "rows")

    def again(self) -> None:
        """An article may have been opened meanwhile."""
        library = self._library
        if not library.listing.whole:
            return
        if library.listing.every and self._follows and library.desk.ahead is not None:
            library.desk.ahead.look()
            library.aside(self._refresh, "collect")
        elif library.listing.every:
            self.begin()

    def look_again(self) -> None:
        """New articles have come."""
        self._library.aside(self._find_come, "rows")
        if self._follows and self._library.desk.ahead is not None:
            self._library.desk.ahead.look()

    async def _find(self) -> None:
        """What there is; keys that choose among it wait for this."""
        library = self._library
        begun, library.begun = library.begun, None
        if begun is None or not begun.whole:
            begun = await asyncio.to_thread(_at_once, library.listing.found)
        library.show_listing(begun)
        if library.desk.ahead is not None and not library.lies_over:
            loop = asyncio.get_running_loop()

            def hear(said: dict[str, Any]) -> None:
                loop.call_soon_threadsafe(self._heard, said)

            self._follows = self.reading = True
            library.desk.ahead.begin(hear)
        library.aside(self._collect, "collect")

    async def _collect(self) -> None:
        """Titles of files that the index does not know; where it is about to, only of those in view."""
        library = self._library
        guessed = [entry for entry in library.listing.entries if entry.guessed]
        for at in range(0, min(len(guessed), IN_VIEW) if self._follows else len(guessed), AT_ONCE):
            some = guessed[at : at + AT_ONCE]
            library.show_listing(await asyncio.to_thread(_beside, partial(library.listing.looked_into, some)))

    async def _refresh(self) -> None:
        """What the index has learnt since."""
        began = time.monotonic()
        self._library.show_listing(await asyncio.to_thread(_beside, self._library.listing.refreshed))
        self._refreshed = time.monotonic()
        self._pause = max(REFRESH_SECONDS, PART * (self._refreshed - began))

    async def _find_come(self) -> None:
        """What there is now; titles of what the index does not know yet follow."""
        await self._find_again()
        self._library.aside(self._collect, "collect")

    async def _find_again(self) -> None:
        """What there is now, and what is known of it."""
        self._library.show_listing(await asyncio.to_thread(_at_once, self._library.listing.found))

    async def _find_others(self) -> None:
        """What another reader has read ahead, between two looks of this one."""
        if await asyncio.to_thread(self._library.listing.is_behind):
            await self._find_again()

    async def _take_along(self, moves: list[Move]) -> None:
        """What was said of articles is said of them at their new places."""
        flags = self._library.desk.flags
        with suppress(ReaderError):  # the notes have told what is wrong with them
            wanted = await asyncio.to_thread(lambda: taken_along(moves, flags.now()))
            if wanted:
                flags.turn(wanted)
                self._library.show_listing(self._library.listing)

    def _heard(self, said: dict[str, Any]) -> None:
        """The index says how far it is."""
        library = self._library
        if not library.is_attached:
            return
        match said:
            case {"stage": "end", "read": read, "gone": gone}:
                self.far, self.reading = "", False
                others, self._others = self._others, False
                if read or gone or others:
                    library.weigh_again()
                    library.aside(self._find_again, "collect")
                else:
                    library.aside(self._find_others, "collect")
                if said.get("analysed"):
                    library.count_watched()
            case {"stage": "moved", "moves": list(moves)} if not library.desk.restricted:
                library.aside(partial(self._take_along, [Move(*one) for one in moves]), "moved")
            case {"stage": "others"}:
                self.reading, self._others = False, True  # how far another reader is with it is not known
                library.aside(self._refresh, "collect")
            case {"stage": "trouble", "sentence": str(sentence)}:
                self.reading = False
                library.notify(sentence, severity="warning")
            case {"stage": str(stage), "done": int(done), "total": int(total)} if stage in FAR and total:
                self.far = f"{FAR[stage]} {done:,} of {total:,}"
                self.reading = stage == "texts" and done < total
                passed = time.monotonic() - self._refreshed
                if (stage == "texts" and done and passed > self._pause) or done == total or not done:
                    self._refreshed = time.monotonic()
                    library.aside(self._refresh, "collect")
            case _:
                return
        library.show_status()


def _beside(find: Callable[[], Listing]) -> Listing:
    with beside_the_keys():
        return find()


def _at_once(find: Callable[[], Listing]) -> Listing:
    """Find what stays: to look through all of it for what can go, again and again, would take as long."""
    with beside_the_keys():
        listing = find()
        gc.freeze()
    return listing
