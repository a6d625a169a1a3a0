"""A screen that has the size of the terminal, whatever it heard of it last, and messages of its own.

Textual tells a screen of a size by messages, and laying it out sends it another one: under load an old one may come
last. It draws the screen in front before those that are seen behind it have the new size. And of what changes behind
it tells the screen in front, but none between, which keeps a picture of what is behind.
"""

from typing import Any

from textual.geometry import Size
from textual.notifications import SeverityLevel
from textual.screen import Screen

from tui.ui.toasts import ToastingApp, Told


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

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a message that stays for so many seconds, on this screen only."""
        self.tell(message, title, severity, timeout)

    def tell(self, message: str, title: str, severity: SeverityLevel, timeout: float | None) -> Told | None:
        """The same, to be taken away again by `take_away`; None where nothing can be shown."""
        app = self.app
        return app.tell(self, message, title, severity, timeout) if isinstance(app, ToastingApp) else None

    def take_away(self, told: Told | None) -> None:
        """It is not seen any more."""
        if told is not None:
            self.app._unnotify(told)
