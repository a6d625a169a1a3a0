"""Days become columns: a scale of time with its marks, and what lasts drawn to that scale."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.model import Day, Interval
from tui.analysis.times.days.calendar import MONTHS, add_days, add_months, day_of, ordinal
from tui.ui.page.signs import Signs

CORE = 7  # the middle five of so many parts of the rows decide the scale: a little history must not flatten a story
LEAST = 4  # rows of which some are in the middle
LONGEST = 4  # how many times as long as these the whole time may be, and is drawn as a whole
APART = 2  # columns between the words of two marks
# Days from mark to mark; the first that leaves room for the words is taken.
DAYS, MONTH_STEPS, YEAR_STEPS = (1, 2, 7, 14), (1, 3, 6), (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class Axis:
    """So many columns for the days from `first` to `last`, by their numbers (`calendar.ordinal`)."""

    first: int
    last: int
    columns: int

    def column_of(self, day: Day) -> int:
        """The column that a day falls into; below 0 before the first, `columns` or more behind the last."""
        return (ordinal(day) - self.first) * self.columns // (self.last - self.first + 1)

    @property
    def days_a_column(self) -> float:
        """How many days fall into one column."""
        return (self.last - self.first + 1) / max(1, self.columns)


def axis_for(
    intervals: Sequence[Interval], columns: int, days_a_column: int = 0, centre: Day | None = None
) -> Axis | None:
    """The scale on which most of the intervals are seen best, or the one wanted, around a day; None without any.

    Where a few lie far from the others, these alone are in the scale."""
    if not intervals or columns < 1:
        return None
    firsts, lasts = sorted(ordinal(one.first) for one in intervals), sorted(ordinal(one.last) for one in intervals)
    first, last = firsts[0], lasts[-1]
    if days_a_column:
        length = min(last - first + 1, columns * days_a_column)
        middle = ordinal(centre) if centre is not None else firsts[len(firsts) // 2]
        begin = max(first, min(middle - length // 2, last - length + 1))
        return Axis(begin, begin + length - 1, columns)
    cut = -(-len(firsts) // CORE) if len(firsts) >= LEAST else 0
    begin, end = firsts[cut], lasts[len(lasts) - 1 - cut]
    length = max(1, end - begin)
    if last - first > LONGEST * length:  # and what lies near them
        first = min(day for day in firsts if day >= begin - length)
        last = max(day for day in lasts if day <= end + length)
    return Axis(first, last, columns)


def marks(axis: Axis) -> list[tuple[int, str]]:
    """Columns of the marks and their words, as close together as there is room for words."""
    first, last = day_of(axis.first), day_of(axis.last)
    for step in DAYS:
        if step / axis.days_a_column >= len("30 Sep") + APART:
            return _named(axis, _days(first, last, step), "day")
    for step in MONTH_STEPS:
        if step * 28 / axis.days_a_column >= len("Sep") + APART:
            return _named(axis, _months(first, last, step), "month")
    for step in YEAR_STEPS:
        if step * 365.2 / axis.days_a_column >= len("2019 BC") + APART:
            return _named(axis, _years(first, last, step), "year")
    return []


def scale(axis: Axis, signs: Signs) -> str:
    """One line: a bar at each mark and its words behind it."""
    line = [" "] * axis.columns
    marked = marks(axis)
    ends = [*(column for column, _ in marked[1:]), axis.columns]
    for (column, words), end in zip(marked, ends, strict=False):
        if column + len(words) >= end:
            words = words.split("  ")[0]  # without the year
        words = words.replace("  ", " ")
        if column + len(words) < axis.columns:
            line[column : column + 1 + len(words)] = [signs.bar, *words]
    return "".join(line)


def grid(axis: Axis, signs: Signs) -> str:
    """A line with a dot at each mark, by which the eye finds it."""
    columns = {column for column, _ in marks(axis)}
    return "".join(signs.middle if column in columns else " " for column in range(axis.columns))


def track(axis: Axis, interval: Interval, doubtful: bool, signs: Signs) -> tuple[int, str]:
    """The column where an interval begins and what is drawn there; an arrow where it lies beyond the ends."""
    first, last = axis.column_of(interval.first), axis.column_of(interval.last)
    if last < 0:
        return 0, "<"
    if first >= axis.columns:
        return axis.columns - 1, ">"
    point, bar = (signs.hollow, signs.doubtful_bar) if doubtful else (signs.dot, signs.range_bar)
    if interval.first == interval.last:
        return first, point
    before, behind = first < 0, last >= axis.columns
    first, last = max(0, first), min(axis.columns - 1, last)
    drawn = [bar] * (last - first + 1)
    if before:
        drawn[0] = "<"
    if behind:
        drawn[-1] = ">"
    return first, "".join(drawn)


def _named(axis: Axis, days: Iterator[Day], unit: str) -> list[tuple[int, str]]:
    """The year stands where it begins, and at the first mark."""
    found: list[tuple[int, str]] = []
    year: int | None = None
    for day in days:
        era = f"{1 - day.year} BC" if day.year < 1 else str(day.year) if day.year >= 1000 else f"AD {day.year}"
        words = f"{day.day} {MONTHS[day.month - 1]}" if unit == "day" else MONTHS[day.month - 1]
        if unit == "year":
            words = era
        elif day.year != year:
            words = f"{words}  {era}"  # two blanks: there may be no room for it
        year = day.year
        found.append((axis.column_of(day), words))
    return found


def _days(first: Day, last: Day, step: int) -> Iterator[Day]:
    day = first
    while day <= last:
        yield day
        day = add_days(day, step)


def _months(first: Day, last: Day, step: int) -> Iterator[Day]:
    month = (first.month - 1 + (first.day > 1)) // step * step
    day = Day(first.year, 1, 1)
    day = add_months(day, month if add_months(day, month) >= first else month + step)
    while day <= last:
        yield day
        day = add_months(day, step)


def _years(first: Day, last: Day, step: int) -> Iterator[Day]:
    """Round years, counted from the turn of the eras to both sides, and the turn itself."""
    year = first.year if first == Day(first.year, 1, 1) else first.year + 1
    while year <= last.year:
        if year == 1 or (year if year > 0 else 1 - year) % step == 0:
            yield Day(year, 1, 1)
            year += 1
        elif year > 1:
            year += step - year % step
        else:
            year += max(1, (1 - year) % step)
