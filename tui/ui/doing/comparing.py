"""Two articles beside each other."""

from collections.abc import Sequence

from tui.counted import counted
from tui.text.article import Article
from tui.text.span import Span
from tui.ui.doing.article.tracing import Tracing
from tui.ui.doing.landing import Landing
from tui.ui.doing.panel.learning import Learning
from tui.ui.doing.panel.panels import Panels
from tui.ui.doing.reader import Reader
from tui.ui.messages import WantSecond
from tui.ui.page.jumps import Spot
from tui.ui.reading.pane import Pane
from tui.ui.reading.selection import next_place


class Comparing:
    """What only makes sense with two panes."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.together = False  # both were opened at once: they are left so

    def do_second(self, _count: int | None) -> None:
        """Choose an article to stand beside this one; with two, close the other one."""
        if self._reader.other is not None:
            self.close(self._reader.other)
        else:
            self._reader.post_message(WantSecond(self._reader.reading.article.source, self.add))

    def add(self, article: Article, together: bool = False) -> None:
        """Put an article beside the one there is."""
        self.together = together
        reader = self._reader
        pane = reader.put_beside(article)
        reader.part(Learning).begin(pane)
        reader.part(Tracing).begin(pane)
        reader.call_after_refresh(reader.activate, 1)

    def do_lock(self, _count: int | None) -> None:
        reader = self._reader
        if reader.other is None:
            reader.say("Locked scrolling needs a second article: | opens one.")
            return
        reader.locked = not reader.locked
        reader.say("Both panes scroll together from where they are." if reader.locked else "Each pane scrolls alone.")

    def do_zoom(self, _count: int | None) -> None:
        reader = self._reader
        if reader.other is None:
            reader.part(Panels).toggle()
            return
        reader.zoomed = not reader.zoomed
        reader.place_parts()

    def do_next_shared(self, count: int | None) -> None:
        self._walk(self._shared(), True, count, "shared mention")

    def do_previous_shared(self, count: int | None) -> None:
        self._walk(self._shared(), False, count, "shared mention")

    def do_next_difference(self, count: int | None) -> None:
        self._walk(self._different(), True, count, "difference")

    def do_previous_difference(self, count: int | None) -> None:
        self._walk(self._different(), False, count, "difference")

    def close(self, gone: Pane) -> None:
        """One article again: the one that is not `gone`."""
        reader = self._reader
        self.together = False
        reader.part(Learning).keep_places()
        reader.panes, reader.active = [pane for pane in reader.panes if pane is not gone], 0
        gone.display = False
        reader.locked = reader.zoomed = False
        reader.reading.shared = frozenset()
        reader.activate(0)
        reader.pane.mark()
        reader.call_after_refresh(gone.remove)  # what is being removed can no longer be drawn: it must be out of view

    def _shared(self) -> Sequence[Span]:
        return self._reader.reading.shared_spans

    def _different(self) -> list[Span]:
        """First mentions of entities, dates and notes that only the active article has."""
        reading, other = self._reader.reading, self._reader.other
        if other is None:
            return []
        spans = [e.mentions[0].span for i, e in enumerate(reading.entities) if i not in reading.shared]
        theirs = other.reading.analysis.times if other.reading.analysis else ()
        days = {time.interval for time in theirs}
        ours = reading.analysis.times if reading.analysis else ()
        spans += [time.span for time in ours if time.interval and time.interval not in days]
        spans += [note.span for note in reading.notes if note.span is not None]
        return sorted(set(spans))

    def _walk(self, spans: Sequence[Span], forward: bool, count: int | None, what: str) -> None:
        reader = self._reader
        if reader.other is None:
            reader.say("This needs a second article: | opens one.")
            return
        index = next_place(reader.reading, spans, forward, count or 1)
        if index is None:
            reader.say(f"No {'later' if forward else 'earlier'} {what}s.")
            return
        reader.desk.jumps.leave(Spot(reader.reading.article.source, reader.reading.cursor))
        reader.go(spans[index])
        entity = reader.reading.entity_at(spans[index].start)
        if entity is not None:
            reader.part(Landing).select_entity(entity, jump=False)
        reader.say(f"{index + 1} of {counted(len(spans), what)}")
