"""Figures become what people read: below what they count, each as it is written, with who says so and what about."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.figures.row import UNCOUNTED, FigureRow, kind_of
from tui.analysis.figures.worth import is_worth_a_row
from tui.analysis.figures.written import with_bound
from tui.analysis.model import Analysis, Figure, Quote
from tui.text.article import Article
from tui.text.span import Span

# Units whose plural has no s at its end.
IRREGULAR = {
    **{
        unit: unit
        for unit in ("percent", "yen", "Chinese yuan", "won", "baht", "South African rand", "Celsius", "Fahrenheit")
    },
    **{unit: unit for unit in ("hertz", "kilohertz", "megahertz", "gigahertz", "horsepower", "ppb", "ppm")},
    "million British thermal units": "million British thermal units",
    "foot": "feet",
    "square foot": "square feet",
    "cubic foot": "cubic feet",
    "inch": "inches",
    "penny": "pence",
    "century": "centuries",
    "krona": "kronor",
    "krone": "kroner",
    "barrel of oil": "barrels of oil",
}
LEADING = 48  # characters of its sentence before a figure
NESTED = 4  # quotations that may stand in each other


def figure_rows(article: Article, analysis: Analysis) -> tuple[FigureRow, ...]:
    """All figures by what they count, what is counted most first, each in the order of the text."""
    groups: dict[str, list[FigureRow]] = {}
    named = {mention.span: index for index, entity in enumerate(analysis.entities) for mention in entity.mentions}
    saying = sorted(((span, quote) for quote in analysis.quotes for span in quote.content), key=lambda pair: pair[0])
    starts = [span.start for span, _ in saying]
    text, ends = article.said, 0
    for figure in analysis.figures:
        sentence = _sentence(analysis.sentences, figure.span)
        if is_worth_a_row(article, figure, sentence):
            entity = _who(figure, named, saying, starts)
            row = FigureRow(
                counted=_heading(figure),
                value=with_bound(text, figure, max(ends, sentence.start)),
                whose=_whose(article, analysis, figure, entity),
                context=_context(text, sentence, figure.span),
                place=figure.span,
                source=figure.source,
                entity=entity,
                figure=figure,
            )
            groups.setdefault(kind_of(figure), []).append(row)
        ends = figure.span.end
    others = groups.pop("", [])
    most = sorted(groups.values(), key=lambda rows: -len(rows))
    return tuple(row for rows in (*map(_alike, most), others) for row in rows)


def _heading(figure: Figure) -> str:
    if figure.unit:
        head, per, rate = figure.unit.partition(" per ")
        return f"{IRREGULAR.get(head) or f'{head}s'}{per}{rate}"
    return figure.noun.rpartition(" ")[2] or UNCOUNTED


def _alike(rows: list[FigureRow]) -> list[FigureRow]:
    """The rows of a kind below one heading: the one most of them have."""
    heading = Counter(row.counted for row in rows).most_common(1)[0][0]
    return [row if row.counted == heading else replace(row, counted=heading) for row in rows]


def _who(
    figure: Figure, named: dict[Span, int], saying: Sequence[tuple[Span, Quote]], starts: Sequence[int]
) -> int | None:
    """Whom the source names; within a quotation, whom that is said by."""
    if figure.source is None:
        return None
    if figure.source in named:
        return named[figure.source]
    place = bisect_right(starts, figure.span.start)
    around = (quote for span, quote in reversed(saying[max(0, place - NESTED) : place]) if span.contains(figure.span))
    return next((quote.entity for quote in around if quote.speaker == figure.source), None)


def _whose(article: Article, analysis: Analysis, figure: Figure, entity: int | None) -> str:
    if entity is not None:
        return analysis.entities[entity].name
    return " ".join(article.said[slice(*figure.source)].split()) if figure.source is not None else ""


def _sentence(sentences: Sequence[Span], span: Span) -> Span:
    index = bisect_right(sentences, span.start, key=lambda one: one.start) - 1
    return sentences[index] if index >= 0 and sentences[index].contains(span) else span


def _context(text: str, sentence: Span, span: Span) -> str:
    """The sentence in one line; where much of it stands before the figure, from a word near that on."""
    start = sentence.start
    if span.start - start > LEADING:
        blank = text.find(" ", span.start - LEADING, span.start)
        start = blank + 1 if blank >= 0 else span.start
    words = " ".join(text[start : sentence.end].split())
    return words if start == sentence.start else f"… {words}"
