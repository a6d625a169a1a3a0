"""The terminal as this program uses it: taken over without a flicker, given back clean."""

from textual.drivers.linux_driver import LinuxDriver

ENTER = "\x1b[?1049h"


class TerminalDriver(LinuxDriver):
    """Textual's driver, which does not clear a first page that stands there already."""

    painted = False  # whether the alternate screen is on and shows the first page

    def write(self, data: str) -> None:
        """Send to the terminal."""
        if TerminalDriver.painted and data == ENTER:
            TerminalDriver.painted = False
            return
        super().write(data)
