"""Repairs are stored, taken back and made again, and what they change is shown at once."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

from tui.analysis.repairs.corrections import plan
from tui.analysis.repairs.repairs import Correction, Unknown, deed, describe
from tui.errors import ReaderError
from tui.notes import repairs
from tui.ui.doing.panel.undoing import Undoing, What
from tui.ui.doing.reader import Reader
from tui.ui.reading.pane import Pane


class Mending:
    """Repairs of the active article or of all of them, for good."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._everywhere = True

    def do_scope(self, _count: int | None) -> None:
        """From now on repairs hold everywhere, or in this article only."""
        self._everywhere = not self._everywhere
        self._reader.say(f"Repairs from now on hold {'everywhere' if self._everywhere else 'in this article only'}.")

    @property
    def scope(self) -> str:
        """The source that repairs hold for from now on; "" is all of them."""
        return "" if self._everywhere else self._reader.reading.article.source

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

    def make(self, rule: Correction) -> None:
        """Store a repair; where it does more than it says, ask first."""
        reader, reading = self._reader, self._reader.reading
        if reading.analysis is None:
            return
        warnings = plan(reading.analysis, reading.article, rule)

        choices = [("y", "do it"), ("h", "only here"), ("n", "do not")]
        if isinstance(rule, Unknown) or rule.scope:
            del choices[1]  # it holds only here anyway

        def answered(answer: str | None) -> None:
            if answer == "y":
                self._store(rule)
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
        """A repair was made: it can be taken back; what is said then, the key first, since the line may be short."""
        undoing = self._reader.part(Undoing)
        undoing.can(What.REPAIR, lambda: self._undo(source))
        return f"{undoing.key} undoes it: {how}{deed(rule)}, {'here' if rule.scope else 'everywhere'}."

    def _undo(self, source: str) -> None:
        store = self._reader.desk.store
        self._run(
            lambda: repairs.undo(store, source), lambda rule: f"Undone: {describe(rule)}.", "Nothing was repaired here."
        )

    def _run(self, change: Callable[[], Correction | None], said: Callable[[Correction], str], nothing: str) -> None:
        reader = self._reader

        async def work() -> None:
            try:
                rule = await asyncio.to_thread(change)
                for pane in reader.panes:
                    rules = await asyncio.to_thread(repairs.rules_for, reader.desk.store, pane.reading.article.source)
                    self._replay(pane, rules)
            except ReaderError as error:
                reader.notify(str(error), severity="error", timeout=20)
                return
            reader.show_panel()
            reader.say(said(rule) if rule is not None else nothing)

        reader.run_worker(work(), group="repairs")

    def _replay(self, pane: Pane, rules: tuple[Correction, ...]) -> None:
        pane.reading.rules = rules
        if pane.reading.raw is not None:
            pane.reading.set_analysis(pane.reading.raw)
        pane.mark()
