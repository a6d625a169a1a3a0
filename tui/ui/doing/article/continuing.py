"""Of a long article the beginning is shown at once; when all of it is read, the rest is put in behind what is seen."""

import asyncio

from tui.library.beside import beside_the_keys
from tui.text.article import Article
from tui.ui.doing.article.finding import Finding
from tui.ui.doing.article.moving import Moving
from tui.ui.doing.article.telling import Telling
from tui.ui.doing.article.tracing import Tracing
from tui.ui.doing.panel.learning import Learning
from tui.ui.doing.reader import Reader
from tui.ui.doing.renewing import renew
from tui.ui.page.page import Page
from tui.ui.reading.pane import Pane


class Continuing:
    """The view, the cursor and a selection stay where they are."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def go_on(self, article: Article | None, trouble: str = "") -> None:
        """All of the article; or None, and the sentence that says why there is no more than its beginning."""
        pane = next((pane for pane in self._reader.panes if pane.reading.goes_on), None)
        if pane is not None and self._reader.is_attached:
            self._reader.run_worker(self._go_on(pane, article, trouble), group="continue")

    async def _go_on(self, pane: Pane, article: Article | None, trouble: str) -> None:
        reader, reading = self._reader, pane.reading
        if article is not None:
            # Lines of a whole book are laid out beside the keys.
            page = await asyncio.to_thread(_laid_out, pane, article)
            before, selected, target = reading.article.text, reading.selecting_from, reading.target
            renew(pane, article, page)
            if article.text.startswith(before[: max(reading.cursor, selected or 0, target.end if target else 0)]):
                reading.selecting_from, reading.target = selected, target
                pane.mark()
        reading.goes_on = False
        if pane is reader.pane:
            reader.part(Moving).go_on_to_end()
        reader.part(Learning).begin(pane)
        reader.part(Tracing).begin(pane)
        reader.part(Finding).again(reading)
        reader.show_panel()
        if trouble:
            reader.say(f"Only the beginning is here: {trouble}")
        elif not reader.said:
            reader.part(Telling).begin()


def _laid_out(pane: Pane, article: Article) -> Page:
    with beside_the_keys():
        return pane.view.laid_out(article)
