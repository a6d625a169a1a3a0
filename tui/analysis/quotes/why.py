"""A quotation becomes the reasons why it is one and whose it is, in lines for people."""

from tui.analysis.events.antecedents import PRONOUNS
from tui.analysis.model import Analysis, Quote, QuoteKind
from tui.analysis.quotes.cue_words import CUES, PHRASES, forms_of
from tui.text.article import Article
from tui.text.span import Span

KINDS = {
    QuoteKind.DIRECT: "direct: all of it stands in quotation marks",
    QuoteKind.MIXED: "mixed: some of it stands in quotation marks",
    QuoteKind.INDIRECT: "indirect: told in other words",
}


def why(article: Article, analysis: Analysis, quote: Quote) -> list[str]:
    """Its kind, the words that say that somebody speaks, and how its speaker was found."""
    lines = [f"Kind        {KINDS[quote.kind]}", f"Cue         {_cue(article, quote)}"]
    if len(quote.content) > 1:
        lines.append(f"Parts       {len(quote.content)}: other words interrupt it, or it goes on in a next paragraph")
    if quote.doubted:
        lines.append("Doubted     it tells perhaps what somebody thinks, does or did not say, or of another speaker")
    return [*lines, f"Speaker     {_speaker(article, quote)}", *_entity(article, analysis, quote)]


def _line(article: Article, span: Span) -> str:
    return " ".join(article.said[slice(*span)].split())


def _cue(article: Article, quote: Quote) -> str:
    if quote.cue is None:
        return "none: only the quotation marks, and who is named beside them, say that somebody speaks"
    words = _line(article, quote.cue)
    first = words.split()[0].casefold() if words else ""
    rows = [cue.name for cue in CUES if any(first in forms_of(verb) for verb in cue.verbs.split())]
    known = rows or [verb for verb in PHRASES if first in forms_of(verb)]
    return f"“{words}”" + (f" (verbs like “{known[0]}”)" if known else "")


def _speaker(article: Article, quote: Quote) -> str:
    if quote.speaker is None:
        return "nobody is named in the sentence of the cue, nor before or behind the marks"
    words, place = _line(article, quote.speaker), quote.cue or quote.content[0]
    if quote.cue is None:
        return f"“{words}”, the nearest that is named beside the quotation marks"
    side = "before" if quote.speaker.start < place.start else "behind"
    return f"“{words}”, which stands {side} the cue"


def _entity(article: Article, analysis: Analysis, quote: Quote) -> list[str]:
    if quote.speaker is None:
        return []
    words = _line(article, quote.speaker)
    pronoun = words.casefold() in PRONOUNS
    if quote.entity is None:
        if pronoun:
            return [f"Who         not known: for “{words}” several could stand, or nobody who is named before"]
        return ["Who         no entity: these words name none, and nobody was called so before"]
    entity = analysis.entities[quote.entity]
    if any(mention.span.overlaps(quote.speaker) for mention in entity.mentions):
        return [f"Who         {entity.name}, who is named there"]
    if pronoun:
        return [f"Who         {entity.name}: spoke or acted last before “{words}”"]
    return [f"Who         {entity.name}, who was called so before"]
