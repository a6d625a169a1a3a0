"""Who said what: from a quotation to its words and to its speaker, and from an entity to all it said."""

from tui.text.span import Span
from tui.ui.doing.landing import Landing
from tui.ui.doing.reader import Reader
from tui.ui.page.jumps import Spot


class Quoting:
    """Keys of the list of quotations, and the one that leads there from an entity."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_go_to_speaker(self, _count: int | None) -> None:
        row = self._reader.panel.quotes.under_cursor
        if row is None:
            return
        if row.said_by is None:
            self._reader.say("The text does not say who speaks here.")
        else:
            self._go(row.said_by)

    def do_speaker_entity(self, _count: int | None) -> None:
        row = self._reader.panel.quotes.under_cursor
        if row is None:
            return
        if row.entity is None:
            self._reader.say(f"{row.speaker} is no name of the list of entities.")
            return
        self._reader.part(Landing).select_entity(row.entity, jump=False)
        entities = self._reader.panel.entities
        if row.entity not in entities.indices:
            entities.set_filter("")
        entities.find(row.entity)
        self._reader.open_panel("entities")

    def do_only_speaker(self, _count: int | None) -> None:
        quotes = self._reader.panel.quotes
        row = quotes.under_cursor
        self._only("" if quotes.only or row is None else row.speaker)

    def do_their_quotes(self, _count: int | None) -> None:
        """From an entity to all that it said."""
        reader = self._reader
        index = reader.panel.entities.under_cursor
        if index is None:
            return
        name = reader.reading.entities[index].name
        if all(row.entity != index for row in reader.reading.quotes):
            reader.say(f"No quotation of {name} is found.")
            return
        self._only(name)
        reader.open_panel("quotes")

    def go_to_words(self) -> None:
        """To the words of the quotation under the cursor."""
        row = self._reader.panel.quotes.under_cursor
        if row is not None:
            self._go(row.place)

    def _only(self, speaker: str) -> None:
        quotes = self._reader.panel.quotes
        quotes.only = speaker
        quotes.sort_rows()
        self._reader.panel.show_tabs()

    def _go(self, span: Span) -> None:
        reader = self._reader
        reader.desk.jumps.leave(Spot(reader.reading.article.source, reader.reading.cursor))
        reader.go(span)
        reader.leave_overlay()
