"""Years that only say which thing is meant - "the singer's 1993 tour" - and need not be when it happened."""

import re

from tui.analysis.events.clauses import Clause
from tui.analysis.events.dating import Dated
from tui.analysis.events.roles.role import SMALL_WORDS
from tui.analysis.events.verbs import Tense
from tui.text.span import Span

HELD = re.compile(r"(?:['’]s?|\b(?:an?|the|his|her|its|their|our|my|that))\s+(?:[a-z]+\s+)?$", re.IGNORECASE)
THING = re.compile(rf"[\s-]+(?!{SMALL_WORDS}\b)[A-Za-z]\w")
DEED = re.compile(  # what is told as an event of its own: "charged him in the 1995 shooting of a doctor"
    r"[\s-]+(?:[\w-]+\s+){0,2}(?:shoot|kill|murder|attack|bomb|crash|death|massacre|earthquake|quake|tsunami|floods?"
    r"|storm|hurricane|cyclone|typhoon|uprising|revolt|revolution|wars?\b|outbreak|robber|kidnap|assassinat|rape|fire"
    r"|blast|explosion|collision|coup|invasion|siege|raid|slay|riot|genocide|hijack|poison|strike)\w*"
)
WITHIN = re.compile(
    r"\b(?:in|during|at|throughout|after|before|since|following)\s+(?:an?|the|his|her|its|their)\s+$", re.IGNORECASE
)
LEAST_WORDS = 12  # characters of a clause before a "during the 1991 war" that does not open it


def is_label(text: str, clause: Clause, date: Dated) -> bool:
    """Whether a bare year stands before the noun that it tells from others of its kind."""
    return (
        text[date.time.start : date.time.end].isdigit()
        and THING.match(text, date.time.end) is not None
        and HELD.search(text, clause.span.start, date.time.start) is not None
    )


def is_only_label(text: str, clause: Clause, date: Dated) -> bool:
    """Whether such a year tells no event beside the one of another date; a shooting is one of its own."""
    return is_label(text, clause, date) and DEED.match(text, date.time.end) is None


def only_names(text: str, clause: Clause, date: Dated) -> bool:
    """Whether the clause of such a year tells how things are, so that nothing in it need be of that year."""
    if clause.tense in (Tense.PAST, Tense.PLUPERFECT, Tense.NONE):
        return False
    return WITHIN.search(text, clause.span.start, date.time.start) is None


def hangs_on(text: str, time: Span) -> bool:
    """Whether a date hangs on a noun, so that it cannot be left out of its sentence: "the singer's 1993 tour"."""
    return (
        HELD.search(text, max(0, time.start - 30), time.start) is not None and THING.match(text, time.end) is not None
    )
