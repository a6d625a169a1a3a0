"""Words in lines: nothing is lost, nothing is too wide, and the marked words stay marked across a break."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from tui.text.span import Span
from tui.ui.timeline.wrapped import set_off, wrapped

PLAIN, STRONG = Style(), Style(underline=True)
WORDS = st.lists(st.text(st.sampled_from("abc日e\u0301…"), min_size=1, max_size=14), max_size=12).map(" ".join)


@given(WORDS, st.integers(2, 30), st.integers(1, 9))
def test_lines_hold_all_words_and_fit(words: str, width: int, most: int) -> None:
    lines = wrapped(words, width, most)
    assert 1 <= len(lines) <= most
    joined = "".join(words[slice(*line)] for line in lines)
    assert joined.replace(" ", "") == words.replace(" ", "")
    assert all(cell_len(words[slice(*line)]) <= width for line in lines[:-1])
    assert len(lines) == most or cell_len(words[slice(*lines[-1])]) <= width


@given(WORDS, st.integers(2, 30), st.integers(1, 9), st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_what_is_drawn_fits_and_marks_only_what_is_marked(
    words: str, width: int, most: int, ends: tuple[int, int]
) -> None:
    marked = Span(*(min(len(words), end) for end in sorted(ends)))
    lines = wrapped(words, width, most)
    drawn = set_off(words, lines, width, (PLAIN, STRONG), marked, "…")
    assert all(sum(segment.cell_length for segment in line) <= width for line in drawn)
    strong = "".join(segment.text for line in drawn for segment in line if segment.style is STRONG)
    kept = words[slice(*marked)].replace(" ", "")
    assert kept.startswith(strong.replace(" ", ""))
    if len(lines) < most:
        assert strong.replace(" ", "") == kept


def test_a_word_wider_than_a_line_is_broken() -> None:
    assert [slice_of(line) for line in wrapped("abcdefgh ij", 4, 9)] == [(0, 4), (4, 8), (9, 11)]


def slice_of(line: Span) -> tuple[int, int]:
    return line.start, line.end
