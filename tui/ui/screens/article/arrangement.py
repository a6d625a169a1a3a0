"""A width becomes an arrangement: the panel beside or over the text, one article or two, or the chronicle."""

from collections.abc import Sequence

from textual.containers import Horizontal

from tui.ui.page.geometry import TWO, WIDE, panel_in
from tui.ui.page.looks import Looks
from tui.ui.reading.pane import Pane
from tui.ui.reading.side_panel import SidePanel


def arrange(
    row: Horizontal,
    panel: SidePanel,
    panes: Sequence[Pane],
    active: int,
    width: int,
    looks: Looks,
    one: bool,
    wanted: bool,
) -> None:
    """Put panes and panel where they belong; `one` article alone is wanted, though there may be room for two.

    The chronicle lies over the article, which keeps its place and width beneath it: opening and closing it moves
    nothing. `wanted` is whether the panel stands beside the text."""
    wide = width >= WIDE
    articles = len(panes) if width >= TWO and not one and not panel.beside else 1
    alone = panel.whole and not panel.beside
    stacked = panel.beside and not wide  # the article above the chronicle
    row.styles.layout = "vertical" if stacked else "horizontal"
    panel.set_class(not wide, "over")
    framed = not (alone or stacked)
    _frame(panel, framed, alone)
    columns = panel_in(width, looks.column, looks.panel, articles)
    panel.set_columns(columns if not panel.whole else width // 2 if framed else width, framed)
    panel.display = panel.whole or (wanted if wide else panel.has_focus_within)
    for index, pane in enumerate(panes):
        pane.display = index == active or articles > 1
        pane.set_class(len(panes) > 1 and index == active, "active")
        pane.set_class(index != active, "inactive")
    last = max((pane for pane in panes if pane.display), key=panes.index)
    for pane in panes:
        pane.styles.margin = (0, columns if alone and wide and wanted and pane is last else 0, 0, 0)


def _frame(panel: SidePanel, framed: bool, over: bool) -> None:
    """A chronicle that has the width of the screen has no frame; it lies `over` the article, or below it.

    Rules of the panel's own, no class: Textual would look up the styles of all that is in it, which can be seen."""
    rules = panel.styles
    if framed:
        for rule in ("border_left", "padding", "dock", "layer"):
            rules.clear_rule(rule)
        return
    rules.border_left = ("none", "white")
    rules.padding = 0
    rules.dock = "right" if over else "none"
    rules.layer = "over" if over else "default"
