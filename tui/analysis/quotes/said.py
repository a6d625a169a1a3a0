"""A Quote becomes what people read: its words on one line, and the name of who said them."""

from tui.analysis.model import Analysis, Quote
from tui.text.article import Article

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
