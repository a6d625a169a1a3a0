"""A Figure becomes the words that it is written in, with its unit or with what it counts."""

import re

from tui.analysis.figures.bounds import bounded_from, bounded_to
from tui.analysis.figures.changes import changed_from
from tui.analysis.figures.measured import PART_OF, WIDEST
from tui.analysis.figures.ranges import BETWEEN
from tui.analysis.figures.units import rate_behind, unit_before, unit_behind
from tui.analysis.model import Bound, Figure
from tui.text.span import Span

NOUN_REACH = 60  # characters between a number and the noun that it counts: "thousands of the town's old houses"
PERIOD = re.compile(r"[.;:!?]")


def as_written(text: str, figure: Figure) -> str:
    """On one line: "$50 million to $300 million", "30 km a day", "45,000 fighters"."""
    return _line(text, _measured(text, figure), figure)


def with_bound(text: str, figure: Figure, least: int = 0) -> str:
    """The same with the words of its bound and its change: "rose by about 5 percent", "as many as 10,000 fighters".

    Words before `least` belong to another figure or sentence."""
    span = _measured(text, figure)
    start, end = span
    if figure.bound is not Bound.EXACTLY:
        start = bounded_from(text, start, least)
        end = max(end, bounded_to(text, figure.span.end), bounded_to(text, end))
        if match := BETWEEN.search(text[max(least, start - WIDEST) : start]):
            start -= len(match.group())
            start = bounded_from(text, start, least)
    if figure.change is not None:
        start = min(start, changed_from(text, figure.span.start, least), changed_from(text, span.start, least))
    return _line(text, Span(start, end), figure)


def _measured(text: str, figure: Figure) -> Span:
    """The number with its unit."""
    start, end = figure.span
    if figure.unit:
        before = unit_before(text, start, 0)
        if before is not None:
            start = before.place
        elif (behind := unit_behind(text, end)) is not None:
            end = behind.place
        elif (part := PART_OF.match(text, end)) is not None and (
            whole := unit_behind(text, part.end() - 1)
        ) is not None:
            end = whole.place
        if " per " in figure.unit and (rate := rate_behind(text, end)) is not None:
            end = rate.place
    return Span(start, end)


def _line(text: str, span: Span, figure: Figure) -> str:
    start, end = span
    if not figure.noun:
        return " ".join(text[start:end].split())
    # The words between belong to it: "thousands of shootings"; what a noun stands for may not be written at all.
    place = text.find(figure.noun, figure.span.end, figure.span.end + NOUN_REACH + len(figure.noun))
    if place >= 0 and PERIOD.search(text, figure.span.end, place) is None:
        return " ".join(text[start : max(end, place + len(figure.noun))].split())
    return " ".join(f"{text[start:end]} {figure.noun}".split())
