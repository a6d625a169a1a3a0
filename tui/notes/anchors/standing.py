"""Words in a text become their Standing: what will tell them from their like when the text has changed."""

import re
import unicodedata
from collections import Counter

from tui.notes.anchors.outline import Outline, outline_of
from tui.notes.note import Standing
from tui.text.span import Span

SENTENCES = 100  # remembered on either side
CHARACTERS = 200  # of their own sentence, on either side
_MANY = 400  # sentences on either side among which the likest is looked for
_WORD = re.compile(r"[\u3040-\u9fff]|\w+")


def standing_of(text: str, span: Span) -> Standing | None:
    """How the words at `span` stand in `text`; None where there is no word in the text."""
    outline = outline_of(text)
    if not outline.marks or not text[slice(*span)].strip():
        return None
    start, end = _without_blanks(text, span)
    first, last = outline.sentences_of(Span(start, end))
    low, high = outline.starts[first], outline.bounds(last - 1, text)[1]
    low, high = min(low, start), max(high, end)
    lead, tail = text[max(low, start - CHARACTERS) : start], text[end : min(high, end + CHARACTERS)].rstrip()
    twins = _twins(text, text[start:end])
    which, rival = sum(twin < start for twin in twins), _rival(text, outline, first, last)
    return Standing(max(1, len(twins)), which, rival, lead, tail, *around(text, span))


def around(text: str, span: Span) -> tuple[str, str, str]:
    """Outlines of what stands before the sentences of a span, of these, and of what stands after."""
    outline = outline_of(text)
    first, last = outline.sentences_of(_without_blanks(text, span))
    before, after = outline.written(max(0, first - SENTENCES), first), outline.written(last, last + SENTENCES)
    return before, outline.written(first, last), after


def _without_blanks(text: str, span: Span) -> Span:
    words = text[slice(*span)]
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def _twins(text: str, words: str) -> list[int]:
    """Where the very words stand, and no parts of longer ones."""
    found = [match.start() for match in re.finditer(re.escape(words), text)]
    inside = [
        (at > 0 and text[at - 1].isalnum()) or text[at + len(words) : at + len(words) + 1].isalnum() for at in found
    ]
    return [at for at, within in zip(found, inside, strict=True) if not within]


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of words that two sentences have in common (Dice's coefficient), 0 to 1."""
    return 2 * sum((one & other).values()) / max(1, one.total() + other.total())


def list_of_words(text: str) -> list[str]:
    """The words of a sentence; scripts without spaces have a word for each sign."""
    return _WORD.findall(text if text.isascii() else unicodedata.normalize("NFKC", text))


def words_of(text: str) -> Counter[str]:
    """The words of a sentence, in any order."""
    return Counter(list_of_words(text))


def _rival(text: str, outline: Outline, first: int, last: int) -> float:
    """How like the sentences from `first` to `last` are those elsewhere that are likest, as many at a time."""
    span = outline.starts[first], outline.bounds(last - 1, text)[1]
    own, best, count = words_of(text[slice(*span)]), 0.0, last - first
    for other in range(max(0, first - _MANY), min(len(outline.starts), last + _MANY)):
        begin, end = outline.starts[other], outline.bounds(min(other + count, len(outline.starts)) - 1, text)[1]
        if end <= span[0] or begin >= span[1]:
            best = max(best, likeness(own, words_of(text[begin:end])))
    return round(best, 2)
