"""What changed in an article since it was read the time before is marked, and walked through."""

import asyncio

from tui.counted import counted
from tui.errors import AnalysisFailed
from tui.library.known.asking import what_changed
from tui.library.known.told import Changed
from tui.library.versions import Version, Versions
from tui.text.span import Span
from tui.ui.doing.reader import Reader
from tui.ui.keys.keymap import show
from tui.ui.page.jumps import Spot
from tui.ui.reading.pane import Pane

LONGEST_SAID = 60  # characters of the words that went out or came in


class Tracing:
    """Keeps each text that is read, and compares it with the one before."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._before: dict[Pane, Version | None] = {}

    def begin(self, pane: Pane, tell: bool = True) -> None:
        """A pane shows a text: it is kept beside the keys. `tell` says if it is another than the time before."""
        if not pane.reading.goes_on:
            self._reader.run_worker(self._keep(pane, tell), group=f"keep-{id(pane)}", exclusive=True)

    def do_changes(self, _count: int | None) -> None:
        """Mark them and go to the first, or take the marks away."""
        reader, pane = self._reader, self._reader.pane
        before = self._before.get(pane)
        if pane.reading.changed:
            pane.reading.changed = ()
            pane.mark()
            reader.say("Changes are not marked any more.")
        elif before is None:
            reader.say("This article has not changed since you first read it.")
        else:
            reader.run_worker(self._compare(pane, before), group=f"changes-{id(pane)}", exclusive=True)

    def do_next_change(self, count: int | None) -> None:
        """On, and around at the end."""
        self._walk(count or 1)

    def do_previous_change(self, count: int | None) -> None:
        """Back, and around at the beginning."""
        self._walk(-(count or 1))

    async def _keep(self, pane: Pane, tell: bool) -> None:
        article = pane.reading.article
        before = await asyncio.to_thread(Versions().keep, article)
        if pane not in self._reader.panes or pane.reading.article.digest != article.digest:
            return
        self._before[pane] = before
        if tell and before is not None and not article.notices:
            key = next(map(show, self._reader.desk.keymap.keys["changes"]), "")
            tail = f": {key} shows what changed." if key else "."
            self._reader.say(f"Another text than you read on {before.at.astimezone():%Y-%m-%d}{tail}")

    async def _compare(self, pane: Pane, before: Version) -> None:
        reader, article = self._reader, pane.reading.article
        try:
            changed = await what_changed(before.text, article.text)
        except AnalysisFailed as error:
            reader.say(str(error))
            return
        if pane.reading.article is not article or pane not in reader.panes:
            return
        if not changed:
            reader.say("No words have changed, only what lies between them.")
            return
        pane.reading.changed = changed
        pane.mark()
        came = sum(len(article.text[slice(*one.span)].split()) for one in changed)
        gone = sum(len(one.out.split()) for one in changed)
        self._go(0)
        reader.say(
            f"{counted(len(changed), 'change')} since {before.at.astimezone():%Y-%m-%d}: {counted(came, 'word')} in, "
            f"{gone} out. {self._words(changed[0])}"
        )

    def _walk(self, steps: int) -> None:
        reading = self._reader.reading
        if not reading.changed:
            self.do_changes(None)
            return
        starts = [change.span.start for change in reading.changed]
        after = [number for number, start in enumerate(starts) if start > reading.cursor]
        upto = [number for number, start in enumerate(starts) if start < reading.cursor]
        first = (after[0] if after else 0) if steps > 0 else (upto[-1] if upto else -1)
        self._go((first + steps - (1 if steps > 0 else -1)) % len(starts))

    def _go(self, number: int) -> None:
        reader, reading = self._reader, self._reader.reading
        change = reading.changed[number]
        reader.desk.jumps.leave(Spot(reading.article.source, reading.cursor))
        start, end = change.span
        reader.go(Span(start, max(end, min(start + 1, len(reading.article.text)))))
        reader.say(f"{number + 1} of {len(reading.changed)}  {self._words(change)}")

    def _words(self, change: Changed) -> str:
        came = " ".join(self._reader.reading.article.text[slice(*change.span)].split())
        parts = [f"{sign} “{_short(words)}”" for sign, words in (("out:", change.out), ("in:", came)) if words]
        return "  ".join(parts)


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_SAID else f"{words[:LONGEST_SAID]}..."
