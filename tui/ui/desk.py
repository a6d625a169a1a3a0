"""What every screen works with; made once, where the program starts."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from tui.errors import ReaderError
from tui.library.analyst import Analyst
from tui.library.listing import Listing
from tui.library.own import Own, Said, nothing_said
from tui.library.shelf import Shelf
from tui.notes.store import NoteStore
from tui.paths import data_folder
from tui.settings import Settings
from tui.ui.keys.keymap import Keymap
from tui.ui.page.jumps import Jumps
from tui.ui.page.signs import Signs
from tui.ui.reading.flagging import Flagging
from tui.ui.reading.remembered import Remembered
from tui.ui.reading.round import Round
from tui.ui.terminal.departing import Departing

if TYPE_CHECKING:
    from tui.library.index.index import Index  # a Python without SQLite reads all the same
    from tui.library.indexing.ahead import Ahead


@dataclass(frozen=True)
class Desk:
    """The person's notes, the analyst, the library, and how things are to look and be typed."""

    store: NoteStore
    analyst: Analyst
    index: "Index | None"
    shelf: Shelf
    settings: Settings
    keymap: Keymap
    signs: Signs
    jumps: Jumps = field(default_factory=Jumps)  # across articles
    told: set[str] = field(default_factory=set)  # what went wrong with the notes, once each
    round: Round = field(default_factory=Round)  # through a list
    searches: list[str] = field(default_factory=list)  # what was searched for, the latest last
    departing: Departing = field(default_factory=Departing)
    restricted: bool = False
    ahead: "Ahead | None" = None
    frugal: bool = False  # fewest bytes a key: for slow lines

    @cached_property
    def remembered(self) -> Remembered:
        """What the reader remembers by itself: looks of the page, marks, first steps."""
        return Remembered(data_folder(), self.settings)

    @cached_property
    def flags(self) -> Flagging:
        """What is said of articles by a key, at once and not only when it is written."""
        flags = Flagging(self.store.flags)
        self.departing.before(flags.flush)
        return flags

    def listing(self) -> Listing:
        """All articles, as the person last sorted them."""
        read, order = self.settings.mark_read, self.remembered.order
        return Listing(self.shelf, self.index, self.shelf.entries, order, self.said, read, joined=True)

    def said(self) -> Said:
        """What the person has said and written about articles. Call it in a thread, since disks wait."""
        heard, state = self.flags.heard, (self.flags.state, self.store.generation)
        try:
            flags, notes = self.flags.now(), self.store.notes_by_article()
        except ReaderError:  # it is told where something is to be written
            return nothing_said()._replace(state=state, heard=heard)
        return Said(state, lambda source: Own(flags(source), notes.get(source, 0)), heard)
