"""An Article becomes one without the words it strikes out and its footnote marks; what is found there is carried back.

Sentences run through as if nothing had stood between: "on ~~3~~ 4 May" is "on 4 May".
"""

from bisect import bisect_right
from dataclasses import replace

from tui.analysis.model import Analysis, Entity, Figure, Mention, Quote, TimeExpression, TimelineEvent
from tui.text.article import Article, Block, Table
from tui.text.span import Span


class Shortened:
    """An article without what it leaves out, and the way back from its offsets."""

    def __init__(self, article: Article) -> None:
        self._original = article
        self._kept: list[int] = []  # where each part that stayed begins in the short text
        self._from: list[int] = []  # and in the long one
        parts, end, length = [], 0, 0
        for span in [*article.left_out, Span(len(article.text), len(article.text))]:
            start, following = _with_a_blank(article.text, span, end)
            self._kept.append(length)
            self._from.append(end)
            parts.append(article.text[end:start])
            length += start - end
            end = following
        blocks = tuple(map(self._short_block, article.blocks))
        self.article = replace(article, text="".join(parts), blocks=blocks, marks=(), places=())

    def back(self, analysis: Analysis) -> Analysis:
        """The same with the offsets of the whole article."""
        return replace(
            analysis,
            sentences=tuple(map(self._long, analysis.sentences)),
            entities=tuple(map(self._entity, analysis.entities)),
            times=tuple(map(self._time, analysis.times)),
            events=tuple(map(self._event, analysis.events)),
            quotes=tuple(map(self._quote, analysis.quotes)),
            figures=tuple(map(self._figure, analysis.figures)),
        )

    def _short(self, span: Span) -> Span:
        return Span(self._short_offset(span.start), self._short_offset(span.end))

    def _short_offset(self, offset: int) -> int:
        """The same place in the short text; of what was taken out, the place where it stood."""
        part = bisect_right(self._from, offset) - 1
        end = self._kept[part + 1] if part + 1 < len(self._kept) else None
        place = self._kept[part] + offset - self._from[part]
        return place if end is None else min(place, end)

    def _long(self, span: Span) -> Span:
        start = self._long_offset(span.start)
        return Span(start, self._long_offset(span.end - 1) + 1 if span.end > span.start else start)

    def _long_offset(self, offset: int) -> int:
        part = bisect_right(self._kept, offset) - 1
        return self._from[part] + offset - self._kept[part]

    def _short_block(self, block: Block) -> Block:
        span = self._short(block.span)
        if block.table is None:
            return replace(block, span=span)
        rows = tuple(tuple(map(self._short, row)) for row in block.table.rows)
        return replace(block, span=span, table=Table(rows, block.table.aligned, block.table.heads))

    def _mention(self, mention: Mention) -> Mention:
        span = self._long(mention.span)
        return replace(mention, span=span, text=self._original.text[slice(*span)])

    def _entity(self, entity: Entity) -> Entity:
        return replace(entity, mentions=tuple(map(self._mention, entity.mentions)))

    def _time(self, time: TimeExpression) -> TimeExpression:
        return replace(time, span=self._long(time.span))

    def _event(self, event: TimelineEvent) -> TimelineEvent:
        return replace(
            event,
            sentence=self._long(event.sentence),
            clause=self._long(event.clause),
            time=self._long(event.time) if event.time is not None else None,
            without=tuple(map(self._long, event.without)),
        )

    def _quote(self, quote: Quote) -> Quote:
        return replace(
            quote,
            content=tuple(map(self._long, quote.content)),
            cue=self._long(quote.cue) if quote.cue is not None else None,
            speaker=self._long(quote.speaker) if quote.speaker is not None else None,
        )

    def _figure(self, figure: Figure) -> Figure:
        source = self._long(figure.source) if figure.source is not None else None
        return replace(figure, span=self._long(figure.span), source=source)


def _with_a_blank(text: str, span: Span, done: int) -> Span:
    """What goes when words go: one of the blanks around them too, if it has not gone already."""
    before, after = text[max(0, span.start - 1) : span.start] or "\n", text[span.end : span.end + 1] or "\n"
    if after == " " and before in " \n(":
        return Span(span.start, span.end + 1)
    return Span(max(done, span.start - 1), span.end) if before == " " and after in ".,;:!?)\n" else span
