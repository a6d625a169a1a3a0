"""Intervals become a histogram over time: a row of bars and the dates below its ends."""

from collections.abc import Sequence
from enum import IntEnum

from tui.analysis.model import Day, Interval
from tui.analysis.times.days.calendar import ordinal


class Zoom(IntEnum):
    """How much time one bar stands for; none is 0, for that would read as no choice."""

    DAY = 1
    MONTH = 2
    YEAR = 3
    DECADE = 4


def bin_of(day: Day, zoom: Zoom) -> int:
    """The number of the bar that a day falls into."""
    if zoom is Zoom.DAY:
        return ordinal(day)
    if zoom is Zoom.MONTH:
        return day.year * 12 + day.month - 1
    return day.year if zoom is Zoom.YEAR else day.year // 10


def zoom_for(intervals: Sequence[Interval], cells: int) -> Zoom:
    """The finest zoom at which most of the intervals fit into `cells` bars."""
    # The middle five sevenths count: a little history must not flatten a story of three weeks.
    days = sorted(interval.first for interval in intervals)
    cut = len(days) // 7
    first, last = days[cut], days[len(days) - 1 - cut]
    for zoom in Zoom:
        if bin_of(last, zoom) - bin_of(first, zoom) < cells:
            return zoom
    return Zoom.DECADE


def histogram(intervals: Sequence[Interval], zoom: Zoom, cells: int, signs: str) -> tuple[str, str]:
    """Bars and axis, both `cells` wide. What lies before or after what fits is gathered at the ends ("<", ">")."""
    from tui.ui.widgets.parts.sparkline import bars

    bins = sorted(bin_of(interval.first, zoom) for interval in intervals)
    middle = bins[len(bins) // 2]
    first = bins[0] if bins[-1] - bins[0] < cells else max(bins[0], min(middle - cells // 2, bins[-1] - cells + 1))
    shown = min(cells, bins[-1] - first + 1)
    stretch = max(1, min(3, cells // shown))
    counts = [0] * shown
    before = after = 0
    for number in bins:
        if number < first:
            before += 1
        elif number >= first + shown:
            after += 1
        else:
            counts[number - first] += 1
    drawn = "".join(sign * stretch for sign in bars(counts, signs))
    left = ("<" if before else "") + name_of(first, zoom)
    right = name_of(first + shown - 1, zoom) + (">" if after else "")
    if shown == 1:
        return drawn.ljust(cells), left.ljust(cells)[:cells]
    width = max(len(drawn), len(left) + len(right) + 1)
    return drawn.ljust(cells)[:cells], (left + right.rjust(min(cells, width) - len(left))).ljust(cells)[:cells]


def name_of(number: int, zoom: Zoom) -> str:
    """The date a bar stands for."""
    if zoom is Zoom.DAY:
        from tui.analysis.times.days.calendar import day_of

        return str(day_of(number))
    if zoom is Zoom.MONTH:
        return f"{number // 12:04d}-{number % 12 + 1:02d}"
    return str(number) if zoom is Zoom.YEAR else f"{number * 10}s"
