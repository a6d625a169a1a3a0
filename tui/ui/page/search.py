"""Words become their places in a text, as they are typed: however they are written, and letter case as one means it."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from tui.text.folding import Folded, fold_but_case
from tui.text.span import Span

REGULAR = r"\v"  # before a regular expression
MOST = 10_000  # hits that are kept; more than anybody walks through


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of a search in text order; `trouble` says why there are none to be had."""

    query: str
    hits: tuple[Span, ...] = ()
    trouble: str = ""


class Finder:
    """Searches one text; what does not depend on the query is made once, at the first search."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folding = threading.Lock()

    def prepare(self) -> None:
        """Fold the text before it is needed; any thread may."""
        with self._folding:
            self._folded.plain  # noqa: B018

    @cached_property
    def _folded(self) -> Folded:
        return Folded(self._text)

    def find(self, query: str) -> Found:
        """Hits of the words of `query`: lower case finds both cases, a capital only itself; accents never count.

        A space at an end asks for white space or the end of the text, and is no part of the hit."""
        wanted = fold_but_case(query)
        words = wanted.strip()
        if not words:
            return Found(query)
        with self._folding:
            folded = self._folded.cased if any(map(str.isupper, wanted)) else self._folded.plain
            starts, ends = _places(folded, wanted)
            return Found(query, self._whole(self._folded.unfolded(starts, ends), words))

    def _whole(self, spans: Iterable[Span], words: str) -> tuple[Span, ...]:
        """Hits that do not overlap. Half a ligature is a hit, but "1" is none in "½", nor is "." in an ellipsis."""
        text, signs, done = self._text, self._folded.signs, 0
        hits: list[Span] = []
        for span in spans:
            start, end = span
            if start < done:
                continue
            if signs and (text[start] in signs or text[end - 1] in signs):
                found = fold_but_case(text[start:end])
                if words not in (found, found.casefold()):
                    continue
            hits.append(span)
            done = end
        return tuple(hits)


def _places(text: str, wanted: str) -> tuple[list[int], list[int]]:
    """Where the words of `wanted` begin and end in a folded text, without the spaces around them."""
    words = wanted.strip()
    lead = wanted.index(words[0])
    starts: list[int] = []
    at = text.find(wanted)
    while at >= 0 and len(starts) < MOST:
        starts.append(at + lead)
        at = text.find(wanted, at + lead + len(words))
    return starts, [start + len(words) for start in starts]
