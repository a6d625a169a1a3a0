"""What every screen works with; made once, where the program starts."""

from dataclasses import dataclass, field

from tui.library.analyst import Analyst
from tui.library.index import Index
from tui.library.shelf import Shelf
from tui.notes.store import NoteStore
from tui.settings import Settings
from tui.ui.jumps import Jumps
from tui.ui.keymap import Keymap
from tui.ui.signs import Signs


@dataclass(frozen=True)
class Desk:
    """The person's notes, the analyst, the library, and how things are to look and be typed."""

    store: NoteStore
    analyst: Analyst
    index: Index | None
    shelf: Shelf
    settings: Settings
    keymap: Keymap
    signs: Signs
    jumps: Jumps = field(default_factory=Jumps)  # across articles
    restricted: bool = False
    frugal: bool = False  # fewest bytes a key: for slow lines
