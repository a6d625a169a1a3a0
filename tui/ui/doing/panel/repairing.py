"""Putting entities right: for this article or for all of them, for good, and undone with one key."""

from collections.abc import Callable

from tui.analysis.model import Entity, Kind
from tui.analysis.repairs.redating import denotes
from tui.analysis.repairs.repairs import (
    AddName,
    EntityKey,
    Hide,
    Merge,
    Pin,
    Redate,
    Rename,
    Retype,
    Split,
    key_of,
    passage_at,
)
from tui.ui.doing.panel.mending import Mending
from tui.ui.doing.reader import Reader
from tui.ui.messages import PickMentions
from tui.ui.page.kinds import KIND_WORD
from tui.ui.page.quoted import quoted

KIND_LETTERS = {"p": Kind.PERSON, "o": Kind.ORG, "l": Kind.PLACE, "g": Kind.GROUP, "x": Kind.OTHER}


class Repairing:
    """Repairs of the active article's analysis."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_rename(self, _count: int | None) -> None:
        entity = self._entity
        if entity is None:
            return

        def done(name: str | None) -> None:
            if name and name.strip() != entity.name:
                self._mending.make(Rename(self._key(entity), name.strip(), self._mending.scope))

        self._reader.ask("Name", f"Rename {entity.name}", None, done, text=entity.name, check=_named)

    def do_mark_row(self, _count: int | None) -> None:
        """Mark the entity under the cursor for merging, or not."""
        reading, panel = self._reader.reading, self._reader.panel
        index = panel.entities.under_cursor
        if index is not None:
            reading.marked ^= {index}
            panel.entities.select(reading.entity, reading.marked)
            one = len(reading.marked) == 1
            self._reader.say(f"{len(reading.marked)} marked: M merges {'it with another row' if one else 'them'}.")

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
                self._mending.make(
                    Merge(tuple(self._key(entity) for entity in entities), name.strip(), self._mending.scope)
                )

        names = " + ".join(entity.name for entity in entities)
        self._reader.ask("Name", f"Merge {names}", None, done, text=fullest.name, check=_named)

    def do_split(self, _count: int | None) -> None:
        """Choose the mentions that are someone else, then their name."""
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
                self._mending.make(rule)

        def picked(chosen: tuple[int, ...] | None) -> None:
            if chosen:
                first = entity.mentions[chosen[0]].text
                reader.ask("Name", "These mentions are", None, lambda name: named(name, chosen), first, _named)

        reader.post_message(PickMentions(article, entity, picked))

    def do_retype(self, _count: int | None) -> None:
        entity = self._entity
        if entity is not None:
            self._ask_kind(lambda kind: self._mending.make(Retype(self._key(entity), kind, self._mending.scope)))

    def do_hide(self, _count: int | None) -> None:
        entity = self._entity
        if entity is not None:
            self._mending.make(Hide(self._key(entity), self._mending.scope))

    def do_pin(self, _count: int | None) -> None:
        entity = self._entity
        if entity is not None:
            self._mending.make(Pin(self._key(entity), not entity.pinned, self._mending.scope))

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
            self._ask_kind(lambda kind: self._mending.make(AddName(surface, kind, self._mending.scope)))

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
                self._mending.make(Redate(passage, value.strip(), article.source))

        question = f"2019, 2019-03, 2019-03-12, or two with / between; empty: no date. For {quoted(passage.exact)}"
        reader.ask("Date", question, None, done, text=row.value, check=_dated)

    # How

    @property
    def _mending(self) -> Mending:
        return self._reader.part(Mending)

    @property
    def _entity(self) -> Entity | None:
        index = self._reader.panel.entities.under_cursor
        return None if index is None else self._reader.reading.entities[index]

    def _key(self, entity: Entity) -> EntityKey:
        analysis = self._reader.reading.analysis
        assert analysis is not None
        return key_of(analysis, entity)

    def _ask_kind(self, then: Callable[[Kind], None]) -> None:
        def chosen(letter: str | None) -> None:
            if letter is None:
                self._reader.say(f"None of {', '.join(KIND_LETTERS)}: nothing was changed.")
            else:
                then(KIND_LETTERS[letter])

        self._reader.take_choice([(letter, KIND_WORD[kind]) for letter, kind in KIND_LETTERS.items()], chosen)


def _dated(text: str) -> str:
    known = not text.strip() or denotes(text.strip())
    return "" if known else "A date looks like 2019, 2019-03, 2019-03-12 or 2019-03-12/2019-03-15."


def _named(text: str) -> str:
    return "" if text.strip() else "A name is needed."
