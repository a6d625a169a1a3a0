"""How long tests wait for something to be so: two minutes for what hangs, longer while their processes work on it."""

import time
from contextlib import suppress

import psutil

HANGS = 120.0  # seconds in which nothing happens
LONGEST = 600.0
LOOK = 10.0  # seconds between two looks at the processes
WORKS = 0.02  # seconds of the processor that one that works has had between them, also on a busy machine


class Patience:
    """Ends when nothing happens any more. What works beside the keys is nice, and beside other work it takes long."""

    def __init__(self, hangs: float = HANGS) -> None:
        self._hangs = hangs
        self._began = self._looked = self._worked = time.monotonic()
        self._used = 0.0

    @property
    def ends(self) -> bool:
        """Whether it is over by now."""
        now = time.monotonic()
        if now - self._looked > LOOK:
            used = _used()
            if abs(used - self._used) >= WORKS:
                self._worked = now
            self._looked, self._used = now, used
        return now - self._worked > self._hangs or now - self._began > LONGEST


def _used() -> float:
    """Seconds of the processor that the processes of this one have had."""
    used = 0.0
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):  # it has just ended
            used += sum(process.cpu_times()[:2])
    return used
