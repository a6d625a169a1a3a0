"""What the screens show becomes what is sent: a whole picture, or the changes to one that is known to stand.

A terminal that changed its size may show anything, also when it has its old size again by the time it is heard of.
"""

import asyncio
import os
import signal
import socket
from typing import Any

from rich.console import RenderableType
from textual import events
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.filter import Monochrome, NoColor
from textual.geometry import Size
from textual.screen import Screen

from tui.ui.page.geometry import drawn_size
from tui.ui.terminal.confined import ConfinedApp
from tui.ui.terminal.driver import TerminalDriver
from tui.ui.terminal.fast_lines import FastLines
from tui.ui.terminal.first_paint import Painted
from tui.ui.terminal.frames import Frames, pieces_of


class DrawnApp(ConfinedApp):
    """Textual's application, which sends the fewest bytes and knows what the terminal shows."""

    def __init__(self, ascii: bool, painted: Painted | None) -> None:
        super().__init__(driver_class=TerminalDriver)
        erases = os.environ.get("TERM") not in ("vt100", "ansi")
        colors = self.console._color_system
        if os.environ.get("NO_COLOR"):
            # Textual would turn colours into greys, and the terminal's own into black on black.
            self._filters = [one for one in self._filters if not isinstance(one, Monochrome | NoColor)]
            colors = None
        self._frames = Frames(colors, erases, ascii)
        if painted is not None:
            self._frames.begin_with(painted.rows, painted.width)
            TerminalDriver.painted = painted
        self._waking: tuple[socket.socket, ...] = ()
        self._reported = False  # whether the terminal said its size after it was asked to tell of changes

    def on_mount(self) -> None:
        """After ctrl+z and fg the screen would stay blank until the next change of size."""
        self.app_resume_signal.subscribe(self, lambda _: self.redraw())
        if not self.is_headless:
            self._hear_at_once()

    def _hear_at_once(self) -> None:
        """A signal wakes the loop, also one that another thread got; else it is heard up to a second later."""
        woken, wakes = socket.socketpair()
        self._waking = woken, wakes
        woken.setblocking(False)
        wakes.setblocking(False)
        asyncio.get_running_loop().add_reader(woken, woken.recv, 4096)
        signal.set_wakeup_fd(wakes.fileno(), warn_on_full_buffer=False)

    def on_unmount(self) -> None:
        """Signals wake nobody any more."""
        if self._waking:
            signal.set_wakeup_fd(-1)
            asyncio.get_running_loop().remove_reader(self._waking[0])
        for end in self._waking:
            end.close()

    def redraw(self) -> None:
        """Draw the whole screen anew, whatever the terminal shows."""
        self._frames.forget()
        for screen in (*self._background_screens, self.screen):
            for lines in screen.query(FastLines):
                lines.redraw()
            screen.refresh(layout=True)

    @property
    def size(self) -> Size:
        """The size that is drawn for."""
        return Size(*drawn_size(*super().size))

    async def on_event(self, event: events.Event) -> None:
        """A change of size is a new picture."""
        if not isinstance(event, events.Resize):
            await super().on_event(event)
            return
        event.size = event.virtual_size = event.container_size = Size(*drawn_size(*event.size))
        first = self._size is None
        if event.pixel_size is not None and not self._reported:
            self._reported = first = True
        if first:
            await super().on_event(event)
            return
        self._frames.forget()
        await super().on_event(event)
        self.refresh()  # it may be the size there was

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Send what changed; what is not a picture of cells goes Textual's own way."""
        if not isinstance(renderable, LayoutUpdate | ChopsUpdate) or self.is_headless or self._driver is None:
            super()._display(screen, renderable)
            return
        if self._batch_count or not self._running or self._closed:
            return
        compositor = screen._compositor
        width, height = compositor.size
        if isinstance(renderable, ChopsUpdate) and self._frames.knows(width, height):
            drawn = self._frames.parts(pieces_of(renderable))
        else:
            if isinstance(renderable, ChopsUpdate):
                renderable = compositor.render_update(full=True, screen_stack=self._background_screens)
            assert isinstance(renderable, LayoutUpdate)
            drawn = self._frames.whole(renderable.strips, width)
        if drawn:
            self._begin_update()
            self._driver.write(drawn)
            self._end_update()
            self._driver.flush()
        self.post_display_hook()
