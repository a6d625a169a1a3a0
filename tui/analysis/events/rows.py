"""An Analysis becomes the rows of a timeline as people see it, in the panel and wherever one is printed."""

from collections.abc import Iterator
from dataclasses import dataclass

from tui.analysis.model import Analysis, Interval, Status, TimeType
from tui.analysis.times.days.calendar import when
from tui.text.article import Article
from tui.text.span import Span, at


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event, or a time expression that stays unresolved (`interval` is None), and the words it leads back to.

    `side` is "<", ">" or "=" when two articles are merged."""

    interval: Interval | None
    value: str  # TIMEX3; the words themselves where they stay unresolved
    edtf: str
    time: Span | None  # what dates it; None where only the article does
    sentence: Span
    clause: Span
    text: str  # of the article
    who: tuple[str, ...]  # names of the entities that take part
    status: Status | None  # None for what is unresolved
    uncertain: bool = False
    background: bool = False
    article: int = 0
    side: str = ""

    @property
    def names(self) -> str:
        """Who takes part, in one line."""
        return "; ".join(self.who)

    @property
    def words(self) -> str:
        """The words of the clause, in one line."""
        return one_line(self.text, self.clause)

    @property
    def place(self) -> Span:
        """Where it leads."""
        return self.time or self.clause

    @property
    def when(self) -> str:
        """Its days in words."""
        return when(self.interval, self.value, self.edtf) if self.interval is not None else f"? {self.value}"

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


def _rows(analysis: Analysis, article: Article, index: int, side: str) -> Iterator[EventRow]:
    """The events of an article, then the expressions of which the text does not tell the days."""
    text, names = article.text, [entity.name for entity in analysis.entities]
    for event in analysis.events:
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
        )
    for time in analysis.times:
        if time.interval is None and time.type in (TimeType.DATE, TimeType.TIME) and not time.value.endswith("_REF"):
            found = at(analysis.sentences, time.span.start)
            sentence = time.span if found is None else analysis.sentences[found]
            words = one_line(text, time.span)
            yield EventRow(None, words, "", time.span, sentence, sentence, text, (), None, article=index, side=side)
