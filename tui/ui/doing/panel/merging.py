"""Two entities or more become one: the other one is named by typing, or several are marked."""

from collections.abc import Sequence
from functools import partial

from tui.analysis.model import Entity
from tui.analysis.repairs.repairs import Merge, key_of
from tui.ui.doing.panel.mending import Mending
from tui.ui.doing.panel.naming import ask_for_name
from tui.ui.doing.reader import Reader
from tui.ui.reading.alike import offer_others, others


class Merging:
    """Merges entities of the active article."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

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
        """The marked entities are one; with one marked, it and the one under the cursor; with none, who is typed."""
        reading, panel = self._reader.reading, self._reader.panel
        own = panel.entities.under_cursor
        if own is None:
            return
        together = reading.marked if len(reading.marked) > 1 else reading.marked | {own}
        if len(together) > 1:
            self._merge_marked([reading.entities[index] for index in sorted(together)])
        else:
            self._merge_typed(reading.entities, own)

    def _merge_marked(self, entities: list[Entity]) -> None:
        fullest = max(entities, key=lambda entity: (len(entity.mentions), len(entity.name)))
        ask_for_name(
            self._reader,
            f"Merge {' + '.join(entity.name for entity in entities)}",
            lambda name, scope: self._merge(entities, name, scope),
            fullest.name,
        )

    def _merge_typed(self, entities: Sequence[Entity], own: int) -> None:
        """Its kind and how often it is named stand beside each that is offered: no more is asked."""
        entity = entities[own]

        def meant(typed: str) -> str:
            if not typed.strip():
                return "Type the other's name, or choose it with Tab."
            return "" if others(entities, own, typed) else f"No other name here is like that: {typed.strip()}."

        def done(typed: str, scope: str) -> None:
            other = entities[others(entities, own, typed)[0]]
            self._merge([entity, other], other.name, scope, sure=True)

        offered = partial(offer_others, entities, own)
        ask_for_name(self._reader, f"{entity.name} is the same as", done, check=meant, offered=offered)

    def _merge(self, entities: list[Entity], name: str, scope: str, sure: bool = False) -> None:
        analysis = self._reader.reading.analysis
        assert analysis is not None
        keys = tuple(key_of(analysis, entity) for entity in entities)
        self._reader.part(Mending).make(Merge(keys, name, scope), sure=sure)
