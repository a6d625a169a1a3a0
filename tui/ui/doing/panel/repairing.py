"""Putting entities right: for this article or for all of them, for good, and undone with one key."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.model import Entity, Kind
from tui.analysis.repairs.corrections import plan
from tui.analysis.repairs.repairs import (
    AddName,
    Correction,
    EntityKey,
    Hide,
    Merge,
    Pin,
    Redate,
    Rename,
    Retype,
    Split,
    Unknown,
    describe,
    key_of,
    passage_at,
)
from tui.errors import ReaderError
from tui.notes import repairs
from tui.ui.page.quoted import quoted
from tui.ui.reading.pane import Pane

if TYPE_CHECKING:
    from tui.ui.screens.reader import ReaderScreen

KIND_LETTERS = {"p": Kind.PERSON, "o": Kind.ORG, "l": Kind.PLACE, "g": Kind.GROUP, "x": Kind.OTHER}
KIND_QUESTION = "kind: p person, o organisation, l place, g group, x other"


class Repairing:
    """Repairs of the active article's analysis."""

    def __init__(self, reader: "ReaderScreen") -> None:
        self._reader = reader
        self._everywhere = True

    def do_scope(self, _count: int | None) -> None:
        """From now on repairs hold everywhere, or in this article only."""
        self._everywhere = not self._everywhere
        self._reader.say(f"Repairs from now on hold {'everywhere' if self._everywhere else 'in this article only'}.")

    def do_rename(self, _count: int | None) -> None:
        entity = self._entity
        if entity is None:
            return

        def done(name: str | None) -> None:
            if name and name.strip() != entity.name:
                self._make(Rename(self._key(entity), name.strip(), self._scope))

        self._reader.ask("Name", f"Rename {entity.name}", None, done, text=entity.name, check=_named)

    def do_mark_row(self, _count: int | None) -> None:
        """Mark the entity under the cursor for merging, and go on to the next row."""
        reading, panel = self._reader.reading, self._reader.panel
        index = panel.entities.under_cursor
        if index is not None:
            reading.marked ^= {index}
            row = panel.entities.cursor
            panel.entities.select(reading.entity, reading.marked)
            panel.entities.put(row + 1)
            self._reader.say(f"{len(reading.marked)} marked: M merges them.")

    def do_merge(self, _count: int | None) -> None:
        """The marked entities are one; with one marked, it and the one under the cursor."""
        reading, panel = self._reader.reading, self._reader.panel
        marked = set(reading.marked)
        if len(marked) == 1 and panel.entities.under_cursor is not None:
            marked.add(panel.entities.under_cursor)
        if len(marked) < 2:
            self._reader.say("Mark two or more entities with m, then merge them with M.")
            return
        entities = [reading.entities[index] for index in sorted(marked)]
        fullest = max(entities, key=lambda entity: (len(entity.mentions), len(entity.name)))

        def done(name: str | None) -> None:
            if name:
                self._make(Merge(tuple(self._key(entity) for entity in entities), name.strip(), self._scope))

        names = " + ".join(entity.name for entity in entities)
        self._reader.ask("Name", f"Merge {names}", None, done, text=fullest.name, check=_named)

    def do_split(self, _count: int | None) -> None:
        """Choose the mentions that are someone else, then their name."""
        from tui.ui.screens.mention_picker import MentionPicker

        reader, entity, article = self._reader, self._entity, self._reader.reading.article
        if entity is None:
            return
        if len(entity.mentions) < 2:
            reader.say("There is only one mention: rename it with r.")
            return

        def named(name: str | None, chosen: tuple[int, ...]) -> None:
            if name is not None:
                places = tuple(passage_at(article, entity.mentions[index].span) for index in chosen)
                rule = Split(self._key(entity), name.strip(), places, scope=article.source)
                self._make(rule)

        def picked(chosen: tuple[int, ...] | None) -> None:
            if chosen:
                first = entity.mentions[chosen[0]].text
                reader.ask("Name", "These mentions are", None, lambda name: named(name, chosen), first, _named)

        reader.app.push_screen(MentionPicker(article, entity), picked)

    def do_retype(self, _count: int | None) -> None:
        entity = self._entity
        if entity is not None:
            self._ask_kind(lambda kind: self._make(Retype(self._key(entity), kind, self._scope)))

    def do_hide(self, _count: int | None) -> None:
        entity = self._entity
        if entity is not None:
            self._make(Hide(self._key(entity), self._scope))

    def do_pin(self, _count: int | None) -> None:
        entity = self._entity
        if entity is not None:
            self._make(Pin(self._key(entity), not entity.pinned, self._scope))

    def do_add_entity(self, _count: int | None) -> None:
        """The selection is a name that was missed."""
        reading = self._reader.reading
        if reading.selection is None:
            return
        surface = " ".join(reading.article.text[reading.selection.start : reading.selection.end].split()).strip(
            ".,;:!?"
        )
        reading.selecting_from = None
        self._reader.pane.mark()
        if surface:
            self._ask_kind(lambda kind: self._make(AddName(surface, kind, self._scope)))

    def do_redate(self, _count: int | None) -> None:
        """Say what a date in the timeline really means."""
        reader = self._reader
        row = reader.panel.timeline.under_cursor
        if row is None or row.time is None or row.article != reader.active:
            reader.say("Only a date that stands in this article can be corrected.")
            return
        article = reader.reading.article
        passage = passage_at(article, row.time)

        def done(value: str | None) -> None:
            if value is not None:
                self._make(Redate(passage, value.strip(), article.source))

        question = f"{quoted(passage.exact)} means (2019, 2019-03, 2019-03-12, A/B; empty: no date)"
        reader.ask("Date", question, None, done, text=row.value)

    def do_undo(self, _count: int | None) -> None:
        self._change(repairs.undo, "Undone", "Nothing was repaired here.")

    def do_redo(self, _count: int | None) -> None:
        self._change(repairs.redo, "Made again", "Nothing was undone here.")

    # How

    @property
    def _entity(self) -> Entity | None:
        index = self._reader.panel.entities.under_cursor
        return None if index is None else self._reader.reading.entities[index]

    @property
    def _scope(self) -> str:
        return "" if self._everywhere else self._reader.reading.article.source

    def _key(self, entity: Entity) -> EntityKey:
        analysis = self._reader.reading.analysis
        assert analysis is not None
        return key_of(analysis, entity)

    def _ask_kind(self, then: Callable[[Kind], None]) -> None:
        def chosen(letter: str) -> None:
            kind = KIND_LETTERS.get(letter.lower())
            if kind is None:
                self._reader.say(f"{letter} is none of p, o, l, g, x: nothing was changed.")
            else:
                then(kind)

        self._reader.take_letter(chosen, KIND_QUESTION)

    def _make(self, rule: Correction) -> None:
        """Store a repair; where it does more than it says, ask first."""
        reader, reading = self._reader, self._reader.reading
        if reading.analysis is None:
            return
        warnings = plan(reading.analysis, reading.article, rule)

        def answered(answer: str | None) -> None:
            if answer and answer.strip().lower() in ("y", "yes"):
                self._store(rule)
            elif not isinstance(rule, Unknown) and rule.scope == "" and answer and answer.strip().lower() == "h":
                self._store(replace(rule, scope=reading.article.source))
            else:
                reader.say("Nothing was changed.")

        if warnings:
            reader.notify("\n".join(warnings), title=describe(rule), severity="warning", timeout=15)
            reader.ask("y/n", f"{warnings[0]} Do it? (y, h: only here, n)", None, answered)
        else:
            self._store(rule)

    def _store(self, rule: Correction) -> None:
        source = self._reader.reading.article.source

        def store() -> Correction:
            repairs.add(self._reader.desk.store, rule, source)
            return rule

        self._run(store, lambda made: f"{describe(made)}: U undoes it.", "")

    def _change(self, change: Callable[..., Correction | None], done: str, nothing: str) -> None:
        source = self._reader.reading.article.source
        store = self._reader.desk.store
        self._run(lambda: change(store, source), lambda rule: f"{done}: {describe(rule)}.", nothing)

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


def _named(text: str) -> str:
    return "" if text.strip() else "A name is needed."
