"""Words become so many cells of a terminal."""

from rich.cells import cell_len, set_cell_size

from tui.ui.terminal.harmless import drawable


def fit(text: str, cells: int, ellipsis: str = "…") -> str:
    """The text in exactly `cells` cells: filled with spaces, or cut with an ellipsis; harmless to draw."""
    text = drawable(text)
    if cell_len(text) <= cells:
        return set_cell_size(text, cells)
    sign = ellipsis[:cells]
    return set_cell_size(text, max(0, cells - len(sign))) + sign
