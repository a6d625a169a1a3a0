"""What a time rule is: a row of name, trigger, pattern and meaning, with an example of its own."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from tui.analysis.model import Interval, TimeType
from tui.analysis.times.scene import Scene
from tui.analysis.times.words import pattern


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means at its place; its interval follows from value and mod unless it is given."""

    value: str
    type: TimeType = TimeType.DATE
    mod: str = ""
    interval: Interval | None = None
    anchor: str = ""  # what it was resolved against, in words
    confidence: float = 1.0
    start: int | None = None  # where the expression begins, if after the match does
    end: int | None = None
    carries: bool = True  # whether later expressions may count from it; "a year earlier" only compares


def said(match: re.Match[str], group: str) -> str:
    """The words of a group in lower case with single blanks; "" where the pattern has no such group or it is empty."""
    return " ".join((match.groupdict().get(group) or "").lower().split())


Meaning = Callable[[re.Match[str], Scene], Reading | None]


@dataclass(frozen=True)
class Rule:
    """One row. `needs` names the triggers (times.TRIGGERS, FORMS, BOTH) without which the pattern cannot match.

    In `example` brackets stand round the expression; `value` is its TIMEX3 value in an article of Tuesday, 2019-07-30.
    """

    name: str
    needs: str
    pattern: str
    meaning: Meaning
    example: str
    value: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first needed: an article without dates does not pay for it."""
        return pattern(self.pattern)
