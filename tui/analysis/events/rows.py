"""An Analysis becomes the rows of a timeline as people see it, in the panel and wherever one is printed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tui.analysis.events.retold import first_tellings
from tui.analysis.model import Analysis, Interval, Kind, Status, TimelineEvent, TimeType
from tui.analysis.times.days.calendar import when
from tui.text.article import Article
from tui.text.span import Span, at


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event, or a time expression that stays unresolved (`interval` is None), and the words it leads back to.

    `side` is "<", ">" or "=" when two articles are merged; `again` are the places that tell of it once more."""

    interval: Interval | None
    value: str  # TIMEX3; the words themselves where they stay unresolved
    edtf: str
    time: Span | None  # what dates it; None where only the article does
    sentence: Span
    clause: Span
    text: str  # of the article, with blanks for what is struck out in it
    who: tuple[str, ...]  # names of the entities that take part
    status: Status | None  # None for what is unresolved
    uncertain: bool = False
    background: bool = False
    article: int = 0
    side: str = ""
    without: tuple[Span, ...] = ()  # stretches of the clause that are told of another date
    again: tuple[Span, ...] = ()
    kinds: tuple[Kind, ...] = ()  # what each of `who` is

    @property
    def names(self) -> str:
        """Who takes part, in one line."""
        return "; ".join(self.who)

    @property
    def words(self) -> str:
        """The words of the clause, in one line; "…" stands for what is told of another date."""
        return told_words(self.text, self.clause, self.without)

    @property
    def place(self) -> Span:
        """Where it leads."""
        return self.time or self.clause

    @property
    def places(self) -> tuple[Span, ...]:
        """All places that tell of it, in order of the text."""
        return (self.place, *self.again)

    def place_after(self, offset: int) -> Span:
        """The next place to go to from one of them; else the first."""
        at = next((number for number, place in enumerate(self.places) if place.start <= offset < place.end), -1)
        return self.places[(at + 1) % len(self.places)]

    @property
    def when(self) -> str:
        """Its days in words."""
        return when(self.interval, self.value, self.edtf) if self.interval is not None else f"? {self.value}"

    @property
    def doubt(self) -> str:
        """ "~" where its days are only roughly known, "?" where they are doubtful, else nothing."""
        return "~" if "~" in self.edtf else "?" * self.uncertain

    @property
    def order(self) -> tuple[bool, Interval | tuple[()], int, Span]:
        """By time, the unresolved last and in order of the text."""
        return self.interval is None, self.interval or (), self.article, self.clause

    def is_shown(self, reported: bool = False, background: bool = True) -> bool:
        """Whether it is in view: what only the article's own date dates is folded until somebody asks for it."""
        return (reported or self.status is not Status.REPORTED) and (background or not self.background)


def rows_of(analysis: Analysis | None, article: Article, index: int = 0, side: str = "") -> tuple[EventRow, ...]:
    """The rows of one article in order of time; they are made of values only, so that any thread may do it."""
    rows = _rows(analysis, article, index, side) if analysis is not None else ()
    return tuple(sorted(rows, key=lambda row: row.order))


def one_line(text: str, span: Span) -> str:
    """The words at a place, whatever lines they stand on."""
    return " ".join(text[span.start : span.end].split())


def told_words(text: str, clause: Span, without: Iterable[Span]) -> str:
    """A clause in one line, with "…" for each stretch that is left out."""
    pieces, start = [], clause.start
    for gap in without:
        pieces.append(one_line(text, Span(start, gap.start)).rstrip(",;"))
        start = gap.end
    pieces.append(one_line(text, Span(start, clause.end)))
    said = (pieces[0], *(piece.lstrip(" ,;") for piece in pieces[1:]))
    return " … ".join(piece for piece in said if piece)


def _once(events: Iterable[TimelineEvent], text: str) -> Iterator[tuple[TimelineEvent, tuple[Span, ...]]]:
    """The events of an article, each with the places that tell of it again."""
    in_order = sorted(events, key=lambda event: event.clause)
    dated = [event for event in in_order if event.status is Status.DATED and event.time is not None]
    tellings: dict[int, list[TimelineEvent]] = {}
    numbers = first_tellings((event.interval, _told(event, text)) for event in dated)
    for event, number in zip(dated, numbers, strict=True):
        tellings.setdefault(number, []).append(event)
    for told in tellings.values():
        yield _joined(told), tuple(event.time for event in told[1:] if event.time is not None)
    yield from ((event, ()) for event in in_order if event.status is not Status.DATED or event.time is None)


def _joined(told: Sequence[TimelineEvent]) -> TimelineEvent:
    """The first telling, with all who take part; it is certain if one of them is."""
    if len(told) == 1:
        return told[0]
    return replace(
        told[0],
        entities=tuple(dict.fromkeys(entity for event in told for entity in event.entities)),
        uncertain=all(event.uncertain for event in told),
        background=all(event.background for event in told),
    )


def _told(event: TimelineEvent, text: str) -> str:
    """What an event's words say beside its date."""
    gaps = sorted((*event.without, *((event.time,) if event.time is not None else ())))
    return told_words(text, event.clause, gaps)


def _rows(analysis: Analysis, article: Article, index: int, side: str) -> Iterator[EventRow]:
    """The events of an article, then the expressions of which the text does not tell the days."""
    text, names = article.said, [entity.name for entity in analysis.entities]
    for event, again in _once(analysis.events, text):
        yield EventRow(
            event.interval,
            event.value,
            event.edtf,
            event.time,
            event.sentence,
            event.clause,
            text,
            tuple(names[entity] for entity in event.entities),
            event.status,
            event.uncertain,
            event.background,
            index,
            side,
            event.without,
            again,
            tuple(analysis.entities[entity].kind for entity in event.entities),
        )
    for time in analysis.times:
        if time.interval is None and time.type in (TimeType.DATE, TimeType.TIME) and not time.value.endswith("_REF"):
            found = at(analysis.sentences, time.span.start)
            sentence = time.span if found is None else analysis.sentences[found]
            words = one_line(text, time.span)
            yield EventRow(None, words, "", time.span, sentence, sentence, text, (), None, article=index, side=side)
