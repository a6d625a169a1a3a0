"""Repairs are stored, taken back and made again, and what they change is shown at once."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

from tui.analysis.repairs.corrections import plan
from tui.analysis.repairs.repairs import Correction, Unknown, deed, describe
from tui.errors import ReaderError
from tui.notes import repairs
from tui.ui.doing.panel.naming import EVERYWHERE, HERE
from tui.ui.doing.panel.undoing import Undoing, What
from tui.ui.doing.reader import Reader
from tui.ui.keys.key_line import key_line

# What a list says once of its repairs, the most useful first: as much of it as fits.
REPAIRABLE = {
    "entities": (
        ("rename", "renames"),
        ("merge", "merges"),
        ("hide", "hides"),
        ("retype", "kind"),
        ("split", "splits"),
        ("repairs", "all repairs"),
    ),
    "quotes": (("set_speaker", "speaker"), ("hide_said", "hides"), ("repairs", "all repairs")),
    "figures": (("set_speaker", "who says so"), ("hide_said", "hides"), ("repairs", "all repairs")),
    "timeline": (("redate", "corrects"), ("set_date", "dates the article"), ("repairs", "all repairs")),
}
WRONG = "Wrong? "
MADE = "repair"  # as a hint that nobody needs who has made one


class Mending:
    """Repairs of the active article or of all of them, for good."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._in_order = asyncio.Lock()  # a repair typed ahead finds the one before it made

    def do_scope(self, _count: int | None) -> None:
        """The last repair of this article holds everywhere, or here only."""
        store, source = self._reader.desk.store, self._reader.reading.article.source
        self._run(
            lambda: repairs.reach(store, source),
            self._how_to_undo,
            "No repair of this article could hold everywhere.",
        )

    def do_undo(self, _count: int | None) -> None:
        """The last repair of this article, of whichever sitting."""
        undoing = self._reader.part(Undoing)
        if not undoing.date_back():
            undoing.forget()
            self._undo(self._reader.reading.article.source)

    def do_redo(self, _count: int | None) -> None:
        store, source = self._reader.desk.store, self._reader.reading.article.source
        self._run(
            lambda: repairs.redo(store, source),
            lambda rule: self._made(rule, source, "Made again: "),
            "Nothing was undone here.",
        )

    def hint(self, tab: str, cells: int) -> None:
        """Say once that rows of a list can be put right; never to whoever has put one right already."""
        reader, remembered = self._reader, self._reader.desk.remembered
        rows = REPAIRABLE.get(tab)
        if rows is None or not reader.panel.current.count or any(map(remembered.has_seen, (MADE, tab))):
            return
        remembered.see(tab)
        reader.say(f"{WRONG}{key_line(reader.desk.keymap, rows, cells - len(WRONG) - 2)}")

    def make(self, rule: Correction, sure: bool = False, instead: Correction | None = None) -> None:
        """Store a repair; where it does more than it says, ask first.

        Whoever is `sure` has seen of which kinds they are. `instead` is what was perhaps meant."""
        reader, reading = self._reader, self._reader.reading
        if reading.analysis is None:
            return
        warnings = plan(reading.analysis, reading.article, rule, kinds=not sure)

        choices = [("y", "do it"), ("h", "only here"), ("n", "do not")]
        if isinstance(rule, Unknown) or rule.scope:
            del choices[1]  # it holds only here anyway
        if instead is not None:
            choices.insert(0, ("m", "merge"))

        def answered(answer: str | None) -> None:
            if answer == "y":
                self._store(rule)
            elif answer == "m" and instead is not None:
                self._store(instead)
            elif not isinstance(rule, Unknown) and answer == "h":
                self._store(replace(rule, scope=reading.article.source))
            else:
                reader.say("Nothing was changed.")

        if warnings:
            explained = describe(rule), "\n".join(warnings)
            reader.take_choice(choices, answered, warnings[0], by_itself=True, explained=explained)
        else:
            self._store(rule)

    def _store(self, rule: Correction) -> None:
        store, source = self._reader.desk.store, self._reader.reading.article.source

        def add() -> Correction:
            repairs.add(store, rule, source)
            return rule

        self._run(add, lambda made: self._made(made, source), "")

    def _made(self, rule: Correction, source: str, how: str = "") -> str:
        """A repair was made: it can be taken back; what is said then."""
        self._reader.desk.remembered.see(MADE)
        self._reader.part(Undoing).can(What.REPAIR, lambda: self._undo(source))
        return self._how_to_undo(rule, how)

    def _how_to_undo(self, rule: Correction, how: str = "") -> str:
        """The key and where it holds come first: the line may be short."""
        key = self._reader.part(Undoing).key
        return f"{key} undoes it ({HERE if rule.scope else EVERYWHERE}): {how}{deed(rule)}."

    def _undo(self, source: str) -> None:
        store = self._reader.desk.store
        self._run(
            lambda: repairs.undo(store, source), lambda rule: f"Undone: {describe(rule)}.", "Nothing was repaired here."
        )

    def _run(self, change: Callable[[], Correction | None], said: Callable[[Correction], str], nothing: str) -> None:
        reader = self._reader

        async def work() -> None:
            try:
                async with self._in_order:
                    rule = await asyncio.to_thread(change)
                    await self._replay_all()
            except ReaderError as error:
                reader.notify(str(error), severity="error", timeout=20)
                return
            reader.show_panel()
            reader.say(said(rule) if rule is not None else nothing)

        reader.run_worker(work(), group="repairs")

    async def _replay_all(self) -> None:
        """Show what the repairs as they are stored now make of every pane."""
        for pane in self._reader.panes:
            reading = pane.reading
            source = reading.article.source
            reading.rules = await asyncio.to_thread(repairs.rules_for, self._reader.desk.store, source)
            if reading.raw is not None:
                reading.set_analysis(reading.raw)
            pane.mark()
