"""The reader's end of the process that tells what is owed to the tables of entities: started, waited for, ended."""

from pathlib import Path

from tui.library.process import begin, end


class Telling:
    """One process; it ends by itself when all is told."""

    def __init__(self, index: Path) -> None:
        """Raises OSError where there can be no other process."""
        self._process = begin("tui.library.entities.process", str(index), heard=False)

    def wait(self) -> None:
        """Until it has ended; made for a thread."""
        self._process.wait()

    def close(self) -> None:
        """End it, whatever it does: what it has written is written."""
        end(self._process)
