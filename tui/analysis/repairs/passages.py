"""A passage is found again in a text that may have changed since."""

import unicodedata
from collections.abc import Iterable

from tui.analysis.repairs.repairs import CONTEXT, Passage
from tui.text.span import Span

_ENOUGH = 0.25  # of the context must still stand next to the words
_LOOSE = str.maketrans({"\n": " ", "\t": " ", "\u00a0": " ", "\u202f": " ", "’": "'", "‘": "'", "“": '"', "”": '"'})
# Scripts that put no space between words: there is no whole word to insist on.
_UNSPACED = (
    ("\u0e00", "\u0eff"),  # Thai, Lao
    ("\u1000", "\u109f"),  # Burmese
    ("\u1780", "\u17ff"),  # Khmer
    ("\u3040", "\u30ff"),  # Japanese syllables
    ("\u3400", "\u9fff"),  # Chinese characters
    ("\uf900", "\ufaff"),
)


def loosen(text: str) -> str:
    """The same text with one kind of space and of quotation mark, character for character."""
    return text.translate(_LOOSE)


def occurrences(loose: str, words: str, whole: bool = True) -> list[Span]:
    """Where `words` stand in a loosened text, left to right and disjoint; as whole words if `whole`."""
    wanted = loosen(words)
    found: list[Span] = []
    start = loose.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        if not whole or (_is_edge(loose, start) and _is_edge(loose, end)):
            found.append(Span(start, end))
            start = loose.find(wanted, end)
        else:
            start = loose.find(wanted, start + 1)
    return found


def unmoved(loose: str, passage: Passage) -> Span | None:
    """The span of a passage that stands where it stood with all of its context, which no other match can better."""
    start, end = passage.offset - len(passage.prefix), passage.offset + len(passage.exact)
    words = loosen(passage.prefix + passage.exact + passage.suffix)
    return Span(passage.offset, end) if start >= 0 and loose.startswith(words, start) else None


def best_match(loose: str, passage: Passage, candidates: Iterable[Span]) -> Span | None:
    """The candidate with the most of the passage's context around it, then the nearest; None if too little is left."""
    scored = [(_context(loose, passage, span), -abs(span.start - passage.offset), span) for span in candidates]
    score, _, span = max(scored, default=(0.0, 0, None))
    return span if score >= _ENOUGH else None


def _context(loose: str, passage: Passage, span: Span) -> float:
    before, after = " ".join(loosen(passage.prefix).split()), " ".join(loosen(passage.suffix).split())
    room = CONTEXT * 2  # white space may have grown
    here_before = " ".join(loose[max(0, span.start - room) : span.start].split())
    here_after = " ".join(loose[span.end : span.end + room].split())
    wanted = len(before) + len(after)
    if not wanted:
        return 1.0
    return (_shared(before[::-1], here_before[::-1]) + _shared(after, here_after)) / wanted


def _shared(left: str, right: str) -> int:
    """How many characters two texts have in common from their beginning on."""
    for index, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return index
    return min(len(left), len(right))


def _is_edge(text: str, offset: int) -> bool:
    """Whether a word may begin or end at `offset`."""
    if not 0 < offset < len(text):
        return True
    before, after = text[offset - 1], text[offset]
    if any(first <= char <= last for char in (before, after) for first, last in _UNSPACED if char >= "\u0e00"):
        return True
    return not (_in_word(before) and _in_word(after))


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_" or bool(unicodedata.combining(char))
