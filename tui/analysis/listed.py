"""Names of several words that every reader knows, wherever they stand."""

from collections.abc import Iterator

from tui.analysis.document import Document
from tui.analysis.lexicon import fold, lexicon
from tui.analysis.surfaces import Candidate
from tui.analysis.tagger import LONGEST_LISTED, joined
from tui.text.span import Span

SMALL_STARTS = frozenset({"al", "el"})


def find_listed(document: Document) -> Iterator[Candidate]:
    """Known names of two words and more, in text order, the longest of those that begin together."""
    lists = lexicon()
    for sentence in document.sentences:
        tokens = sentence.tokens
        free = 0
        for index, token in enumerate(tokens):
            word = token.text
            if index < free or not (word[0].isupper() or word in SMALL_STARTS):
                continue
            if fold(word).rstrip(".") not in lists.starts:
                continue
            for end in range(min(len(tokens), index + LONGEST_LISTED), index + 1, -1):
                known = lists.known.get(joined(tokens[index:end]))
                if known and not known.common and tokens[end - 1].text[0].isupper():
                    span = Span(token.span.start, tokens[end - 1].span.end)
                    yield Candidate(span, known.kind, 1.0, False, "known")
                    free = end
                    break


def merged(names: list[Candidate], listed: Iterator[Candidate]) -> list[Candidate]:
    """The names with the listed ones in place of what they cover; a longer name keeps its own bounds."""
    result = list(names)
    for known in listed:
        over = [name for name in result if name.span.overlaps(known.span)]
        if all(known.span.contains(name.span) for name in over):
            opening = any(name.opening for name in over)
            result = [name for name in result if name not in over]
            result.append(known._replace(opening=opening))
    return sorted(result, key=lambda name: name.span)
