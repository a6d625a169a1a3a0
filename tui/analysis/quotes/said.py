"""A Quote becomes what people read: its words on one line, and the name of who said them."""

from dataclasses import dataclass, replace

from tui.analysis.model import Analysis, Quote
from tui.text.article import Article
from tui.text.span import Span

NOBODY = "nobody named"
BETWEEN = " … "  # where the cue or the end of a paragraph interrupts


def words_of(article: Article, quote: Quote) -> str:
    """What was said, its parts joined, on one line."""
    return BETWEEN.join(" ".join(article.said[slice(*span)].split()) for span in quote.content)


def speaker_of(article: Article, analysis: Analysis, quote: Quote) -> str:
    """The name of who said it, else the words that name the speaker."""
    if quote.entity is not None:
        return analysis.entities[quote.entity].name
    return " ".join(article.said[slice(*quote.speaker)].split()) if quote.speaker is not None else NOBODY


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One quotation as a list shows it; `side` is "<", ">" or "=" when two articles are merged."""

    speaker: str
    words: str
    place: Span  # where its words begin in the text
    source: Span | None  # the words that name the speaker
    entity: int | None
    quote: Quote
    article: int = 0
    side: str = ""

    @property
    def whose(self) -> str:
        """Who says so, as a figure has it."""
        return self.speaker


def quote_rows(article: Article, analysis: Analysis) -> tuple[QuoteRow, ...]:
    """All quotations by their speakers: who said most first, each in the order of the text."""
    groups: dict[int | str, list[QuoteRow]] = {}
    for quote in analysis.quotes:
        speaker = speaker_of(article, analysis, quote)
        row = QuoteRow(speaker, words_of(article, quote), quote.content[0], quote.speaker, quote.entity, quote)
        groups.setdefault(speaker.casefold() if quote.entity is None else quote.entity, []).append(row)
    nobody = groups.pop(NOBODY, [])
    said_most = sorted(groups.values(), key=lambda rows: -len(rows))
    return tuple(replace(row, speaker=rows[0].speaker) for rows in (*said_most, nobody) for row in rows)
