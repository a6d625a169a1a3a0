"""A widget whose lines go to the screen as they were drawn."""

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
