"""A terminal to run `dateline` in, as a person sees it."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pexpect
import psutil
import pyte
import pytest


class Terminal:
    """A program in a terminal of its own: what stands on the screen, and keys for it."""

    def __init__(self, command: list[str], columns: int = 80, rows: int = 24, **options: Any) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        environment = os.environ | {"TERM": "xterm-256color"} | options.pop("env", {})
        size = (rows, columns)
        self.child = pexpect.spawn(command[0], command[1:], dimensions=size, env=environment, timeout=20, **options)
        self.process = psutil.Process(self.child.pid)

    @property
    def text(self) -> str:
        """The screen, line by line."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def drink(self, seconds: float = 0.1) -> None:
        """Let the program draw for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with suppress(pexpect.TIMEOUT):
                self._stream.feed(self.child.read_nonblocking(65536, timeout=0.05))

    def drank_nothing(self, seconds: float) -> bool:
        """Draw what comes next; whether the program is silent for so long."""
        try:
            self._stream.feed(self.child.read_nonblocking(65536, timeout=seconds))
        except pexpect.TIMEOUT:
            return True
        return False

    def wait_for(self, text: str, seconds: float = 30) -> None:
        """Wait until some text is on the screen."""
        end = time.monotonic() + seconds
        while text not in self.text:
            assert time.monotonic() < end, f"no “{text}” in:\n{self.text}"
            try:
                self.drink(0.05)
            except pexpect.EOF:
                pytest.fail(f"it ended without “{text}”:\n{self.text}")

    def press(self, *keys: str) -> None:
        """Type keys, one after another."""
        for key in keys:
            self.child.send(key)
            self.drink()

    def quit(self, seconds: float = 20) -> int | None:
        """Press q until the program is gone; its exit status."""
        end = time.monotonic() + seconds
        with suppress(pexpect.EOF, OSError):
            while time.monotonic() < end:
                self.press("q")
                self.drink(0.3)
        assert time.monotonic() < end, f"q did not end it:\n{self.text}"
        self.child.close()
        return self.child.exitstatus

    def close(self) -> None:
        """End it, whatever it does."""
        self.child.close(force=True)


@pytest.fixture
def open_terminal() -> Iterator[Callable[..., Terminal]]:
    """Starts `dateline` with these arguments in a terminal."""
    terminals: list[Terminal] = []

    def start(*arguments: object, command: tuple[str, ...] = (sys.executable, "-m", "tui"), **options: Any) -> Terminal:
        terminals.append(Terminal([*command, *map(str, arguments)], **options))
        return terminals[-1]

    yield start
    for terminal in terminals:
        terminal.close()
