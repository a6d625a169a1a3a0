"""Which letters are these? The encoding in which an article's file is read."""

import asyncio
from dataclasses import replace
from pathlib import Path

from tui.errors import ReaderError
from tui.text.encoding import CHOICES, named, shown
from tui.ui.doing.article.finding import Finding
from tui.ui.doing.panel.learning import Learning
from tui.ui.doing.panel.undoing import Undoing, What
from tui.ui.doing.reader import Reader
from tui.ui.doing.renewing import has_file, renew
from tui.ui.keys.completion import Offer
from tui.ui.page.quoted import quoted
from tui.ui.reading.pane import Pane


class Decoding:
    """What was guessed is put right, and stays so for this article."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_choose_encoding(self, _count: int | None) -> None:
        """Ask for the encoding; nothing leaves it to the file again."""
        reader, pane = self._reader, self._reader.pane
        article = pane.reading.article
        if not has_file(pane):
            reader.say("This article came through a pipe: there is no file to read again.")
            return
        if not article.encoding:
            reader.say("The format of this file says what its letters are.")
            return

        def done(text: str | None) -> None:
            if text is None:
                return
            before, name = pane.reading.choices.encoding, named(text)
            self._choose(pane, name)
            reader.part(Undoing).can(What.ENCODING, lambda: self._choose(pane, before))

        reader.ask(
            f"Read as {article.encoding}; now as",
            "a name, Tab lists them; empty: as the file shows",
            None,
            done,
            check=trouble_with,
            offered=offered,
        )

    def _choose(self, pane: Pane, encoding: str) -> None:
        self._reader.run_worker(self._read(pane, encoding), group="reload")

    async def _read(self, pane: Pane, encoding: str) -> None:
        reader, reading = self._reader, pane.reading
        try:
            article = await asyncio.to_thread(reader.desk.shelf.read, Path(reading.article.source), encoding)
            choices = replace(reading.choices, encoding=encoding)
            await asyncio.to_thread(reader.desk.store.save_choices, choices)
        except ReaderError as error:
            reader.say(f"{str(error).rstrip('.')}. The text stays as it was.")
            return
        reading.choices = choices
        renew(pane, article)
        reader.part(Finding).again(reading)
        reader.part(Learning).begin(pane)
        reader.show_panel()
        undone = f"{reader.part(Undoing).key} undoes it: " if encoding else ""
        reader.say(f"{undone}Read as {article.encoding}{'' if encoding else ', as the file itself shows'}.")


def trouble_with(text: str) -> str:
    """Why this will not do for an encoding, in a sentence; "" where it will, and where nothing is typed."""
    if not text.strip() or named(text):
        return ""
    return f"{quoted(text[:24])} is no encoding that is known here: choose one of the list with Tab."


def offered(before: str) -> Offer | None:
    """The encodings that begin with, or have in them, what was typed so far."""
    typed = before.strip().casefold()
    names = [name for name in map(shown, CHOICES) if typed in name.casefold() and typed != name.casefold()]
    return Offer(0, tuple(names)) if names else None
