"""What is given is read ahead while somebody reads, begun when the list of it is looked at for the first time."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.library.heard import Heard
from tui.library.indexing.background import Background


class Ahead:
    """The process that does it, and who hears of it: the list in front."""

    def __init__(self, index: Path, paths: Callable[[], Sequence[Path]]) -> None:
        self._index = index
        self._paths = paths
        self._process: Background | None = None
        self._heard: Heard | None = None

    def begin(self, heard: Heard) -> None:
        """Tell `heard` from now on, in a thread, what is said; where there can be no process nothing is."""
        self._heard = heard
        if self._process is None:
            with suppress(OSError):
                self._process = Background(self._index, self._paths(), self._hear)
        else:
            self.look()

    def look(self) -> None:
        """Look at the files now, not after a while."""
        if self._process is not None:
            self._process.look()

    def close(self) -> None:
        """End it; what it has done is done."""
        self._heard = None
        if self._process is not None:
            self._process.close()

    def _hear(self, said: dict[str, Any]) -> None:
        if self._heard is not None:
            self._heard(said)
