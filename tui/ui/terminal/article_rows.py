"""Articles become rows of two lines: what is said of them and their title, then date, source, length and notes.

As words and the names of their styles: the first rows are on the screen before Textual is there to draw them.
"""

from typing import NamedTuple

from rich.cells import cell_len

from tui.counted import counted
from tui.library.known.told import Weighed
from tui.library.own import NOTHING, Own
from tui.library.shelf import ShelfEntry
from tui.ui.page.signs import Signs
from tui.ui.terminal.fit import fit
from tui.ui.terminal.harmless import drawable

LEAD = 4  # cells for what is said of an article
HEIGHT = 2  # lines of a row
_SOURCE = 18  # cells of a source where a sentence stands beside it

Words = list[tuple[str, str]]  # with the style of each, "" for plain text


class About(NamedTuple):
    """What is known of an article beside its row of the index."""

    unread: bool = False
    own: Own = NOTHING
    names: tuple[str, ...] = ()  # that match what is looked for
    weighed: Weighed | None = None  # how much of it is new, where that is known
    excerpt: str = ""  # where that stands in the article, between U+0002 and U+0003


def lines_of(entry: ShelfEntry, about: About, width: int, signs: Signs, marked: bool = False) -> tuple[Words, Words]:
    """What is said of it and its title; below it date, source, and what else is known."""
    return _title(entry, about, width, signs, marked), _details(entry, about, width, signs)


def _title(entry: ShelfEntry, about: About, width: int, signs: Signs, marked: bool) -> Words:
    lead = [
        ("+" if marked else " ", "accent"),
        (signs.dot if about.unread else " ", "accent"),
        (signs.star if about.own.flags.starred else " ", "strong"),
        (" ", ""),
    ]
    right = _beside(entry, about, width // 3)
    room = max(1, width - LEAD - cell_len(right))
    return [
        *lead,
        (fit(entry.title, room, signs.ellipsis), ""),
        (drawable(right), "faint"),
    ]


def _beside(entry: ShelfEntry, about: About, room: int) -> str:
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


def _details(entry: ShelfEntry, about: About, width: int, signs: Signs) -> Words:
    date, source = str(entry.published or ""), entry.told_by
    if about.excerpt:
        if cell_len(source) > _SOURCE:
            source = fit(source, _SOURCE, signs.ellipsis)
        return _sentence("  ".join(part for part in (date, source) if part), about.excerpt, width, signs)
    tags = " ".join(f"#{tag}" for tag in about.own.flags.tags)
    twins = f"and {counted(len(entry.others), 'other place')}" if entry.others else ""
    place = "came through a pipe" if entry.piped else entry.place if entry.guessed else ""
    state = "its file is gone" if entry.missing else "hidden" if about.own.flags.hidden else ""
    parts = (date, source, twins, _words(entry), _news(about), _notes(about), tags, place, state)
    details = "  ".join(part for part in parts if part)
    words = fit(details, max(1, width - LEAD), signs.ellipsis)
    return [(" " * LEAD + words, "faint")]


def _sentence(head: str, excerpt: str, width: int, signs: Signs) -> Words:
    before, _, rest = excerpt.replace("\n", " ").partition("\x02")
    word, _, after = rest.partition("\x03")
    head = " " * LEAD + (f"{head}  " if head else "")
    room = max(10, width - cell_len(head) - cell_len(word) - 12)
    if cell_len(before) > room // 2:
        before = signs.ellipsis + before[-(room // 2) :]
    return [
        (drawable(head + before), "faint"),
        (drawable(word), "strong"),
        (drawable(after), "faint"),
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
