"""Words become rows of a width: cut at blanks, in long words where they may be parted, between wide characters."""

import re
from array import array

from rich.cells import cell_len, split_graphemes

from tui.ui.page.hyphenation import Breaks

# Text in which every code point fills one cell: it is wrapped by counting, without looking at each character.
NOT_NARROW = re.compile(
    "[^\n\\x20-\\x7e\\xa0-\\xac\\xae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fbc\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]"
)
HYPHEN = "-"
LETTERS = re.compile(r"[^\W\d_]+")


class Rows:
    """Rows of a text, one after the other, as offsets. Arrays, for a long text has a hundred thousand of them."""

    def __init__(self, text: str, breaks: Breaks | None = None) -> None:
        self.starts, self.ends = array("i"), array("i")
        self.parted: set[int] = set()  # rows that end within a word
        self._text = text
        self._breaks = breaks

    def __len__(self) -> int:
        return len(self.starts)

    def add(self, start: int, end: int) -> None:
        """A row as it is."""
        self.starts.append(start)
        self.ends.append(end)

    def wrap(self, start: int, end: int, room: int) -> None:
        """All rows of `room` cells that a part of the text needs; its own lines end where they do."""
        text = self._text
        wide = NOT_NARROW.search(text, start, end) is not None
        while start <= end:
            stop = text.find("\n", start, end)
            stop = end if stop < 0 else stop
            if wide:
                self._wrap_wide(start, stop, room)
            else:
                self._wrap_narrow(start, stop, room)
            start = stop + 1

    def _wrap_narrow(self, start: int, end: int, room: int) -> None:
        text, starts, ends = self._text, self.starts, self.ends
        while end - start > room:
            cut = text.rfind(" ", start, start + room + 1)
            if cut <= start:
                following = cut = start + room  # one long word
            else:
                following = cut + 1
                while following < end and text[following] == " ":
                    following += 1
                while cut > start and text[cut - 1] == " ":
                    cut -= 1
                if cut == start:  # only spaces before: drop them
                    start = following
                    continue
                if self._breaks is not None:
                    parted = self._part(following, end, start + room)
                    if parted > following:
                        self.parted.add(len(starts))
                        cut = following = parted
            starts.append(start)
            ends.append(cut)
            start = following
        starts.append(start)
        ends.append(end)

    def _part(self, word: int, end: int, limit: int) -> int:
        """Where to part the word that does not fit before `limit` any more; `word` if it stays whole."""
        assert self._breaks is not None
        rows = len(self.starts)
        if {rows - 1, rows - 2} <= self.parted:  # a third hyphen below two others makes a ladder
            return word
        letters = LETTERS.search(self._text, word, min(end, limit))
        if letters is None:
            return word
        whole = LETTERS.match(self._text, letters.start(), end)
        assert whole is not None
        if whole.end() <= limit - len(HYPHEN) or " " in self._text[word : whole.start()]:
            return word
        fits = [place for place in self._breaks(whole.group()) if whole.start() + place + len(HYPHEN) <= limit]
        return whole.start() + fits[-1] if fits else word

    def _wrap_wide(self, start: int, end: int, room: int) -> None:
        text, starts, ends = self._text, self.starts, self.ends
        filled, base = 0, start
        cut = following = start  # the last place where the row may end, and where the next one then begins
        used = 0  # cells of the row before `following`
        for first, _, cells in split_graphemes(text[base:end])[0]:
            at = base + first
            space = text[at] == " "
            if space:
                cut, following, used = at, at + 1, filled + cells
            elif cells == 2 and at > start:  # scripts without spaces break before any wide character
                cut, following, used = at, at, filled
            if filled + cells > room and not space and at > start:
                if cut <= start:
                    cut = following = at
                elif self._breaks is not None and not NOT_NARROW.search(text, following, at):
                    parted = self._part(following, end, following + room - used)
                    if parted > following:
                        self.parted.add(len(starts))
                        cut = following = parted
                starts.append(start)
                ends.append(start + len(text[start:cut].rstrip(" ")))
                filled = cell_len(text[following:at])
                start = cut = following
            filled += cells
        starts.append(start)
        ends.append(end)
