"""Names that begin with the word that says what they are, whole: "Hurricane Odette", "HMS Gallant"."""

import re
from collections.abc import Iterator, Sequence

from tui.analysis.document import Document, Token
from tui.analysis.model import Kind
from tui.analysis.names.beside.nouns import NAMED, SERIES, SHIP_LETTERS, VESSELS
from tui.analysis.names.lexicon import lexicon
from tui.analysis.names.surfaces import Candidate
from tui.analysis.names.tagger import is_shouted, is_titled
from tui.text.span import Span

NUMBER = re.compile(r"\d{1,3}")
MOST_WORDS = 3  # of a ship's own name; a storm has one


def find_forms(document: Document) -> Iterator[Candidate]:
    """Storms and ships named with their word, in text order; disjoint."""
    for sentence in document.sentences:
        tokens = sentence.tokens
        loud = is_shouted(sentence) or is_titled(sentence)
        free = 0
        for index, token in enumerate(tokens[:-1]):
            storm = token.text[0].isupper() and token.text.lower() in NAMED
            if index >= free and token.text in SERIES and NUMBER.fullmatch(tokens[index + 1].text):
                yield Candidate(Span(token.span.start, tokens[index + 1].span.end), Kind.OTHER, 1.0, False, "form")
                free = index + 2
            if index >= free and (end := _titled_ship(tokens, index)):
                yield Candidate(Span(tokens[index + 1].span.start, tokens[end].span.end), Kind.OTHER, 1.0, loud, "form")
                free = end + 1
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


def _titled_ship(tokens: Sequence[Token], index: int) -> int:
    """The last token of a ship that bears a title, behind the word at `index`: "the ferry Princess Ada"; or 0."""
    if tokens[index].text not in VESSELS or index + 2 >= len(tokens):
        return 0
    title, own = tokens[index + 1].text, tokens[index + 2].text
    return index + 2 if title[0].isupper() and lexicon().is_a(title, "title") and own[0].isupper() else 0
