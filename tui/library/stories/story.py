"""The articles of one story become its chronicle; start reading here."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tui.analysis.model import Day, Interval, Kind, Status
from tui.library.stories.days import Usage, weights
from tui.library.stories.differences import Difference, differences
from tui.library.stories.joining import Teller, joined
from tui.library.stories.sentences import best_of, ranked
from tui.library.stories.telling import Telling, Told
from tui.library.stories.words import words_of
from tui.text.span import Span

MARKS = " \"“”‘’'.,;:!?-–—"  # what is no word
FEW = 3  # rows of a day that only one article tells, where not all days are shown


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One event and all who tell it, in the order in which they appeared; the words are those of the best telling."""

    tellers: tuple[Teller, ...]
    best: int  # place among the tellers
    differences: tuple[Difference, ...]
    weight: float  # of its day; 0 where it has no single one

    @property
    def telling(self) -> Telling:
        """The telling that stands for all."""
        return self.tellers[self.best].telling

    @property
    def interval(self) -> Interval:
        """Its days."""
        return self.telling.interval

    @property
    def day(self) -> Day | None:
        """The one day it happened on."""
        return self.interval.first if self.interval.first == self.interval.last else None

    @property
    def articles(self) -> tuple[int, ...]:
        """Who tells it, the first first."""
        return tuple(teller.article for teller in self.tellers)

    @property
    def who(self) -> tuple[str, ...]:
        """Who takes part, by any of them."""
        return tuple(dict.fromkeys(name for teller in self._best_first for name in teller.telling.who))

    @property
    def kinds(self) -> dict[str, Kind]:
        """What each of these is."""
        tellings = [teller.telling for teller in reversed(self._best_first)]
        return {name: kind for one in tellings for name, kind in zip(one.who, one.kinds, strict=True)}

    @property
    def is_dated(self) -> bool:
        """Whether one of them dates it, not only the day on which an article appeared."""
        return any(teller.telling.status is Status.DATED for teller in self.tellers)

    @property
    def uncertain(self) -> bool:
        """Whether nobody is certain of the day."""
        return all(teller.telling.uncertain for teller in self.tellers)

    @property
    def _best_first(self) -> tuple[Teller, ...]:
        return (self.tellers[self.best], *self.tellers)


@dataclass(frozen=True)
class Story:
    """The chronicle of some articles: all rows by time, and how much each day matters."""

    articles: tuple[Told, ...]
    rows: tuple[StoryRow, ...]
    weights: Mapping[Day, float]

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """The days of the rows, the one that matters most first."""
        told = {row.day for row in self.rows if row.day is not None and row.is_dated}
        return tuple(sorted(told, key=lambda day: (-self.weights.get(day, 0.0), day)))

    def rows_of(self, most: int = 0) -> tuple[StoryRow, ...]:
        """All rows; or those of so many days that matter most: what several articles tell, and the best of the others.

        What only the dates of articles date is no row of its own."""
        rows = [row for row in self.rows if row.is_dated]
        if not most:
            return tuple(rows)
        days, seen, chosen = frozenset(self.days[:most]), Counter[Day](), []
        for row in rows:
            if row.day is not None and row.day in days and (len(row.tellers) > 1 or seen[row.day] < FEW):
                seen[row.day] += 1
                chosen.append(row)
        return tuple(chosen)

    def wording(self, rows: Iterable[StoryRow]) -> list[str]:
        """What each row tells: its sentence, or where several rows share one, its beginning if that is of its date."""
        some = list(rows)
        told = Counter((row.tellers[row.best].article, row.telling.sentence) for row in some)
        shared = [told[row.tellers[row.best].article, row.telling.sentence] > 1 for row in some]
        return [
            begun(row.telling.text, row.telling.clause) if more else row.telling.text
            for row, more in zip(some, shared, strict=True)
        ]


def begun(sentence: str, clause: str) -> str:
    """The words of a sentence that a date is of, where it begins with them; the whole of it where they would begin
    in its middle, and nobody knew of whom they are."""
    first, last = clause.split(" … ")[0], clause.split(" … ")[-1]
    start, end = sentence.find(first), sentence.rfind(last) + len(last)
    if not clause or start < 0 or sentence[:start].strip(MARKS):
        return sentence
    return f"{clause.rstrip(' ,;')} …" if sentence[end:].strip(MARKS) else clause


def story_of(articles: Iterable[Told], until: date | None = None) -> Story:
    """The story as it stands, or as it stood on a day: by what had appeared until then."""
    some = tuple(one for one in articles if until is None or (one.published is not None and one.published <= until))
    usage = Usage(some)
    words = {telling.text: words_of(telling.text) for article in some for telling in article.tellings}
    of_days = weights(some, usage, words)
    rows = []
    for tellers in joined(some):
        best, value = best_of(tellers, usage, words)
        interval = tellers[best].telling.interval
        weight = of_days.get(interval.first, 0.0) if interval.first == interval.last else 0.0
        rows.append((_order(tellers, interval, value), StoryRow(tellers, best, differences(tellers), weight)))
    return Story(some, tuple(row for _, row in sorted(rows, key=lambda one: one[0])), of_days)


def told_days(articles: Sequence[Told], most: int) -> Iterator[tuple[Day, float, tuple[Teller, ...]]]:
    """Every single day that is told or named, how much it matters, and the sentences that tell it best, so many."""
    usage = Usage(articles)
    words = {telling.text: words_of(telling.text) for article in articles for telling in article.tellings}
    by_day: dict[Day, list[Teller]] = defaultdict(list)
    for number, article in enumerate(articles):
        for telling in article.tellings:
            by_day[telling.interval.first].append(Teller(number, telling))
    for day, weight in sorted(weights(articles, usage, words).items()):
        single = [one for one in by_day[day] if one.telling.interval.last == day]
        yield day, weight, ranked(single, usage, words, most)


def _order(tellers: Sequence[Teller], interval: Interval, value: float) -> tuple[Interval, int, float, int, Span]:
    """By time; of the same days what most tell first, and then what is told best."""
    return interval, -len(tellers), -value, tellers[0].article, tellers[0].telling.place
