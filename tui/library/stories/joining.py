"""Tellings of several articles become events: the same days or ones that may be meant, the same people, similar words.

The work grows with the number of tellings: each looks only at events that share one of its rarest words near its days.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log1p, sqrt
from typing import NamedTuple

from tui.analysis.model import Interval
from tui.analysis.naming import fold_name
from tui.analysis.times.days.calendar import ordinal
from tui.library.stories.telling import Telling, Told
from tui.library.stories.words import words_of

RAREST = 8  # words of a telling by which others are found
COARSE = 31  # days of an interval that may be meant by a day inside it
LOOKED_AT = 40  # events that share a word and a day
COMPARED = 3  # tellings of an event
FEW_WORDS = 5  # of a clause: its sentence is compared too
# How alike the words must be: of the same days with somebody or some number in common, of the same days without,
# of days that may be the same, and of days next to each other.
SAME_NAMED, SAME, MAY_BE, BESIDE = 0.3, 0.45, 0.45, 0.6


class Teller(NamedTuple):
    """A telling and the article it stands in, by its place among those of the story."""

    article: int
    telling: Telling


class _Telling(NamedTuple):
    """What is compared of a telling."""

    teller: Teller
    words: frozenset[str]
    size: float
    names: frozenset[str]
    figures: frozenset[tuple[float, float, str]]


class _Event:
    """Tellings that tell the same; the first one's days and words decide."""

    def __init__(self, telling: _Telling) -> None:
        self.tellings = [telling]
        self.articles = {telling.teller.article}

    def add(self, telling: _Telling) -> None:
        """An article tells it too."""
        self.tellings.append(telling)
        self.articles.add(telling.teller.article)


def joined(articles: Sequence[Told]) -> list[tuple[Teller, ...]]:
    """All that is told, the same event once; its tellers as they appeared, the first of them first."""
    tellers = [
        Teller(number, telling)
        for number, article in enumerate(articles)
        for telling in article.tellings
        if telling.status is not None
    ]
    tellers.sort(key=lambda teller: (_appeared(articles[teller.article]), teller.article, teller.telling.number))
    words = [_compared(teller.telling) for teller in tellers]
    seen = Counter(word for some in words for word in some)
    rarity = {word: log1p(len(tellers) / number) for word, number in seen.items()}
    events: list[_Event] = []
    places: dict[tuple[object, str], list[_Event]] = defaultdict(list)
    for teller, some in zip(tellers, words, strict=True):
        telling = _Telling(
            teller,
            some,
            sqrt(sum(rarity[word] ** 2 for word in some)),
            frozenset(map(fold_name, teller.telling.who)),
            frozenset((one.low, one.high, one.unit or one.noun) for one in teller.telling.figures),
        )
        keys = [
            (place, word)
            for word in sorted(some, key=lambda word: (-rarity[word], word))[:RAREST]
            for place in _places(teller.telling.interval)
        ]
        event = _best(telling, keys, places, rarity)
        if event is None:
            event = _Event(telling)
            events.append(event)
            for key in keys:
                places[key].append(event)
        else:
            event.add(telling)
    return [tuple(one.teller for one in event.tellings) for event in events]


def _best(
    telling: _Telling,
    keys: Iterable[tuple[object, str]],
    places: Mapping[tuple[object, str], list[_Event]],
    rarity: Mapping[str, float],
) -> _Event | None:
    """The event that it tells, if one of another article does."""
    best, most = None, 0.0
    for event in _near(telling, keys, places):
        if telling.teller.article in event.articles:
            continue
        for other in event.tellings[:COMPARED]:
            alike = _alike(telling, other, rarity)
            if alike > most and alike >= _needed(telling, other):
                best, most = event, alike
    return best


def _near(
    telling: _Telling, keys: Iterable[tuple[object, str]], places: Mapping[tuple[object, str], list[_Event]]
) -> Iterator[_Event]:
    seen: set[int] = set()
    interval = telling.teller.telling.interval
    beside = interval.first == interval.last
    for place, word in keys:
        for near in (place, place - 1, place + 1) if beside and isinstance(place, int) else (place,):
            for event in places.get((near, word), ())[-LOOKED_AT:]:
                if id(event) not in seen:
                    seen.add(id(event))
                    yield event


def _alike(one: _Telling, other: _Telling, rarity: Mapping[str, float]) -> float:
    if not one.size or not other.size:
        return 0.0
    return sum(rarity[word] ** 2 for word in one.words & other.words) / (one.size * other.size)


def _needed(one: _Telling, other: _Telling) -> float:
    mine, theirs = one.teller.telling.interval, other.teller.telling.interval
    if mine == theirs:
        return SAME_NAMED if one.names & other.names or one.figures & other.figures else SAME
    if within(mine, theirs) or within(theirs, mine):
        return MAY_BE
    return BESIDE


def within(inner: Interval, outer: Interval) -> bool:
    """Whether all days of one lie in the other."""
    return outer.first <= inner.first and inner.last <= outer.last


def _places(interval: Interval) -> Iterable[object]:
    """Each of its days, or where it has too many of them only all together."""
    first, last = ordinal(interval.first), ordinal(interval.last)
    return range(first, last + 1) if last - first < COARSE else (interval,)


def _compared(telling: Telling) -> frozenset[str]:
    words = words_of(telling.clause)
    return words if len(words) >= FEW_WORDS else words_of(telling.text)


def _appeared(article: Told) -> tuple[bool, str]:
    """Articles without a date come last: they had nothing first."""
    return article.published is None, str(article.published or "")
