"""The rows of several timelines become one: two articles that tell of the same event share a row."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from tui.analysis.events.rows import EventRow, one_line, rows_of
from tui.analysis.model import Analysis, Interval, Status
from tui.analysis.naming import fold_name
from tui.text.article import Article
from tui.timelines.heads import head

_FEW = 2  # names of which one is half


@dataclass(frozen=True, slots=True)
class MergedRow:
    """One event and all the articles that tell of it; the words are the first one's.

    `interval` and `status` are None where the text does not tell the days."""

    interval: Interval | None
    label: str  # the days in words
    value: str
    edtf: str
    uncertain: bool
    background: bool
    status: Status | None
    sentence: str
    clause: str
    articles: tuple[dict[str, Any], ...]  # their heads: source, title, author, ...
    entities: tuple[str, ...]  # the fullest names, by place in the clause

    @property
    def files(self) -> tuple[str, ...]:
        """Where the articles lie."""
        return tuple(article["source"] for article in self.articles)

    @property
    def order(self) -> tuple[bool, Interval | tuple[()], tuple[str, ...], str]:
        """By time, then by file; the unresolved last."""
        return self.interval is None, self.interval or (), self.files, self.sentence


def told(
    article: Article, analysis: Analysis, entity: str | None = None, reported: bool = False
) -> tuple[tuple[MergedRow, ...], bool]:
    """The rows of one article as the panel shows them, of one entity where it is asked for; whether it is named."""
    wanted = {analysis.entities[index].name for index in _indices(analysis, entity)}
    about = head(article, analysis.published)
    rows = tuple(
        as_told(row, (about,))
        for row in rows_of(analysis, article)
        if row.is_shown(reported) and (entity is None or not wanted.isdisjoint(row.who))
    )
    return rows, bool(wanted)


def as_told(row: EventRow, articles: tuple[dict[str, Any], ...]) -> MergedRow:
    """A row as the articles with these heads tell of it."""
    return MergedRow(
        interval=row.interval,
        label="~" * bool(row.doubt) + row.when,
        value=row.value,
        edtf=row.edtf,
        uncertain=row.uncertain,
        background=row.background,
        status=row.status,
        sentence=one_line(row.text, row.sentence),
        clause=row.words,
        articles=articles,
        entities=row.who,
    )


def what_of(rows: Sequence[MergedRow]) -> list[str]:
    """What each row tells: its sentence, or where several rows share one, the words of its own date."""
    told = Counter((row.files, row.sentence) for row in rows)
    return [row.clause if told[row.files, row.sentence] > 1 else row.sentence for row in rows]


def merged(timelines: Iterable[Sequence[MergedRow]]) -> list[MergedRow]:
    """All rows; one that tells of the same event as a row of an earlier article adds its file and names to it.

    What the first article says of an event decides which others tell of it. The work grows with the number of rows."""
    events: list[_Event] = []
    known: dict[tuple[object, ...], list[_Event]] = {}
    for rows in timelines:
        new: list[_Event] = []
        at: dict[tuple[object, ...], int] = {}  # by key: events before this one have a row of this article already
        for row in rows:
            names = _names(row)
            event = _first(row, names, known, at)
            if event is None:
                new.append(_Event(len(events) + len(new), row, names))
            else:
                event.add(row, names)
        for event in new:  # one article does not tell an event twice
            for key in _offered(event.row, event.names):
                known.setdefault(key, []).append(event)
        events += new
    return [event.whole() for event in events]


def same_event(first: MergedRow, second: MergedRow) -> bool:
    """Whether two articles tell of the same: the same days, and at least two names or half of them in common."""
    one, two = _names(first), _names(second)
    keys = set(_offered(first, one)) & set(_asked(second, two))
    return bool(keys) and not set(first.files) & set(second.files)


class _Event:
    """A row that grows; put together once, at the end."""

    def __init__(self, number: int, row: MergedRow, names: dict[str, str]) -> None:
        self.number = number
        self.row = row
        self.names = names  # of the first article
        self.articles: dict[str, dict[str, Any]] = {}  # by file
        self._all: dict[str, str] = {}
        self.add(row, names)

    def add(self, row: MergedRow, names: dict[str, str]) -> None:
        """An article tells of it."""
        self.articles.update(zip(row.files, row.articles, strict=True))
        for folded, name in names.items():
            self._all.setdefault(folded, name)

    def whole(self) -> MergedRow:
        """The row as it is now."""
        return replace(self.row, articles=tuple(self.articles.values()), entities=tuple(self._all.values()))


def _first(
    row: MergedRow,
    names: dict[str, str],
    known: dict[tuple[object, ...], list[_Event]],
    at: dict[tuple[object, ...], int],
) -> _Event | None:
    """The first event that a row of another article tells of and that has no row of its own article yet."""
    found: _Event | None = None
    for key in _asked(row, names):
        events, place = known.get(key, ()), at.get(key, 0)
        while place < len(events) and row.files[0] in events[place].articles:
            place += 1
        at[key] = place
        if place < len(events) and (found is None or events[place].number < found.number):
            found = events[place]
    return found


def _offered(row: MergedRow, names: dict[str, str]) -> Iterator[tuple[object, ...]]:
    """Keys under which an event is found by those who share enough of its names; False: by whoever has one of few."""
    if row.interval is not None:
        yield from ((row.interval, row.status, *pair) for pair in combinations(sorted(names), 2))
        for name in names:
            yield row.interval, row.status, name, True
            if len(names) <= _FEW:
                yield row.interval, row.status, name, False


def _asked(row: MergedRow, names: dict[str, str]) -> Iterator[tuple[object, ...]]:
    """Keys to look under: two names in common, or one that is half of those here or there."""
    if row.interval is not None:
        yield from ((row.interval, row.status, *pair) for pair in combinations(sorted(names), 2))
        yield from ((row.interval, row.status, name, len(names) <= _FEW) for name in names)


def _names(row: MergedRow) -> dict[str, str]:
    """The names by what is compared of them."""
    names: dict[str, str] = {}
    for name in row.entities:
        names.setdefault(fold_name(name), name)
    return names


def _indices(analysis: Analysis, name: str | None) -> frozenset[int]:
    """The entities called `name`; an exact name or alias wins, else a word of the fullest name."""
    if name is None:
        return frozenset()
    wanted = fold_name(name)
    exact = {
        index
        for index, entity in enumerate(analysis.entities)
        if wanted in {fold_name(form) for form in (entity.name, *(alias.text for alias in entity.aliases))}
    }
    loose = {index for index, entity in enumerate(analysis.entities) if wanted in fold_name(entity.name).split()}
    return frozenset(exact or loose)
