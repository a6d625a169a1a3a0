"""The terminal as this program uses it: taken over without a flicker, heard without fear, given back clean."""

import os
import selectors
import signal
import sys
import termios
import time
from codecs import IncrementalDecoder
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.constants import ESCAPE_DELAY
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver

from tui.ui.terminal.as_typed import AsTyped
from tui.ui.terminal.first_paint import Painted
from tui.ui.terminal.input.characters import new_decoder
from tui.ui.terminal.input.heard import CUT, Heard, Pasted

ENTER = "\x1b[?1049h"
EVERY_MOVE, WHILE_PRESSED, NOT_WHILE_PRESSED = "\x1b[?1003h", "\x1b[?1002h", "\x1b[?1002l"
# Of terminals that speak the kitty protocol: keys as sequences, their text - and where they lie on the keyboard.
KEYBOARD, KEYBOARD_AND_PLACES = "\x1b[>25u", "\x1b[>29u"
# What the terminal was set to, said once more without counting twice: the keyboard's flags are set, not put on a pile.
AGAIN = f"{ENTER}\x1b[?25l\x1b[?1004h\x1b[=29;1u\x1b[?2004h\x1b[?7l"
MOST_BYTES = 4096
PAUSE = 0.1  # seconds between looks at whether to end
HALF = 0.3  # seconds within which the rest of a character comes, over any line


class TerminalDriver(LinuxDriver):
    """Textual's driver, which does not clear a first page that stands there already."""

    painted: Painted | None = None  # the first page, until this takes over from it
    as_typed = AsTyped()  # how the terminal was found

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._ours = False  # whether the terminal is ours just now
        self._as_ours: list[Any] | None = None  # how it is then
        self._signalled: deque[Callable[[], None]] = deque()
        self._written_by: WriterThread | None = None  # until it was closed

    def write(self, data: str) -> None:
        """Send to the terminal."""
        if (data == ENTER and TerminalDriver.painted is not None) or self._writer_thread is self._written_by:
            return
        # Nothing here follows the mouse: over a slow line every move of it would be so many bytes for nothing.
        super().write({EVERY_MOVE: WHILE_PRESSED, KEYBOARD: KEYBOARD_AND_PLACES}.get(data, data))

    def start_application_mode(self) -> None:
        """Take the terminal over, from the first page where there is one."""
        writer = self._writer_thread
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._ours = self._writer_thread is not writer  # not where it belongs to another program just now
        with suppress(termios.error):
            self._as_ours = termios.tcgetattr(self.fileno)
        painted, TerminalDriver.painted = TerminalDriver.painted, None
        if painted is not None:
            painted.taken_over = True
        if not self.as_typed.taken_over:
            self.as_typed.taken_over = True
            self.attrs_before = self.as_typed.attributes or self.attrs_before

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        if self._ours:
            self._ours = False
            super().stop_application_mode()

    def close(self) -> None:
        """End writing; what is drawn from then on, until the terminal is ours again, is for nobody."""
        if self._written_by is not self._writer_thread:
            self._written_by = self._writer_thread
            super().close()

    def _sigtstp_application(self, *_: object) -> None:
        if self._auto_restart:
            self._obey_soon(self._stop)
        else:  # the terminal is another program's, and the loop waits for that
            os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, *_: object) -> None:
        if self._auto_restart:
            self._obey_soon(self._go_on)

    def _obey_soon(self, deed: Callable[[], None]) -> None:
        """Do what a signal wants between two things that the loop does, never amid one.

        What it interrupts may be drawing and hold the lock of what is to be written: a deed there that writes, or waits
        for all to be written, would wait for ever, and no key would be heard again."""
        self._signalled.append(deed)
        with suppress(RuntimeError):  # the loop is closed: there is nothing left to stop
            self._loop.call_soon_threadsafe(self._obey)

    def _obey(self) -> None:
        while self._signalled:
            self._signalled.popleft()()

    def _stop(self) -> None:
        super()._sigtstp_application()

    def _go_on(self) -> None:
        """Come back from a stop, whoever stopped us; a signal without a stop before it changes nothing."""
        if not self._auto_restart or self._app._exit:
            return
        if not self._ours:
            self.resume_application_mode()
            return
        if self._as_ours is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self._as_ours)
        self.write(AGAIN)
        self._enable_mouse_support()
        self._app.call_later(self._app.app_resume_signal.publish, self._app)

    def _disable_mouse_support(self) -> None:
        super()._disable_mouse_support()
        if self._mouse:
            self.write(NOT_WHILE_PRESSED)

    def run_input_thread(self) -> None:
        """Wait for keys and hand them on; no byte ends the program, and a terminal that is gone is not asked again."""
        heard, decoder = Heard(ESCAPE_DELAY), new_decoder()
        last = 0.0
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                patience = _patience(heard, decoder)
                left = PAUSE if patience is None else last + patience - time.monotonic()
                if selector.select(min(PAUSE, max(0, left))):
                    try:
                        data = os.read(self.fileno, MOST_BYTES)
                    except OSError:
                        data = b""
                    if not data:
                        self._terminal_is_gone()
                        return
                    last = time.monotonic()
                    self._hear(heard, decoder.decode(self.as_typed.meant(data)))
                elif patience is not None and left <= PAUSE:
                    half = decoder.decode(b"", final=True)  # of a character, and nothing follows
                    self._hear(heard, half)

    def _hear(self, heard: Heard, characters: str) -> None:
        for message in heard.feed(characters) if characters else heard.silence():
            self.process_message(message)
            if isinstance(message, Pasted) and message.cut:
                self._app.call_later(self._app.notify, CUT)

    def _terminal_is_gone(self) -> None:
        """What a terminal tells its programs when it goes."""
        if sys.__stdin__ is not None and not self.exit_event.is_set():
            os.kill(os.getpid(), signal.SIGHUP)


def _patience(heard: Heard, decoder: IncrementalDecoder) -> float | None:
    """Seconds to wait for the rest of what has begun; None where nothing has."""
    return HALF if decoder.getstate()[0] else heard.patience
