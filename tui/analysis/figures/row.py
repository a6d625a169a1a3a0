"""One figure as a list shows it, and what it counts; without the grammar of numbers, which only makes such rows."""

from dataclasses import dataclass

from tui.analysis.model import Figure
from tui.text.span import Span

UNCOUNTED = "other numbers"


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure as a list shows it; `side` is "<", ">" or "=" when two articles are merged."""

    counted: str  # its unit, or the noun of what it counts
    value: str  # as it is written, with the words of its bound and its change
    whose: str  # who says so; "" for the article itself
    context: str  # the words around it, in one line
    place: Span
    source: Span | None  # the words that name who says so
    entity: int | None  # whom they name, an index into Analysis.entities
    figure: Figure
    article: int = 0
    side: str = ""


def kind_of(figure: Figure) -> str:
    """What a figure measures or counts, the same for "one fighter" and "foreign fighters"; "" where that is unknown."""
    if figure.unit:
        return figure.unit
    head = figure.noun.rpartition(" ")[2].casefold()
    return head[:-1] if head.endswith("s") and len(head) > 3 and not head.endswith("ss") else head
