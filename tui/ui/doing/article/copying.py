"""Copying words out: to the terminal's clipboard, and into a file where that does not arrive."""

import os

from tui.paths import data_folder
from tui.ui.doing.reader import Reader
from tui.ui.messages import Copied
from tui.ui.page.quoted import quoted
from tui.ui.terminal import clipboard


class Copying:
    """Copies from the active pane."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_copy(self, _count: int | None) -> None:
        """The selection, or the sentence."""
        self._copy(self._words())

    def do_cite(self, _count: int | None) -> None:
        """The words with where they come from."""
        article = self._reader.reading.article
        day = str(article.published.day or "")
        origin = (article.byline, quoted(article.title), article.publisher, day, article.url)
        self._copy(f"{quoted(self._words())}\n— {', '.join(part for part in origin if part)}")

    def offer(self, text: str) -> str:
        """Hand text to the terminal and keep it in a file; the sentence that can be said about it."""
        self._reader.post_message(Copied(text))
        sent = bool(clipboard.request(text, os.environ))
        return clipboard.said(text, sent, clipboard.keep(text, data_folder()))

    def _words(self) -> str:
        reading = self._reader.reading
        span = reading.selection or reading.sentence
        return " ".join(reading.article.text[span.start : span.end].split())

    def _copy(self, text: str) -> None:
        said = self.offer(text)
        reading = self._reader.reading
        if (span := reading.selection) is not None:
            reading.selecting_from = None
            self._reader.move_cursor(span.start)  # as in vi: reading goes on where the words begin
            self._reader.pane.mark()
        self._reader.say(said)
