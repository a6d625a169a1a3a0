"""The reader's end of the process that keeps the index up to date: started, heard, ended."""

import json
import signal
import subprocess
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.library.process import COMMAND, leave_room, log

Heard = Callable[[dict[str, Any]], None]


class Background:
    """One process. What it says is heard in a thread: `stage` is "files", "texts" or "names" with `done` of `total`,
    "end" with what came of it, "others" while another reader does the work, "trouble" with a `sentence`."""

    def __init__(self, index: Path, paths: Sequence[Path], heard: Heard) -> None:
        """Raises OSError where there can be no other process."""
        leave_room()
        command = [*COMMAND[:2], "-X", "utf8", "-m", "tui.library.indexing.process", str(index), *map(str, paths)]
        with log() as errors:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, process_group=0
            )
        self._heard = heard
        threading.Thread(target=self._listen, name="index", daemon=True).start()

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def look(self) -> None:
        """Look at the files now."""
        assert self._process.stdin is not None
        with suppress(OSError, ValueError):
            self._process.stdin.write(b"\n")
            self._process.stdin.flush()

    def close(self) -> None:
        """End it, whatever it does: what it has written is written."""
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.close()
        with suppress(OSError):
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with suppress(OSError, ValueError), self._process.stdout as lines:
            for line in lines:
                with suppress(json.JSONDecodeError, RuntimeError):  # half a line; nobody hears any more
                    self._heard(json.loads(line))
