"""What a person says of articles by a key is so at once, and is written behind the keys."""

import threading
from collections.abc import Callable, Mapping

from tui.errors import ReaderError
from tui.flags import READ, Flags, Labels
from tui.notes.flagged import Flagged

Wanted = Mapping[str, Labels]  # by source
SECONDS = 5.0  # for which the end of the program waits for the disk


class Flagging:
    """What is stored, with what is about to be; safe from any thread."""

    def __init__(self, flagged: Flagged) -> None:
        self._flagged = flagged
        self._lock = threading.Lock()
        self._waiting: dict[str, dict[str, bool]] = {}
        self._said: list[Wanted] = []  # in this session
        self._written = self._failures = 0  # times
        self._writer: threading.Thread | None = None
        self.failed: Callable[[str], None] | None = None  # hears in a thread why something could not be written
        self.undone: list[tuple[Wanted, str]] = []  # what takes the last changes back, and words for each

    @property
    def state(self) -> object:
        """Another one where another session has said something, or what was said here could not be kept."""
        return self._failures, self._flagged.storage.generation - self._written

    @property
    def heard(self) -> int:
        """How many times something was said in this session."""
        return len(self._said)

    def now(self) -> Callable[[str], Flags]:
        """What is said of any article by its source; raises ReaderError. Call it in a thread, since disks wait."""
        with self._lock:  # what is written meanwhile is in either of them
            waiting = {source: dict(labels) for source, labels in self._waiting.items()}
        stored = self._flagged.now()

        def flags(source: str) -> Flags:
            wanted = waiting.get(source)
            return stored(source) if wanted is None else stored(source).turned(wanted)

        return flags

    def opened(self, source: str) -> None:
        """An article is read from now on."""
        self.turn({source: {READ: True}})

    def turn(self, wanted: Wanted) -> None:
        """Say this of articles."""
        with self._lock:
            self._said.append(wanted)
            for source, labels in wanted.items():
                self._waiting.setdefault(source, {}).update(labels)
            if self._writer is not None:
                return
            writer = threading.Thread(target=self._write, name="flags")
            try:
                writer.start()
                self._writer = writer
                return
            except RuntimeError:  # no thread to be had: the key waits for the disk
                pass
        self._write()

    def news(self, heard: int) -> Wanted:
        """What was said after that many times: for a list that was made before."""
        news: dict[str, dict[str, bool]] = {}
        for wanted in self._said[heard:]:
            for source, labels in wanted.items():
                news.setdefault(source, {}).update(labels)
        return news

    def flush(self) -> None:
        """Wait until all of it is on the disk, unless that takes very long."""
        writer = self._writer
        if writer is not None:
            writer.join(SECONDS)

    def _write(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._writer = None
                    return
                some = {source: dict(labels) for source, labels in self._waiting.items()}
            trouble = ""
            try:
                self._written += self._flagged.turn(some)
            except ReaderError as error:
                trouble = str(error)
            with self._lock:
                for source, labels in some.items():
                    left = self._waiting[source]
                    for label, on in labels.items():
                        if left[label] == on:
                            del left[label]
                    if not left:
                        del self._waiting[source]
                self._failures += bool(trouble)
            if trouble and self.failed is not None:
                self.failed(trouble)
