"""What is kept of a dossier: written to a file, or watched from now on."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any, Protocol

from tui.counted import counted
from tui.errors import ReaderError
from tui.ui.desk import Desk
from tui.ui.keys.choices import Choices
from tui.ui.keys.keymap import Keymap, show
from tui.ui.reading.dossiers import Files, Whole


class Shown(Protocol):
    """The screen of a dossier, as far as it matters here."""

    keymap: Keymap
    whole: Whole | None
    files: Files | None

    def say(self, text: str) -> None:
        """A short message in the line at the foot."""

    def ask(
        self,
        sign: str,
        question: str,
        changed: Callable[[str], None] | None,
        answered: Callable[[str | None], None],
        text: str = "",
        check: Callable[[str], str] | None = None,
        earlier: Sequence[str] = (),
    ) -> None:
        """Ask in the line at the foot."""

    def take_choice(self, choices: Choices, then: Callable[[str | None], None], about: str = "") -> None:
        """The next key is one of these."""

    def run_worker(self, work: Coroutine[Any, Any, None], name: str | None = "", group: str = "default") -> Any:
        """Do something beside the keys."""


class Keeping:
    """Keys of the dossier that change something elsewhere."""

    def __init__(self, screen: Shown, desk: Desk) -> None:
        self._screen = screen
        self._desk = desk

    def do_dossier_watch(self, _count: int | None) -> None:
        """Watch it, or no longer."""
        if self._screen.whole is not None:
            self._screen.run_worker(self._watch(self._screen.whole), group="watch")

    async def _watch(self, whole: Whole) -> None:
        from tui.notes.watches import Watch, watched
        from tui.ui.reading.watching import turn

        one, flags, index = whole.dossier, self._desk.store.flags, self._desk.index
        try:
            there = [each for each in await asyncio.to_thread(watched, flags) if each.id == one.id]
            for each in there or [Watch(one.name, one.id)]:
                await asyncio.to_thread(turn, flags, each, not there, index.path if index is not None else None)
        except ReaderError as error:
            self._screen.say(str(error))
        else:
            key = next(map(show, self._screen.keymap.keys["watch"]), "no key")
            self._screen.say(
                f"{one.name} is watched no longer." if there else f"{one.name} is watched: {key} lists what is new."
            )

    def do_dossier_write(self, _count: int | None) -> None:
        """Ask for the name of a file, and write all of it there."""
        if self._desk.restricted:
            self._screen.say("Writing files is switched off here.")
        elif self._screen.whole is not None:
            stem = "-".join(self._screen.whole.dossier.name.split())[:60].replace("/", "-") or "dossier"
            self._screen.ask(
                "Write to",
                "A file that ends in .md or .json (Up: the other)",
                None,
                self._write,
                text=f"{stem}.md",
                check=_trouble_with,
                earlier=[f"{stem}.json"],
            )

    def _write(self, name: str | None) -> None:
        whole, files = self._screen.whole, self._screen.files
        if name is None or whole is None or files is None:
            return
        from tui.library.dossiers.files import place_for

        path = place_for(name)

        def overwrite(answer: str | None) -> None:
            if answer == "y":
                self._screen.run_worker(self._written(files, whole, path), group="export")
            else:
                self._screen.say("Nothing was written.")

        if path.exists():
            self._screen.take_choice(
                (("y", "writes over it"), ("n", "keeps it")), overwrite, f"{path.name} is there already"
            )
        else:
            overwrite("y")

    async def _written(self, files: Files, whole: Whole, path: Path) -> None:
        from tui.library.dossiers.files import write_dossier

        one = whole.dossier
        articles = await asyncio.to_thread(files.sentences, one.articles, one.id)
        bodies = [note.body or (note.anchor.exact if note.anchor else "") for note in whole.notes]
        try:
            await asyncio.to_thread(write_dossier, one._replace(articles=articles), path, bodies)
        except ReaderError as error:
            self._screen.say(str(error))
        else:
            self._screen.say(f"{counted(len(one.articles), 'article')} written to {path.resolve()}")


def _trouble_with(name: str) -> str:
    from tui.library.dossiers.files import place_for

    try:
        place_for(name)
    except ReaderError as error:
        return str(error)
    return ""
