"""A page of a PDF becomes its lines and where they stand on the paper, in the order in which they were written."""

import ctypes
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

HYPHEN = "\ufffe"  # what PDFium puts where a word is divided at the end of a line
_LINE = re.compile(rf"[^\r\n{HYPHEN}]+{HYPHEN}?")
GUTTER = 0.9  # of a letter's height: white that wide between words may part two columns
FULL = 0.7  # of a column's width, that lines of running text fill and cells of a table do not


class Line(NamedTuple):
    """Words on one line; points from the lower left corner of the paper."""

    text: str  # with HYPHEN at its end where a word goes on
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """The height of its letters, with what hangs below them."""
        return self.top - self.bottom

    @property
    def width(self) -> float:
        """From its first letter to its last."""
        return self.right - self.left


class Page(NamedTuple):
    """What stands on a page."""

    lines: tuple[Line, ...]
    width: float
    height: float
    pictures: bool = False  # there is nothing on it but pictures


class Letters:
    """The letters of a page, by PDFium's numbers."""

    def __init__(self, raw: Any, page: Any) -> None:
        self._raw, self._page = raw, page
        self._box = raw.FS_RECTF()
        self._edges = tuple(ctypes.c_double() for _ in range(4))

    def text(self) -> str:
        """All of them, with line ends between."""
        count = self._raw.FPDFText_CountChars(self._page)
        if count <= 0:
            return ""
        units = (ctypes.c_ushort * (count + 1))()
        got = self._raw.FPDFText_GetText(self._page, 0, count, units)
        return bytes(units)[: max(0, got - 1) * 2].decode("utf-16-le", "replace")

    def box(self, at: int) -> tuple[float, float, float, float] | None:
        """Left, bottom, right and top of the letter at an offset of the text."""
        letter = self._raw.FPDFText_GetCharIndexFromTextIndex(self._page, at)
        if letter < 0 or not self._raw.FPDFText_GetLooseCharBox(self._page, letter, self._box):
            return None
        return self._box.left, self._box.bottom, self._box.right, self._box.top

    def runs(self) -> Iterator[tuple[float, float, float, float]]:
        """Left, bottom, right and top of what was written in one go."""
        left, top, right, bottom = self._edges
        edges = tuple(ctypes.byref(edge) for edge in self._edges)
        for number in range(max(0, self._raw.FPDFText_CountRects(self._page, 0, -1))):
            if self._raw.FPDFText_GetRect(self._page, number, *edges):
                yield left.value, bottom.value, right.value, top.value


def lines_of(letters: Letters) -> tuple[Line, ...]:
    """The lines of a page; those that go across two columns are parted."""
    text = letters.text()
    found: list[Line] = []
    wide = not text.isascii() and max(text) > "\uffff"
    places: list[int] = []
    for match in _LINE.finditer(text):
        words = match[0]
        if words.isspace():
            continue
        start = match.start() + len(words) - len(words.lstrip())
        end = match.end() - (len(words) - len(words.rstrip(f" {HYPHEN}"))) - 1
        if wide:  # PDFium counts what is beyond the first plane twice
            start, end = _units(text, start), _units(text, end)
        first, last = letters.box(start), letters.box(end)
        if first is None or last is None or end < start:
            continue
        line = Line(
            words.strip(),
            min(first[0], last[0]),
            min(first[1], last[1]),
            max(first[2], last[2]),
            max(first[3], last[3]),
        )
        found.append(line)
        places.append(start)
    if wide or len(found) < 6:
        return tuple(found)
    return tuple(_parted(found, places, letters))


def _units(text: str, offset: int) -> int:
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def _parted(lines: Sequence[Line], places: Sequence[int], letters: Letters) -> Iterator[Line]:
    """The lines; where many go across the same white gap and fill what is on either side, each becomes two."""
    gutter = _gutter(lines, letters)
    if gutter is None:
        yield from lines
        return
    parts: list[tuple[Line, Line] | None] = [
        _at(line, start, gutter, letters) if line.left < gutter < line.right else None
        for line, start in zip(lines, places, strict=True)
    ]
    halves = [part for part in parts if part is not None]
    if len(halves) < 5 or not (_full([one for one, _ in halves]) and _full([other for _, other in halves])):
        yield from lines
        return
    for line, part in zip(lines, parts, strict=True):
        yield from part or (line,)


def _gutter(lines: Sequence[Line], letters: Letters) -> float | None:
    """A place across which many lines go, but nothing that was written in one go."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    crossing = [line for line in lines if line.left < (left + right) / 2 < line.right]
    if len(crossing) < 5:
        return None
    size = sorted(line.height for line in lines)[len(lines) // 2]
    margin = GUTTER * size / 2
    runs = [(run[0] - margin, run[2] + margin) for run in letters.runs()]
    starts, ends = sorted(start for start, _ in runs), sorted(end for _, end in runs)
    steps = 40
    best: tuple[int, float] | None = None
    for step in range(steps // 4, steps * 3 // 4 + 1):
        x = left + (right - left) * step / steps
        covered = bisect_left(starts, x) - bisect_left(ends, x)
        if best is None or covered < best[0]:
            best = covered, x
    return best[1] if best is not None and best[0] <= 0.15 * len(crossing) else None


def _at(line: Line, start: int, gutter: float, letters: Letters) -> tuple[Line, Line] | None:
    """The two halves of a line; None where no blank stands at the place."""
    edge = 0.0
    for index, letter in enumerate(line.text.rstrip(HYPHEN)):
        if letter != " ":
            box = letters.box(start + index)
            if box is None:
                continue
            if box[0] > gutter and index and line.text[index - 1] == " ":
                one, other = line.text[:index].rstrip(), line.text[index:]
                return line._replace(text=one, right=edge), line._replace(text=other, left=box[0])
            if box[2] > gutter:
                return None
            edge = box[2]
    return None


def _full(lines: Sequence[Line]) -> bool:
    """Whether most of the lines are as wide as the widest, as in running text."""
    widest = max(line.right for line in lines) - min(line.left for line in lines)
    return sorted(line.width for line in lines)[len(lines) // 2] > FULL * widest
