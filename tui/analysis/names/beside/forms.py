"""Names that begin with the word that says what they are, whole: "Hurricane Odette", "HMS Gallant"."""

from collections.abc import Iterator

from tui.analysis.document import Document
from tui.analysis.model import Kind
from tui.analysis.names.beside.nouns import NAMED, SHIP_LETTERS
from tui.analysis.names.surfaces import Candidate
from tui.analysis.names.tagger import is_shouted, is_titled
from tui.text.span import Span

MOST_WORDS = 3  # of a ship's own name; a storm has one


def find_forms(document: Document) -> Iterator[Candidate]:
    """Storms and ships named with their word, in text order; disjoint."""
    for sentence in document.sentences:
        tokens = sentence.tokens
        loud = is_shouted(sentence) or is_titled(sentence)
        free = 0
        for index, token in enumerate(tokens[:-1]):
            storm = token.text[0].isupper() and token.text.lower() in NAMED
            if index < free or not (storm or token.text in SHIP_LETTERS):
                continue
            end = index + 1
            most = index + (1 if storm or loud else MOST_WORDS)
            while end <= most and end < len(tokens) and tokens[end].text[0].isupper() and tokens[end].text.isalpha():
                end += 1
            if end > index + 1 and (not storm or not tokens[index + 1].text.isupper() or loud):
                yield Candidate(
                    Span(token.span.start, tokens[end - 1].span.end), Kind.OTHER, 1.0, loud or not index, "form"
                )
                free = end
