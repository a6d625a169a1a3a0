"""Where the parts of the reader stand; shared by the first page and the screen that takes over from it."""

WIDE = 100  # from this many columns on the panel stands beside the text, below it lies over it
PANEL = 40  # columns of the panel beside the text
OVER = 44  # columns of the panel over the text
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
