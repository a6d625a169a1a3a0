"""What the mouse does in the text."""

from tui.text.span import at
from tui.ui.doing.landing import Landing
from tui.ui.doing.reader import Reader
from tui.ui.messages import Clicked, Wheeled
from tui.ui.page.characters import WORD


class Pointing:
    """A click puts the cursor, a second one selects a word or a name, the wheel scrolls."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def click(self, message: Clicked) -> None:
        """The pane that was clicked gets the keys, and the name under the mouse is the selected one."""
        reader = self._reader
        self._activate(message.view)
        if message.twice:
            self._take(message.offset)
            return
        if reader.reading.selecting_from is not None:
            reader.reading.selecting_from = None
            reader.pane.mark()
        reader.move_cursor(message.offset)
        entity = reader.reading.entity_at(message.offset)
        if entity is not None:
            reader.part(Landing).select_entity(entity, jump=False)

    def wheel(self, message: Wheeled) -> None:
        """The pane under the mouse moves; it need not have the keys."""
        reader = self._reader
        if message.view is reader.pane.view:
            if reader.pane.view.scroll_lines(message.lines):
                reader.scrolled(message.lines)
        else:
            for pane in reader.panes:
                if pane.view is message.view and pane.view.scroll_lines(message.lines):
                    pane.scrolled()

    def _activate(self, view: object) -> None:
        reader = self._reader
        for index, pane in enumerate(reader.panes):
            if pane.view is view and (index != reader.active or not reader.has_keys(pane.view)):
                reader.activate(index)

    def _take(self, offset: int) -> None:
        """Select the name at an offset, else the word."""
        reader, reading = self._reader, self._reader.reading
        spans = reading.mention_spans
        index = at(spans, offset)
        if index is not None:
            start, end = spans[index]
        else:
            block = reading.block_at(offset)
            first = reading.article.blocks[block].span.start if block is not None else 0
            words = (match.span() for match in WORD.finditer(reading.article.text, first, offset + 100))
            start, end = next((span for span in words if span[0] <= offset < span[1]), (offset, offset + 1))
        reading.selecting_from, reading.lines_from = start, None
        reader.move_cursor(end - 1)
        reader.show_status()
