"""Words become lines of a width, with some of them set off."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from tui.text.span import Span
from tui.ui.terminal.harmless import drawable


def wrapped(words: str, width: int, most: int) -> list[Span]:
    """The lines of `words` as spans, broken at blanks, or inside a word that is wider than a line; at most `most`.

    The last one is what is left, however long, where there is more."""
    lines: list[Span] = []
    start, end = 0, len(words)
    while start < end and len(lines) < most - 1:
        fits = _fitting(words, start, width)
        if fits >= end:
            break
        blank = words.rfind(" ", start, fits + 1)
        stop = blank if blank > start else fits
        lines.append(Span(start, stop))
        start = stop + (words[stop] == " ")
    return [*lines, Span(start, end)] if start < end or not lines else lines


def set_off(
    words: str, lines: Sequence[Span], width: int, styles: tuple[Style, Style], marked: Span | None, ellipsis: str
) -> list[list[Segment]]:
    """The lines in the first of two styles, the marked words in the second; a last line that is too long is cut."""
    drawn = []
    plain, strong = styles
    for start, end in lines:
        cut = ""
        if cell_len(words[start:end]) > width:
            sign = ellipsis[: max(1, width)]
            room = max(0, width - len(sign))
            end, cut = _fitting(words, start, room), sign
            if cell_len(words[start:end]) > room:  # a wide character where one cell is left
                end = start
        first, last = (max(start, min(end, edge)) for edge in (marked or (start, start)))
        pieces = ((start, first, plain), (first, last, strong), (last, end, plain))
        line = [Segment(drawable(words[a:b]), style) for a, b, style in pieces if a < b]
        drawn.append([*line, Segment(cut, plain)] if cut else line)
    return drawn


def _fitting(words: str, start: int, width: int) -> int:
    """Where the part from `start` on ends that takes at most `width` cells, and at least one character."""
    end = min(len(words), start + max(1, width))
    if cell_len(words[start:end]) > width:  # wide characters: two cells each
        end = start + max(1, len(set_cell_size(words[start:end], width).rstrip()))
        while end > start + 1 and cell_len(words[start:end]) > width:
            end -= 1
        return end
    while end < len(words) and cell_len(words[start : end + 1]) <= width:  # and some that take none
        end += 1
    return end
