"""An article and its analysis become what it tells: sentences of days, with who took part and how many."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tui.analysis.events.rows import one_line, rows_of
from tui.analysis.figures.written import as_written
from tui.analysis.model import Analysis, Interval, Kind, Status
from tui.analysis.times.days.calendar import of_date, when
from tui.library.stories.words import words_of
from tui.text.article import Article, Known
from tui.text.folding import fold, fold_but_case
from tui.text.span import Span, at

LONGEST = 600  # characters of a sentence that are kept
MOST_WORDS = 1500  # different ones of an article
FOR_WORDS = 200_000  # characters that are looked through for them


class Counted(NamedTuple):
    """A figure of a sentence: its value, what it measures or counts (folded), and as it is written."""

    low: float
    high: float
    unit: str
    noun: str
    words: str


class Telling(NamedTuple):
    """A sentence that tells what happened on some days; without a status it only names the day."""

    sentence: Span
    place: Span  # the words that date it, else those that tell
    text: str  # the sentence, in one line
    clause: str  # the part that happened then, in one line
    interval: Interval
    label: str  # the days in words
    value: str
    edtf: str
    status: Status | None
    uncertain: bool
    background: bool
    quoted: bool  # somebody is speaking
    number: int  # of the sentence in its article, the first being 0
    who: tuple[str, ...]
    kinds: tuple[Kind, ...]
    figures: tuple[Counted, ...]


class Told(NamedTuple):
    """An article of a story: what is said of it, what it tells in order of the text, and all words it uses."""

    source: str
    digest: str
    title: str
    publisher: str
    url: str
    published: date | None  # None where it is not known
    tellings: tuple[Telling, ...]
    words: frozenset[str]


def told_of(article: Article, analysis: Analysis) -> Told:
    """What an article tells, as its timeline has it; and where it only names a day, that it does."""
    known = analysis.published
    day = known.day if known.known not in (Known.UNKNOWN, Known.BOUNDED) else None
    tellings = sorted(_tellings(article, analysis, day), key=lambda telling: (telling.number, telling.place))
    return Told(
        article.source,
        article.digest,
        article.title,
        article.publisher,
        article.url,
        day,
        tuple(tellings),
        words_told(fold_but_case(article.text[: 2 * FOR_WORDS])),
    )


def words_told(text: str) -> frozenset[str]:
    """The words that an article uses, of its text as searches look through it."""
    return frozenset(sorted(words_of(text[:FOR_WORDS]))[:MOST_WORDS])


def _tellings(article: Article, analysis: Analysis, published: date | None) -> Iterator[Telling]:
    text = article.said
    starts = [sentence.start for sentence in analysis.sentences]
    quoted = sorted(span for quote in analysis.quotes for span in quote.content)
    figures = sorted(analysis.figures, key=lambda figure: figure.span)
    figured = [figure.span.start for figure in figures]
    seen: set[tuple[Span, Interval]] = set()

    def telling(sentence: Span, place: Span, interval: Interval, value: str, edtf: str) -> Telling:
        seen.add((sentence, interval))
        inside = figures[bisect_left(figured, sentence.start) : bisect_left(figured, sentence.end)]
        return Telling(
            sentence=sentence,
            place=place,
            text=one_line(text, sentence)[:LONGEST],
            clause="",
            interval=interval,
            label=when(interval, value, edtf),
            value=value,
            edtf=edtf,
            status=None,
            uncertain=False,
            background=False,
            quoted=at(quoted, place.start) is not None,
            number=max(0, bisect_left(starts, sentence.start + 1) - 1),
            who=(),
            kinds=(),
            figures=tuple(
                Counted(one.low, one.high, one.unit, fold(one.noun).strip(), as_written(text, one)) for one in inside
            ),
        )

    for row in rows_of(analysis, article):
        if row.interval is not None:
            made = telling(row.sentence, row.place, row.interval, row.value, row.edtf)
            yield made._replace(
                clause=row.words[:LONGEST],
                status=row.status,
                uncertain=row.uncertain,
                background=row.background,
                who=row.who,
                kinds=row.kinds,
            )
    for time in analysis.times:
        if time.interval is not None and time.interval.first == time.interval.last:
            found = at(analysis.sentences, time.span.start)
            if found is not None and (analysis.sentences[found], time.interval) not in seen:
                yield telling(analysis.sentences[found], time.span, time.interval, time.value, time.edtf)
    if published is not None and analysis.sentences:
        day = of_date(published)
        if not any(interval == (day, day) for _, interval in seen):
            first, value = analysis.sentences[0], published.isoformat()
            yield telling(first, first, Interval(day, day), value, value)
