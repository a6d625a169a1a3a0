"""What changed on the screen becomes the fewest bytes that show it.

Textual sends every line of a widget that was redrawn. This remembers what the terminal shows, sends only the cells
that differ, lets the terminal scroll what merely moved, and clears blank ends instead of writing spaces: a line key
in an article costs a third of the bytes, which is what a slow line feels. Nothing here draws; it only says less.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import ne

from rich.cells import cell_len, split_graphemes
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate

from tui.ui.terminal.codes import PLAIN, codes_of
from tui.ui.terminal.harmless import ascii_only, drawable

STAY = 10  # so many cells that stay as they are cost more to draw again than to pass over
BLANK_RUN = 8  # so many blanks are cheaper to clear than to write
SAMPLES = 12  # rows looked at to find out how far the text moved


class Row:
    """What a row of the terminal shows, cell by cell: a character and the codes of its looks.

    The second cell of a wide character holds ""; codes are those between ESC [ 0 and m, "" for the terminal's own."""

    __slots__ = ("styles", "texts")

    def __init__(self, texts: list[str], styles: list[str]) -> None:
        self.texts = texts
        self.styles = styles

    @classmethod
    def blank(cls, width: int) -> "Row":
        """An empty row in the terminal's own colours."""
        return cls([" "] * width, [PLAIN] * width)

    def is_bare(self, column: int) -> bool:
        """Whether a cell shows nothing but the terminal's own background, whatever the colour of its blank."""
        return self.texts[column] == " " and _clears(self.styles[column])

    def copy(self) -> "Row":
        """The same row, to be changed by itself."""
        return Row(self.texts[:], self.styles[:])

    def put(self, column: int, pieces: Iterable[tuple[str, str]], stop: int) -> None:
        """Write pieces (text, codes) from a column on, not beyond `stop`; of half a wide character a blank is left."""
        texts, first = self.texts, column
        for text, codes in pieces:
            cells = cells_of(drawable(text))
            room = stop - column
            if room <= 0:
                break
            if len(cells) > room:
                _blank_end(cells, room)
                cells = cells[:room]
            if column == first and texts[column : column + 1] == [""]:
                _blank_end(texts, column)
            texts[column : column + len(cells)] = cells
            self.styles[column : column + len(cells)] = [codes] * len(cells)
            column += len(cells)
        while column > first and texts[column : column + 1] == [""]:
            texts[column] = " "
            column += 1


def _blank_end(cells: list[str], stop: int) -> None:
    """Make blanks of the character that begins before `stop` and goes on there."""
    start = stop
    while start > 0 and cells[start] == "":
        start -= 1
    cells[start:stop] = [" "] * (stop - start)


def pieces_of(update: ChopsUpdate) -> Iterator[tuple[int, int, Iterable[Segment], int]]:
    """The parts of a picture that Textual wants drawn: (row, column, segments, column to stop before)."""
    for y, left, right in update.spans:
        for (x, strip), end in zip(update.chops[y].items(), update.chop_ends[y], strict=False):
            if strip is None or x > right or end <= left:
                continue
            if left <= x and end <= right:
                yield y, x, strip, end
            else:
                yield y, max(x, left), strip.crop(max(0, left - x), min(end, right) - x), min(end, right)


def cells_of(text: str) -> list[str]:
    """One string for each cell of a text."""
    if text.isascii() or (cell_len(text) == len(text) and all(cell_len(letter) == 1 for letter in text)):
        return list(text)
    cells: list[str] = []
    for start, end, width in split_graphemes(text)[0]:
        if width:
            cells += [text[start:end], *[""] * (width - 1)]
    return cells


class Frames:
    """Turns changes into bytes for one terminal."""

    def __init__(self, colors: ColorSystem | None, erases: bool = True, ascii: bool = False) -> None:
        self._colors = colors
        self._ascii = ascii  # whether the terminal knows no other characters
        self._erases = erases  # whether the terminal clears a number of cells (ECH); a VT100 does not
        self._rows: list[Row] | None = None  # None while it is not known what the terminal shows
        self._width = 0
        self._codes: dict[Style, str] = {}

    def forget(self) -> None:
        """The terminal may show anything: the next picture is drawn whole."""
        self._rows = None

    def begin_with(self, rows: Sequence[Iterable[tuple[str, str]]], width: int) -> None:
        """Rows of pieces (text, codes) that are on the screen already, which was empty before."""
        self._rows, self._width = [Row.blank(width) for _ in rows], width
        for row, pieces in zip(self._rows, rows, strict=True):
            row.put(0, pieces, width)

    def whole(self, lines: Sequence[Iterable[Iterable[Segment]]], width: int) -> str:
        """Bytes for a new picture of the whole screen."""
        rows = []
        for strips in lines:
            row = Row.blank(width)
            column = 0
            for strip in strips:
                row.put(column, self._pieces(strip), width)
                column += sum(segment.cell_length for segment in strip)
            rows.append(row)
        known = self._rows if self.knows(width, len(rows)) else None
        self._width = width
        return self._turn_into(rows, known, None)

    def knows(self, width: int, height: int) -> bool:
        """Whether it is known what a terminal of this size shows: only then can it be drawn in parts."""
        return self._rows is not None and self._width == width and len(self._rows) == height

    def parts(self, pieces: Iterable[tuple[int, int, Iterable[Segment], int]]) -> str:
        """Bytes for pieces (row, column, segments, column to stop before) over the picture that is known."""
        known = self._rows
        assert known is not None, "parts of a picture that nobody knows"
        rows = list(known)
        changed: dict[int, tuple[int, int]] = {}
        for y, column, segments, stop in pieces:
            if not 0 <= y < len(rows):
                continue
            if y not in changed:
                rows[y] = rows[y].copy()
            first, last = changed.get(y, (column, stop))
            changed[y] = min(first, column), max(last, stop)
            rows[y].put(column, self._pieces(segments), min(stop, self._width))
        return self._turn_into(rows, known, _moved(known, rows, changed))

    def _turn_into(self, rows: list[Row], known: list[Row] | None, moved: tuple[int, int, int] | None) -> str:
        changes = [(y, 0, self._width) for y in range(len(rows))] if known is None else list(_changes(known, rows))
        shift = ""
        if moved is not None and known is not None:
            first, last, by = moved
            empty = [Row.blank(self._width) for _ in range(abs(by))]
            kept = known[first + max(0, by) : last + 1 + min(0, by)]
            scrolled = [*kept, *empty] if by > 0 else [*empty, *kept]
            left = list(_changes(known[:first] + scrolled + known[last + 1 :], rows))
            if _cost(rows, left) < _cost(rows, changes):
                changes = left
                # Line feeds and reverse line feeds inside margins: what every terminal since the VT100 knows.
                feeds = f"\x1b[{last + 1}H" + "\n" * by if by > 0 else f"\x1b[{first + 1}H" + "\x1bM" * -by
                shift = f"\x1b[m\x1b[{first + 1};{last + 1}r{feeds}\x1b[r"
        self._rows = rows
        out = [shift]
        codes = PLAIN
        for y, first, end in changes:
            codes = self._row(y, rows[y], first, end, out, codes)
        if codes:
            out.append("\x1b[m")
        return "".join(out)

    def _row(self, y: int, new: Row, first: int, end: int, out: list[str], style: str) -> str:
        """Draw the cells of a row from `first` to before `end`; the codes that are in force afterwards."""
        out.append(f"\x1b[{y + 1};{first + 1}H" if first else f"\x1b[{y + 1}H")
        x = first
        while x < end:
            run = x + 1
            cell_style = new.styles[x]
            plain = _clears(cell_style)
            while run < end and (new.styles[run] == cell_style or (plain and new.is_bare(run))):
                run += 1
            text = "".join(new.texts[x:run])
            if cell_style != style:
                out.append(f"\x1b[0;{cell_style}m" if cell_style else "\x1b[m")
                style = cell_style
            blanks = len(text) - len(text.rstrip(" "))
            if blanks >= BLANK_RUN and run == end and plain:
                out.append(text[: len(text) - blanks])
                if end == self._width:
                    out.append("\x1b[K")
                    return style
                if self._erases:
                    out.append(f"\x1b[{blanks}X")
                    return style
                out.append(" " * blanks)
            else:
                out.append(text)
            x = run
        return style

    def _pieces(self, segments: Iterable[Segment]) -> Iterator[tuple[str, str]]:
        known = self._codes
        for text, style, control in segments:
            if not control:
                codes = PLAIN if style is None else known.get(style)
                if codes is None and style is not None:
                    codes = known[style] = codes_of(style, self._colors)
                yield ascii_only(text) if self._ascii else text, codes or PLAIN


def _moved(
    known: Sequence[Row], rows: Sequence[Row], changed: dict[int, tuple[int, int]]
) -> tuple[int, int, int] | None:
    """Whether the text in the changed rows only moved: (first row, last row, by how many rows up)."""
    if len(changed) < SAMPLES:
        return None
    # The rows of the one widget that was redrawn; a line that changed elsewhere stays where it is.
    left, right = Counter(changed.values()).most_common(1)[0][0]
    same = [y for y, columns in changed.items() if columns == (left, right)]
    first, last = min(same), max(same)
    if last - first + 1 != len(same) or len(same) < SAMPLES:
        return None
    before: dict[str, int] = {}
    for y in range(first, last + 1):
        text = "".join(known[y].texts[left:right])
        before[text] = -1 if text in before else y
    votes: Counter[int] = Counter()
    for y in range(first, last + 1):
        text = "".join(rows[y].texts[left:right])
        if text.strip() and (was := before.get(text, -1)) >= 0:
            votes[was - y] += 1
    if not votes:
        return None
    by, count = votes.most_common(1)[0]
    return (first, last, by) if by and count * 3 >= last - first - abs(by) else None


def _changes(before: list[Row], after: list[Row]) -> Iterator[tuple[int, int, int]]:
    """Where rows differ: (row, first cell, cell behind the last); cells between that stay are passed over."""
    for y, (old, new) in enumerate(zip(before, after, strict=True)):
        if old is new or (old.texts == new.texts and old.styles == new.styles):
            continue
        texts = new.texts
        cells = zip(texts, old.texts, new.styles, old.styles, strict=True)
        differing = [x for x, (text, was, style, style_was) in enumerate(cells) if text != was or style != style_was]
        first = last = differing[0]
        for x in (*differing[1:], len(texts) + STAY):
            if x - last > STAY:
                while first > 0 and texts[first] == "":
                    first -= 1
                end = last + 1
                while end < len(texts) and texts[end] == "":
                    end += 1
                yield y, first, end
                first = x
            last = x


def _cost(rows: list[Row], changes: Sequence[tuple[int, int, int]]) -> int:
    """About how many bytes drawing them takes: the cells, the codes, and moving the cursor to each row."""
    cost = 0
    for y, first, end in changes:
        styles = rows[y].styles
        turns = sum(map(ne, styles[first : end - 1], styles[first + 1 : end]))
        cost += end - first + 8 + turns * (4 + len(styles[first]))
    return cost


@lru_cache(maxsize=1024)
def _clears(codes: str) -> bool:
    """Whether a blank of these looks is what clearing leaves: no background, no line, not reversed."""
    numbers = codes.split(";")
    return not any(
        code in ("4", "7", "9", "21", "48", "53") or (len(code) > 1 and code[:-1] in ("4", "10")) for code in numbers
    )
