"""The reader's end of the process that keeps the index up to date."""

from collections.abc import Sequence
from pathlib import Path

from tui.library.heard import Heard, HeardProcess


class Background(HeardProcess):
    """What it says: `stage` is "files", "texts" or "names" with `done` of `total`, "end" with what came of it, "others"
    while another reader does the work, "moved" with the `moves` of articles to other places, "trouble" with a
    `sentence`."""

    def __init__(self, index: Path, paths: Sequence[Path], heard: Heard) -> None:
        """Raises OSError where there can be no other process."""
        super().__init__("tui.library.indexing.process", (str(index), *map(str, paths)), heard, "index")
        self._thread.start()

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def look(self) -> None:
        """Look at the files now."""
        self._tell(b"\n")
