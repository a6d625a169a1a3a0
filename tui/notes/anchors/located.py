"""What was found when an anchor was looked for: where its words stand now, and how certain that is."""

from dataclasses import dataclass
from enum import StrEnum

from tui.text.span import Span


class How(StrEnum):
    """How an anchor was found."""

    EXACT = "exact"  # the same words in the same surroundings
    MOVED = "moved"  # the words or their surroundings have changed, but it is certainly the place
    FUZZY = "fuzzy"  # perhaps the place: ask
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Located:
    """Where an anchor stands now. `span` is None if and only if it is orphaned; `certainty` is 0 to 1."""

    span: Span | None
    certainty: float
    how: How


ORPHAN = Located(None, 0.0, How.ORPHANED)
