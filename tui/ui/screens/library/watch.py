"""Names and queries that are watched: their new articles, added, left."""

import asyncio
from collections.abc import Callable
from functools import partial

from textual import on

from tui.errors import ReaderError
from tui.library.query import parse
from tui.notes.watches import Watch
from tui.ui.desk import Desk
from tui.ui.keys import contexts
from tui.ui.messages import RowChosen, ShowDossier
from tui.ui.reading.watching import Watching, everything, looked, turn
from tui.ui.screens.over import OverList
from tui.ui.widgets.lists.watch_list import WatchList, WatchRow

QUERY = 'A name, or words, "phrases", from: after: before: behind a /'


class WatchScreen(OverList[Watching]):
    """Dismisses with the watch whose articles are wanted, or None."""

    useful = (
        ("watch_open", "its articles"),
        ("watch_dossier", "dossier"),
        ("watch_add", "watches"),
        ("watch_leave", "leaves"),
        ("over_close", "closes"),
    )

    def __init__(self, desk: Desk) -> None:
        self._list = WatchList(desk.signs)
        super().__init__(desk, self._list)
        self._desk = desk
        self._index = desk.index.path if desk.index is not None and not desk.index.trouble else None
        self._all: tuple[Watching, ...] = ()
        self._left: list[Watch] = []

    @property
    def context(self) -> str:
        """Keys of this list."""
        return contexts.WATCH

    def on_mount(self) -> None:
        """The list has the keys."""
        self.box.border_title = "Watched"
        self.set_focus(self.rows)

    def on_screen_resume(self) -> None:
        """What was looked at meanwhile is new no more."""
        self._change(None)

    def _change(self, make: Callable[[], object] | None, said: str = "") -> None:
        """Do something away from the keys, then show what is watched."""

        async def work() -> None:
            try:
                if make is not None:
                    await asyncio.to_thread(make)
                self._all = await asyncio.to_thread(everything, self._desk.store.flags, self._index)
            except ReaderError as error:
                self.say(str(error))
                return
            rows = [(one.watch.words, bool(one.watch.id), len(one.sources), len(one.new)) for one in self._all]
            self._list.show([WatchRow(*row) for row in rows])
            if said:
                self.say(said)

        self.run_worker(work(), group="watch")

    @property
    def _under_cursor(self) -> Watching | None:
        return self._all[self._list.cursor] if self._list.cursor < len(self._all) else None

    def do_watch(self, _count: int | None) -> None:
        """The key that opened the list closes it."""
        self.dismiss(None)

    def do_watch_open(self, _count: int | None) -> None:
        one = self._under_cursor
        if one is None:
            return
        if not one.sources:
            self.say("No article matches.")
            return
        self.dismiss(one)

    @on(RowChosen)
    def _row_chosen(self) -> None:
        self.do_watch_open(None)

    def do_watch_dossier(self, _count: int | None) -> None:
        one = self._under_cursor
        if one is not None and one.watch.id:
            self.post_message(ShowDossier(one.watch.words))
        elif one is not None:
            self.say("A query has no dossier.")

    def do_watch_add(self, _count: int | None) -> None:
        """A name that articles bear, or what the library can be asked for."""

        def answered(text: str | None) -> None:
            words = (text or "").strip()
            if words:
                self._change(partial(self._add, words), f"Watched from now on: {words.removeprefix('/')}")

        self.ask("a", QUERY, None, answered, check=_trouble_with)

    def _add(self, words: str) -> None:
        from tui.ui.reading.dossiers import Files

        id = ""
        if not words.startswith("/") and self._index is not None:
            files = Files(self._index)
            id = files.find(words, "")
            files.close()
        turn(self._desk.store.flags, Watch(words.removeprefix("/").strip(), id), True, self._index)

    def do_watch_leave(self, _count: int | None) -> None:
        one = self._under_cursor
        if one is not None:
            self._left.append(one.watch)
            leave = partial(turn, self._desk.store.flags, one.watch, False, self._index)
            self._change(leave, f"No longer watched: {one.watch.words}; U takes that back.")

    def do_watch_undo(self, _count: int | None) -> None:
        if not self._left:
            self.say("Nothing was left here.")
            return
        again = partial(turn, self._desk.store.flags, self._left.pop(), True, self._index)
        self._change(again, "Watched again.")


def seen(desk: Desk, one: Watching) -> None:
    """Its articles are listed: they are not new any more."""
    if desk.index is not None:
        looked(one, desk.index.path)


def _trouble_with(text: str) -> str:
    return parse(text.removeprefix("/")).trouble
