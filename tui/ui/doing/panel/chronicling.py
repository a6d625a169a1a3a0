"""The timeline over the whole screen: opened and closed, with the article beside it, written to a file."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from tui.analysis.events.rows import EventRow
from tui.errors import ReaderError
from tui.ui.doing.panel.writing import NOTHING, OFF, ask_for_file
from tui.ui.doing.reader import Reader
from tui.ui.keys import contexts

FORMS = ("md", "csv", "ics", "json")


class Chronicling:
    """The chronicle of what stands on the screen."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_chronicle(self, _count: int | None) -> None:
        """Open it where one reads, or go back to the text."""
        if self._reader.panel.whole:
            self.close()
        else:
            self._open()

    def do_beside(self, _count: int | None) -> None:
        """The article beside the chronicle, at the row under the cursor; or the chronicle alone again."""
        reader, panel = self._reader, self._reader.panel
        panel.beside = panel.timeline.tells = not panel.beside
        reader.place_parts()
        if panel.beside:
            reader.call_after_refresh(self.follow)  # when the article has been laid out for its room

    def do_export(self, _count: int | None) -> None:
        """Ask for the name of a file, and write the rows there as they are listed."""
        reader, rows = self._reader, self._reader.panel.timeline.rows
        if reader.desk.restricted:
            reader.say(OFF)
            return
        if not rows:
            reader.say(NOTHING)
            return
        ask_for_file(reader, "timeline", FORMS, lambda path: self._written(path, rows))

    def close(self) -> None:
        """Back to the text, with the panel as it was."""
        reader, panel = self._reader, self._reader.panel
        panel.show_whole(False)
        panel.timeline.tells = False
        reader.place_parts()
        reader.give_keys(reader.pane.view)
        reader.leave_overlay()

    def land(self) -> None:
        """A row leads to its sentence: the keys go there, and a chronicle that covers it goes away."""
        if self._reader.panel.beside:
            self._reader.give_keys(self._reader.pane.view)
        else:
            self.close()

    def follow(self) -> None:
        """The article beside the chronicle shows the row under the cursor."""
        reader, row = self._reader, self._reader.panel.timeline.under_cursor
        if row is None or not reader.panel.beside or reader.context != contexts.CHRONICLE:
            return
        self.turn_to(row.article)
        reader.go(row.place)
        view = reader.pane.view  # always at the same height, whichever row was there before
        view.scroll_lines(view.page.line_of(row.place.start) - view.rows // 3 - view.top)
        reader.show_status()

    def turn_to(self, article: int) -> None:
        """The article that a row of the chronicle is of is the one worked on, and the chronicle stays."""
        reader = self._reader
        if article != reader.active:
            reader.active = article
            reader.place_parts()
            reader.show_panel()

    def _open(self) -> None:
        reader, panel = self._reader, self._reader.panel
        here = reader.reading.sentence if reader.context == contexts.ARTICLE else None
        panel.open("timeline")
        panel.show_whole(True)
        panel.timeline.tells = panel.beside
        reader.place_parts()
        reader.give_keys(panel.timeline)
        rows = enumerate(panel.timeline.rows)
        told = (number for number, row in rows if row.article == reader.active and row.sentence == here)
        if (number := next(told, None)) is not None:
            panel.timeline.put(number)

    async def _written(self, path: Path, rows: Sequence[EventRow]) -> None:
        from tui.counted import counted
        from tui.timelines.files import write_rows
        from tui.timelines.heads import head
        from tui.timelines.merging import as_told

        readings = [pane.reading for pane in self._reader.panes]
        heads = [
            head(one.article, one.analysis.published if one.analysis else one.article.published) for one in readings
        ]
        told = [as_told(row, tuple(heads) if row.side == "=" else (heads[row.article],)) for row in rows]
        try:
            await asyncio.to_thread(write_rows, told, path)
        except ReaderError as error:
            self._reader.say(str(error))
        else:
            self._reader.say(f"{counted(len(told), 'row')} written to {path.resolve()}")
