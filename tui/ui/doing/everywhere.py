"""What can be done on every screen: help, palette, themes, leaving."""

import asyncio
import os
from typing import Any

from tui.errors import ReaderError
from tui.ui.desk import Desk
from tui.ui.keys.asking import AskingScreen
from tui.ui.keys.completion import Offer
from tui.ui.keys.key_screen import KeyScreen
from tui.ui.messages import Finished, Redraw, ShowAllNotes, ShowDossier, ShowHelp, ShowRepairs, ShowWatch, Silence


class Everywhere:
    """Actions that hold wherever keys are typed."""

    def __init__(self, screen: KeyScreen[Any], desk: Desk) -> None:
        self._screen = screen
        self._desk = desk

    def do_help(self, _count: int | None) -> None:
        self._screen.post_message(ShowHelp())

    def do_palette(self, _count: int | None) -> None:
        self._screen.app.action_command_palette()

    def do_all_notes(self, _count: int | None) -> None:
        self._screen.post_message(ShowAllNotes())

    def do_dossier(self, _count: int | None) -> None:
        """Of a name that is asked for, where none is under the cursor."""
        screen, index = self._screen, self._desk.index
        if not isinstance(screen, AskingScreen):
            return

        def answered(name: str | None) -> None:
            if name is not None and name.strip():
                screen.post_message(ShowDossier(name.strip()))

        def offered(begun: str) -> Offer | None:
            names = index.names_like(begun.strip()) if index is not None and begun.strip() else ()
            return Offer(0, names) if names else None

        screen.ask("Dossier of", "A person, an organisation or a place", None, answered, offered=offered)

    def do_watch(self, _count: int | None) -> None:
        self._screen.post_message(ShowWatch())

    def do_repairs(self, _count: int | None) -> None:
        self._screen.post_message(ShowRepairs())

    def do_bring_back(self, _count: int | None) -> None:
        """Ask what is to become of a file that has lost its notes; nothing is written before."""
        store, screen = self._desk.store, self._screen

        async def act_on(text: str) -> None:
            act = {"y": store.storage.bring_back, "k": store.storage.accept}.get(text)
            if act is None:
                screen.say("Nothing was written.")
                return
            screen.post_message(Silence())  # that they are lost is no news any more
            try:
                await asyncio.to_thread(act)
            except ReaderError as error:
                screen.notify(str(error), severity="error", timeout=20)
                return
            screen.say("The notes are back." if text == "y" else "The file is taken as it is.")

        def answered(text: str | None) -> None:
            screen.run_worker(act_on((text or "").strip().casefold()), group="notes")

        async def ask(asking: AskingScreen[Any]) -> None:
            notes, _, origin = (await asyncio.to_thread(store.storage.found)).partition(": ")
            back = f"y brings {notes} back" if notes else "Nothing is left to be brought back"
            asking.ask("?", f"{back}, k keeps the file as it is{f' ({origin})' * bool(origin)}", None, answered)

        if not store.storage.lost:
            screen.say("No notes are lost.")
        elif isinstance(screen, AskingScreen):
            screen.hold_keys()  # they are typed for the question
            screen.run_worker(ask(screen), group="notes")

    def do_theme(self, count: int | None) -> None:
        app = self._screen.app
        names = sorted(app.available_themes)
        app.theme = names[(names.index(app.theme) + (count or 1)) % len(names)]
        self._screen.say(f"Theme: {app.theme}")

    def do_redraw(self, _count: int | None) -> None:
        self._screen.post_message(Redraw())

    def do_suspend(self, _count: int | None) -> None:
        if self._desk.restricted or not hasattr(os, "getpgrp"):
            self._screen.say("Suspending is switched off here.")
            return
        self._screen.app.action_suspend_process()

    def do_back(self, _count: int | None) -> None:
        self._screen.post_message(Finished(self._screen))

    def do_quit(self, _count: int | None) -> None:
        self._screen.app.exit()
