"""One key says of articles that they are read, starred, hidden or tagged, and another one takes that back."""

from collections.abc import Callable, Sequence

from tui.counted import counted
from tui.flags import HIDDEN, READ, STARRED, TAG
from tui.library.shelf import ShelfEntry
from tui.text.folding import fold
from tui.ui.doing.library.library import Library
from tui.ui.keys.completion import Offer
from tui.ui.reading.flagging import Wanted
from tui.ui.widgets.parts.rows import fit

MOST = 12  # tags that are offered
TITLE = 32  # cells of a title, so that what is said of it fits behind it on a narrow terminal


class Turning:
    """Of the marked rows that are listed, or else of the one under the cursor and as many as a number says."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def do_shelf_star(self, count: int | None) -> None:
        some = self._meant(count)
        own = self._library.listing.own_of
        self._turn(some, STARRED, not all(own(entry).flags.starred for entry in some), "starred", "not starred")

    def do_shelf_read(self, count: int | None) -> None:
        some = self._meant(count)
        unread = self._library.listing.is_unread
        self._turn(some, READ, any(unread(entry) for entry in some), "read", "unread")

    def do_shelf_hide(self, count: int | None) -> None:
        some = self._meant(count)
        own = self._library.listing.own_of
        hide = not all(own(entry).flags.hidden for entry in some)
        self._turn(some, HIDDEN, hide, "hidden", "listed again", "is:hidden lists what is hidden." if hide else "")

    def do_shelf_tag(self, count: int | None) -> None:
        """The tags that all of them bear can be changed in the line at the foot."""
        library, some = self._library, self._meant(count)
        if not some:
            return
        own = library.listing.own_of
        common = [tag for tag in own(some[0]).flags.tags if all(tag in own(entry).flags.tags for entry in some)]
        known = library.listing.tags()

        def done(text: str | None) -> None:
            library.set_focus(library.rows)
            if text is None:
                return
            wanted = tags_in(text)
            labels = {TAG + tag: True for tag in wanted} | {TAG + tag: False for tag in common if tag not in wanted}
            said = " ".join(f"#{tag}" for tag in wanted) or "no tag"
            self._say_of(some, dict.fromkeys((entry.source for entry in some), labels), said)

        def offered(before: str) -> Offer | None:
            start = before.rfind(" ") + 1
            begun = fold(before[start:].lstrip("#"))
            found = [tag for tag in known if fold(tag).startswith(begun) and fold(tag) != begun][:MOST]
            beside = tuple(str(known[tag]) for tag in found)
            return Offer(start, tuple(found), beside) if begun and found else None

        text = "".join(f"{tag} " for tag in common)
        of = counted(len(some), "article") if len(some) > 1 else "this article"
        library.ask("#", f"Tags of {of}", None, done, text=text, offered=offered, begun=True)

    def do_shelf_mark(self, count: int | None) -> None:
        rows, some = self._library.rows, self._under_cursor(count)
        for entry in some:
            rows.marked.symmetric_difference_update({entry.source})
        rows.move(max(1, len(some)))
        rows.refresh()
        self._library.say(f"{counted(len(rows.marked), 'article')} marked." if rows.marked else "")

    def do_shelf_mark_all(self, _count: int | None) -> None:
        rows = self._library.rows
        listed = {entry.source for entry in rows.entries}
        rows.marked = set() if listed <= rows.marked else rows.marked | listed
        rows.refresh()
        self._library.say(f"{counted(len(rows.marked), 'article')} marked." if rows.marked else "None is marked.")

    def do_shelf_undo(self, _count: int | None) -> None:
        library = self._library
        if not library.desk.flags.undone:
            library.say("Nothing was changed here.")
            return
        before, words = library.desk.flags.undone.pop()
        self._write(before)
        library.say(f"Taken back: {words}")

    def _meant(self, count: int | None) -> Sequence[ShelfEntry]:
        library, rows = self._library, self._library.rows
        if library.focused is library.facets:
            library.say("Tab gives the keys to the list.")
            return ()
        marked = [entry for entry in rows.entries if entry.source in rows.marked] if rows.marked else []
        return marked or self._under_cursor(count)

    def _under_cursor(self, count: int | None) -> Sequence[ShelfEntry]:
        rows = self._library.rows
        return rows.entries[rows.cursor : rows.cursor + (count or 1)]

    def _turn(self, some: Sequence[ShelfEntry], label: str, on: bool, yes: str, no: str, more: str = "") -> None:
        self._say_of(some, {entry.source: {label: on} for entry in some}, yes if on else no, more)

    def _say_of(self, some: Sequence[ShelfEntry], wanted: Wanted, words: str, more: str = "") -> None:
        library = self._library
        if not some:
            return
        of = counted(len(some), "article") if len(some) > 1 else f"“{fit(some[0].title, TITLE).rstrip()}”"
        words = f"{of}: {words}."
        library.desk.flags.undone.append((self._as_it_is(some, wanted), words))
        library.rows.marked.clear()
        self._write(wanted)
        library.say(f"{words} {more}".rstrip())

    def _write(self, wanted: Wanted) -> None:
        self._library.desk.flags.turn(wanted)
        self._library.show_listing(self._library.listing)

    def _as_it_is(self, some: Sequence[ShelfEntry], wanted: Wanted) -> Wanted:
        """What is said of these now, of what is to be said."""
        listing = self._library.listing
        is_set: dict[str, Callable[[ShelfEntry], bool]] = {
            READ: lambda entry: not listing.is_unread(entry),
            STARRED: lambda entry: listing.own_of(entry).flags.starred,
            HIDDEN: lambda entry: listing.own_of(entry).flags.hidden,
        }

        def now(entry: ShelfEntry, label: str) -> bool:
            if label in is_set:
                return is_set[label](entry)
            return label.removeprefix(TAG) in listing.own_of(entry).flags.tags

        return {entry.source: {label: now(entry, label) for label in wanted[entry.source]} for entry in some}


def tags_in(text: str) -> tuple[str, ...]:
    """The tags that were typed, each once.

    >>> tags_in("#canal, asia canal ")
    ('canal', 'asia')
    """
    words = (word.strip('#,;:"') for word in text.split())
    return tuple(dict.fromkeys(word for word in words if word))
