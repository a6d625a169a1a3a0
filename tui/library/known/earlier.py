"""Sentences that were read become an index in which the one that tells most of another sentence is found at once."""

from collections import defaultdict
from collections.abc import Mapping
from heapq import nlargest
from math import log
from typing import NamedTuple

from tui.library.known.telling import Telling
from tui.text.span import Span

ALIKE = 0.5  # how much of a word another of the same sense tells
RAREST = 12  # words of a sentence that others are looked up by
NEAREST = 12  # sentences that are looked at closely
CROWDED = 30  # sentences that share a word; of more, the latest are looked up
CROWDED_SENSE = 8  # the same of those that share a sense
HALF = 0.5  # so much of a sentence must another tell to bear it out


class Place(NamedTuple):
    """A sentence of an article that was read."""

    source: str
    span: Span


class Nearest(NamedTuple):
    """What earlier sentences tell of another: the one that tells most of it, and how many tell half of it."""

    place: Place | None
    telling: Telling | None
    told: Mapping[str, float]  # by word, how far that one tells it
    share: float  # of the whole sentence, told by that one
    missing: float  # events that it does not tell
    bearing_out: int


class Earlier:
    """All sentences that were read before."""

    def __init__(self) -> None:
        self._tellings: list[Telling] = []
        self._places: list[Place] = []
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_sense: dict[str, list[int]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self._tellings)

    def add(self, telling: Telling, place: Place) -> None:
        """One more sentence was read."""
        number = len(self._tellings)
        self._tellings.append(telling)
        self._places.append(place)
        for word in telling.words:
            self._by_word[word].append(number)
        for sense in telling.senses:
            self._by_sense[sense].append(number)

    def nearest(self, asked: Telling) -> Nearest:
        """What the sentences that were read tell of this one."""
        common, bearers = self._common(asked), _bearers(asked)
        found: list[tuple[float, int, dict[str, float]]] = []
        for number in self._likely(asked, common):
            told = _told(asked, bearers, self._tellings[number])
            found.append((sum(common[word] * share for word, share in told.items()), number, told))
        weight = sum(common.values()) or 1.0
        if not found:
            return Nearest(None, None, {}, 0.0, asked.eventful, 0)
        share, number, told = max(found, key=lambda one: (one[0], -one[1]))
        missing = sum(event * (1.0 - told.get(word, 0.0)) for word, event in asked.events.items())
        bearing_out = sum(one[0] >= HALF * weight for one in found)
        return Nearest(self._places[number], self._tellings[number], told, share / weight, missing, bearing_out)

    def _common(self, asked: Telling) -> dict[str, float]:
        """The weight of each word, less where many sentences of the story have it."""
        all = len(self._tellings) + 1
        return {word: log((all + 1) / (len(self._by_word.get(word, ())) + 0.5)) + 0.5 for word in asked.words}

    def _likely(self, asked: Telling, weights: Mapping[str, float]) -> list[int]:
        """Those that share most words or senses with it."""
        shared: dict[int, float] = {}
        for word in nlargest(RAREST, weights, key=weights.__getitem__):
            weight = weights[word]
            for number in self._by_word.get(word, ())[-CROWDED:]:
                shared[number] = shared.get(number, 0.0) + weight
        for word in asked.events:
            alike = ALIKE * weights[word]
            for sense in asked.words[word].senses:
                for number in self._by_sense.get(sense, ())[-CROWDED_SENSE:]:
                    shared[number] = shared.get(number, 0.0) + alike
        return nlargest(NEAREST, shared, key=shared.__getitem__)


def _bearers(asked: Telling) -> dict[str, list[tuple[str, float]]]:
    """For each sense the words that have it, and how far they tell it; names have none."""
    bearers: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for word, known in asked.words.items():
        if word not in asked.names:
            for sense, share in known.senses.items():
                bearers[sense].append((word, ALIKE * share))
    return bearers


def _told(asked: Telling, bearers: Mapping[str, list[tuple[str, float]]], other: Telling) -> dict[str, float]:
    """How far the other tells each word of it."""
    told: dict[str, float] = {}
    for sense in bearers.keys() & other.senses.keys():
        for word, share in bearers[sense]:
            told[word] = max(told.get(word, 0.0), share * other.senses[sense])
    for word in asked.words.keys() & other.words.keys():
        told[word] = 1.0
    return told
