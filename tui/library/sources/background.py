"""The reader's end of the process that fetches: started when something is wanted, heard in a thread, ended."""

import json
import signal
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from tui.library.process import COMMAND, leave_room, log

Heard = Callable[[dict[str, Any]], None]
ENDED = "What was to be fetched broke off; try again."


class Fetching:
    """One process for one wish. The last that is heard has the stage "end"."""

    def __init__(self, wanted: dict[str, Any], heard: Heard) -> None:
        """Raises OSError where there can be no other process."""
        leave_room()
        command = [*COMMAND[:2], "-X", "utf8", "-m", "tui.library.sources.process"]
        with log() as errors:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, process_group=0
            )
        self._heard = heard
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.write(json.dumps(wanted).encode() + b"\n")
            self._process.stdin.flush()
        threading.Thread(target=self._listen, name="fetching", daemon=True).start()

    def close(self) -> None:
        """End it, whatever it does: what it has written is written."""
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.close()
        with suppress(OSError):
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def _listen(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        ended = False
        with suppress(OSError, ValueError), self._process.stdout as lines:
            for line in lines:
                with suppress(json.JSONDecodeError, RuntimeError):  # half a line; nobody hears any more
                    said = json.loads(line)
                    ended = ended or said.get("stage") == "end"
                    self._heard(said)
        if not ended:  # it was killed, or died
            with suppress(RuntimeError):
                self._heard({"stage": "trouble", "sentence": ENDED})
                self._heard({"stage": "end"})
        with suppress(OSError):
            self._process.stdin.close()
        self._process.wait()
