"""The terminal as this program uses it: taken over without a flicker, heard without fear, given back clean."""

import os
import re
import selectors
import signal
import sys

from textual import events
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver

from tui.ui.terminal.first_paint import Painted
from tui.ui.terminal.input_bytes import new_decoder

ENTER = "\x1b[?1049h"
EVERY_MOVE, WHILE_PRESSED, NOT_WHILE_PRESSED = "\x1b[?1003h", "\x1b[?1002h", "\x1b[?1002l"
MOST_BYTES = 4096
PAUSE = 0.1  # seconds between looks at whether to end
# Strings that terminals send as answers (OSC, DCS, APC): nothing here asks for them, and they are not keys.
REPLIES = re.compile(r"\x1b[\]P_][^\x07\x1b]*(?:\x07|\x1b\\)")
BURST, LETTERS = 40, 12  # so many characters at once, so many of them different: nobody types like that


class TerminalDriver(LinuxDriver):
    """Textual's driver, which does not clear a first page that stands there already."""

    painted: Painted | None = None  # the first page, until this takes over from it

    def write(self, data: str) -> None:
        """Send to the terminal."""
        if data == ENTER and TerminalDriver.painted is not None:
            return
        # Nothing here follows the mouse: over a slow line every move of it would be so many bytes for nothing.
        super().write(WHILE_PRESSED if data == EVERY_MOVE else data)

    def start_application_mode(self) -> None:
        """Take the terminal over, from the first page where there is one."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        painted, TerminalDriver.painted = TerminalDriver.painted, None
        if painted is not None:
            painted.taken_over = True
            self.attrs_before = painted.attributes or self.attrs_before

    def _disable_mouse_support(self) -> None:
        super()._disable_mouse_support()
        if self._mouse:
            self.write(NOT_WHILE_PRESSED)

    def run_input_thread(self) -> None:
        """Wait for keys and hand them on; no byte ends the program, and a terminal that is gone is not asked again."""
        parser, decoder = XTermParser(self._debug), new_decoder()
        unsettled = False
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            pasting = False
            while not self.exit_event.is_set():
                # After an ESC alone, more of a sequence comes at once or not at all.
                if selector.select(ESCAPE_DELAY if unsettled else PAUSE):
                    try:
                        data = os.read(self.fileno, MOST_BYTES)
                    except OSError:
                        data = b""
                    if not data:
                        self._terminal_is_gone()
                        return
                    characters, unsettled = decoder.decode(data), data.endswith(b"\x1b")
                else:
                    pasting = False
                    unsettled = False
                    characters = decoder.decode(b"", final=True)  # half a character, and nothing follows
                characters = REPLIES.sub("", characters)
                pasting = pasting or is_pasted(characters)
                if pasting and "\x1b" not in characters:
                    self.process_message(events.Paste(characters.replace("\r", "\n")))
                    continue
                try:
                    for event in (*(parser.feed(characters) if characters else ()), *parser.tick()):
                        self.process_message(event)
                except ParseError:  # an escape sequence that nobody knows: begin anew after it
                    parser = XTermParser(self._debug)

    def _terminal_is_gone(self) -> None:
        """What a terminal tells its programs when it goes."""
        if sys.__stdin__ is not None and not self.exit_event.is_set():
            os.kill(os.getpid(), signal.SIGHUP)


def is_pasted(characters: str) -> bool:
    """Whether these came from a clipboard: terminals without bracketed paste send them as if they were typed."""
    return len(characters) >= BURST and len(set(characters)) >= LETTERS and "\x1b" not in characters
