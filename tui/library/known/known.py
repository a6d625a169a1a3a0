"""An article's sentences become what is new in them and what was read before, and where."""

from collections.abc import Iterable
from math import exp, log
from typing import NamedTuple

from tui.library.known.earlier import Earlier, Nearest, Place
from tui.library.known.telling import Telling, telling
from tui.text.span import Span

# What speaks for news: each event that the nearest sentence does not tell counts one, each that is told at all a part
# of one, for the same word may tell another; what several sentences bear out speaks against. Chosen by hand, in round
# numbers.
TOLD_AGAIN, BORNE_OUT, WITHOUT_NEWS = 0.75, 1.5, 3.0
KNOWN = 0.12  # less new than this is called known; few are, and hardly one of them is new
NEAR = 0.7  # so much of what is known must stand in one sentence that was read
ALIKE_ONLY = 1  # words of what is known that the one sentence says in another word
LONGER = 3  # times as many words as in what it tells: the events of a long sentence are many, and may be others
UNTOLD = 0.5  # events of what is known that are not told there
FEWEST_WORDS = 5  # that mean something; "She was 91." may be said of anybody


class Judged(NamedTuple):
    """A sentence: 1 is surely new, 0 surely old; `place` is the sentence that tells most of it."""

    span: Span
    new: float
    place: Place | None
    copied: bool  # that sentence holds every word of it
    words: int

    @property
    def known(self) -> bool:
        """Whether it may be called known: rather too seldom than wrongly."""
        return self.new < KNOWN or self.copied


class Reader:
    """Somebody who reads one article after the other, and forgets nothing."""

    def __init__(self) -> None:
        self._earlier = Earlier()

    def read(self, source: str, text: str, sentences: Iterable[Span]) -> None:
        """Read an article."""
        for span in sentences:
            self._earlier.add(telling(text[slice(*span)]), Place(source, span))

    def judge(self, text: str, sentences: Iterable[Span]) -> tuple[Judged, ...]:
        """What of an article would be new to this reader."""
        return tuple(self._judged(telling(text[slice(*span)]), span) for span in sentences)

    def _judged(self, asked: Telling, span: Span) -> Judged:
        nearest = self._earlier.nearest(asked)
        other = nearest.telling
        copied = other is not None and asked.words.keys() <= other.words.keys() and _may_be_known(asked, other, nearest)
        return Judged(span, newness(asked, nearest), nearest.place, copied, asked.length)


def newness(asked: Telling, nearest: Nearest) -> float:
    """How surely a sentence tells something new, 0 to 1."""
    if nearest.telling is None:
        return 1.0
    evidence = nearest.missing + TOLD_AGAIN * asked.eventful - BORNE_OUT * log(1 + nearest.bearing_out) - WITHOUT_NEWS
    new = 1 / (1 + exp(-evidence))
    return new if _may_be_known(asked, nearest.telling, nearest) else max(new, KNOWN)


def _may_be_known(asked: Telling, other: Telling, nearest: Nearest) -> bool:
    """Whether nothing stands in the sentence that makes it another than the one that was read, however alike."""
    return (
        nearest.share >= NEAR
        and nearest.missing <= UNTOLD
        and len(asked.words) >= FEWEST_WORDS
        and len(other.words) <= LONGER * len(asked.words)
        and sum(nearest.told.get(word, 0.0) < 1.0 for word in asked.words) <= ALIKE_ONLY
        and asked.denied == other.denied
        and asked.days <= other.days
        and all(nearest.told.get(word, 0.0) == 1.0 for word in (*asked.numbers, *asked.names))
    )
