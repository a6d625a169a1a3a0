"""What changed on the screen becomes the fewest bytes that show it.

Textual sends every line of a widget that was redrawn. This remembers what the terminal shows, sends only the cells
that differ, lets the terminal scroll what merely moved, and clears blank ends instead of writing spaces: a line key
in an article costs a third of the bytes, which is what a slow line feels. Nothing here draws; it only says less.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len, split_graphemes
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate

from tui.ui.harmless import drawable

BLANK_RUN = 8  # so many blanks are cheaper to clear than to write
SAMPLES = 12  # rows looked at to find out how far the text moved
UNKNOWN = "\0"  # a cell of which it is not known what it shows
PLAIN = Style.null()


class Row:
    """What a row of the terminal shows, cell by cell; the second cell of a wide character holds ""."""

    __slots__ = ("styles", "texts")

    def __init__(self, texts: list[str], styles: list[Style]) -> None:
        self.texts = texts
        self.styles = styles

    @classmethod
    def unknown(cls, width: int) -> "Row":
        """A row that must be drawn whole."""
        return cls([UNKNOWN] * width, [PLAIN] * width)

    @classmethod
    def blank(cls, width: int) -> "Row":
        """An empty row in the terminal's own colours."""
        return cls([" "] * width, [PLAIN] * width)

    def copy(self) -> "Row":
        """The same row, to be changed by itself."""
        return Row(self.texts[:], self.styles[:])

    def put(self, column: int, segments: Iterable[Segment], stop: int) -> None:
        """Write segments from a column on, not beyond `stop`."""
        for text, style, control in segments:
            if control:
                continue
            cells = cells_of(drawable(text))
            room = stop - column
            if room <= 0:
                return
            cells = cells[:room]
            self.texts[column : column + len(cells)] = cells
            self.styles[column : column + len(cells)] = [style or PLAIN] * len(cells)
            column += len(cells)


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
    if text.isascii() or cell_len(text) == len(text):
        return list(text)
    cells: list[str] = []
    for start, end, width in split_graphemes(text)[0]:
        if width:
            cells += [text[start:end], *[""] * (width - 1)]
    return cells


class Frames:
    """Turns changes into bytes for one terminal."""

    def __init__(self, colors: ColorSystem | None, erases: bool = True) -> None:
        self._colors = colors
        self._erases = erases  # whether the terminal clears a number of cells (ECH); a VT100 does not
        self._rows: list[Row] = []
        self._width = 0
        self._codes: dict[Style, str] = {}

    def forget(self) -> None:
        """The terminal may show anything: the next frame is drawn whole."""
        self._rows = []

    def begin_with(self, rows: list[Row], width: int) -> None:
        """Rows that are on the screen already."""
        self._rows, self._width = rows, width

    def whole(self, lines: Sequence[Iterable[Iterable[Segment]]], width: int) -> str:
        """Bytes for a new picture of the whole screen."""
        self._fit(len(lines), width)
        rows = []
        for strips in lines:
            row = Row.blank(width)
            column = 0
            for strip in strips:
                segments = list(strip)
                row.put(column, segments, width)
                column += sum(cell_len(segment.text) for segment in segments)
            rows.append(row)
        return self._turn_into(rows, None)

    def parts(self, pieces: Iterable[tuple[int, int, Iterable[Segment], int]], size: tuple[int, int]) -> str:
        """Bytes for pieces (row, column, segments, column to stop before) over the picture there is."""
        width, height = size
        self._fit(height, width)
        rows = list(self._rows)
        changed: dict[int, tuple[int, int]] = {}
        for y, column, segments, stop in pieces:
            if not 0 <= y < height:
                continue
            if y not in changed:
                rows[y] = rows[y].copy()
            first, last = changed.get(y, (column, stop))
            changed[y] = min(first, column), max(last, stop)
            rows[y].put(column, segments, min(stop, width))
        return self._turn_into(rows, self._moved(rows, changed))

    def _fit(self, height: int, width: int) -> None:
        if len(self._rows) != height or self._width != width:
            self._rows = [Row.unknown(width) for _ in range(height)]
            self._width = width

    def _moved(self, rows: list[Row], changed: dict[int, tuple[int, int]]) -> tuple[int, int, int] | None:
        """Whether the text in the changed rows only moved: (first row, last row, by how many rows up)."""
        if len(changed) < SAMPLES:
            return None
        first, last = min(changed), max(changed)
        left, right = min(one for one, _ in changed.values()), max(one for _, one in changed.values())
        before: dict[str, int] = {}
        for y in range(first, last + 1):
            text = "".join(self._rows[y].texts[left:right])
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

    def _turn_into(self, rows: list[Row], moved: tuple[int, int, int] | None) -> str:
        drawn = self._differences(self._rows, rows)
        if moved is not None:
            first, last, by = moved
            empty = [Row.blank(self._width) for _ in range(abs(by))]
            kept = self._rows[first + max(0, by) : last + 1 + min(0, by)]
            scrolled = [*kept, *empty] if by > 0 else [*empty, *kept]
            start = self._rows[:first] + scrolled + self._rows[last + 1 :]
            # Line feeds and reverse line feeds inside margins: what every terminal since the VT100 knows.
            shift = f"\x1b[{last + 1}H" + "\n" * by if by > 0 else f"\x1b[{first + 1}H" + "\x1bM" * -by
            other = f"\x1b[m\x1b[{first + 1};{last + 1}r{shift}\x1b[r" + self._differences(start, rows)
            drawn = min(drawn, other, key=len)
        self._rows = rows
        return drawn

    def _differences(self, before: list[Row], after: list[Row]) -> str:
        out: list[str] = []
        style = ""
        for y, (old, new) in enumerate(zip(before, after, strict=True)):
            if old is new or (old.texts == new.texts and old.styles == new.styles):
                continue
            style = self._row(y, old, new, out, style)
        if style:
            out.append("\x1b[m")
        return "".join(out)

    def _row(self, y: int, old: Row, new: Row, out: list[str], style: str) -> str:
        """Draw what differs in a row; the codes that are in force afterwards."""
        cells = list(zip(old.texts, old.styles, new.texts, new.styles, strict=True))
        first = next(x for x, (a, b, c, d) in enumerate(cells) if a != c or b != d)
        last = next(
            x for x in range(len(cells) - 1, -1, -1) if cells[x][0] != cells[x][2] or cells[x][1] != cells[x][3]
        )
        while first > 0 and new.texts[first] == "":
            first -= 1
        end = last + 1
        while end < len(cells) and new.texts[end] == "":
            end += 1
        out.append(f"\x1b[{y + 1};{first + 1}H" if first else f"\x1b[{y + 1}H")
        x = first
        while x < end:
            run = x + 1
            cell_style = new.styles[x]
            while run < end and new.styles[run] == cell_style:
                run += 1
            text = "".join(new.texts[x:run])
            codes = self._code(cell_style)
            if codes != style:
                out.append(f"\x1b[0;{codes}m" if codes else "\x1b[m")
                style = codes
            blanks = len(text) - len(text.rstrip(" "))
            if blanks >= BLANK_RUN and run == end and _clears(cell_style):
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

    def _code(self, style: Style) -> str:
        codes = self._codes.get(style)
        if codes is None:
            codes = self._codes[style] = (
                style._make_ansi_codes(self._colors) if self._colors is not None else _marks(style)
            )
        return codes


def _clears(style: Style) -> bool:
    """Whether a blank of this style is what clearing leaves: nothing but the terminal's own background."""
    plain = style.bgcolor is None or style.bgcolor.is_default
    return plain and not (style.underline or style.reverse or style.strike or style.overline or style.underline2)


def _marks(style: Style) -> str:
    """Codes of a style where there are no colours."""
    return Style.combine([style]).without_color._make_ansi_codes(ColorSystem.STANDARD)
