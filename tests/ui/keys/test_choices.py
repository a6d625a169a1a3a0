"""The answers of a question in one line: no key is ever cut off."""

import pytest
from rich.cells import cell_len

from tui.ui.keys.choices import Frame, choices_line, framed_line, question_line

KINDS = (("p", "person"), ("o", "organisation"), ("l", "place"), ("g", "group"), ("x", "other"))


@pytest.mark.parametrize("cells", [200, 78, 60, 45, 38])
def test_every_key_stands_in_the_line(cells: int) -> None:
    line = choices_line(KINDS, cells)
    assert cell_len(line) <= cells
    for key, words in KINDS:
        assert f"{key} {words[0]}" in line


def test_words_are_whole_where_there_is_room_and_what_it_is_about_comes_last() -> None:
    assert choices_line(KINDS[:2], 40, "Why?") == "p person  o organisation  Why?"


def test_what_capitals_mean_stands_around_the_choices_or_nowhere() -> None:
    frame = Frame("here:", "CAPITAL: everywhere", "")
    whole = "here: p person  o organisation  l place  g group  x other  CAPITAL: everywhere"
    assert framed_line(KINDS, 78, frame) == whole
    assert framed_line(KINDS, 77, frame) == ""


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (40, "Rename Ellery  Enter here"),
        (25, "Rename Ellery  Enter here"),
        (20, "Rename …  Enter here"),
        (14, "R…  Enter here"),
        (13, "Enter here"),
        (2, "Enter here"),
    ],
)
def test_the_keys_that_end_a_question_stay_whole(cells: int, line: str) -> None:
    assert question_line("Rename Ellery", "Enter here", cells) == line


def test_wide_letters_leave_the_keys_their_room() -> None:
    line = question_line("東京電力ホールディングス", "Enter here", 24)
    assert line.endswith("…  Enter here")
    assert cell_len(line) <= 24
