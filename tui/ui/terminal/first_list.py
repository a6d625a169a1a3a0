"""The first rows of the library, on the screen before Textual has been loaded: where and how its screen draws them."""

import os
import shutil
from collections.abc import Iterable

from rich.cells import cell_len
from rich.style import Style

from tui.library.listing import Listing
from tui.ui.page.geometry import drawn_size
from tui.ui.page.signs import Signs
from tui.ui.terminal.article_rows import HEIGHT, About, Words, lines_of
from tui.ui.terminal.codes import codes_of
from tui.ui.terminal.colours import COLOURS, TERMINAL
from tui.ui.terminal.first_paint import ENTER, Painted, Pieces, color_system, drawing_of
from tui.ui.terminal.fit import fit
from tui.ui.terminal.harmless import ascii_only

TITLE = "Dateline"
HINT = "Enter reads  / filters  ? keys  q quits"
FAINT = 0.6  # of the way from the background to the text


def rows_in_view() -> int:
    """How many articles the terminal has room for, one of them perhaps not as a whole."""
    _, height = drawn_size(*shutil.get_terminal_size())
    return max(1, (height - 1) // HEIGHT)


def first_list(listing: Listing, theme: str, signs: Signs) -> Painted | None:
    """Write the first rows to the terminal; None where there are none, or they could not look right."""
    width, height = drawn_size(*shutil.get_terminal_size())
    if not listing.entries or width < 20 or height < 4 or (theme != TERMINAL and theme not in COLOURS):
        return None
    look = _Look(theme)
    lines: list[Pieces] = []
    for row, entry in enumerate(listing.entries[: rows_in_view()]):
        about = About(listing.is_unread(entry), listing.own_of(entry))
        lines += [look.line(words, width, row == 0) for words in lines_of(entry, about, width, signs)]
    lines = (lines + [[(" " * width, look.codes("", False))]] * height)[: height - 2]
    title = [(TITLE, look.title), (" " * (width - len(TITLE)), look.bar)]
    rows = [title, *lines, [(fit(f" {HINT}", width), look.bar)]]
    if signs.ascii:
        rows = [[(ascii_only(text), codes) for text, codes in row] for row in rows]
    os.write(2, f"{ENTER}{drawing_of(rows)}".encode("utf-8", "replace"))
    return Painted(rows, None, width, listing)


class _Look:
    """Codes of the styles of a list."""

    def __init__(self, theme: str) -> None:
        self._colors = color_system()
        colours = COLOURS.get(theme) if self._colors is not None else None
        front, back, panel, accented = (
            (colours["foreground"], colours["background"], colours["panel"], colours["accent"])
            if colours
            else (None, None, None, "cyan")
        )
        bar = Style(color=front, bgcolor=panel, reverse=not colours)
        self.title = codes_of(bar + Style(bold=True), self._colors)
        self.bar = codes_of(bar, self._colors)
        text = Style(color=front, bgcolor=back)
        faint = Style(color=_between(back, front)) if back and front else Style(dim=True)
        accent = Style(color=accented)
        self._styles = {"": text, "faint": text + faint, "strong": text + Style(bold=True), "accent": text + accent}
        self._known: dict[tuple[str, bool], str] = {}

    def codes(self, style: str, cursor: bool) -> str:
        """Of a style, also under the cursor."""
        known = self._known.get((style, cursor))
        if known is None:
            drawn = self._styles[style] + Style(reverse=True) if cursor else self._styles[style]
            known = self._known[style, cursor] = codes_of(drawn, self._colors)
        return known

    def line(self, words: Words, width: int, cursor: bool) -> Pieces:
        """A line of a row, filled."""
        rest = max(0, width - sum(cell_len(text) for text, _ in words))
        return [(text, self.codes(style, cursor)) for text, style in _filled(words, rest) if text]


def _filled(words: Words, rest: int) -> Iterable[tuple[str, str]]:
    return (*words, (" " * rest, ""))


def _between(back: str, front: str) -> str:
    """The colour of what is faint, as the themes mix it."""
    pairs = ((int(back[at : at + 2], 16), int(front[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{int(one + (other - one) * FAINT):02x}" for one, other in pairs)
