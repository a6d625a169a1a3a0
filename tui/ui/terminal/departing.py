"""Leaving without being asked: on a signal, or when the terminal is gone. All is saved and the terminal given back."""

import os
import select
import signal
import sys
import termios
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from subprocess import Popen

# Whatever was begun is broken off (CAN); then everything that the driver and the frames switch on is switched off,
# the keyboard protocol before the alternate screen is left, as its specification asks.
CLEAN = (
    "\x18\x1b[?2026l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?1004l\x1b[?2004l"
    "\x1b[?2048l\x1b[?7h\x1b[<u\x1b[r\x1b[m\x1b[?1049l\x1b[?25h"
)
# All that end a program which does not mind them; not those that tell of a fault in it, which must end it where it is.
_DEADLY = "HUP INT QUIT TRAP ABRT USR1 USR2 PIPE ALRM TERM STKFLT XCPU XFSZ VTALRM PROF IO PWR SYS"
SIGNALS = tuple(getattr(signal, f"SIG{name}") for name in _DEADLY.split() if hasattr(signal, f"SIG{name}"))
TYPED = (signal.SIGINT, signal.SIGQUIT)  # Ctrl+C and Ctrl+\, which all programs of a terminal get
LOOK_SECONDS = 1.0  # between two looks at what the kernel does not wake us for
FROZEN_SECONDS = 3.0  # output stuck for so long, and nobody there who started us: nobody reads any more
SAVING_SECONDS = 1.0  # for what may have to wait for a lock: after that the rest is left as it is
LAST_SECONDS = 2.5  # however the disk behaves, it is over then
GONE = select.POLLHUP | select.POLLERR | select.POLLNVAL


class Departing:
    """What is to be saved before the end. Without `watch` it only keeps the list, as in tests."""

    def __init__(self) -> None:
        self._first: list[Callable[[], None]] = []  # waits for nothing and nobody
        self._then: list[Callable[[], None]] = []
        self._once = threading.Lock()
        self._resting = threading.Event()
        self._terminal = 0
        self._output: int | None = None
        self._attributes: list[Any] | None = None
        self._parent = os.getppid()
        self._lent_to: Popen[bytes] | None = None

    def before(self, save: Callable[[], None], at_once: bool = False) -> None:
        """Call `save` before the end; `at_once` for what takes no lock, and is called first and from any thread."""
        (self._first if at_once else self._then).append(save)

    def forget(self, save: Callable[[], None]) -> None:
        """Nothing is left to save there."""
        for saves in (self._first, self._then):
            if save in saves:
                saves.remove(save)

    def watch(self, attributes: list[Any] | None = None) -> None:
        """Be ready from now on. Called before anything is written to the terminal, in the main thread.

        `attributes` is how the terminal was before anything was changed."""
        if sys.__stdin__ is None or not os.isatty(self._terminal):
            return
        with suppress(termios.error):
            self._attributes = attributes or termios.tcgetattr(self._terminal)
        # A description of its own that never blocks: the one we draw on may be stuck for ever.
        for name in (os.ttyname(self._terminal), "/dev/tty"):
            with suppress(OSError):
                self._output = os.open(name, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
                break
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:  # ignored on purpose, as nohup does
                signal.signal(number, self._on_signal)
        with suppress(RuntimeError):  # no thread: then only signals tell that the terminal is gone
            threading.Thread(target=self._look, name="departing", daemon=True).start()

    def rest(self) -> None:
        """The program leaves by itself, and the terminal is as it was."""
        self._resting.set()
        for number in SIGNALS:
            if signal.getsignal(number) == self._on_signal:
                signal.signal(number, signal.SIG_DFL)

    @contextmanager
    def lending(self, child: "Popen[bytes]") -> Iterator[None]:
        """The terminal is another program's: when we must go it is told to go too, and to tidy up itself.

        What is typed there to end something is meant for that program."""
        self._lent_to = child
        before = [(number, signal.signal(number, signal.SIG_IGN)) for number in TYPED]
        try:
            yield
        finally:
            for number, handler in before:
                signal.signal(number, handler)
            self._lent_to = None

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        if self._leave(number):
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)  # whoever waits for us sees what ended us
            os._exit(128 + number)

    def _look(self) -> None:
        """Wait until the terminal is gone; the kernel wakes us for that, so that nothing is asked in between."""
        poll = select.poll()
        poll.register(self._terminal, 0)
        stuck_since: float | None = None
        while not self._resting.is_set():
            gone = any(events & GONE for _, events in poll.poll(LOOK_SECONDS * 1000))
            if not gone and os.getppid() != self._parent:
                stuck_since = None if self._writable(0) else stuck_since or time.monotonic()
                gone = stuck_since is not None and time.monotonic() - stuck_since >= FROZEN_SECONDS
            if gone and not self._resting.is_set():
                if self._leave(signal.SIGHUP):
                    os._exit(128 + signal.SIGHUP)
                return  # the main thread is leaving already

    def _leave(self, number: int) -> bool:
        """Save and tidy up, once; whether it was done here."""
        if not self._once.acquire(blocking=False):
            return False
        last = threading.Timer(LAST_SECONDS, os._exit, (128 + number,))
        last.daemon = True
        with suppress(RuntimeError):  # no thread
            last.start()
        _call_all(self._first)
        # In a thread: the one that was interrupted may hold the lock that a save waits for.
        saving = threading.Thread(target=_call_all, args=(self._then,), daemon=True)
        try:
            saving.start()
        except RuntimeError:
            _call_all(self._then)
        else:
            saving.join(SAVING_SECONDS)
        child = self._lent_to
        if child is not None:
            with suppress(Exception):  # TimeoutExpired too
                child.send_signal(number)
                child.wait(SAVING_SECONDS)
        with suppress(OSError, ValueError):
            self._give_back(drawn=child is None)
        return True

    def _give_back(self, drawn: bool) -> None:
        """Leave the terminal as it was found, if it is still ours."""
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        with suppress(OSError):  # a terminal that controls nobody
            if os.tcgetpgrp(self._terminal) != os.getpgrp():
                return  # we were put aside by Ctrl+Z, and somebody else draws there now
        if drawn and self._output is not None and self._writable(300):
            os.write(self._output, CLEAN.encode())
        if self._attributes is not None:
            with suppress(termios.error):
                termios.tcsetattr(self._terminal, termios.TCSANOW, self._attributes)

    def _writable(self, milliseconds: int) -> bool:
        if self._output is None:
            return True
        poll = select.poll()
        poll.register(self._output, select.POLLOUT)
        return any(events & select.POLLOUT for _, events in poll.poll(milliseconds))


def _call_all(saves: list[Callable[[], None]]) -> None:
    for save in tuple(saves):
        with suppress(Exception):  # the next one must be saved all the same
            save()
