"""Small pictures of numbers: sparklines, histograms, the overview of an article."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.model import Day, Interval
from tui.text.article import Article
from tui.text.span import Span
from tui.ui.page.overview import overview, row_of, rows_in_view
from tui.ui.page.page import Page
from tui.ui.page.signs import ASCII, Signs
from tui.ui.widgets.parts.histogram import Zoom, histogram, zoom_for
from tui.ui.widgets.parts.sparkline import bars, spread

DAYS = st.builds(Day, st.integers(-500, 2100), st.integers(1, 12), st.integers(1, 28))
INTERVALS = st.lists(DAYS.map(lambda day: Interval(day, day)), min_size=1, max_size=30)


def days(*dates: str) -> list[Interval]:
    found = [Day(*map(int, date.split("-"))) for date in dates]
    return [Interval(day, day) for day in found]


def test_spread() -> None:
    assert spread([0, 1, 50, 99], 100, 4) == [2, 0, 1, 1]
    assert spread([100], 100, 4) == [0, 0, 0, 1]
    assert spread([], 0, 3) == [0, 0, 0]


@given(st.lists(st.integers(0, 1000), max_size=20), st.sampled_from([Signs().sparks, ASCII.sparks]))
def test_some_is_never_drawn_as_none(counts: list[int], signs: str) -> None:
    drawn = bars(counts, signs)
    assert len(drawn) == len(counts)
    assert [sign == signs[0] for sign in drawn] == [count == 0 for count in counts]


@pytest.mark.parametrize(
    ("dates", "zoom"),
    [
        (("2021-03-23", "2021-03-29"), Zoom.DAY),
        (("2021-01-23", "2021-12-29"), Zoom.MONTH),
        (("1990-01-23", "2021-12-29"), Zoom.DECADE),
        (("2010-01-23", "2021-12-29"), Zoom.YEAR),
    ],
)
def test_the_zoom_fits(dates: tuple[str, ...], zoom: Zoom) -> None:
    assert zoom_for(days(*dates), 20) is zoom


@given(INTERVALS, st.sampled_from(list(Zoom)), st.integers(1, 60))
def test_a_histogram_fills_its_cells(intervals: list[Interval], zoom: Zoom, cells: int) -> None:
    drawn, axis = histogram(intervals, zoom, cells, ASCII.sparks)
    assert len(drawn) == len(axis) == cells
    assert drawn.strip()


def test_the_overview_shows_marks_in_their_part(write_article: Callable[..., Article]) -> None:
    page = Page(write_article("\n\n".join(["words"] * 100)), 40)
    places = {"hit": [Span(0, 5), Span(350, 355)], "note": [Span(353, 354)]}
    shown = overview(page, 20, places)
    assert shown[0] == "hit"
    assert shown[10] == "note"
    assert sum(map(bool, shown)) == 2


@given(st.integers(1, 500), st.integers(1, 60), st.integers(0, 500))
def test_what_is_in_view_is_on_the_overview(height: int, rows: int, top: int) -> None:
    top = min(top, max(0, height - rows))
    assert all(0 <= row_of(line, height, rows) < rows for line in range(height))
    seen = rows_in_view(top, height, rows)
    assert all(0 <= row < rows for row in seen)
    assert bool(seen) == (height > rows)
