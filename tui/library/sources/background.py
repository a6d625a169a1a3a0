"""The reader's end of the process that fetches, started when something is wanted."""

import json
from contextlib import suppress
from typing import Any

from tui.library.heard import Heard, HeardProcess

ENDED = "What was to be fetched broke off; try again."


class Fetching(HeardProcess):
    """One process for one wish. The last that is heard has the stage "end"."""

    def __init__(self, wanted: dict[str, Any], heard: Heard) -> None:
        """Raises OSError where there can be no other process."""
        super().__init__("tui.library.sources.process", (), heard, "fetching")
        self._ended = False
        self._tell(json.dumps(wanted).encode() + b"\n")
        self._thread.start()

    def _hear(self, said: dict[str, Any]) -> None:
        self._ended = self._ended or said.get("stage") == "end"
        super()._hear(said)

    def _listen(self) -> None:
        super()._listen()
        if not self._ended:  # it was killed, or died
            with suppress(RuntimeError):
                self._heard({"stage": "trouble", "sentence": ENDED})
                self._heard({"stage": "end"})
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.close()
        self._process.wait()
