"""The reader's end of the process that tells what is owed to the tables of entities: started, waited for, ended."""

import subprocess
from contextlib import suppress
from pathlib import Path

from tui.library.process import COMMAND, leave_room, log


class Telling:
    """One process; it ends by itself when all is told."""

    def __init__(self, index: Path) -> None:
        """Raises OSError where there can be no other process."""
        leave_room()
        command = [*COMMAND[:2], "-X", "utf8", "-m", "tui.library.entities.process", str(index)]
        with log() as errors:
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=errors, stderr=errors)

    def wait(self) -> None:
        """Until it has ended; made for a thread."""
        self._process.wait()

    def close(self) -> None:
        """End it, whatever it does: what it has written is written."""
        with suppress(OSError):
            self._process.kill()
        self._process.wait()
        if self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()
