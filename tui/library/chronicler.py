"""The reader's end of the process that makes chronicles: started when it is first asked, heard in a thread, ended."""

import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import orjson

from tui.library.process import begin, end
from tui.library.stories.steps import Later
from tui.library.stories.story import Story, StoryRow
from tui.library.stories.telling import Told
from tui.library.stories.wire import story_of_rows, told_of_tree
from tui.text.folding import fold

MODULE = "tui.cli.stories.process"
ENDED = "The process that makes chronicles has ended: try again."


@dataclass(frozen=True, slots=True)
class Chronicle:
    """A story, what was told otherwise later (by row, where it is as it stood on a day), and what could not be read.

    Before the whole of it there may be some of the articles that are read so far."""

    story: Story
    later: dict[int, tuple[Later, ...]]
    troubles: tuple[str, ...]
    searched: tuple[str, ...]  # what a filter looks at in each row: made in the thread, since it takes a while
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Likely:
    """An article that may belong to a story, and the names that say so."""

    source: str
    likeness: float
    names: tuple[str, ...]


Answer = Chronicle | tuple[Likely, ...] | str  # a sentence where there is none


@dataclass(slots=True)
class _Asked:
    """What has come of an answer."""

    then: Callable[[Answer], None]
    read: Callable[[int], None] | None = None
    sources: list[str] = field(default_factory=list)
    rows: list[Any] = field(default_factory=list)
    weights: list[Any] = field(default_factory=list)


class Chronicler:
    """Asked for one thing at a time: of two questions the later one counts. Answers come in a thread of its own."""

    def __init__(self, index: Path | None, module: str = MODULE) -> None:
        self._index, self._module = index, module
        self._process: subprocess.Popen[bytes] | None = None
        self._number = 0
        self._asked: _Asked | None = None
        self._told: dict[str, Told] = {}
        self._lock = threading.Lock()

    def tell(
        self,
        sources: list[str],
        until: date | None,
        then: Callable[[Answer], None],
        read: Callable[[int], None] | None = None,
    ) -> None:
        """`then` hears the chronicle of these articles, or why there is none; `read` how many are read meanwhile.

        Where there is much to be read, `then` hears first of what is read so far."""
        self._ask({"tell": sources, "until": until.isoformat() if until else None}, then, read)

    def propose(self, source: str, then: Callable[[Answer], None]) -> None:
        """`then` hears which articles may tell the story of this one."""
        self._ask({"propose": source}, then)

    def close(self) -> None:
        """End it, whatever it does; nobody is answered any more."""
        self._asked = None
        self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            end(process)

    def _ask(
        self, question: dict[str, Any], then: Callable[[Answer], None], read: Callable[[int], None] | None = None
    ) -> None:
        try:
            process = self._started()
        except (OSError, RuntimeError) as error:  # no process, no thread
            self._end()
            reason = error.strerror if isinstance(error, OSError) else "no thread is left"
            then(f"No chronicle can be made ({reason}).")
            return
        with self._lock:
            self._number += 1
            self._asked = _Asked(then, read)
        assert process.stdin is not None
        with suppress(OSError, ValueError):
            process.stdin.write(orjson.dumps({**question, "number": self._number}) + b"\n")
            process.stdin.flush()

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            self._process = begin(self._module, *([str(self._index)] if self._index is not None else []))
            self._told.clear()
            try:
                threading.Thread(target=self._listen, args=(self._process,), name="chronicler", daemon=True).start()
            except RuntimeError:
                assert self._process.stdout is not None
                self._process.stdout.close()  # nobody reads it
                raise
        return self._process

    def _listen(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdout is not None
        with suppress(OSError, ValueError, RuntimeError), process.stdout as lines:
            for line in lines:
                self._hear(orjson.loads(line))
        process.wait()
        if process is self._process:
            self._end()  # the next question starts another
            self._answer(ENDED)

    def _hear(self, said: dict[str, Any]) -> None:
        if "told" in said:  # whoever asked: it is not told again
            source, title, publisher = said["article"]
            self._told[source] = told_of_tree(said["told"], source, title, publisher)
        with self._lock:
            asked = self._asked if said.get("number") == self._number else None
        if asked is None:
            return
        if "told" in said and asked.read is not None:
            asked.read(len(self._told))
        asked.sources = said.get("articles", asked.sources)
        asked.rows += said.get("rows", ())
        asked.weights += said.get("weights", ())
        if "trouble" in said:
            self._answer(str(said["trouble"]))
        elif "proposed" in said:
            self._answer(tuple(Likely(source, alike, tuple(names)) for source, alike, names in said["proposed"]))
        elif "end" in said:
            later = {row: tuple((what, words, who) for what, words, who in told) for row, told in said["later"]}
            self._answer(self._chronicle(asked, later, tuple(said["troubles"])))
        elif "part" in said:
            part = self._chronicle(asked, {}, (), whole=False)
            asked.rows, asked.weights = [], []
            asked.then(part)

    def _chronicle(
        self, asked: _Asked, later: dict[int, tuple[Later, ...]], troubles: tuple[str, ...], whole: bool = True
    ) -> Chronicle:
        story = story_of_rows(asked.rows, asked.weights, [self._told[source] for source in asked.sources])
        return Chronicle(story, later, troubles, tuple(_searched(row) for row in story.rows), whole)

    def _answer(self, answer: Answer) -> None:
        with self._lock:
            asked, self._asked = self._asked, None
        if asked is not None:
            asked.then(answer)


def _searched(row: StoryRow) -> str:
    """All that is told of an event, folded."""
    told = " ".join(teller.telling.text for teller in row.tellers)
    return fold(f"{told} {' '.join(row.who)} {row.telling.label}")
