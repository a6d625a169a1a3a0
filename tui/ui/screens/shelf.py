"""The library: every article there is to read, the latest opened first."""

import asyncio
from collections.abc import Callable, Iterable, Sequence

from rich.segment import Segment
from textual import on
from textual.app import ComposeResult

from tui.counted import counted
from tui.errors import ReaderError
from tui.library.shelf import ShelfEntry
from tui.text.article import Article
from tui.text.folding import fold
from tui.ui.desk import Desk
from tui.ui.doing.everywhere import Everywhere
from tui.ui.keys import actions
from tui.ui.keys.asking import AskingScreen
from tui.ui.messages import Chosen, Finished, RowChosen
from tui.ui.widgets.one_line import OneLine
from tui.ui.widgets.rows import Lines, RowsView, fit

NONE = "No articles: start dateline with a file or a folder."
NO_MATCH = "Nothing matches: Esc shows all."


class ShelfList(RowsView):
    """Articles with title, date and place."""

    row_height = 2
    empty = NONE

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[ShelfEntry] = ()

    def show(self, entries: Sequence[ShelfEntry]) -> None:
        """Other articles."""
        self.entries = entries
        self.set_count(len(entries))

    def draw_row(self, row: int, width: int) -> Lines:
        """The title; below it publisher, date and file."""
        entry = self.entries[row]
        date = str(entry.published or "")
        new = "  " if entry.opened else "* "
        length = counted(entry.words, "word") if entry.words else ""
        state = "its file is gone" if entry.missing else ""
        place = "came through a pipe" if entry.piped else entry.path.name
        details = "  ".join(part for part in (date, length, place, state) if part)
        return [
            [Segment(new, self.style("accent")), Segment(fit(entry.title, width - 2), self.style())],
            [Segment("  " + fit(details, width - 2), self.style("faint"))],
        ]


class ShelfScreen(AskingScreen[None]):
    """A list to choose an article from, for reading or to stand beside another one."""

    def __init__(
        self,
        desk: Desk,
        title: str = "Dateline",
        choose: Callable[[Article], None] | None = None,
        entries: Callable[[], Sequence[ShelfEntry]] | None = None,
    ) -> None:
        super().__init__(desk.keymap)
        self._desk = desk
        self._entries: Sequence[ShelfEntry] = ()
        self._title = OneLine(classes="title")
        self._list = ShelfList()
        self._none = NONE if choose is None else "No other article to put beside this one."
        self._list.empty = self._none
        self._status = OneLine(id="status")
        self._filter = ""
        self._heading = title
        self._choose = choose
        self._there_are = entries or desk.shelf.entries
        self._hint = (
            f"Enter {'puts it beside' if choose else 'reads'}  / filters  ? keys  q {'back' if choose else 'quits'}"
        )
        self._parts = (self, Everywhere(self, desk))

    def compose(self) -> ComposeResult:
        """Title, list, status."""
        yield self._title
        yield self._list
        yield self._status

    def on_mount(self) -> None:
        """All articles at first; titles of files never read follow."""
        self.set_focus(self._list)
        self.run_worker(self._find(), group="rows")

    def on_screen_resume(self) -> None:
        """An article may have been opened meanwhile."""
        if self._entries:
            self.run_worker(self._find(), group="rows", exclusive=True)

    async def _find(self) -> None:
        """What there is; keys that choose among it wait for this."""
        self.show_entries(await asyncio.to_thread(self._there_are))
        self.run_worker(self._collect(), group="collect", exclusive=True)

    async def _collect(self) -> None:
        shelf = self._desk.shelf
        entries = list(self._entries)
        for number, entry in enumerate(entries):
            if entry.guessed:
                entries[number] = await asyncio.to_thread(shelf.look_into, entry)
                if number % 20 == 19:
                    self.show_entries(tuple(entries))
        self.show_entries(tuple(entries))

    @property
    def context(self) -> str:
        """Keys of the library."""
        return actions.SHELF

    @property
    def parts(self) -> Iterable[object]:
        """The list, and what holds everywhere."""
        return self._parts

    def say(self, text: str) -> None:
        """A short message in the line at the foot."""
        self._status.set(
            f" {text or self._hint}",
            counted(self._list.count, "article"),
        )

    def waiting(self, typed: str) -> None:
        """Keys of which more are awaited."""
        self.say(typed)

    def number_alone(self, number: int) -> tuple[str, Callable[[], None]] | None:
        """By itself a number is a row."""
        return self._list.row_alone(number)

    def show_entries(self, entries: Sequence[ShelfEntry]) -> None:
        """The articles changed."""
        if entries == self._entries:
            return
        self._entries = entries
        self.fill()

    def fill(self) -> None:
        """Show the articles that match the filter: by title and place, or by words in their text."""
        words = fold(self._filter).split()
        index = self._desk.index
        inside = (
            {hit.source for hit in index.search(self._filter)} if index is not None and len(self._filter) > 2 else set()
        )

        def matches(entry: ShelfEntry) -> bool:
            about = fold(f"{entry.title} {entry.path}")
            return all(word in about for word in words) or entry.source in inside

        self._list.empty = NO_MATCH if self._filter and self._entries else self._none
        self._list.show([entry for entry in self._entries if matches(entry)])
        self._title.set(((self._heading, "strong"),), f"/{self._filter}" if self._filter else "")
        self.say("")

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
        path = self._list.entries[self._list.cursor].path
        if self._choose is None:
            self.post_message(Chosen(path))
            return
        try:
            article = self._desk.shelf.read(path)
        except ReaderError as error:
            self.say(str(error))
            return
        self._choose(article)
        self.post_message(Finished(self))

    def do_shelf_clear(self, _count: int | None) -> None:
        if self._filter or self._choose is None:
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

        self.ask("/", "Title, place, or words in the text", show, done, text=before)

    @on(RowChosen)
    def _row_chosen(self) -> None:
        self.do_shelf_open(None)
