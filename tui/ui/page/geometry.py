"""Where the parts of the reader stand; shared by the first page and the screen that takes over from it."""

WIDE = 100  # from this many columns on the panel stands beside the text, below it lies over it
TWO = 80  # and from this many on two articles beside each other
PANEL = 40  # columns of the panel beside the text, where there is no more room than that
OVER = 44  # columns of the panel over the text
NARROWEST_PANEL, WIDEST_PANEL = 24, 80  # columns; a person may want it wider than that
LEAST_TEXT = 40  # columns that a wider panel leaves to each article
GUTTER = 2  # columns before the text: a note's sign, the bar of the cursor
APART = 1  # column after the text, before what stands beside it
NUMBERS = 6  # columns of line numbers
MOST_COLUMNS, MOST_ROWS = 1000, 500  # no larger screen is drawn, whatever a terminal says of its size


def drawn_size(columns: int, rows: int) -> tuple[int, int]:
    """How much of a terminal of this size is drawn on."""
    return max(1, min(columns, MOST_COLUMNS)), max(1, min(rows, MOST_ROWS))


def column_in(room: int, wanted: int, numbers: bool = False) -> tuple[int, int]:
    """Width of the text and the margin before it, in a pane of `room` columns."""
    room = max(1, room - GUTTER - APART - (NUMBERS if numbers else 0))
    width = min(wanted, room)
    return width, (room - width) // 2


def panel_in(width: int, column: int, more: int = 0, articles: int = 1) -> int:
    """Columns of the panel on a screen of this width: what the articles do not need, and so many `more`.

    Each article keeps the columns of text it is set to, or, where the panel is wanted wider, `LEAST_TEXT`."""
    if width < WIDE:
        return max(min(NARROWEST_PANEL, width), min(OVER + more, width))
    spare = max(PANEL, min(WIDEST_PANEL, width - articles * (column + GUTTER + APART)))
    return max(NARROWEST_PANEL, min(spare + more, width - articles * (LEAST_TEXT + GUTTER + APART)))
