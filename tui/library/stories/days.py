"""What articles tell becomes the weight of each day: what is still told long after, and what many tell in one voice.

Two things are multiplied. The echo: each article that names the day counts by how long after it did, how much its
sentence is about what the whole story is about, and how much the article itself is. The agreement: words that were used
of that day in articles of different dates, the rarer the more. Nothing in it is fitted to any story.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from math import log1p, sqrt

from tui.analysis.model import Day
from tui.analysis.times.days.calendar import of_date, ordinal
from tui.library.stories.telling import Telling, Told

_OF_TOPIC = 1.5  # times the middle one: so much an article may count
_SHORT_SENTENCE, _SHORT_ARTICLE = 3, 20  # words that a sentence and an article are taken to have more
_BY_NUMBER = 0.01  # what the number of articles of that day decides where nothing else does


@dataclass(frozen=True)
class Usage:
    """How a story uses words: how rare each is, and how much it belongs to what all articles tell."""

    articles: Sequence[Told]

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """High for words of few articles."""
        count = len(self.articles)
        return {word: log1p(count / number) for word, number in self._articles_of.items()}

    @cached_property
    def of_topic(self) -> Mapping[str, float]:
        """High for what is rare elsewhere and stands in many of the articles."""
        count = len(self.articles)
        return {word: number / count * self.rarity[word] for word, number in self._articles_of.items()}

    @cached_property
    def share(self) -> Sequence[float]:
        """How much each article is about the story, 1 for the middle one."""
        raw = [self._about(article.words, _SHORT_ARTICLE) for article in self.articles]
        middle = sorted(raw)[len(raw) // 2] if raw else 0.0
        return [min(_OF_TOPIC, value / middle) if middle else 1.0 for value in raw]

    def about(self, words: Set[str]) -> float:
        """How much a sentence is about what the story is about."""
        return self._about(words, _SHORT_SENTENCE)

    @cached_property
    def _articles_of(self) -> Counter[str]:
        return Counter(word for article in self.articles for word in article.words)

    def _about(self, words: Iterable[str], more: int) -> float:
        known = [self.of_topic[word] for word in words if word in self.of_topic]
        return sum(known) / sqrt(len(known) + more) if known else 0.0


def weights(articles: Sequence[Told], usage: Usage, words: Mapping[str, frozenset[str]]) -> dict[Day, float]:
    """The weight of each day that is told or on which an article appeared; `words` are those of each sentence."""
    tellings: dict[Day, list[tuple[int, Telling]]] = defaultdict(list)
    for number, article in enumerate(articles):
        for telling in article.tellings:
            if telling.interval.first == telling.interval.last:
                tellings[telling.interval.first].append((number, telling))
    appeared = Counter(of_date(article.published) for article in articles if article.published is not None)
    return {
        day: log1p(_echo(day, told, articles, usage, words))
        + log1p(_agreement(told, articles, usage, words))
        + _BY_NUMBER * log1p(appeared[day])
        for day, told in tellings.items()
    }


def _echo(
    day: Day,
    told: Iterable[tuple[int, Telling]],
    articles: Sequence[Told],
    usage: Usage,
    words: Mapping[str, frozenset[str]],
) -> float:
    best: dict[int, float] = {}
    for number, telling in told:
        best[number] = max(best.get(number, 0.0), usage.about(words[telling.text]))
    total = 0.0
    for number, about in best.items():
        published = articles[number].published
        later = ordinal(of_date(published)) - ordinal(day) if published is not None else 0
        total += usage.share[number] * about * log1p(max(0, later))
    return total


def _agreement(
    told: Iterable[tuple[int, Telling]], articles: Sequence[Told], usage: Usage, words: Mapping[str, frozenset[str]]
) -> float:
    dates: dict[str, set[object]] = defaultdict(set)
    for number, telling in told:
        if telling.status is not None or telling.sentence != telling.place:
            for word in words[telling.text]:
                dates[word].add(articles[number].published or number)
    return sum(usage.rarity.get(word, 0.0) * (len(seen) - 1) for word, seen in dates.items())
