"""All that the articles say of somebody or something: a list for each part of it, filtered, gone to, written."""

import asyncio
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult

from tui.analysis.model import Kind
from tui.counted import counted
from tui.errors import ReaderError
from tui.library.entities.telling import Telling
from tui.ui.desk import Desk
from tui.ui.doing.dossiers import Keeping
from tui.ui.keys import contexts
from tui.ui.messages import RowChosen, Visit
from tui.ui.page.jumps import Spot
from tui.ui.page.kinds import KIND_WORD
from tui.ui.reading.dossiers import EMPTY, TABS, Files, Whole, about, rows_of
from tui.ui.screens.over import OverList
from tui.ui.widgets.lists.dossier_list import DossierList
from tui.ui.widgets.parts.one_line import OneLine

if TYPE_CHECKING:
    from tui.library.dossiers.dossier import Mentioned
    from tui.notes.note import Note

FORGETFUL = "The library forgets what is read now: there is no dossier."
QUESTION = "Words, -without, from: after: before: name:"
AT_FIRST = 40, 400  # articles that are looked into before anything is shown, and before the rest is
AT_ONCE = 60  # sentences that are looked up around the cursor


class DossierScreen(OverList[None]):
    """One dossier, and those that it led to."""

    useful = (
        ("dossier_go", "goes there"),
        ("dossier_turn", "next part"),
        ("dossier_filter", "filters"),
        ("over_close", "back"),
        ("dossier_watch", "watches it"),
        ("dossier_write", "writes a file"),
    )

    def __init__(self, desk: Desk, name: str, source: str = "") -> None:
        self._list = DossierList(desk.signs)
        super().__init__(desk, self._list)
        self._desk = desk
        self._called = name
        self._source = source
        self._title = OneLine(classes="title")
        self._tabs = OneLine()
        self.files: Files | None = None
        self._telling: Telling | None = None
        self.whole: Whole | None = None
        self._tab = 0
        self._query = ""
        self._earlier: list[tuple[str, int, str]] = []  # ids of dossiers that led here, with part and query
        self._looking = False  # for sentences
        self._keeping = Keeping(self, desk)

    @property
    def parts(self) -> Iterable[object]:
        """The list, what is kept of it, and what holds everywhere."""
        return *super().parts, self._keeping

    @property
    def context(self) -> str:
        """Keys of this screen."""
        return contexts.DOSSIER

    def compose(self) -> ComposeResult:
        """Whose it is, the parts of it, one of them, and the keys."""
        yield self._title
        yield self._tabs
        yield self.rows
        yield self.foot

    def on_mount(self) -> None:
        """Looked up beside the keys."""
        self.set_focus(self.rows)
        self._list.empty = ""
        self._list.reached = self._look_up
        self._title.set(f" {self._called}")
        self.run_worker(self._begin(), group="dossier", exclusive=True)

    def on_unmount(self) -> None:
        """Nothing of it is waited for any more."""
        if self._telling is not None:
            self._telling.close()
        if self.files is not None:
            self.files.close()

    def on_resize(self) -> None:
        """Other lines stand above the rows."""
        super().on_resize()
        self.call_after_refresh(self._fill, True)

    # What is looked up

    async def _begin(self) -> None:
        index = self._desk.index
        if index is None or index.trouble:
            self._list.show((), (), FORGETFUL)
            return
        files = await asyncio.to_thread(Files, index.path)
        self.files = files
        id = await asyncio.to_thread(self._find, files)
        await self._open(id)
        owed = await asyncio.to_thread(files.owes)
        if owed and self.is_attached:
            self.say(f" {counted(owed, 'article')} are still looked into ...")
            await asyncio.to_thread(self._tell, index.path)
            if self.is_attached:
                if self.whole is None:
                    id = await asyncio.to_thread(self._find, files)
                await self._open(self.whole.dossier.id if self.whole is not None else id, stay=True)

    def _find(self, files: Files) -> str:
        from tui.notes.repairs import entries

        with suppress(ReaderError):  # the notes say themselves what is wrong with them
            files.heed([entry.rule for entry in entries(self._desk.store) if not entry.undone])
        return files.find(self._called, self._source)

    def _tell(self, index: Path) -> None:
        with suppress(OSError):  # no other process: what is known is shown
            self._telling = Telling(index)
            self._telling.wait()

    async def _open(self, id: str, stay: bool = False) -> None:
        """Show a dossier."""
        assert self.files is not None
        if not id:
            self._list.show((), (), f"No article that was looked into names “{self._called}”.")
            return
        for look in (*AT_FIRST, None):
            found, trouble = await asyncio.to_thread(self.files.dossier, id, self._query, look)
            if found is None:
                self.say(trouble or "The library cannot be read just now.")
                return
            notes = await asyncio.to_thread(self._notes_on, [found.name, *(name for name, _ in found.names)])
            self.whole = Whole(found, notes)
            self._fill(stay or look != AT_FIRST[0])
            if found.looked == len(found.articles):
                return

    def _notes_on(self, names: Sequence[str]) -> "tuple[Note, ...]":
        from tui.notes.search import about as on_them

        with suppress(ReaderError):
            return on_them(self._desk.store.all_notes(), names)
        return ()

    def _look_up(self) -> None:
        """Sentences of the articles in view that are not there yet."""
        whole = self.whole
        if whole is None or self._tab or self._looking or self.files is None:
            return
        first = max(0, self._list.cursor - AT_ONCE // 2)
        wanted = [row for row in whole.dossier.articles[first : first + AT_ONCE] if not row.sentence]
        if wanted:
            self._looking = True
            self.run_worker(self._looked_up(self.files, whole, wanted), group="sentences")

    async def _looked_up(self, files: Files, whole: Whole, wanted: "Sequence[Mentioned]") -> None:
        found = await asyncio.to_thread(files.sentences, wanted, whole.dossier.id)
        self._looking = False
        known = {row.place.article: row for row in found if row.sentence}
        if self.whole is whole and known:
            articles = tuple(known.get(row.place.article, row) for row in whole.dossier.articles)
            self.whole = whole._replace(dossier=whole.dossier._replace(articles=articles))
            self._fill(True)

    # What is shown

    def _fill(self, stay: bool = False) -> None:
        whole = self.whole
        if whole is None or not self.is_attached:
            return
        one = whole.dossier
        kind = KIND_WORD[Kind(one.kind)]
        middle = f" {self._desk.signs.middle} "
        said = middle.join((kind, counted(len(one.articles), "article")))
        self._title.set(
            ((f" {one.name}", "strong"), (f"{middle}{said}", "left")), f"/{one.query} " if one.query else ""
        )
        rows = [rows_of(whole, tab, self._desk.signs) for tab in range(len(TABS))]
        self._tabs.set(self._headings([len(some) for some in rows]))
        width = self.size.width
        self._list.show(rows[self._tab], about(one, self._desk.signs, width), EMPTY[self._tab], stay)
        self.say("")

    def _headings(self, counts: Sequence[int]) -> tuple[tuple[str, str], ...]:
        """The parts with their numbers of rows, as far as these fit."""
        words = [f" {tab} {count:,} " for tab, count in zip(TABS, counts, strict=True)]
        if sum(map(cell_len, words)) > self.size.width:
            words = [word if tab == self._tab else f" {TABS[tab]} " for tab, word in enumerate(words)]
        return tuple((word, "strong" if tab == self._tab else "left") for tab, word in enumerate(words))

    # Keys

    def do_dossier(self, _count: int | None) -> None:
        """The key that opened it opens that of the row, where it names somebody; else it closes it."""
        row = self._list.under_cursor
        if row is not None and row.entity:
            self.do_dossier_go(None)
        else:
            self._close()

    def do_dossier_turn(self, count: int | None) -> None:
        self._turn_to(self._tab + (count or 1))

    def do_dossier_turn_back(self, count: int | None) -> None:
        self._turn_to(self._tab - (count or 1))

    def _turn_to(self, tab: int) -> None:
        self._tab = tab % len(TABS)
        self._fill()

    def do_dossier_go(self, _count: int | None) -> None:
        """To the article, or to another dossier."""
        row = self._list.under_cursor
        if row is None or self.whole is None:
            return
        if row.entity:
            self._earlier.append((self.whole.dossier.id, self._tab, self._query))
            self._tab, self._query = 0, ""
            self.run_worker(self._open(row.entity), group="dossier", exclusive=True)
        elif row.source.startswith("-"):
            self.say("Its article came through a pipe: there is no file to open.")
        else:
            self.post_message(Visit(Spot(row.source, row.offset)))

    @on(RowChosen)
    def _row_chosen(self) -> None:
        self.do_dossier_go(None)

    def do_dossier_filter(self, _count: int | None) -> None:
        def answered(text: str | None) -> None:
            if text is not None and text.strip() != self._query:
                self._ask_again(text.strip())

        self.ask("/", QUESTION, None, answered, text=self._query)

    def _ask_again(self, query: str) -> None:
        before = self._query
        self._query = query

        async def work() -> None:
            whole = self.whole
            if whole is not None:
                await self._open(whole.dossier.id)
                if self.whole is whole:  # it was no question
                    self._query = before

        self.run_worker(work(), group="dossier", exclusive=True)

    def do_over_close(self, _count: int | None) -> None:
        """Without the filter; then to the dossier that led here; then it is closed."""
        if self._query:
            self._ask_again("")
        else:
            self.do_back(None)

    def do_back(self, _count: int | None) -> None:
        """To the dossier that led here, or away."""
        if not self._earlier:
            self._close()
            return
        id, self._tab, self._query = self._earlier.pop()
        self.run_worker(self._open(id), group="dossier", exclusive=True)

    def _close(self) -> None:
        self.dismiss(None)
