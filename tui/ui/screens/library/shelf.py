"""The library: every article there is to read, what is said of each, and a panel of what they have in common."""

from collections.abc import Callable, Coroutine, Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.worker import Worker

from tui.library.listing import Listing
from tui.library.query import Query, parse
from tui.library.shelf import ShelfEntry
from tui.library.sources.folder import articles_folder
from tui.text.article import Article
from tui.ui.desk import Desk
from tui.ui.doing.everywhere import Everywhere
from tui.ui.doing.fetching import RESTRICTED, FetchingPart
from tui.ui.doing.library.arranging import Arranging
from tui.ui.doing.library.following import Following
from tui.ui.doing.library.narrowing import Narrowing
from tui.ui.doing.library.stepping import Stepping
from tui.ui.doing.library.storytelling import LibraryStories
from tui.ui.doing.library.turning import Turning
from tui.ui.doing.library.unread import unread_in_folders
from tui.ui.doing.library.watched import Watched
from tui.ui.doing.library.weighing import SECONDS, Weighing
from tui.ui.keys import contexts
from tui.ui.keys.asking import AskingScreen
from tui.ui.keys.choosing import Choosing
from tui.ui.messages import Chosen, RowChosen
from tui.ui.terminal.article_rows import About
from tui.ui.terminal.first_list import HINT, TITLE
from tui.ui.widgets.lists.shelf_list import ShelfList
from tui.ui.widgets.panel.facet_panel import FacetPanel
from tui.ui.widgets.parts.offers import Offers
from tui.ui.widgets.parts.one_line import OneLine
from tui.ui.widgets.parts.rows import RowsView

if TYPE_CHECKING:
    from tui.library.sources.feeds.followed import Followed  # few follow any

NONE = "No articles: start dateline with a file or a folder, or add an address with a."
BESIDE = "Enter puts it beside  / filters  ? keys  q back"
HINT_OVER = "Enter reads  / filters  ? keys  q back"
NO_MATCH = "Nothing matches: Esc shows all."
NO_MATCH_YET = "Nothing matches yet: articles are still read. Esc shows all."
NO_MATCH_ANEW = "Nothing matches yet: the index was damaged and is made anew. Esc shows all."
WIDE = 110  # columns from which on the panel has room
PANEL, NARROW_PANEL = 38, 28  # columns of it


class ShelfScreen(AskingScreen[None]):
    """A list to choose an article from, for reading or to stand beside another one."""

    def __init__(
        self,
        desk: Desk,
        title: str = TITLE,
        then: Callable[[Article], object] | None = None,
        entries: Callable[[], Sequence[ShelfEntry]] | None = None,
        beside: bool = False,
        begun: Listing | None = None,
    ) -> None:
        super().__init__(desk.keymap)
        self.desk = desk
        self.begun = begun  # what of the list is on the screen already
        if entries is None:
            self.listing = begun or desk.listing()
        else:
            self.listing = Listing(desk.shelf, desk.index, entries, "", desk.said, desk.settings.mark_read)
        self.asked = Query()
        self.filter = ""
        self.rows = ShelfList(desk.signs)
        self.facets = FacetPanel(desk.signs)
        self.panel = Vertical(self.facets, id="facets")
        self.lies_over = entries is not None
        self._title = OneLine(classes="title")
        self._none = "No other article to put beside this one." if beside else NONE
        self.rows.empty = self.facets.empty = ""  # until it is known what there is
        self.rows.about = self._about
        self._new_come = False
        self._wanted = ""  # the source that the cursor goes to as soon as it is listed
        self._left_for: tuple[Followed, ShelfScreen] | None = None  # a feed, and its articles over this list
        self._known: dict[str, About] = {}  # by source: what was looked up for the rows in view
        self._status = OneLine(id="status")
        self._said = ""
        self._offers = Offers()
        self._heading = title
        self._then = then
        self._beside = beside
        self._following, self._narrowing, self._watched = Following(self), Narrowing(self), Watched(self)
        self._weighing = Weighing(self)
        self._hint = BESIDE if beside else HINT if entries is None else HINT_OVER
        self._fetching = FetchingPart(self, desk)
        parts = (self._narrowing, Stepping(self), Arranging(self), Turning(self), LibraryStories(self), self._fetching)
        self._parts = (self, *parts, Everywhere(self, desk))

    def compose(self) -> ComposeResult:
        """Title, list and panel, status."""
        yield self._title
        with Horizontal():
            yield self.rows
            yield self.panel
        yield self._offers
        yield self._status

    def on_mount(self) -> None:
        """All articles at first; titles of files never read follow."""
        self.panel.display = False
        self._place_panel()
        self.set_focus(self.rows)
        if self.begun is not None:
            self.rows.show(self.listing.entries)
            self._title.set(((self._heading, "strong"),))
            self.show_status()
        self.desk.flags.failed = self._not_written
        self._following.begin()
        self.set_interval(SECONDS, self._weigh)
        self._watched.begin()
        if not self.lies_over:
            self._fetching.begin()

    def on_unmount(self) -> None:
        """What is still fetched or written for this list is news for the one that lies under it."""
        below = (one for one in reversed(self.app.screen_stack) if isinstance(one, ShelfScreen) and one is not self)
        if (library := next(below, None)) is not None:
            self._fetching.hand_over(library)
            self.desk.flags.failed = library._not_written

    def on_resize(self) -> None:
        """The panel takes what room there is, and so does what was said."""
        self._place_panel()
        self.show_status()

    def on_screen_resume(self) -> None:
        """An article may have been opened meanwhile, or several after each other."""
        self._said = ""
        if self._left_for is not None and self._left_for[1].is_mounted and self.is_current:
            (feed, _), self._left_for = self._left_for, None
            self._show_feeds(feed)
        if self.listing.every and self.listing.whole:
            self.show_listing(self.listing)
            self._go_to(self.desk.round.at)
            self._weighing.again()
            self.call_after_refresh(self._look_about)
        else:
            self._watched.begin()

    def _look_about(self) -> None:
        """The list is there again; what has changed meanwhile may come after it."""
        self._following.again()
        self._watched.begin()

    def count_watched(self) -> None:
        """New articles may match what is watched."""
        self._watched.begin()

    def weigh_again(self) -> None:
        """Texts were read anew."""
        self._weighing.again()

    def look_again(self, source: str = "") -> None:
        """New articles have come; the cursor goes to `source`, if there is one, and stays at the top if it is there."""
        self._wanted, self._new_come = source, True
        self._following.look_again()

    def aside(self, work: Callable[[], Coroutine[None, None, None]], group: str) -> None:
        """Do something beside the keys, in the place of what the group did before."""
        worker: Worker[None] = self.run_worker(work, group=group, exclusive=True)
        del worker

    @property
    def context(self) -> str:
        """Keys of the library."""
        return contexts.SHELF

    @property
    def parts(self) -> Iterable[object]:
        """The list, what narrows it, what is said of articles, and what holds everywhere."""
        return self._parts

    def say(self, text: str) -> None:
        """A short message in the line at the foot."""
        self._said = text
        self.show_status()

    @property
    def said(self) -> str:
        """The message in the line at the foot."""
        return self._said

    def show_status(self) -> None:
        """What was said stays there; how far all is stands beside it, as much of it as leaves the words whole."""
        far, told, counted = self._following.far, self._watched.told, self._counted
        beside = [part for part in (told, self._fetching.progress, far, counted) if part]
        words = f" {self._said or self._hint}"
        for part in (far, told, counted):
            if self._said and part in beside and cell_len(f"{words}  {'  '.join(beside)}") > self.size.width:
                beside.remove(part)
        self._status.set(words, "  ".join(beside))

    @property
    def _counted(self) -> str:
        if not self.listing.whole:
            return ""
        every = len(self.listing.entries)
        if self.filter and (self.rows.count != every or self.asked.terms):
            return f"{self.rows.count:,} of {every:,} articles"
        return f"{every:,} article{'' if every == 1 else 's'}"

    def waiting(self, typed: str) -> None:
        """Keys of which more are awaited."""
        self.say(typed)

    def show_offers(self, choosing: Choosing | None) -> None:
        """What can be chosen stands above the line in which it is typed."""
        self._offers.show(choosing, max(1, (self.size.height - 2) // 2))

    def number_alone(self, number: int) -> tuple[str, Callable[[], None]] | None:
        """By itself a number is a row."""
        return self._in_front.row_alone(number)

    def show_listing(self, listing: Listing) -> None:
        """The articles changed, or what is known of them."""
        if listing.order != self.listing.order:  # it was begun before the list was sorted otherwise
            listing = listing.in_order(self.listing.order)
        if (heard := self.desk.flags.heard) != listing.heard:  # or before the person said something of an article
            listing = listing.turned(self.desk.flags.news(listing.heard), heard)
        if listing is not self.listing or not self.rows.empty:
            self.listing = listing
            self.fill()

    def fill(self) -> None:
        """Show the articles that match the filter."""
        entry = self.rows.under_cursor
        here = entry.source if entry is not None and not (self._new_come and self.rows.cursor == 0) else ""
        if self._wanted and any(entry.source == self._wanted for entry in self.listing.entries):
            here, self._wanted = self._wanted, ""
        self.asked = parse(self.filter)
        self._known.clear()
        self.rows.empty = self._nothing
        self.rows.show(self.listing.matching(self.asked), here)
        self._title.set(((self._heading, "strong"),), f"/{self.filter}" if self.filter else "")
        if self.asked.trouble:
            self._said = self.asked.trouble
        self.show_status()
        self._narrowing.follow()

    @property
    def _nothing(self) -> str:
        """What stands in the place of a list in which there is nothing."""
        if not self.filter or not self.listing.every:
            return self._none
        if not self._following.reading:
            return NO_MATCH
        index = self.desk.index
        return NO_MATCH_ANEW if index is not None and index.database.begun_anew else NO_MATCH_YET

    def _about(self, entry: ShelfEntry) -> About:
        """What stands beside an article in its row, looked up once while the list stays as it is."""
        found = self._known.get(entry.source)
        if found is None:
            index, words = self.desk.index, [term for term in self.asked.words if term.wanted]
            excerpt, names = "", tuple[str, ...]()
            if index is not None and entry.id:
                excerpt = index.excerpt(entry.id, words) if words else ""
                sought = [*words, *(term for term in self.asked.fields if term.field == "name" and term.wanted)]
                names = index.names_matching(entry.id, sought) if sought else ()
            own = self.listing.own_of(entry)
            news = self._weighing.of(entry)
            found = self._known[entry.source] = About(self.listing.is_unread(entry), own, names, news, excerpt)
        return found

    def _weigh(self) -> None:
        if self.is_current and not self.is_asking:
            self._weighing.look()

    def weighed(self) -> None:
        """It is known of some more how much of them is new."""
        self._known.clear()
        self.rows.refresh()

    def _go_to(self, source: str) -> None:
        row = next((row for row, entry in enumerate(self.rows.entries) if entry.source == source), None)
        if source and row is not None:
            self.rows.put(row)

    def _place_panel(self) -> None:
        width = self.size.width or self.app.size.width
        self.panel.styles.width = PANEL if width >= WIDE else NARROW_PANEL

    def _not_written(self, trouble: str) -> None:
        """In a thread: what was said of articles could not be kept."""
        with suppress(RuntimeError):  # the program has ended meanwhile
            self.app.call_from_thread(self.notify, trouble, severity="error", timeout=20)
            self.app.call_from_thread(self._following.again)

    @property
    def _in_front(self) -> RowsView:
        return self.facets if self.focused is self.facets else self.rows

    def do_shelf_open(self, _count: int | None) -> None:
        """Read the article; in the panel, narrow the list."""
        entry = self.rows.under_cursor
        if self._in_front is self.facets:
            self._narrowing.narrow()
        elif entry is not None:
            words = () if self._beside else self.listing.sought_in(entry, self.asked)
            if not self._beside:
                rest = self.rows.entries[self.rows.cursor :]
                unread = (one.source for one in rest if self.listing.is_unread(one) and not one.missing)
                self.desk.round.begin((one.source for one in rest), unread, entry.source)
            self.post_message(Chosen(entry.path, words, self._then))

    def do_feeds(self, _count: int | None) -> None:
        if self.desk.restricted:
            self.say(RESTRICTED)
            return
        self._show_feeds(None)

    def _show_feeds(self, at: "Followed | None") -> None:
        """The feeds; who leaves the articles of one is there again."""
        from tui.ui.screens.library.feeds import FeedsScreen  # few follow any

        def show(feed: "Followed | None") -> None:
            if feed is not None:
                own = partial(self.desk.shelf.under, articles_folder() / feed.folder)
                self._left_for = feed, ShelfScreen(self.desk, feed.name, None, own)
                self.app.push_screen(self._left_for[1])

        self.app.push_screen(FeedsScreen(self.desk, self._fetching, partial(unread_in_folders, self), at), show)

    def do_shelf_twins(self, _count: int | None) -> None:
        """The same article from other places, each in a row of its own."""
        entry = self.rows.under_cursor
        if entry is None or not entry.others:
            self.say("This article is here once only.")
            return
        all_of_them = partial(self.desk.shelf.of, (entry.source, *entry.others))
        self.app.push_screen(ShelfScreen(self.desk, "The same article", None, all_of_them))

    @on(RowChosen)
    def _row_chosen(self) -> None:
        self.do_shelf_open(None)
