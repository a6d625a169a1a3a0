"""A Figure becomes the words that it is written in, with its unit or with what it counts."""

from tui.analysis.figures.measured import PART_OF
from tui.analysis.figures.units import rate_behind, unit_before, unit_behind
from tui.analysis.model import Figure


def as_written(text: str, figure: Figure) -> str:
    """On one line: "$50 million to $300 million", "30 km a day", "45,000 fighters"."""
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
    return " ".join(f"{text[start:end]} {figure.noun}".split())
