"""What the panel shows of one article, or of two side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.model import Entity, TimeType
from tui.text.span import Span
from tui.ui.reading import Reading
from tui.ui.search import without_accents
from tui.ui.widgets.timeline_panel import EventRow

if TYPE_CHECKING:
    from tui.ui.pane import Pane


def event_rows(panes: Sequence["Pane"], active: int) -> list[EventRow]:
    """The events of all articles as rows; with two, "<" and ">" say whose, "=" that both tell of the same."""
    if len(panes) == 1:
        return list(_rows(panes[0].reading, 0, ""))
    left, right = (list(_rows(pane.reading, index, "<>"[index])) for index, pane in enumerate(panes))
    rows: list[EventRow] = []
    both = {id(row) for a in left for b in right if same_event(a, b) for row in (a, b)}
    for row in (*left, *right):
        if id(row) in both:
            # One row stands for both; it leads to the article that is being read.
            if row.article == active:
                rows.append(replace(row, side="="))
        else:
            rows.append(row)
    return rows


def same_event(first: EventRow, second: EventRow) -> bool:
    """Whether two rows tell of the same: the same days, and at least two names or half of them in common."""
    if first.interval is None or first.interval != second.interval or first.status != second.status:
        return False
    a, b = ({without_accents(name).casefold() for name in row.names.split("; ") if name} for row in (first, second))
    return len(a & b) >= 2 or bool(a and b and 2 * len(a & b) >= min(len(a), len(b)))


def shared_entities(first: Reading, second: Reading) -> tuple[frozenset[int], frozenset[int]]:
    """Indices of the entities that both articles name, in each of them."""
    theirs = [_keys(reading.entities) for reading in (first, second)]
    common = set(theirs[0]) & set(theirs[1])
    one, two = (frozenset(index for key in common for index in keys[key]) for keys in theirs)
    return one, two


def _keys(entities: Sequence[Entity]) -> dict[str, list[int]]:
    keys: dict[str, list[int]] = {}
    for index, entity in enumerate(entities):
        for text in {entity.name, *(alias.text for alias in entity.aliases)}:
            # A bare surname or short form may be someone else in the other article; the full name is not.
            if text == entity.name or " " in text or text.isupper():
                keys.setdefault(f"{entity.kind}:{without_accents(text).casefold()}", []).append(index)
    return keys


def _rows(reading: Reading, article: int, side: str) -> Iterator[EventRow]:
    """The events of an article, then the expressions of which the text does not tell the days."""
    text = reading.article.text
    for event in reading.events:
        yield EventRow(
            event.interval,
            event.value,
            event.edtf,
            event.time,
            event.clause,
            _line(text, event.clause),
            reading.names(event.entities),
            event.status,
            event.uncertain,
            event.background,
            article,
            side,
        )
    if reading.analysis is None:
        return
    for time in reading.analysis.times:
        if time.interval is None and time.type in (TimeType.DATE, TimeType.TIME) and not time.value.endswith("_REF"):
            sentence = reading.sentence_at(time.span.start)
            words = _line(text, time.span)
            yield EventRow(
                None, words, "", time.span, sentence, _line(text, sentence), "", None, article=article, side=side
            )


def _line(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())
