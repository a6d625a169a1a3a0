"""Wrong speakers and what is no quotation or no figure are put right, in this article and for good."""

from tui.analysis.figures.row import FigureRow
from tui.analysis.quotes.said import QuoteRow
from tui.analysis.repairs.attributing import digest_of, words_at
from tui.analysis.repairs.repairs import Attribute, Dismiss, EntityKey, Passage, Statement, key_of
from tui.ui.doing.panel.mending import Mending
from tui.ui.doing.reader import Reader
from tui.ui.page.quoted import quoted
from tui.ui.reading.alike import nearest, offer_nearest


class Attributing:
    """Repairs in the lists of quotations and of figures."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_hide_said(self, _count: int | None) -> None:
        row = self._row
        if row is not None:
            self._reader.part(Mending).make(Dismiss(*self._known(row), scope=self._reader.reading.article.source))

    def do_set_speaker(self, _count: int | None) -> None:
        """Who says it is typed; nothing says that nobody does who is named."""
        row, reader = self._row, self._reader  # which brings its article to the fore
        reading = reader.reading
        analysis = reading.analysis
        if row is None or analysis is None:
            return
        entities, place = reading.entities, row.place

        def meant(typed: str) -> str:
            known = not typed.strip() or nearest(entities, place, typed)
            return "" if known else f"No name of this article is like that: {typed.strip()}."

        def done(typed: str | None) -> None:
            if typed is None:
                return
            key: EntityKey | None = None
            if typed.strip():
                key = key_of(analysis, entities[nearest(entities, place, typed)[0]])
            reader.part(Mending).make(Attribute(*self._known(row), key=key, scope=reading.article.source), sure=True)

        words = quoted((row.words if isinstance(row, QuoteRow) else row.value)[:40])
        reader.ask(
            "Speaker",
            f"Who says {words}? Empty: nobody who is named",
            None,
            done,
            check=meant,
            offered=lambda typed: offer_nearest(entities, place, typed),
        )

    @property
    def _row(self) -> QuoteRow | FigureRow | None:
        """The row under the cursor; its article is the one that is put right."""
        row = self._reader.panel.said_under_cursor
        if row is not None and row.article != self._reader.active:
            self._reader.activate(row.article)
            self._reader.open_panel(self._reader.panel.tab)
        return row

    def _known(self, row: QuoteRow | FigureRow) -> tuple[Statement, Passage, str]:
        """What is put right, where it is, and all its words."""
        article = self._reader.reading.article
        if isinstance(row, QuoteRow):
            return Statement.QUOTE, words_at(article, row.place), digest_of(article, row.quote)
        return Statement.FIGURE, words_at(article, row.place), ""
