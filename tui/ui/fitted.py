"""A screen that has the size of the terminal, whatever it heard of it last.

Textual tells a screen of a size by messages, and laying it out sends it another one: under load an old one may come
last. It draws the screen in front before those that are seen behind it have the new size. And of what changes behind
it tells the screen in front, but none between, which keeps a picture of what is behind.
"""

from typing import Any

from textual.geometry import Size
from textual.screen import Screen


class Fitted(Screen[Any]):
    """For every screen: it is laid out for the size there is, and after what lies beneath it."""

    def _screen_resized(self, size: Size) -> None:
        size = self.app.size
        if self.app.screen is self:
            for beneath in self.app._background_screens:
                if beneath.outer_size != size:
                    beneath._screen_resized(size)
        super()._screen_resized(size)

    def _compositor_refresh(self) -> None:
        changed, stack = tuple(self._compositor._dirty_regions), self.app.screen_stack
        if changed and self in stack and self is not stack[-1]:
            for between in stack[stack.index(self) + 1 : -1]:
                between.refresh(*changed)
        super()._compositor_refresh()
