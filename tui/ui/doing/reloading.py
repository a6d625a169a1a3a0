"""An article whose file changes is read again, and the reader stays where they were."""

import asyncio
import os
from pathlib import Path
from typing import NamedTuple

from tui.errors import ReaderError
from tui.text.inside import inside_of
from tui.ui.doing.article.finding import Finding
from tui.ui.doing.article.tracing import Tracing
from tui.ui.doing.panel.learning import Learning
from tui.ui.doing.reader import Reader
from tui.ui.doing.renewing import has_file, renew
from tui.ui.reading.pane import Pane

SECONDS = 1.0  # between two looks at the files


class Stamp(NamedTuple):
    """What tells one state of a file from another."""

    changed: int
    size: int
    number: int


class Reloading:
    """Looks at the files of both panes, beside the keys and without a word to the terminal."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._shown: dict[Pane, Stamp | None] = {}  # the state that is on the screen
        self._seen: dict[Pane, Stamp | None] = {}  # the state at the last look
        self._task: asyncio.Task[None] | None = None

    def watch(self) -> None:
        """Begin to look."""
        self._reader.set_interval(SECONDS, self.look)

    def look(self) -> None:
        """Look once, unless the last look still waits for a slow disk."""
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._look())

    def do_reload(self, _count: int | None) -> None:
        """Read the file now."""
        pane = self._reader.pane
        if not has_file(pane):
            if self._reader.part(Learning).try_again(pane):
                return
            self._reader.say("This article came through a pipe: there is no file to read again.")
            return
        self._reader.run_worker(self._read(pane, asked=True), group="reload")

    async def _look(self) -> None:
        for pane in [pane for pane in self._reader.panes if has_file(pane)]:
            stamp = await asyncio.to_thread(stamp_of, pane.reading.article.source)
            if pane not in self._shown:
                self._shown[pane] = stamp
            elif stamp != self._shown[pane] and stamp == self._seen.get(pane) and not self._reader.is_asking:
                # The same twice: whoever writes the file is done with it.
                self._shown[pane] = stamp
                if stamp is None:
                    self._reader.say("The file of this article is gone; its text stays here.")
                else:
                    await self._read(pane, asked=False)
            self._seen[pane] = stamp

    async def _read(self, pane: Pane, asked: bool) -> None:
        source = pane.reading.article.source
        try:
            encoding = pane.reading.choices.encoding
            article = await asyncio.to_thread(self._reader.desk.shelf.read, Path(source), encoding)
            self._shown[pane] = await asyncio.to_thread(stamp_of, source)
        except ReaderError as error:
            self._reader.say(f"{str(error).rstrip('.')}. The text stays as it was.")
            return
        if article.digest == pane.reading.original.digest:
            if asked and not self._reader.part(Learning).try_again(pane):
                self._reader.say("The file has not changed.")
            return
        renew(pane, article)
        self._reader.part(Finding).again(pane.reading)
        self._reader.part(Learning).begin(pane)
        self._reader.part(Tracing).begin(pane, tell=False)
        self._reader.show_panel()
        self._reader.say("The file has changed and was read again.")


def stamp_of(source: str) -> Stamp | None:
    """The state of a file; None where there is none."""
    try:
        found = os.stat(inside_of(source).file)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return Stamp(found.st_mtime_ns, found.st_size, found.st_ino)
