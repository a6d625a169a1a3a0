"""Who said what: the quotations of an article below the names of their speakers, each a way back to its words."""

from tui.analysis.quotes.said import QuoteRow
from tui.text.span import Span
from tui.ui.widgets.parts.grouped import GroupedPanel, Words


class QuotesPanel(GroupedPanel[QuoteRow]):
    """The words of each quotation, above the first who said it."""

    empty = "No quotations found."

    def heading_of(self, row: QuoteRow) -> str:
        """Who said it."""
        return row.speaker

    def words_of(self, row: QuoteRow) -> Words:
        """What was said."""
        return Words(row.words, Span(0, len(row.words)))

    def is_doubted(self, row: QuoteRow) -> bool:
        """Whether it is told in other words, and perhaps nobody said so."""
        return row.quote.doubted
