"""Names of several words that every reader knows, wherever they stand."""

from collections.abc import Iterable, Iterator, Sequence

from tui.analysis.document import Document
from tui.analysis.names.lexicon import fold, lexicon
from tui.analysis.names.surfaces import Candidate
from tui.analysis.names.tagger import LONGEST_LISTED, joined
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


def merged(names: Sequence[Candidate], listed: Iterable[Candidate]) -> list[Candidate]:
    """The names with the listed ones in place of what they cover; a longer name keeps its own bounds. All sorted."""
    result: list[Candidate] = []
    index = 0
    for known in listed:
        while index < len(names) and names[index].span.end <= known.span.start:
            result.append(names[index])
            index += 1
        reach = index
        while reach < len(names) and names[reach].span.start < known.span.end:
            reach += 1
        over = names[index:reach]
        if all(known.span.contains(name.span) for name in over):
            result.append(known._replace(opening=any(name.opening for name in over)))
            index = reach
    return [*result, *names[index:]]
