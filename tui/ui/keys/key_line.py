"""The most useful keys of a place become one line, as the person has set them; what does not fit is left out."""

from collections.abc import Sequence

from rich.cells import cell_len

from tui.ui.keys.keymap import Keymap, show

APART = "  "


def key_line(keymap: Keymap, useful: Sequence[tuple[str, str]], cells: int) -> str:
    """Keys and words for (action, words) pairs, the most useful first, in at most `cells` cells."""
    line = ""
    for action, words in useful:
        if keymap.keys[action]:
            longer = f"{line}{APART if line else ''}{show(keymap.keys[action][0])} {words}"
            if cell_len(longer) <= cells:
                line = longer
    return line
