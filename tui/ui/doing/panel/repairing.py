"""Putting entities right: for this article or for all of them, for good, and undone with one key."""

from collections.abc import Callable
from functools import partial

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
from tui.ui.doing.panel.naming import EVERYWHERE, HERE, ask_for_name
from tui.ui.doing.reader import Reader
from tui.ui.keys.choices import Frame
from tui.ui.messages import PickMentions
from tui.ui.page.kinds import KIND_WORD
from tui.ui.page.quoted import quoted

CAPITALS = f"A small letter: {HERE}. A capital: {EVERYWHERE}."
KIND_LETTERS = {"p": Kind.PERSON, "o": Kind.ORG, "l": Kind.PLACE, "g": Kind.GROUP, "x": Kind.OTHER}


class Repairing:
    """Repairs of the active article's analysis."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_rename(self, _count: int | None) -> None:
        entity = self._entity
        if entity is None:
            return

        def done(name: str, scope: str) -> None:
            if name != entity.name:
                same = [one for one in self._reader.reading.entities if one is not entity and one.name == name]
                merge = Merge((self._key(entity), self._key(same[0])), name, scope) if same else None
                self._mending.make(Rename(self._key(entity), name, scope), instead=merge)

        ask_for_name(self._reader, f"Rename {entity.name}", done, entity.name)

    def do_split(self, _count: int | None) -> None:
        """Choose the mentions that are someone else, the one under the text's cursor first; then their name."""
        reader, entity, article = self._reader, self._entity, self._reader.reading.article
        if entity is None:
            return
        if len(entity.mentions) < 2:
            reader.say("There is only one mention: rename it with r.")
            return

        def named(chosen: tuple[int, ...], name: str, scope: str) -> None:
            mentions = [entity.mentions[index] for index in chosen]
            key = self._key(entity)
            if scope:
                places = tuple(passage_at(article, mention.span) for mention in mentions)
                self._mending.make(Split(key, name, places, scope=scope))
            else:  # other articles have other places: there it is how they are written
                self._mending.make(Split(key, name, forms=tuple(dict.fromkeys(mention.text for mention in mentions))))

        def picked(chosen: tuple[int, ...] | None) -> None:
            if chosen:
                first = entity.mentions[chosen[0]].text
                which = f"{len(chosen)} of {len(entity.mentions)} mentions of {entity.name} are"
                done = partial(named, chosen)
                ask_for_name(reader, which, done, first)

        reader.post_message(PickMentions(article, entity, reader.reading.cursor, picked))

    def do_retype(self, _count: int | None) -> None:
        entity = self._entity
        if entity is not None:
            self._ask_kind(lambda kind, scope: self._mending.make(Retype(self._key(entity), kind, scope)))

    def do_hide(self, _count: int | None) -> None:
        entity, source = self._entity, self._reader.reading.article.source
        if entity is None:
            return

        def chosen(letter: str | None) -> None:
            if letter in ("h", "e"):
                self._mending.make(Hide(self._key(entity), source if letter == "h" else ""))
            else:
                self._reader.say("Nothing was changed.")

        self._reader.take_choice([("h", HERE), ("e", EVERYWHERE), ("n", "not")], chosen, f"Hide {entity.name}")

    def do_pin(self, _count: int | None) -> None:
        entity = self._entity
        if entity is not None:
            self._mending.make(Pin(self._key(entity), not entity.pinned))

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
            self._ask_kind(lambda kind, scope: self._mending.make(AddName(surface, kind, scope)))

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

        forms = "2019, 2019-03, 2019-03-12, or two with / between; empty: no date"
        question = f"Here: {forms}. For {quoted(passage.exact)}"
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

    def _ask_kind(self, then: Callable[[Kind, str], None]) -> None:
        source = self._reader.reading.article.source

        def chosen(letter: str | None) -> None:
            if letter is None:
                self._reader.say(f"None of {', '.join(KIND_LETTERS)}: nothing was changed.")
            else:
                then(KIND_LETTERS[letter.lower()], "" if letter.isupper() else source)

        kinds = [(letter, KIND_WORD[kind]) for letter, kind in KIND_LETTERS.items()]
        self._reader.take_choice(kinds, chosen, frame=Frame(f"{HERE}:", f"CAPITAL: {EVERYWHERE}", CAPITALS))


def _dated(text: str) -> str:
    known = not text.strip() or denotes(text.strip())
    return "" if known else "A date looks like 2019, 2019-03, 2019-03-12 or 2019-03-12/2019-03-15."
