"""Keys arrive as they were typed, from the first moment on: before anything is loaded, read or drawn.

A terminal gives its programs whole lines and edits them: Enter comes as a line feed, Ctrl+D as nothing, Ctrl+S stops
the output. Imports nothing of ours, so that it can be the first thing that is done.
"""

import fcntl
import os
import struct
import termios
from contextlib import suppress
from typing import Any

KEYBOARD = 0
TRANSLATING = termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.IXOFF
EDITING = termios.ECHO | termios.ICANON | termios.IEXTEN  # Ctrl+C stays a signal until the reader listens
MEANT = bytes.maketrans(b"\n\0", b"\r\x04")  # Enter and Ctrl+D, as a line that is edited has them


class AsTyped:
    """The terminal as it was found, and what had been typed before it could be asked for keys."""

    def __init__(self) -> None:
        self.attributes: list[Any] | None = None  # as termios has them; None where nothing was changed
        self.taken_over = False  # by the reader, which then gives the terminal back itself
        self._early = 0  # bytes that the terminal had taken for a line

    def begin(self) -> None:
        """From now on nothing that is typed is edited, shown or turned into something else. Once is enough."""
        if self.attributes is not None or not os.isatty(KEYBOARD):
            return
        with suppress(termios.error, OSError):
            found = termios.tcgetattr(KEYBOARD)
            wanted = [*found[:6], list(found[6])]
            wanted[0] &= ~TRANSLATING
            wanted[3] &= ~EDITING
            wanted[6][termios.VMIN], wanted[6][termios.VTIME] = 1, 0
            termios.tcsetattr(KEYBOARD, termios.TCSANOW, wanted)  # at once: a flush would lose what was typed
            self.attributes = found
            if found[3] & termios.ICANON:
                (self._early,) = struct.unpack("i", fcntl.ioctl(KEYBOARD, termios.FIONREAD, b"\0" * 4))

    def meant(self, data: bytes) -> bytes:
        """What was typed, from what was read next."""
        early, late = data[: self._early], data[self._early :]
        self._early -= len(early)
        return early.translate(MEANT) + late

    def give_back(self) -> None:
        """Leave the terminal as it was, if the reader never took it over."""
        attributes, self.attributes = self.attributes, None
        if attributes is not None and not self.taken_over:
            with suppress(termios.error):
                termios.tcsetattr(KEYBOARD, termios.TCSANOW, attributes)
