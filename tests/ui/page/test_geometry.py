"""How wide the panel is: what the text does not need, and as much as a person wants of the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.ui.page.geometry import APART, GUTTER, LEAST_TEXT, WIDE, column_in, panel_in


@pytest.mark.parametrize(
    ("width", "articles", "panel", "text"),
    [(100, 1, 40, 57), (120, 1, 40, 77), (140, 1, 49, 88), (200, 1, 80, 88), (200, 2, 40, 77), (300, 2, 80, 88)],
)
def test_the_panel_takes_what_the_text_does_not_need(width: int, articles: int, panel: int, text: int) -> None:
    assert panel_in(width, 88, articles=articles) == panel
    assert column_in((width - panel) // articles, 88)[0] == text


@given(st.integers(1, 1000), st.integers(20, 200), st.integers(-300, 1000), st.integers(1, 2))
def test_it_never_takes_the_text_away(width: int, column: int, more: int, articles: int) -> None:
    panel = panel_in(width, column, more, articles)
    assert 1 <= panel <= width
    if width >= WIDE and articles == 1:
        assert width - panel >= LEAST_TEXT + GUTTER + APART
