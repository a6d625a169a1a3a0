"""What was chosen - a name, an event, a place left earlier - becomes where the cursor stands and what is marked."""

from tui.analysis.events.rows import EventRow
from tui.text.span import Span
from tui.ui.doing.reader import Reader
from tui.ui.messages import Visit
from tui.ui.page.jumps import Spot


class Landing:
    """Where a choice leads; where it led from is remembered as a jump."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def visit(self, spot: Spot, words: Span | None = None) -> None:
        """Go to a spot, in this article or another one, and mark words there."""
        reader = self._reader
        for index, pane in enumerate(reader.panes):
            if pane.reading.article.source == spot.source:
                reader.activate(index)
                reader.go(words or Span(spot.offset, spot.offset), target=words is not None)
                return
        reader.post_message(Visit(spot, words=words))

    def select_entity(self, index: int, jump: bool) -> None:
        """Mark the mentions of an entity; with `jump`, go to its first one, or to the next if it was selected."""
        reader, reading = self._reader, self._reader.reading
        again = reading.entity == index
        reading.entity, reading.last_used = index, "entity"
        reader.panel.entities.select(index, reading.marked)
        reader.panel.entities.find(index)
        reader.pane.mark()
        if jump:
            spans = [mention.span for mention in reading.entities[index].mentions]
            later = [span for span in spans if again and span.start > reading.cursor]
            span = (later or spans)[0]
            self._leave()
            reader.go(span)
            reader.say(f"{spans.index(span) + 1} of {len(spans)}  {reading.entities[index].name}")
            reader.leave_overlay()
        reader.show_status()

    def show_event(self, row: EventRow) -> None:
        """Land on the expression that dates an event, and from there on the next that does."""
        reader = self._reader
        if row.article != reader.active:
            reader.activate(row.article)
        self._leave()
        place = row.place_after(reader.reading.cursor)
        reader.go(place)
        which = f"{row.places.index(place) + 1} of {len(row.places)}  " if row.again else ""
        reader.say(f"{which}{row.when}  {row.names}".strip())
        reader.leave_overlay()

    def _leave(self) -> None:
        reading = self._reader.reading
        self._reader.desk.jumps.leave(Spot(reading.article.source, reading.cursor))
