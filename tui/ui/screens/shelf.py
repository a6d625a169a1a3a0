"""The library: every article there is to read, the latest opened first."""

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterable, Sequence
from functools import partial
from typing import Any

from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.worker import Worker

from tui.counted import counted
from tui.library.listing import ORDERS, Listing
from tui.library.query import Query, parse
from tui.library.shelf import ShelfEntry
from tui.library.sources.feeds.followed import Followed
from tui.library.sources.folder import articles_folder
from tui.text.article import Article
from tui.ui.desk import Desk
from tui.ui.doing.everywhere import Everywhere
from tui.ui.doing.fetching import FetchingPart
from tui.ui.keys import contexts
from tui.ui.keys.asking import AskingScreen
from tui.ui.keys.completion import Offer
from tui.ui.messages import Chosen, Finished, RowChosen
from tui.ui.terminal.harmless import drawable
from tui.ui.widgets.one_line import OneLine
from tui.ui.widgets.rows import Lines, RowsView, fit

NONE = "No articles: start dateline with a file or a folder, or add an address with a."
FAR = {"texts": "reading", "names": "finding names"}  # what is done ahead
IN_VIEW = 60  # titles that are looked up before the index tells them
AT_ONCE = 20  # of them between two times that they are shown
REFRESH_SECONDS = 0.5  # between two times that what the index has learnt is shown
FILTER = 'Words, "phrases", -without, from: after: before: is: has: name:'
NO_MATCH = "Nothing matches: Esc shows all."


class ShelfList(RowsView):
    """Articles with title, date and place."""

    row_height = 2
    empty = NONE

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[ShelfEntry] = ()
        self.excerpt: Callable[[ShelfEntry], str] | None = None  # where what is looked for stands in it

    def show(self, entries: Sequence[ShelfEntry], here: str = "") -> None:
        """Other articles; the cursor stays on the one whose source is `here`, if it is among them."""
        self.entries = entries
        self.set_count(len(entries))
        if here and entries and entries[self.cursor].source != here:
            self.put(next((row for row, entry in enumerate(entries) if entry.source == here), self.cursor))

    def draw_row(self, row: int, width: int) -> Lines:
        """The title; below it publisher, date and file."""
        entry = self.entries[row]
        date = str(entry.published or "")
        new = "  " if entry.opened else "* "
        length = counted(entry.words, "word") if entry.words else ""
        state = "its file is gone" if entry.missing else ""
        place = "came through a pipe" if entry.piped else entry.place
        title = [Segment(new, self.style("accent")), Segment(fit(entry.title, width - 2), self.style())]
        if self.excerpt is not None and (found := self.excerpt(entry)):
            before, _, rest = found.replace("\n", " ").partition("\x02")
            word, _, after = rest.partition("\x03")
            head = f"  {date}  " if date else "  "
            room = max(10, width - len(head) - len(word) - 12)
            before = before if len(before) <= room // 2 else "…" + before[-room // 2 :]
            return [
                title,
                [
                    Segment(drawable(head + before), self.style("faint")),
                    Segment(drawable(word), self.style("strong")),
                    Segment(drawable(after), self.style("faint")),
                ],
            ]
        details = "  ".join(part for part in (date, entry.publisher, length, place, state) if part)
        return [title, [Segment("  " + fit(details, width - 2), self.style("faint"))]]


class ShelfScreen(AskingScreen[None]):
    """A list to choose an article from, for reading or to stand beside another one."""

    def __init__(
        self,
        desk: Desk,
        title: str = "Dateline",
        then: Callable[[Article], object] | None = None,
        entries: Callable[[], Sequence[ShelfEntry]] | None = None,
        beside: bool = False,
    ) -> None:
        super().__init__(desk.keymap)
        self._desk = desk
        order = desk.remembered.order if entries is None else ""
        self._listing = Listing(desk.shelf, desk.index, entries or desk.shelf.entries, order)
        self._query = Query()
        self._title = OneLine(classes="title")
        self._list = ShelfList()
        self._none = "No other article to put beside this one." if beside else NONE
        self._list.empty = ""  # until it is known what there is
        self._status = OneLine(id="status")
        self._filter = ""
        self._heading = title
        self._then = then
        self._beside = beside
        self._over = entries is not None  # it lies over an article, or over the library
        self._follows = False  # what is read ahead
        self._wanted = ""  # the source that the cursor goes to as soon as it is listed
        self._far = ""  # how far that is
        self._refreshed = 0.0
        self._hint = (
            f"Enter {'puts it beside' if beside else 'reads'}  / filters  ? keys  q {'back' if entries else 'quits'}"
        )
        self._fetching = FetchingPart(self, desk)
        self._parts = (self, self._fetching, Everywhere(self, desk))

    def compose(self) -> ComposeResult:
        """Title, list, status."""
        yield self._title
        yield self._list
        yield self._status

    def on_mount(self) -> None:
        """All articles at first; titles of files never read follow."""
        self.set_focus(self._list)
        self._aside(self._find, "rows")
        if not self._over:
            self._fetching.begin()

    def on_screen_resume(self) -> None:
        """An article may have been opened meanwhile."""
        if self._listing.entries and self._follows and self._desk.ahead is not None:
            self._desk.ahead.look()
            self._aside(self._refresh, "collect")
        elif self._listing.entries:
            self._aside(self._find, "rows")

    def _aside(self, work: Callable[[], Coroutine[None, None, None]], group: str) -> None:
        """Do something beside the keys, in the place of what the group did before."""
        worker: Worker[None] = self.run_worker(work, group=group, exclusive=True)
        del worker

    async def _find(self) -> None:
        """What there is; keys that choose among it wait for this."""
        self.show_listing(await asyncio.to_thread(self._listing.found))
        if self._desk.ahead is not None and not self._over:
            loop = asyncio.get_running_loop()

            def hear(said: dict[str, Any]) -> None:
                loop.call_soon_threadsafe(self._heard, said)

            self._follows = True
            self._desk.ahead.begin(hear)
        self._aside(self._collect, "collect")

    async def _collect(self) -> None:
        """Titles of files that the index does not know; where it is about to, only of those in view."""
        guessed = [entry for entry in self._listing.entries if entry.guessed]
        for at in range(0, min(len(guessed), IN_VIEW) if self._follows else len(guessed), AT_ONCE):
            self.show_listing(await asyncio.to_thread(self._listing.looked_into, guessed[at : at + AT_ONCE]))

    async def _refresh(self) -> None:
        """What the index has learnt since."""
        self.show_listing(await asyncio.to_thread(self._listing.refreshed))

    def _heard(self, said: dict[str, Any]) -> None:
        """The index says how far it is."""
        if not self.is_attached:
            return
        match said:
            case {"stage": "end", "read": read, "gone": gone}:
                self._far = ""
                if read or gone:
                    self._aside(self._find_again, "collect")
            case {"stage": "trouble", "sentence": str(sentence)}:
                self.notify(sentence, severity="warning")
            case {"stage": str(stage), "done": done, "total": total} if stage in FAR and total:
                self._far = f"{FAR[stage]} {done:,} of {total:,}"
                passed = time.monotonic() - self._refreshed
                if (stage == "texts" and done and passed > REFRESH_SECONDS) or done == total or not done:
                    self._refreshed = time.monotonic()
                    self._aside(self._refresh, "collect")
            case _:
                return
        self.say("")

    async def _find_come(self) -> None:
        """What there is now; titles of what the index does not know yet follow."""
        await self._find_again()
        self._aside(self._collect, "collect")

    async def _find_again(self) -> None:
        """What there is now, and what is known of it."""
        self.show_listing(await asyncio.to_thread(self._listing.found))

    def look_again(self, source: str = "") -> None:
        """New articles have come; the cursor goes to `source`, if there is one."""
        self._wanted = source
        self._aside(self._find_come, "rows")
        if self._follows and self._desk.ahead is not None:
            self._desk.ahead.look()

    @property
    def context(self) -> str:
        """Keys of the library."""
        return contexts.SHELF

    @property
    def parts(self) -> Iterable[object]:
        """The list, and what holds everywhere."""
        return self._parts

    def say(self, text: str) -> None:
        """A short message in the line at the foot."""
        self._status.set(
            f" {text or self._hint}",
            "  ".join(part for part in (self._fetching.progress, self._far, self._counted) if part),
        )

    @property
    def _counted(self) -> str:
        every = len(self._listing.entries)
        if self._filter and self._list.count != every:
            return f"{self._list.count:,} of {every:,} articles"
        return f"{every:,} article{'' if every == 1 else 's'}"

    def waiting(self, typed: str) -> None:
        """Keys of which more are awaited."""
        self.say(typed)

    def number_alone(self, number: int) -> tuple[str, Callable[[], None]] | None:
        """By itself a number is a row."""
        return self._list.row_alone(number)

    def show_listing(self, listing: "Listing") -> None:
        """The articles changed, or what is known of them."""
        if listing.order != self._listing.order:  # it was begun before the list was sorted otherwise
            listing = listing.in_order(self._listing.order)
        if listing is not self._listing or not self._list.empty:
            self._listing = listing
            self.fill()

    def fill(self) -> None:
        """Show the articles that match the filter."""
        shown = self._list.entries
        here = shown[self._list.cursor].source if shown else ""
        if self._wanted and any(entry.source == self._wanted for entry in self._listing.entries):
            here, self._wanted = self._wanted, ""
        self._query = parse(self._filter)
        noted = self._desk.store.articles_with_notes() if "has:" in self._filter else frozenset[str]()
        self._list.empty = NO_MATCH if self._filter and self._listing.entries else self._none
        self._list.excerpt = self._excerpt if self._query.words else None
        self._list.show(self._listing.matching(self._query, noted), here)
        self._title.set(((self._heading, "strong"),), f"/{self._filter}" if self._filter else "")
        self.say(self._query.trouble)

    def _excerpt(self, entry: ShelfEntry) -> str:
        """Where the words of the filter stand in an article."""
        words = [term for term in self._query.words if term.wanted]
        return self._desk.index.excerpt(entry.id, words) if self._desk.index is not None and entry.id else ""

    def do_shelf_down(self, count: int | None) -> None:
        self._list.move(count or 1)

    def do_shelf_up(self, count: int | None) -> None:
        self._list.move(-(count or 1))

    def do_shelf_page_down(self, count: int | None) -> None:
        self._list.move((count or 1) * self._list.page_rows)

    def do_shelf_page_up(self, count: int | None) -> None:
        self._list.move(-(count or 1) * self._list.page_rows)

    def do_shelf_top(self, count: int | None) -> None:
        self._list.put((count or 1) - 1)

    def do_shelf_bottom(self, count: int | None) -> None:
        self._list.put(self._list.count - 1 if count is None else count - 1)

    def do_shelf_open(self, _count: int | None) -> None:
        if not self._list.count:
            return
        entry = self._list.entries[self._list.cursor]
        words = () if self._beside else self._listing.sought_in(entry, self._query)
        self.post_message(Chosen(entry.path, words, self._then))

    def do_feeds(self, _count: int | None) -> None:
        from tui.ui.screens.feeds import FeedsScreen  # few follow any

        def show(feed: Followed | None) -> None:
            if feed is not None:
                own = partial(self._desk.shelf.under, articles_folder() / feed.folder)
                self.app.push_screen(ShelfScreen(self._desk, feed.name, None, own))

        self.app.push_screen(FeedsScreen(self._desk, self._fetching), show)

    def do_books_ask(self, _count: int | None) -> None:
        self._desk.remembered.read_books("")
        self.say("The next book of several chapters asks how it is to be read.")

    def do_shelf_sort(self, _count: int | None) -> None:
        orders = list(ORDERS)
        order = orders[(orders.index(self._listing.order) + 1) % len(orders)]
        self._desk.remembered.sort(order)
        self._listing = self._listing.in_order(order)
        self.fill()
        self.say(f"Sorted {ORDERS[order][0]}.")

    def do_shelf_clear(self, _count: int | None) -> None:
        if self._filter or not self._over:
            self._filter = ""
            self.fill()
        else:  # it lies over an article
            self.post_message(Finished(self))

    def do_shelf_filter(self, _count: int | None) -> None:
        before = self._filter

        def show(text: str) -> None:
            self._filter = text
            self.fill()

        def done(text: str | None) -> None:
            show(before if text is None else text)
            self.set_focus(self._list)

        self.ask("/", FILTER, show, done, text=before, offered=self._offered)

    def _offered(self, before: str) -> Offer | None:
        start, choices = self._listing.offers(before)
        return Offer(start, choices) if choices else None

    @on(RowChosen)
    def _row_chosen(self) -> None:
        self.do_shelf_open(None)
