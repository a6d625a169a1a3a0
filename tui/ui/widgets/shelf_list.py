"""Articles become rows of two lines: what is said of them and their title, then date, source, length and notes."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from tui.counted import counted
from tui.library.known.told import Weighed
from tui.library.own import NOTHING, Own
from tui.library.shelf import ShelfEntry
from tui.ui.page.signs import Signs
from tui.ui.terminal.harmless import drawable
from tui.ui.widgets.rows import Lines, RowsView, fit

LEAD = 4  # cells for what is said of an article
_SOURCE = 18  # cells of a source where a sentence stands beside it


class About(NamedTuple):
    """What is known of an article beside its row of the index."""

    unread: bool = False
    own: Own = NOTHING
    names: tuple[str, ...] = ()  # that match what is looked for
    weighed: Weighed | None = None  # how much of it is new, where that is known
    excerpt: str = ""  # where that stands in the article, between U+0002 and U+0003


class ShelfList(RowsView):
    """Unread, star, title, date, source, length, notes; with words that are looked for, the sentence and the names."""

    row_height = 2

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self._signs = signs
        self.entries: Sequence[ShelfEntry] = ()
        self.about: Callable[[ShelfEntry], About] = lambda entry: About()
        self.marked: set[str] = set()  # sources

    def show(self, entries: Sequence[ShelfEntry], here: str = "") -> None:
        """Other articles; the cursor stays on the one whose source is `here`, if it is among them."""
        self.entries = entries
        self.set_count(len(entries))
        if here and entries and entries[self.cursor].source != here:
            self.put(next((row for row, entry in enumerate(entries) if entry.source == here), self.cursor))

    @property
    def under_cursor(self) -> ShelfEntry | None:
        """The article of that row."""
        return self.entries[self.cursor] if self.entries else None

    def draw_row(self, row: int, width: int) -> Lines:
        """What is said of it and its title; below it date, source, and what else is known."""
        entry = self.entries[row]
        about = self.about(entry)
        return [self._title(entry, about, width), self._details(entry, about, width)]

    def _title(self, entry: ShelfEntry, about: About, width: int) -> list[Segment]:
        lead = [
            Segment("+" if entry.source in self.marked else " ", self.style("accent")),
            Segment(self._signs.dot if about.unread else " ", self.style("accent")),
            Segment(self._signs.star if about.own.flags.starred else " ", self.style("strong")),
            Segment(" ", self.style()),
        ]
        right = self._beside(entry, about, width // 3)
        room = max(1, width - LEAD - cell_len(right))
        return [
            *lead,
            Segment(fit(entry.title, room, self._signs.ellipsis), self.style()),
            Segment(drawable(right), self.style("faint")),
        ]

    def _beside(self, entry: ShelfEntry, about: About, room: int) -> str:
        """The names that match, and what a sentence in the line below leaves no room for; as much as fits."""
        first, more = about.names[:1], len(about.names) - 1
        parts = [f"{name} +{more}" if more else name for name in first]
        if about.excerpt:
            parts += [_notes(about), _words(entry)]
        right = ""
        for part in parts:
            if part and cell_len(right) + cell_len(part) + 2 <= room:
                right += f"  {part}"
        return right

    def _details(self, entry: ShelfEntry, about: About, width: int) -> list[Segment]:
        date, source = str(entry.published or ""), entry.publisher
        if about.excerpt:
            if cell_len(source) > _SOURCE:
                source = fit(source, _SOURCE, self._signs.ellipsis)
            return self._sentence("  ".join(part for part in (date, source) if part), about.excerpt, width)
        tags = " ".join(f"#{tag}" for tag in about.own.flags.tags)
        twins = f"and {counted(len(entry.others), 'other place')}" if entry.others else ""
        place = "came through a pipe" if entry.piped else entry.place if entry.guessed else ""
        state = "its file is gone" if entry.missing else "hidden" if about.own.flags.hidden else ""
        parts = (date, source, twins, _words(entry), _news(about), _notes(about), tags, place, state)
        details = "  ".join(part for part in parts if part)
        words = fit(details, max(1, width - LEAD), self._signs.ellipsis)
        return [Segment(" " * LEAD + words, self.style("faint"))]

    def _sentence(self, head: str, excerpt: str, width: int) -> list[Segment]:
        before, _, rest = excerpt.replace("\n", " ").partition("\x02")
        word, _, after = rest.partition("\x03")
        head = " " * LEAD + (f"{head}  " if head else "")
        room = max(10, width - cell_len(head) - cell_len(word) - 12)
        if cell_len(before) > room // 2:
            before = self._signs.ellipsis + before[-(room // 2) :]
        return [
            Segment(drawable(head + before), self.style("faint")),
            Segment(drawable(word), self.style("strong")),
            Segment(drawable(after), self.style("faint")),
        ]


def _words(entry: ShelfEntry) -> str:
    return counted(entry.words, "word") if entry.words else ""


def _news(about: About) -> str:
    """How much of an unread article is new, if not all is; whether one that was read has changed."""
    match about.weighed:
        case Weighed(changed=True):
            return "changed since you read it"
        case Weighed(new=new, sentences=all) if new < all and about.unread:
            return f"{new} of {counted(all, 'sentence')} new"
    return ""


def _notes(about: About) -> str:
    return counted(about.own.notes, "note") if about.own.notes else ""
