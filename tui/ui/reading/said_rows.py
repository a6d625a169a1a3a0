"""Quotations and figures as the panel lists them: of one article, or of two side by side."""

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from operator import is_not
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.analysis.figures.row import FigureRow, kind_of
from tui.analysis.quotes.said import NOBODY, QuoteRow
from tui.text.folding import fold

if TYPE_CHECKING:
    from tui.ui.reading.pane import Pane

Row = TypeVar("Row", QuoteRow, FigureRow)
ALIKE = 6  # words in a row that two quotations have in common where they are of the same words
WORD = re.compile(r"\w+")


class Said(NamedTuple):
    """The rows of both lists."""

    quotes: tuple[QuoteRow, ...]
    figures: tuple[FigureRow, ...]


class SaidRows:
    """The rows of what stands side by side, made anew only when something else is known of it."""

    def __init__(self) -> None:
        self._made: tuple[list[object], Said] | None = None

    def of(self, panes: Sequence["Pane"], active: int) -> Said:
        """The same tuples as long as nothing has changed."""
        own = [Said(pane.reading.quotes, pane.reading.figures) for pane in panes]
        made_from: list[object] = [active, *(rows for said in own for rows in said)]
        made = self._made
        if made is None or len(made[0]) != len(made_from) or any(map(is_not, made[0], made_from)):
            made = self._made = made_from, own[0] if len(own) == 1 else beside(own[0], own[1], active)
        return made[1]


def beside(left: Said, right: Said, active: int) -> Said:
    """Both together: "<" and ">" say which of two articles has a row, "=" that both have it."""
    return Said(
        _together((left.quotes, right.quotes), active, _speaker, _runs, _said_by),
        _together((left.figures, right.figures), active, _counted, _value, _below),
    )


def _together(
    rows: tuple[Sequence[Row], Sequence[Row]],
    active: int,
    group_of: Callable[[Row], str],
    marks_of: Callable[[Row], Iterator[Hashable]],
    headed_as: Callable[[Row, Row], Row],
) -> tuple[Row, ...]:
    """Rows in groups, those of the larger groups first, what belongs to none at the end; a mark that a row of each
    article bears makes them one, which leads to the article that is being read."""
    marks = [{mark for row in own for mark in marks_of(row)} for own in rows]
    groups: dict[str, list[Row]] = {}
    for article, own in enumerate(rows):
        for row in own:
            both = any(mark in marks[1 - article] for mark in marks_of(row))
            if not both or article == active:
                placed = replace(row, article=article, side="=" if both else "<>"[article])
                groups.setdefault(group_of(row), []).append(placed)
    others = groups.pop("", [])
    found: list[Row] = []
    for group in sorted(groups.values(), key=len, reverse=True):
        found += [headed_as(row, group[0]) for row in group]
    return tuple(found + others)


def _speaker(row: QuoteRow) -> str:
    return "" if row.speaker == NOBODY else fold(row.speaker)


def _said_by(row: QuoteRow, first: QuoteRow) -> QuoteRow:
    return row if row.speaker == first.speaker else replace(row, speaker=first.speaker)


def _runs(row: QuoteRow) -> Iterator[Hashable]:
    """All runs of some words of a quotation, or all of them where they are few."""
    words = WORD.findall(fold(row.words))
    for start in range(max(1, len(words) - ALIKE + 1)):
        yield tuple(words[start : start + ALIKE])


def _counted(row: FigureRow) -> str:
    return kind_of(row.figure)


def _below(row: FigureRow, first: FigureRow) -> FigureRow:
    return row if row.counted == first.counted else replace(row, counted=first.counted)


def _value(row: FigureRow) -> Iterator[Hashable]:
    yield kind_of(row.figure), row.figure.low, row.figure.high
