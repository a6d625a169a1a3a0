"""The answers of a question in one line: no key is ever cut off."""

import pytest
from rich.cells import cell_len

from tui.ui.keys.choices import choices_line

KINDS = (("p", "person"), ("o", "organisation"), ("l", "place"), ("g", "group"), ("x", "other"))


@pytest.mark.parametrize("cells", [200, 78, 60, 45, 38])
def test_every_key_stands_in_the_line(cells: int) -> None:
    line = choices_line(KINDS, cells)
    assert cell_len(line) <= cells
    for key, words in KINDS:
        assert f"{key} {words[0]}" in line


def test_words_are_whole_where_there_is_room_and_what_it_is_about_comes_last() -> None:
    assert choices_line(KINDS[:2], 40, "Why?") == "p person  o organisation  Why?"
