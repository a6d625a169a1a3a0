"""Sentences become figures: numbers with their unit, what they count, their bound and change, and who says so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import isfinite

from tui.analysis.document import Document
from tui.analysis.figures.bounds import bound_before, bound_behind
from tui.analysis.figures.changes import change_before
from tui.analysis.figures.measured import TIME_UNITS, WIDEST, Found, numbers_of
from tui.analysis.figures.nouns import noun_behind
from tui.analysis.figures.ranges import BETWEEN, is_score, range_of
from tui.analysis.figures.sources import Sources
from tui.analysis.figures.units import named
from tui.analysis.model import Bound, Entity, Figure, Quote, TimeExpression, TimeType
from tui.text.span import Span

CALENDAR = frozenset({TimeType.DATE, TimeType.TIME})
MINUS = re.compile(r"(?:(?<![\w)])[-−]|\bminus[\s-]|\bnegative\s)$", re.IGNORECASE)
ALSO = re.compile(r"\s(?:or|to|and)\s(?:by\s|to\s)?")  # "rose 5 % to 9"
AGAIN = re.compile(r"\s?[(/]\s?")  # "more than 100 km (60 miles)"


def find_figures(
    document: Document,
    entities: Sequence[Entity],
    times: Iterable[TimeExpression],
    quotes: Sequence[Quote] = (),
) -> tuple[Figure, ...]:
    """All figures of the document, in the order of the text; what is a date or part of a name is none."""
    text = document.article.text
    dates = sorted(time.span for time in times if time.type in CALENDAR)
    names = sorted(mention.span for entity in entities for mention in entity.mentions)
    sources = Sources(document, quotes)
    figures: list[Figure] = []
    for index, sentence in enumerate(document.sentences):
        found = [*numbers_of(text, sentence, dates, names)]
        for figure in _figures(text, sentence.span, found) if found else ():
            figures.append(replace(figure, source=sources.of(index, figure.span)))
    return tuple(figures)


def _figures(text: str, sentence: Span, found: Sequence[Found]) -> Iterator[Figure]:
    """The figures of a sentence: two numbers make one where they are the ends of a range."""
    least = sentence.start  # where the last one ended: the words before it are its own
    last: Figure | None = None
    numbers = iter(range(len(found)))
    for index in numbers:
        one, end = found[index], found[index].end
        two = found[index + 1] if index + 1 < len(found) else None
        if two is not None and is_score(text, one, two):
            last, least = None, two.end
            next(numbers)
            continue
        joined = range_of(text, one, two, least) if two is not None else None
        if joined is not None:
            end = found[next(numbers)].end
        figure = joined or _single(text, one)
        if figure is not None:
            figure = _with_bound(text, figure, one, end, least)
            figure = _with_noun(text, figure, end, sentence.end)
            if last is not None:
                figure = _like(figure, last, text[least : one.start])
            if figure.change is None and figure.unit not in TIME_UNITS:
                figure = replace(figure, change=change_before(text, one.start, least))
            yield figure
        last, least = figure, end


def _single(text: str, one: Found) -> Figure | None:
    number = one.number
    below = bool(one.unit) and MINUS.search(text[max(0, one.start - WIDEST) : one.start]) is not None
    low, high = sorted((float(-number.low if below else number.low), float(-number.high if below else number.high)))
    if not isfinite(low) or not isfinite(high):
        return None
    return Figure(
        Span(number.start, number.end), low, high, one.unit, bound=Bound.BETWEEN if low < high else Bound.EXACTLY
    )


def _with_bound(text: str, figure: Figure, one: Found, end: int, least: int) -> Figure:
    """The same with the bound that the words around it give."""
    start = one.start
    if match := MINUS.search(text[max(least, start - WIDEST) : start]):
        start -= len(match.group())
    bound = bound_before(text, start, least)
    if bound is None and (match := BETWEEN.search(text[max(least, start - WIDEST) : start])):
        bound = bound_before(text, start - len(match.group()), least)
    bound = bound or bound_behind(text, figure.span.end) or bound_behind(text, end)
    return figure if bound is None else replace(figure, bound=bound)


def _with_noun(text: str, figure: Figure, end: int, limit: int) -> Figure:
    """The same with what it counts, if it has no unit; that may be one: "517 rushing yards"."""
    if figure.unit:
        return figure
    noun = noun_behind(text, end, limit, figure.low == figure.high == 1)
    measure = named(noun.split()[-1]) if noun else ""
    return replace(figure, unit=measure) if measure else replace(figure, noun=noun)


def _like(figure: Figure, last: Figure, between: str) -> Figure:
    """The same with what it takes over from the figure before it, by the words between the two."""
    if last.change is not None and ALSO.fullmatch(between):
        return replace(figure, change=last.change)
    same = figure.bound is Bound.EXACTLY and last.bound is not Bound.BETWEEN and AGAIN.fullmatch(between) is not None
    measured_anew = same and bool(figure.unit) and bool(last.unit) and figure.unit != last.unit
    return replace(figure, bound=last.bound) if measured_anew else figure
