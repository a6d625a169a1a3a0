"""A process beside the reader that says in lines of JSON what it does: started, heard in a thread, ended."""

import json
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from tui.library.process import begin, end

Heard = Callable[[dict[str, Any]], None]


class HeardProcess:
    """One process. `heard` is called in a thread with each thing that it says."""

    def __init__(self, module: str, arguments: tuple[str, ...], heard: Heard, thread: str) -> None:
        """Raises OSError where there can be no other process."""
        self._process = begin(module, *arguments)
        self._heard = heard
        self._thread = threading.Thread(target=self._listen, name=thread, daemon=True)

    def close(self) -> None:
        """End it, whatever it does: what it has written is written."""
        end(self._process)

    def _tell(self, words: bytes) -> None:
        assert self._process.stdin is not None
        with suppress(OSError, ValueError):
            self._process.stdin.write(words)
            self._process.stdin.flush()

    def _hear(self, said: dict[str, Any]) -> None:
        self._heard(said)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with suppress(OSError, ValueError), self._process.stdout as lines:
            for line in lines:
                with suppress(json.JSONDecodeError, RuntimeError):  # half a line; nobody hears any more
                    self._hear(json.loads(line))
