"""The first page of an article, on the screen before Textual has been loaded.

Loading Textual takes longer than reading a line of text. So the page is laid out by `ui/page.py` and written at once,
where and how the reader will draw it; when the reader takes over, `ui/frames.py` finds these cells already there.
Imports nothing of Textual.
"""

import os
import shutil
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.color import ColorSystem
from rich.style import Style

from tui.text.article import Article, BlockKind
from tui.ui.page.geometry import GUTTER, NUMBERS, WIDE, column_in, drawn_size, panel_in
from tui.ui.page.hyphenation import breaks_for
from tui.ui.page.looks import Looks
from tui.ui.page.page import BLANK, Page
from tui.ui.page.signs import Signs
from tui.ui.terminal.codes import codes_of
from tui.ui.terminal.colours import COLOURS, TERMINAL
from tui.ui.terminal.harmless import ascii_only, drawable

if TYPE_CHECKING:
    from tui.library.listing import Listing

ENTER = "\x1b[?1049h\x1b[?25l"  # the other screen, without a cursor
Pieces = list[tuple[str, str]]  # (text, codes)


class Painted:
    """What stands on the screen: rows of pieces, and the size they were made for."""

    def __init__(self, rows: Sequence[Pieces], page: Page | None, width: int, listing: "Listing | None" = None) -> None:
        self.rows = rows
        self.page = page  # of an article
        self.listing = listing  # of the library
        self.width = width
        self.taken_over = False  # by the reader, which then gives the terminal back itself

    def give_back(self) -> None:
        """Leave the terminal as it was, if the reader never took it over."""
        if not self.taken_over:
            self.taken_over = True
            os.write(2, b"\x1b[?25h\x1b[?1049l")


def color_system() -> ColorSystem | None:
    """How many colours the terminal has, as Rich finds out; None where none are wanted."""
    term = os.environ.get("TERM", "").lower()
    if os.environ.get("NO_COLOR") or term in ("dumb", "unknown"):
        return None
    if os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return ColorSystem.TRUECOLOR
    _, _, depth = term.rpartition("-")
    return {"kitty": ColorSystem.EIGHT_BIT, "256color": ColorSystem.EIGHT_BIT}.get(depth, ColorSystem.STANDARD)


def first_paint(article: Article, looks: Looks, theme: str, signs: Signs, offset: int = 0) -> Painted | None:
    """Write the page that begins at `offset` to the terminal; None where it could not look right."""
    width, height = drawn_size(*shutil.get_terminal_size())
    if width < 20 or height < 4 or (theme != TERMINAL and theme not in COLOURS):
        return None
    rows, page = lay_out(article, looks, theme, signs, offset, width, height)
    if signs.ascii:
        rows = [[(ascii_only(text), codes) for text, codes in row] for row in rows]
    os.write(2, f"{ENTER}{drawing_of(rows)}".encode("utf-8", "replace"))
    return Painted(rows, page, width)


def drawing_of(rows: Sequence[Pieces]) -> str:
    """What draws these rows."""
    lines = (f"\x1b[{y + 1}H" + "".join(f"\x1b[0;{codes}m{text}" for text, codes in row) for y, row in enumerate(rows))
    return "".join(lines) + "\x1b[m"


def lay_out(
    article: Article, looks: Looks, theme: str, signs: Signs, offset: int, width: int, height: int
) -> tuple[list[Pieces], Page]:
    """The rows of the screen as pieces, and the page they are of."""
    colors = color_system()
    look = Codes(theme, colors)
    room = width - panel_in(width, looks.column, looks.panel) if width >= WIDE else width
    text_width, margin = column_in(room - looks.overview, looks.column, looks.numbers)
    folded = frozenset(i for i, block in enumerate(article.blocks) if block.furniture is not None)
    breaks = breaks_for(article.language) if looks.justify else None
    page = Page(article, text_width, folded, signs, looks.justify, breaks)
    shown = height - 2
    top = max(0, min(page.line_of(offset), page.height - shown)) if offset else 0
    lines = [_line(page, line, margin, room, look, signs, looks.numbers) for line in range(top, top + shown)]
    filler = [(" " * (width - room), look.text)] if width > room else []
    bar = look.bar
    title = set_cell_size(drawable(f" {article.title}"), max(0, room))
    rows = [
        [(title, bar), *([(" " * (width - room), bar)] if width > room else [])],
        *([*line, *filler] for line in lines),
        [(" " * width, bar)],
    ]
    return rows, page


class Codes:
    """Codes of the few looks a first page has."""

    def __init__(self, theme: str, colors: ColorSystem | None) -> None:
        colours = COLOURS.get(theme) if colors is not None else None
        foreground, background, panel, primary = (
            (colours["foreground"], colours["background"], colours["panel"], colours["primary"])
            if colours
            else (None,) * 4
        )
        self.text = codes_of(Style(color=foreground, bgcolor=background), colors)
        self.heading = codes_of(Style(color=primary, bgcolor=background, bold=True), colors)
        self.faded = codes_of(Style(color=foreground, bgcolor=background, dim=True), colors)
        self.bar = codes_of(Style(color=foreground, bgcolor=panel, bold=True, reverse=not colours), colors)


def _line(page: Page, line: int, margin: int, room: int, look: Codes, signs: Signs, numbers: bool) -> Pieces:
    row = page.line(line)
    before = (" " * margin, look.text)
    number = (f"{line + 1:>{NUMBERS - 1}} ", look.faded) if numbers and line < page.height else ("", look.text)
    rest = max(0, room - margin - len(number[0]))
    if row.block == BLANK or line >= page.height or row.block in page.folded:
        return [before, number, (" " * rest, look.text)]  # labels of folded blocks are drawn when the reader is there
    block = page.article.blocks[row.block]
    if block.kind is BlockKind.RULE:
        words, codes = signs.rule * page.width, look.faded
    else:
        gaps = page.gaps(line)
        words = ""
        for start, end, blank in page.bits(line):
            text = page.article.text[start:end]
            words += " " * blank + (
                "".join(" " * gaps.get(start + i, 1) if c == " " else c for i, c in enumerate(text)) if gaps else text
            )
        codes = look.heading if block.kind is BlockKind.HEADING else look.text
    lead = " " * GUTTER + page.lead(line)
    words = drawable(words) + page.tail(line)
    rest = max(0, rest - cell_len(lead) - cell_len(words))
    return [before, number, (lead, look.text), (words, codes), (" " * rest, look.text)]
