"""A widget whose lines go to the screen as they were drawn."""

from collections.abc import Mapping
from typing import Self

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class FastLines(Widget):
    """For widgets that draw lines of their own full width and colours, without border or padding.

    Textual dresses every line again with borders, padding and opacity, which is half of what a key costs here."""

    def __init__(self, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._ready: dict[tuple[int, ...], Strip] = {}  # lines as they went to the screen last

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw all lines anew, or those of some regions."""
        if regions:
            drawn = {y for region in regions for y in region.line_range}
            self._ready = {key: strip for key, strip in self._ready.items() if key[0] not in drawn}
        else:
            self._ready = {}
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def shift(self, places: Mapping[int, int]) -> None:
        """Draw all lines anew but those that only stand elsewhere now: where each is, and where it was."""
        known: dict[int, list[tuple[tuple[int, ...], Strip]]] = {}
        for (y, *rest), strip in self._ready.items():
            known.setdefault(y, []).append((tuple(rest), strip))
        self._ready = {(y, *rest): strip for y, was in places.items() for rest, strip in known.get(was, ())}
        Widget.refresh(self)

    def redraw(self) -> None:
        """Draw every line anew, from what it shows and not from what was drawn before."""
        self.refresh()

    def notify_style_update(self) -> None:
        """Colours changed."""
        self._ready = {}
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in view, with the filters for colours (NO_COLOR, the terminal's own) applied."""
        filters = [one for one in self.get_line_filters() if one.enabled]
        background = self.background_colors[1]
        strips = []
        for y in crop.line_range:
            key = y, crop.x, crop.width, *self.size
            known = self._ready.get(key)
            if known is not None:
                strips.append(known)
                continue
            strip = self.render_line(y)
            if crop.x or strip.cell_length != crop.width:
                strip = strip.crop(crop.x, crop.right)
            for one in filters:
                strip = strip.apply_filter(one, background)
            self._ready[key] = strip
            strips.append(strip)
        return strips
