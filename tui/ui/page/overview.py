"""Where in the whole article marks lie, as one sign for each row of the screen."""

from collections.abc import Mapping, Sequence

from tui.text.span import Span
from tui.ui.page.page import Page


def overview(page: Page, rows: int, places: Mapping[str, Sequence[Span]]) -> tuple[str, ...]:
    """For each of `rows` rows the name of what lies in its part of the page, "" for nothing.

    Of several things in one part the one that is named last in `places` is shown."""
    shown = [""] * rows
    for name, spans in places.items():
        for span in spans:
            shown[row_of(page.line_of(span.start), page.height, rows)] = name
    return tuple(shown)


def row_of(line: int, height: int, rows: int) -> int:
    """The row of the overview that stands for a line of the page; a page that fits stands there line by line."""
    return min(rows - 1, line if height <= rows else line * rows // height)


def rows_in_view(top: int, height: int, rows: int) -> range:
    """The rows of the overview that stand for what is on the screen."""
    if height <= rows:
        return range(0)
    return range(row_of(top, height, rows), row_of(min(top + rows, height) - 1, height, rows) + 1)
