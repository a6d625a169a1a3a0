"""The bytes that are sent turn what a terminal shows into what it is to show: tried on a terminal."""

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from tui.ui.terminal.frames import Frames, Row, cells_of
from tui.ui.terminal.harmless import drawable

STYLES = [
    Style(),
    Style(bold=True),
    Style(reverse=True),
    Style(underline=True),
    Style(color="red"),
    Style(bgcolor="blue"),
    Style(color="#ffaa00", bgcolor="#101010"),
]
WORDS = st.one_of(
    st.text("ab c", min_size=1, max_size=20),
    st.sampled_from(["          ", "船が海", "é", "🚢 ship", "x" * 30, "a\x1b[31mb", "tab\tbed", "\u202eabc"]),
)
PIECES = st.lists(st.tuples(WORDS, st.sampled_from(STYLES)).map(lambda p: Segment(*p)), max_size=4)
WIDTH, HEIGHT = 24, 16
PICTURES = st.lists(PIECES, min_size=HEIGHT, max_size=HEIGHT)


class Shown:
    """A terminal with a picture on it."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self.stream = pyte.Stream(self.screen)
        self.screen.reset_mode(7, private=True)  # as Textual does: a full line does not begin the next one

    def cells(self) -> list[list[tuple[str, ...]]]:
        rows = []
        for y in range(HEIGHT):
            row = self.screen.buffer[y]
            rows.append([look(row[x]) for x in range(WIDTH)])
        return rows


def look(char: pyte.screens.Char) -> tuple[str, ...]:
    """A cell as it is seen: the colour of a letter that is not there is not."""
    seen = char.data.strip() or char.reverse or char.underscore
    names = (char.fg, str(char.bold)) if seen else ("", "")
    return (char.data or " ", char.bg, str(char.reverse), str(char.underscore), *names)


def filled(pieces: list[Segment]) -> list[Segment]:
    """Exactly as wide as the screen, as strips are."""
    return Segment.adjust_line_length([Segment(drawable(text), style) for text, style, _ in pieces], WIDTH)


def draw_whole(frames: Frames, shown: Shown, picture: list[list[Segment]]) -> str:
    drawn = frames.whole([[filled(row)] for row in picture], WIDTH)
    shown.stream.feed(drawn)
    return drawn


def fresh(picture: list[list[Segment]]) -> list[list[tuple[str, ...]]]:
    shown = Shown()
    draw_whole(Frames(ColorSystem.TRUECOLOR), shown, picture)
    return shown.cells()


@given(PICTURES, PICTURES, st.booleans())
def test_any_picture_becomes_any_other(one: list[list[Segment]], two: list[list[Segment]], erases: bool) -> None:
    frames, shown = Frames(ColorSystem.TRUECOLOR, erases), Shown()
    draw_whole(frames, shown, one)
    draw_whole(frames, shown, two)
    assert shown.cells() == fresh(two)
    assert draw_whole(frames, shown, two) == ""


@given(PICTURES, st.lists(st.tuples(st.integers(0, HEIGHT - 1), PIECES), max_size=6))
def test_changed_rows_are_drawn_over_the_picture(
    picture: list[list[Segment]], changes: list[tuple[int, list[Segment]]]
) -> None:
    frames, shown = Frames(ColorSystem.TRUECOLOR), Shown()
    draw_whole(frames, shown, picture)
    wanted = [*picture]
    for y, pieces in changes:
        wanted[y] = pieces
    shown.stream.feed(frames.parts([(y, 0, filled(wanted[y]), WIDTH) for y, _ in changes]))
    assert shown.cells() == fresh(wanted)


@given(st.integers(-HEIGHT, HEIGHT), st.integers(0, 4), st.integers(0, 3), st.booleans())
def test_what_moved_is_moved(by: int, first: int, left: int, odd: bool) -> None:
    lines = [[Segment(f"{'船' if odd else ''}line {n} of the text")] for n in range(3 * HEIGHT)]
    frames, shown = Frames(ColorSystem.TRUECOLOR), Shown()
    before = [[Segment("title")] if y < first else lines[HEIGHT + y] for y in range(HEIGHT)]
    after = [[Segment("title")] if y < first else lines[HEIGHT + y + by] for y in range(HEIGHT)]
    draw_whole(frames, shown, before)
    shown.stream.feed(frames.parts([(y, 0, filled(after[y]), WIDTH) for y in range(first, HEIGHT)]))
    assert shown.cells() == fresh(after)


def test_a_line_that_scrolls_in_costs_about_a_line() -> None:
    lines = [[Segment(f"{n:04d} some words of text", Style(color="red"))] for n in range(HEIGHT + 1)]
    frames, shown = Frames(ColorSystem.TRUECOLOR), Shown()
    draw_whole(frames, shown, lines[:HEIGHT])
    drawn = frames.parts([(y, 0, filled(lines[y + 1]), WIDTH) for y in range(HEIGHT)])
    shown.stream.feed(drawn)
    assert shown.cells() == fresh(lines[1:])
    assert len(drawn) < 90


def test_one_changed_cell_costs_a_few_bytes() -> None:
    frames, shown = Frames(ColorSystem.TRUECOLOR), Shown()
    draw_whole(frames, shown, [[Segment("a" * WIDTH)]] * HEIGHT)
    drawn = frames.parts([(3, 0, [Segment("a" * 9 + "b" + "a" * (WIDTH - 10))], WIDTH)])
    assert drawn == "\x1b[4;10Hb"


def test_after_forgetting_everything_is_drawn() -> None:
    frames, shown = Frames(ColorSystem.TRUECOLOR), Shown()
    picture = [[Segment("words")]] * HEIGHT
    draw_whole(frames, shown, picture)
    frames.forget()
    shown.screen.reset()
    draw_whole(frames, shown, picture)
    assert shown.cells() == fresh(picture)


def test_a_change_of_size_draws_everything() -> None:
    frames = Frames(ColorSystem.TRUECOLOR)
    frames.whole([[[Segment("words")]]] * 4, 10)
    assert "words" in frames.whole([[[Segment("words")]]] * 5, 10)


@pytest.mark.parametrize("colors", [None, ColorSystem.STANDARD, ColorSystem.EIGHT_BIT, ColorSystem.TRUECOLOR])
def test_a_terminal_gets_no_more_colours_than_it_has(colors: ColorSystem | None) -> None:
    drawn = Frames(colors).whole([[[Segment("x", Style(color="#ffaa00", bold=True))]]], 4)
    assert ("38;2" in drawn) == (colors is ColorSystem.TRUECOLOR)
    assert ("38;5" in drawn) == (colors is ColorSystem.EIGHT_BIT)
    assert "1" in drawn
    if colors is None:
        assert "3" not in drawn.replace("\x1b[1H", "")


@given(st.text(max_size=30))
def test_cells_are_as_many_as_the_text_is_wide(text: str) -> None:
    from rich.cells import cell_len

    assert len(cells_of(drawable(text))) == cell_len(drawable(text))


def test_a_cell_holds_what_stands_in_it() -> None:
    assert cells_of("船e\u0301x") == ["船", "", "e\u0301", "x"]


def test_only_a_picture_that_is_known_is_drawn_in_parts() -> None:
    frames = Frames(ColorSystem.TRUECOLOR)
    assert not frames.knows(WIDTH, HEIGHT)
    frames.whole([[[Segment("words")]]] * HEIGHT, WIDTH)
    assert frames.knows(WIDTH, HEIGHT)
    assert not frames.knows(WIDTH + 1, HEIGHT)
    assert not frames.knows(WIDTH, HEIGHT + 1)
    frames.forget()
    assert not frames.knows(WIDTH, HEIGHT)


def test_what_stands_before_the_first_frame_is_drawn_over() -> None:
    frames, shown = Frames(ColorSystem.TRUECOLOR), Shown()
    shown.stream.feed("\x1b[1Hshort")
    frames.begin_with([[("short", "")], *[[]] * (HEIGHT - 1)], WIDTH)
    shown.stream.feed(frames.parts([(0, 2, [Segment("e")], 3), (3, 4, [Segment("words")], 9)]))
    assert shown.screen.display[0].rstrip() == "shert"
    assert shown.screen.display[3].rstrip() == "    words"


@pytest.mark.parametrize(
    ("column", "text", "stop", "shown"),
    [
        (1, "a", 2, " a海"),  # over the second half
        (0, "a", 1, "a 海"),  # over the first half
        (1, "ab", 3, " ab"),  # over two halves
        (0, "が", 1, "  海"),  # half of it fits
        (1, "が", 3, " が"),
    ],
)
def test_parts_of_rows_leave_no_half_character(column: int, text: str, stop: int, shown: str) -> None:
    row = Row.blank(WIDTH)
    row.put(0, [("船海", "")], WIDTH)
    row.put(column, [(text, "")], stop)
    assert "".join(row.texts).rstrip() == shown
    assert len(row.texts) == WIDTH
