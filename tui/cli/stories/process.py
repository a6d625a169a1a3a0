"""Chronicles are made beside a reader: `python -m tui.cli.stories.process INDEX`

Lines of JSON come on standard input: {"tell": [sources], "until"?: day} or {"propose": source}. Each answer goes out in
short lines, since reading a line is the longest that a key of the reader waits: the articles that it has not got yet,
the rows some at a time, and a line that ends it; while many articles are read, what is known of them goes out so in
between. The process ends when standard input does.
"""

import os
import queue
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from tui.cli.stories.gathering import FEW, Gathered, chronicle, each_gathered, in_time
from tui.errors import ReaderError
from tui.library.index.index import Index
from tui.library.stories.proposing import Proposed, proposed
from tui.library.stories.steps import told_later
from tui.library.stories.story import Story, story_of
from tui.library.stories.wire import rows_of_story, tree_of
from tui.notes.store import own_notes

NICENESS = 5  # keys come first
AT_ONCE = 100  # rows of a line
EACH = 1.5  # seconds between two chronicles of what is read so far
SHARE = 4  # times as long as the last of them took, at least


def main() -> None:
    """Until standard input ends."""
    os.nice(NICENESS)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    index = Index(Path(sys.argv[1])) if len(sys.argv) > 1 else None
    asked: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(asked,), daemon=True).start()
    teller = _Teller(index, answers)
    with suppress(BrokenPipeError):  # nobody listens any more
        while True:
            wanted = asked.get()
            while not asked.empty():  # what was asked before is not wanted any more
                wanted = asked.get()
            try:
                teller.answer(wanted)
            except ReaderError as error:
                teller.say(number=wanted.get("number"), trouble=str(error))
            except Exception as error:
                teller.say(number=wanted.get("number"), trouble=f"{type(error).__name__}: {error}")
                raise


class _Teller:
    """Remembers what the reader has got already."""

    def __init__(self, index: Index | None, answers: BinaryIO) -> None:
        self._index = index
        self._answers = answers
        self._gathered: dict[str, Gathered] = {}

    def answer(self, wanted: dict[str, Any]) -> None:
        """Answer one question."""
        number = wanted.get("number")
        if "propose" in wanted:
            index, source = self._index, wanted["propose"]
            found: list[Proposed] = []
            if index is not None:
                found = index.database.read(lambda db: proposed(db, source, index.database.searchable), found)
            self.say(number=number, proposed=[[one.source, one.likeness, one.names] for one in found])
            return
        for said in self._told(wanted["tell"], wanted.get("until")):
            self.say(number=number, **said)

    def say(self, **said: Any) -> None:
        """A line."""
        self._answers.write(orjson.dumps(said) + b"\n")
        self._answers.flush()

    def _told(self, sources: list[str], until: str | None) -> Iterator[dict[str, Any]]:
        troubles: list[str] = []
        missing = [source for source in sources if source not in self._gathered]
        due = time.monotonic() + EACH
        for one in each_gathered(missing, self._index, own_notes(), troubles.append):
            told = one.told
            self._gathered[told.source] = one
            yield {"article": [told.source, told.title, told.publisher], "told": tree_of(told)}
            if len(missing) > FEW and until is None and time.monotonic() >= due:
                began = time.monotonic()
                there = (self._gathered[source] for source in sources if source in self._gathered)
                yield from _pieces(story_of(one.told for one in in_time(there)))
                yield {"part": True}
                due = time.monotonic() + max(EACH, SHARE * (time.monotonic() - began))
        some = [self._gathered[source] for source in sources if source in self._gathered]
        whole = chronicle(some, self._index)
        story, later = whole, {}
        if until is not None:
            day = date.fromisoformat(until)
            then = [one for one in some if one.told.published is not None and one.told.published <= day]
            story = chronicle(then, self._index)
            later = told_later(story, whole)
        yield from _pieces(story)
        yield {"later": [[row, said] for row, said in later.items()], "troubles": troubles, "end": True}


def _pieces(story: Story) -> Iterator[dict[str, Any]]:
    yield {"articles": [article.source for article in story.articles]}
    rows = rows_of_story(story)
    for at in range(0, len(rows), AT_ONCE):
        yield {"rows": rows[at : at + AT_ONCE]}
    weights = [[*day, weight] for day, weight in story.weights.items()]
    for at in range(0, len(weights), AT_ONCE):
        yield {"weights": weights[at : at + AT_ONCE]}


def _listen(asked: "queue.SimpleQueue[dict[str, Any]]") -> None:
    for line in sys.stdin.buffer:
        with suppress(ValueError):
            asked.put(orjson.loads(line))
    os._exit(0)


if __name__ == "__main__":
    main()
