"""Sentences become units: one or several that a quotation holds together, with the quoted words of each marked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.document import CLOSERS, OPENERS, Document, Sentence, Token
from tui.analysis.events.verbs import is_verb, plain
from tui.analysis.quotes.cue_words import cue_forms
from tui.analysis.quotes.marks import Quoted, quoted_in
from tui.text.span import Span

ASKING_REACH = 8  # tokens of "Lund, the mayor, asked"
LONGEST_TITLE = 80  # characters
SMALL = frozenset(
    ["a", "an", "the", "of", "and", "in", "on", "at", "to", "for", "from", "with", "by", "or", "as", "is"]
)
LONGEST = 600  # tokens of a unit; what is held together by a mark beyond that is told sentence by sentence


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a paragraph in which cues and what they introduce are looked for."""

    tokens: tuple[Token, ...]
    words: tuple[str, ...]  # in lower case, with straight apostrophes
    quoted: tuple[int, ...]  # for each token, which of the stretches it stands in, or -1
    verbs: tuple[bool, ...]  # which tokens are finite verbs outside of quotation marks
    stretches: tuple[Quoted, ...]
    number: int  # of its first sentence
    block: int

    def span(self, first: int, last: int) -> Span:
        """From token `first` to before token `last`."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)


def units_of(document: Document) -> Iterator[tuple[Unit, ...]]:
    """The units of each paragraph that has sentences, in order."""
    paragraphs = list(_paragraphs(document.sentences))
    text = document.article.text
    starts = [text[first.span.start : first.span.start + 3] for (_, (first, *_)) in paragraphs]
    for (number, sentences), following in zip(paragraphs, [*starts[1:], ""], strict=True):
        whole = Span(sentences[0].span.start, sentences[-1].span.end)
        stretches = tuple(one for one in quoted_in(text, whole, following) if not _is_title(text, whole, one.span))
        yield tuple(_units(sentences, number, stretches))


def _is_title(text: str, paragraph: Span, span: Span) -> bool:
    """Whether the marks stand round a name within a sentence: a guest of “Face to Face”, Ada “Red” Lund."""
    before = text[max(paragraph.start, span.start - 2) : span.start].strip("[( ")
    if not before or not before[-1].isalnum() or span.end - span.start > LONGEST_TITLE:
        return False
    inner = re.findall(r"\w[\w'’]*", text[slice(*span)])
    return all(word[0].isupper() or word[0].isdigit() or word in SMALL for word in inner)


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[tuple[int, Sequence[Sentence]]]:
    """The sentences of each block, and the number of the first of them."""
    first = 0
    for index in range(1, len(sentences) + 1):
        if index == len(sentences) or sentences[index].block != sentences[first].block:
            yield first, sentences[first:index]
            first = index


def _units(sentences: Sequence[Sentence], number: int, stretches: Sequence[Quoted]) -> Iterator[Unit]:
    at = 0  # the first stretch that may reach into the sentence
    held: list[Sentence] = []
    since = 0
    length = 0
    for index, sentence in enumerate(sentences):
        if not held:
            since = index
        held.append(sentence)
        length += len(sentence.tokens)
        while at < len(stretches) and stretches[at].span.end <= sentence.span.end:
            at += 1
        open_still = at < len(stretches) and stretches[at].span.start < sentence.span.end
        asked = (
            at > 0
            and stretches[at - 1].span.end == sentence.span.end
            and _goes_on(sentence, sentences[index + 1 : index + 2])
        )
        if (open_still or asked) and length < LONGEST and index + 1 < len(sentences):
            continue
        yield _unit(held, number + since, stretches)
        held, length = [], 0


def _goes_on(sentence: Sentence, following: Sequence[Sentence]) -> bool:
    """Whether words in quotation marks end like "Why?" and the sentence behind says who asks."""
    stopped = next((token.text for token in reversed(sentence.tokens) if token.text[-1] not in CLOSERS), ".")
    if not following or stopped[-1] not in "?!…—-–":
        return False
    opening = [plain(token.text) for token in following[0].tokens[:ASKING_REACH]]
    return any(word in cue_forms() for word in opening) and following[0].tokens[0].text not in OPENERS


def _unit(sentences: Sequence[Sentence], number: int, stretches: Sequence[Quoted]) -> Unit:
    tokens = tuple(token for sentence in sentences for token in sentence.tokens)
    start, end = tokens[0].span.start, tokens[-1].span.end
    inside = tuple(
        stretch._replace(span=Span(max(start, stretch.span.start), min(end, stretch.span.end)))
        for stretch in _overlapping(stretches, start, end)
    )
    quoted = _places(tokens, inside)
    verbs = tuple(quoted[index] < 0 and is_verb(tokens, index) for index in range(len(tokens)))
    words = tuple(plain(token.text) for token in tokens)
    return Unit(tokens, words, quoted, verbs, inside, number, sentences[0].block)


def _overlapping(stretches: Sequence[Quoted], start: int, end: int) -> tuple[Quoted, ...]:
    low, high = 0, len(stretches)
    while low < high:
        middle = (low + high) // 2
        if stretches[middle].span.end <= start:
            low = middle + 1
        else:
            high = middle
    last = low
    while last < len(stretches) and stretches[last].span.start < end:
        last += 1
    return tuple(stretches[low:last])


def _places(tokens: Sequence[Token], stretches: Sequence[Quoted]) -> tuple[int, ...]:
    places, at = [], 0
    for token in tokens:
        while at < len(stretches) and stretches[at].span.end <= token.span.start:
            at += 1
        within = at < len(stretches) and stretches[at].span.start <= token.span.start
        places.append(at if within else -1)
    return tuple(places)
