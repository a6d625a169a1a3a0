"""All that was put right, in this article and in all of them: taken back there, made again, gone to."""

import asyncio
from collections.abc import Callable, Sequence

from textual import on

from tui.analysis.repairs.places import forms_of
from tui.errors import ReaderError
from tui.notes.put_right import Decided, PutRight, everything, mark
from tui.text.article import Article
from tui.text.folding import fold
from tui.text.span import Span
from tui.ui.desk import Desk
from tui.ui.keys import contexts
from tui.ui.keys.keymap import show
from tui.ui.messages import RepairsChanged, RowChosen, Visit
from tui.ui.page.jumps import Spot
from tui.ui.reading.reading import Reading
from tui.ui.screens.over import OverList
from tui.ui.widgets.lists.repair_list import RepairList

NOTHING = "Nothing was put right yet."
PIPED = "Its article came through a pipe: there is no file to open."


class RepairsScreen(OverList[None]):
    """Two lists: what concerns this article, and everything."""

    useful = (
        ("repair_take_back", "takes back"),
        ("repair_open", "goes there"),
        ("over_close", "closes"),
        ("repair_turn", "here or all"),
        ("repair_filter", "filters"),
    )

    def __init__(self, desk: Desk, reading: Reading | None) -> None:
        self._list = RepairList(desk.signs, reading.article.source if reading is not None else "")
        self._list.empty = "Looking into your notes …"
        super().__init__(desk, self._list)
        self._desk = desk
        self._reading = reading
        self._every: tuple[PutRight, ...] = ()
        self._gone: list[PutRight] = []  # decisions taken back here: the notes have forgotten them
        self._all: bool | None = None  # None until it is known whether there is anything of this article
        self._filter = ""

    @property
    def context(self) -> str:
        """Keys of this list."""
        return contexts.REPAIRS

    def on_mount(self) -> None:
        """The list has the keys."""
        self.set_focus(self.rows)

    def on_screen_resume(self) -> None:
        """Read from the notes, also when more may have been put right in an article that was opened from here."""
        self._read()

    # What is listed

    def _read(self, change: Callable[[], PutRight] | None = None) -> None:
        """Do something to the repairs away from the keys, then show them as they are."""
        store = self._desk.store

        async def work() -> None:
            try:
                changed = await asyncio.to_thread(change) if change is not None else None
                self._every = await asyncio.to_thread(everything, store)
            except ReaderError as error:
                self.say(str(error))
                return
            if changed is not None:
                self._remember(changed)
                self.post_message(RepairsChanged())
            self._fill()
            if changed is not None:
                key = next(map(show, self.keymap.keys["repair_take_back"]), "no key")
                said = f"Taken back, {key} makes it again" if changed.undone else f"Made again, {key} takes it back"
                self.say(f"{said}: {changed.words}")

        self.run_worker(work(), group="notes")

    def _remember(self, changed: PutRight) -> None:
        if isinstance(changed.what, Decided):
            self._gone = [one for one in self._gone if one.what != changed.what]
            if changed.undone:
                self._gone.append(changed)

    def _fill(self) -> None:
        every = sorted([*self._every, *self._gone], key=lambda one: one.when, reverse=True)
        article = self._reading.article if self._reading is not None else None
        here = [one for one in every if article is not None and one.concerns(article)]
        if self._all is None:
            self._all = not here
        words = fold(self._filter).split()
        shown = [one for one in (every if self._all else here) if all(word in _searched(one) for word in words)]
        self._list.show(shown, "No repair has these words." if words else NOTHING)
        counts = f"all {len(every)}" if self._all else f"this article {len(here)}"
        others = f"this article {len(here)}" if self._all else f"all {len(every)}"
        title = f"Repairs: {counts}" + (f" ({others})" if article is not None else "")
        self.box.border_title = f"/{self._filter}  {title}".replace("[", "(") if words else title
        self.say("")

    # Keys

    def do_repairs(self, _count: int | None) -> None:
        """The key that opened the list closes it."""
        self.dismiss(None)

    def do_repair_turn(self, _count: int | None) -> None:
        if self._reading is None:
            self.say("No article is open: these are the repairs of all.")
            return
        self._all = not self._all
        self._fill()

    def do_repair_filter(self, _count: int | None) -> None:
        before = self._filter

        def done(text: str | None) -> None:
            self._set_filter(before if text is None else text)

        self.ask("/", "Words of the repair or its article", self._set_filter, done, text=before)

    def _set_filter(self, text: str) -> None:
        self._filter = text
        self._fill()

    def do_repair_take_back(self, _count: int | None) -> None:
        one, store = self._list.under_cursor, self._desk.store
        if one is not None:
            self._read(lambda: mark(store, one, not one.undone))

    def do_repair_open(self, _count: int | None) -> None:
        """Go to what it repairs: in the article that is open, if it is there."""
        one = self._list.under_cursor
        if one is not None:
            self.run_worker(self._open(one), group="open", exclusive=True)

    @on(RowChosen)
    def _row_chosen(self) -> None:
        self.do_repair_open(None)

    async def _open(self, one: PutRight) -> None:
        try:
            found = await asyncio.to_thread(self._find, one)
        except ReaderError as error:
            self.say(str(error))
            return
        if found is None:
            self.say("What it repairs is not found any more.")
            return
        article, span = found
        if self._reading is not None and article is self._reading.article:
            self._desk.jumps.leave(Spot(article.source, self._reading.cursor))
        self.post_message(Visit(Spot(article.source, span.start), words=span if span.end > span.start else None))

    def _find(self, one: PutRight) -> tuple[Article, Span] | None:
        """An article and the words in it; raises ReaderError if the only one that could have them cannot be read."""
        if self._reading is not None and (span := one.place(self._reading.article)) is not None:
            return self._reading.article, span
        trouble: ReaderError | None = None
        for source in self._sources(one):
            try:
                article = self._desk.shelf.read(source)
            except ReaderError as error:
                trouble = trouble or (ReaderError(PIPED) if source == "-" else error)
                continue
            if (span := one.place(article)) is not None:
                return article, span
        if trouble is not None:
            raise trouble
        return None

    def _sources(self, one: PutRight) -> Sequence[str]:
        """Where it may be found: the article it was made in or for, else one that is known to name it."""
        if one.source or isinstance(one.what, Decided) or self._desk.index is None:
            return [one.source] if one.source else []
        return [hit.source for hit in self._desk.index.naming(forms_of(one.what))[:3]]


def _searched(one: PutRight) -> str:
    return fold(f"{one.words} {one.scope or one.source} {'everywhere' if not one.scope else ''}")
