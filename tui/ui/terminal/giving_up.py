"""Esc gives up waiting for a pipe, before there is a screen: the terminal makes a signal of it, as it does of Ctrl+C.

To read keys there would be to take them from whoever fills the pipe and asks for a password."""

import os
import signal
import termios
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

ESCAPE = b"\x1b"
TERMINAL = "/dev/tty"


class GivingUp:
    """The key that ends a program at once (Ctrl+\\) is Esc from the first sentence about waiting on."""

    def __init__(self, tell: Callable[[str], object]) -> None:
        self._tell = tell
        self._key: bytes | int = b""
        self._handler: Any = None

    def __enter__(self) -> "GivingUp":
        return self

    def __exit__(self, *_: object) -> None:
        """Esc is a key like others again."""
        if self._key:
            _quit_key(self._key)
        if self._handler is not None:
            signal.signal(signal.SIGQUIT, self._handler)

    def tell(self, sentence: str) -> None:
        """Say that it is waited, and what ends it."""
        if self._handler is None:
            self._handler = signal.signal(signal.SIGQUIT, _give_up)
            self._key = _quit_key(ESCAPE)
        self._tell(f"{sentence} {'Esc or Ctrl+C gives' if self._key else 'Ctrl+C gives'} up.")


def _quit_key(key: bytes | int) -> bytes | int:
    """Give the terminal this key; the one that it had, nothing where it takes none."""
    with suppress(termios.error, OSError):
        terminal = os.open(TERMINAL, os.O_RDWR | os.O_NOCTTY)
        try:
            found = termios.tcgetattr(terminal)
            had: bytes | int = found[6][termios.VQUIT]
            found[6][termios.VQUIT] = key
            termios.tcsetattr(terminal, termios.TCSANOW, found)
        finally:
            os.close(terminal)
        return had
    return b""


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
