"""Many files that were just written outlive a power cut: one flush of everything for all who wait for it."""

import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from tui.durable import flush, let_go


class _Flushing:
    """Whoever comes while a flush runs waits for the next one, which is everybody's."""

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._begun = self._done = 0
        self._running = False

    def wait(self) -> None:
        """Until a flush has ended that began after this call."""
        with self._turn:
            wanted = self._begun + 1
            while self._done < wanted:
                if self._running:
                    self._turn.wait()
                    continue
                self._running = True
                self._begun += 1
                mine = self._begun
                self._turn.release()
                try:
                    os.sync()
                finally:
                    self._turn.acquire()
                    self._running = False
                    self._done = mine
                    self._turn.notify_all()


_FLUSHING = _Flushing()


def put_on_disk(paths: Sequence[Path]) -> None:
    """Wait until all these are on the disk itself. Raises OSError."""
    if len(paths) > 2 and sys.platform.startswith("linux"):  # elsewhere sync() does not wait
        _FLUSHING.wait()
        return
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            flush(descriptor)
        finally:
            let_go(descriptor)
