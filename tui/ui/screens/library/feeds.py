"""The feeds that are followed: how each of them is, added, left, asked, and their articles."""

import asyncio
import time
from collections.abc import Callable, Mapping
from functools import partial

from textual import on

from tui.counted import counted
from tui.errors import ReaderError
from tui.library.sources.address import addresses_in
from tui.library.sources.feeds.followed import Change, Followed, SetAside, adding, change, followed, leaving, replacing
from tui.library.sources.feeds.told import Told, told
from tui.ui.desk import Desk
from tui.ui.doing.fetching import SECONDS, FetchingPart
from tui.ui.keys import contexts
from tui.ui.messages import RowChosen
from tui.ui.screens.over import OverList
from tui.ui.widgets.lists.feed_list import FeedList

NONE = "No feeds yet: a follows one, by its address or that of a page that names it."
AGAIN = 1.0  # seconds between two times that the list is read while feeds answer
ADDRESS = "Address of a feed, or of a page that names one:"


class FeedsScreen(OverList[Followed]):
    """Dismisses with the feed whose articles are wanted, or None."""

    useful = (
        ("feed_open", "its articles"),
        ("feed_add", "follows"),
        ("feed_ask_all", "asks all"),
        ("over_close", "closes"),
        ("feed_leave", "leaves"),
        ("feed_whole", "whole articles"),
    )

    def __init__(
        self, desk: Desk, fetching: FetchingPart, unread: Callable[[], Mapping[str, int]], at: Followed | None = None
    ) -> None:
        """`unread` counts articles by their folders; the cursor begins `at` a feed."""
        self._list = FeedList(desk.signs)
        super().__init__(desk, self._list)
        self._desk = desk
        self._fetching = fetching
        self._unread = unread
        self._at = at
        self._shown = 0.0
        self._turn = 0  # of looking how the feeds are
        self._left: list[Told] = []  # here, the last one last

    @property
    def context(self) -> str:
        """Keys of this list."""
        return contexts.FEEDS

    def on_mount(self) -> None:
        """The list has the keys, and hears what comes."""
        self.set_focus(self.rows)
        self._fetching.watch(self._heard)
        self._change(None)

    def on_unmount(self) -> None:
        """It hears no more."""
        self._fetching.watch(None)

    def say(self, text: str) -> None:
        """A short message in the line at the foot; else how far it is, or its keys."""
        super().say(text or self._fetching.progress)

    def _heard(self, said: str) -> None:
        if not self.is_attached:
            return
        if said or time.monotonic() - self._shown > AGAIN:
            self._shown = time.monotonic()
            self._change(None, said)
        else:
            self.say("")

    def _change(self, make: Change | None, said: str = "") -> None:
        """Change what is followed, away from the keys, and show how the feeds are."""
        self._turn += 1
        turn = self._turn

        async def work() -> None:
            try:
                feeds = await asyncio.to_thread(partial(change, make) if make is not None else followed)
                rows = await asyncio.to_thread(lambda: told(feeds, time.time(), self._unread()))
            except SetAside as error:  # what could be saved is shown, and the change is made of it
                self.notify(str(error), severity="warning", timeout=SECONDS)
                self._change(make, said)
                return
            except ReaderError as error:
                self.say(str(error))
                return
            if turn < self._turn and not said:  # somebody has looked later, and may have been faster
                return
            self._list.show(rows, NONE)
            if self._at is not None:
                self._list.put(next((row for row, one in enumerate(rows) if one.feed.folder == self._at.folder), 0))
                self._at = None
            bad = sum(one.bad for one in rows)
            self.box.border_title = counted(len(rows), "feed") + (f", {bad} could not be had" if bad else "")
            self.say(said)

        self.run_worker(work(), group="feeds")

    # Keys

    def do_feed_open(self, _count: int | None) -> None:
        one = self._list.under_cursor
        if one is not None:
            self.dismiss(one.feed)

    @on(RowChosen)
    def _row_chosen(self) -> None:
        self.do_feed_open(None)

    def do_feed_add(self, _count: int | None) -> None:
        def answered(text: str | None) -> None:
            try:
                addresses = addresses_in(text or "")
            except ReaderError as error:
                self.say(str(error))
                return
            if addresses:
                self._fetch({"follow": addresses})

        self.ask("+", ADDRESS, None, answered)

    def do_feed_leave(self, _count: int | None) -> None:
        one = self._list.under_cursor
        if one is not None:
            self._left.append(one)
            self._change(leaving(one.feed.address), f"“{one.feed.name}” is left; U follows it again.")

    def do_feed_back(self, _count: int | None) -> None:
        if self._left:
            one = self._left.pop()
            self._change(adding(one.feed), f"“{one.feed.name}” is followed again.")
        else:
            self.say("No feed was left here.")

    def do_feed_whole(self, _count: int | None) -> None:
        one = self._list.under_cursor
        if one is not None:
            how = "as the feed has them" if one.feed.whole else "from their own pages"
            self._change(replacing(one.feed.address, whole=not one.feed.whole), f"New articles are taken {how}.")

    def do_feed_changes(self, _count: int | None) -> None:
        one = self._list.under_cursor
        if one is not None:
            how = "are taken again" if one.feed.fixed else "stay as they were first"
            self._change(replacing(one.feed.address, fixed=not one.feed.fixed), f"Articles that it changes {how}.")

    def do_feed_ask(self, _count: int | None) -> None:
        one = self._list.under_cursor
        if one is not None:
            self._fetch({"update": {"named": [one.feed.address]}})

    def do_feed_ask_all(self, _count: int | None) -> None:
        self._fetch({"update": {}})

    def _fetch(self, wanted: dict[str, object]) -> None:
        refused = self._fetching.fetch(wanted, "asking feeds")
        self.say(refused)
