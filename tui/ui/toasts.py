"""A message that stays for a while belongs to a screen: it is seen there, and goes when the screen goes."""

from dataclasses import dataclass
from math import inf
from time import time
from typing import Any

from textual.app import App, ScreenStackError
from textual.css.query import NoMatches
from textual.notifications import Notification, Notifications, Notify, SeverityLevel
from textual.screen import Screen
from textual.widgets._toast import ToastRack

UNANSWERED = 86_400.0  # seconds: as long as the question that it explains


@dataclass
class Told(Notification):
    """The message, and where it is seen."""

    screen: Screen[Any] | None = None


class ToastingApp(App[None]):
    """Textual shows every message on every screen, over whatever stands there; here each has its own."""

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,  # never: names of files and articles stand in it
    ) -> None:
        """Show a short message on the screen in front."""
        self.tell(self.screen, message, title, severity, timeout)

    def tell(
        self, screen: Screen[Any], message: str, title: str, severity: SeverityLevel, timeout: float | None
    ) -> Told:
        """Show a message on a screen. Where another lies over it, its time begins when it is seen."""
        if screen not in self.screen_stack:  # it was left meanwhile: what went wrong must be seen all the same
            screen = self.screen
        told = Told(message, title, severity, self.NOTIFICATION_TIMEOUT if timeout is None else timeout, screen=screen)
        if screen is not self.screen:
            told.raised_at = inf
        self.post_message(Notify(told))
        return told

    def silence(self) -> None:
        """Take the messages of the screen in front away."""
        for told in self._of(self.screen):
            del self._notifications[told]
        self._refresh_notifications()

    def _refresh_notifications(self) -> None:
        try:
            screen, stack = self.screen, self.screen_stack
            rack = screen.get_child_by_type(ToastRack)
        except (ScreenStackError, NoMatches):
            return  # there will be one later
        for told in tuple(self._notifications):
            if isinstance(told, Told) and told.screen not in stack:
                del self._notifications[told]
        self.call_later(rack.show, self._of(screen))

    def _of(self, screen: Screen[Any]) -> Notifications:
        found = Notifications()
        for told in self._notifications:
            if not isinstance(told, Told) or told.screen is screen:
                told.raised_at = min(told.raised_at, time())
                found.add(told)
        return found
