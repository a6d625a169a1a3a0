"""Who said what, and whose a figure is: to the words and to who says so, and from an entity to all it said."""

from tui.text.span import Span
from tui.ui.doing.landing import Landing
from tui.ui.doing.reader import Reader
from tui.ui.page.jumps import Spot

NOT_TOLD = {
    "quotes": "The text does not say who speaks here.",
    "figures": "The text names nobody who says so: it is the article's own figure.",
}


class Quoting:
    """Keys of the lists of quotations and of figures, and the one that leads there from an entity."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_go_to_speaker(self, _count: int | None) -> None:
        panel = self._reader.panel
        row = panel.said_under_cursor
        if row is None:
            return
        if row.source is None:
            self._reader.say(NOT_TOLD[panel.tab])
        else:
            self._go(row.article, row.source)

    def do_speaker_entity(self, _count: int | None) -> None:
        """To the list of entities, with who says so under the cursor."""
        reader, entities = self._reader, self._reader.panel.entities
        row = reader.panel.said_under_cursor
        if row is not None and row.article != reader.active:
            reader.activate(row.article)
        if row is not None and row.entity is not None:
            reader.part(Landing).select_entity(row.entity, jump=False)
            if row.entity not in entities.indices:
                entities.set_filter("")
            entities.find(row.entity)
        reader.open_panel("entities")
        if row is not None and row.entity is None:
            reader.say(f"{row.whose} is no name of this list." if row.source else NOT_TOLD["quotes"])

    def do_only_speaker(self, _count: int | None) -> None:
        view = self._reader.panel.current
        if view is self._reader.panel.quotes:
            row = self._reader.panel.quotes.under_cursor
            self._only("" if self._reader.panel.quotes.only or row is None else row.speaker)
        else:
            figures = self._reader.panel.figures
            alike = figures.under_cursor
            figures.only = "" if figures.only or alike is None else figures.heading_of(alike)
            figures.sort_rows()
            self._reader.panel.show_tabs()

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
        """To the words of the quotation or the figure under the cursor."""
        row = self._reader.panel.said_under_cursor
        if row is not None:
            self._go(row.article, row.place)

    def _only(self, speaker: str) -> None:
        quotes = self._reader.panel.quotes
        quotes.only = speaker
        quotes.sort_rows()
        self._reader.panel.show_tabs()

    def _go(self, article: int, span: Span) -> None:
        reader = self._reader
        if article != reader.active:
            reader.activate(article)
        reader.desk.jumps.leave(Spot(reader.reading.article.source, reader.reading.cursor))
        reader.go(span)
        reader.leave_overlay()
