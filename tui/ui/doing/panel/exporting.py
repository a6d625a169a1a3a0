"""The lists of quotations and of figures are written to a file, as they are listed."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tui.analysis.figures.row import FigureRow
from tui.analysis.quotes.said import QuoteRow
from tui.errors import ReaderError
from tui.ui.doing.panel.writing import NOTHING, OFF, ask_for_file
from tui.ui.doing.reader import Reader

FORMS = ("md", "csv", "json")


class Exporting:
    """Keeps what both lists show for other programs."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_export_said(self, _count: int | None) -> None:
        """Ask for the name of a file, and write the rows there."""
        from tui.timelines.said import figures_written, quotes_written  # nobody who reads waits for it

        reader, panel = self._reader, self._reader.panel
        quoted = panel.current is panel.quotes
        rows: Sequence[QuoteRow | FigureRow] = panel.quotes.rows if quoted else panel.figures.rows
        written: Callable[..., str] = quotes_written if quoted else figures_written
        if reader.desk.restricted:
            reader.say(OFF)
        elif not rows:
            reader.say(NOTHING)
        else:
            ask_for_file(reader, panel.tab, FORMS, lambda path: self._write(path, rows, written))

    async def _write(self, path: Path, rows: Sequence[QuoteRow | FigureRow], written: Callable[..., str]) -> None:
        from tui.counted import counted
        from tui.timelines.files import form_of, write_text
        from tui.timelines.heads import head
        from tui.timelines.said import Told

        readings = [pane.reading for pane in self._reader.panes]
        heads: list[dict[str, Any]] = [
            head(one.article, one.analysis.published if one.analysis else one.article.published) for one in readings
        ]
        told: list[Any] = [Told[Any](row, tuple(heads) if row.side == "=" else (heads[row.article],)) for row in rows]
        try:
            await asyncio.to_thread(lambda: write_text(written(told, form_of(path)), path))
        except ReaderError as error:
            self._reader.say(str(error))
        else:
            self._reader.say(f"{counted(len(told), 'row')} written to {path.resolve()}")
