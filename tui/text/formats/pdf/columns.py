"""Lines of a page are put into the order of reading: column after column between the lines that go across."""

from bisect import bisect_left
from collections.abc import Sequence

from tui.text.formats.pdf.lines import Line

FEWEST = 3  # lines of a column
NARROWEST = 0.15  # of the page's text, for a column
MOST_ACROSS = 0.4  # of the lines, that may go across a gap between columns
APART = 0.45  # of a letter's height, from one column to the next
DEEPEST = 4  # columns within columns


def in_order(lines: Sequence[Line], depth: int = 0) -> list[list[Line]]:
    """The lines in groups: each is one column, or a part of one, from top to bottom."""
    gap = _gap(lines) if depth < DEEPEST else None
    if gap is None:
        return [_from_top(lines)] if lines else []
    groups: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in _from_top(lines):
        if line.right <= gap:
            left.append(line)
        elif line.left >= gap:
            right.append(line)
        else:
            groups += [*in_order(left, depth + 1), *in_order(right, depth + 1), [line]]
            left, right = [], []
    groups += [*in_order(left, depth + 1), *in_order(right, depth + 1)]
    return _joined(groups)


def _from_top(lines: Sequence[Line]) -> list[Line]:
    """Lines from top to bottom; what stands at the same height, from left to right."""
    found: list[Line] = []
    row: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.top):
        if row and row[0].bottom + row[0].height / 2 > line.top - line.height / 4:
            found += sorted(row, key=lambda line: line.left)
            row = []
        row.append(line)
    return [*found, *sorted(row, key=lambda line: line.left)]


def _gap(lines: Sequence[Line]) -> float | None:
    """Where two columns part; None where there is but one."""
    if len(lines) < 2 * FEWEST:
        return None
    start, end = min(line.left for line in lines), max(line.right for line in lines)
    size = sorted(line.height for line in lines)[len(lines) // 2]
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    best: tuple[int, float] | None = None
    for edge in sorted({round(line.left, 1) for line in lines}):
        x = edge - APART * size / 2
        if not start + NARROWEST * (end - start) < x < end - NARROWEST * (end - start):
            continue
        before, behind = bisect_left(rights, x + 0.01), len(lines) - bisect_left(lefts, x)
        across = len(lines) - before - behind
        if min(before, behind) >= FEWEST and (best is None or across < best[0]):
            best = across, x
    if best is None or best[0] > MOST_ACROSS * len(lines):
        return None
    return best[1] if _are_columns(lines, best[1], end - start) else None


def _are_columns(lines: Sequence[Line], gap: float, width: float) -> bool:
    """Whether what stands on either side of a gap is wide enough, and beside each other."""
    left = [line for line in lines if line.right <= gap]
    right = [line for line in lines if line.left >= gap]
    if min(len(left), len(right)) < FEWEST:
        return False
    for side in (left, right):
        if sorted(line.width for line in side)[len(side) // 2] < NARROWEST * width:
            return False
    top = min(max(line.top for line in left), max(line.top for line in right))
    bottom = max(min(line.bottom for line in left), min(line.bottom for line in right))
    lower = min(_reach(left), _reach(right))
    return top - bottom > 0.3 * lower


def _reach(lines: Sequence[Line]) -> float:
    return max(line.top for line in lines) - min(line.bottom for line in lines)


def _joined(groups: Sequence[list[Line]]) -> list[list[Line]]:
    """Lines across that follow each other are one group."""
    found: list[list[Line]] = []
    single = False
    for group in groups:
        if len(group) == 1 and single:
            found[-1] += group
        else:
            found.append(list(group))
        single = len(group) == 1
    return found
