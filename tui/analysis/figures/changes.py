"""The verb before a number becomes the way it went: up or down; each row with its example."""

import re
from functools import cache
from typing import NamedTuple

from tui.analysis.model import Change


class Verbs(NamedTuple):
    """A row: a change, the pattern of its words, and an example in which a number stands in [brackets]."""

    change: Change
    pattern: str
    example: str


VERBS: tuple[Verbs, ...] = (
    Verbs(Change.UP, r"rose|rises?|rising|risen|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?",
          "Prices rose [5] per cent."),
    Verbs(Change.UP, r"gain(?:s|ed|ing)?|surg(?:e|es|ed|ing)|add(?:s|ed|ing)?|advanc(?:e|es|ed|ing)",
          "Prices gained [5] per cent."),
    Verbs(Change.UP, r"increase[sd]?|increasing|rall(?:y|ies|ied|ying)|doubl(?:e|es|ed|ing)",
          "Prices increased [5] per cent."),
    Verbs(Change.UP, r"swell(?:s|ed|ing)?|swollen|bounc(?:e|es|ed|ing)|skyrocketed|expand(?:s|ed|ing)?",
          "Prices swelled [5] per cent."),
    Verbs(Change.UP, r"grew|grown?|grows|growing|up|higher|upped", "Prices grew [5] per cent."),
    Verbs(Change.DOWN, r"fell|falls?|falling|fallen|los(?:t|es?|ing)|sank|sinks?|sunk|shr(?:ank|inks?|unk)",
          "Prices fell [5] per cent."),
    Verbs(Change.DOWN, r"drop(?:s|ped|ping)?|slip(?:s|ped|ping)?|dip(?:s|ped|ping)?|slid(?:es?|ing)?",
          "Prices slipped [5] per cent."),
    Verbs(Change.DOWN, r"plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|tumbl(?:e|es|ed|ing)|slump(?:s|ed|ing)?",
          "Prices plunged [5] per cent."),
    Verbs(Change.DOWN, r"declin(?:e|es|ed|ing)|decrease[sd]?|decreasing|eas(?:e|es|ed|ing)|narrow(?:s|ed|ing)?",
          "Prices declined [5] per cent."),
    Verbs(Change.DOWN, r"shed|sheds|retreat(?:s|ed|ing)?|cut|cuts|cutting|reduc(?:e|es|ed|ing)", "They cut [5] jobs."),
    Verbs(Change.DOWN, r"down|lower", "Prices are down [5] per cent."),
)  # fmt: skip
BETWEEN = (
    r"(?:\sin\s(?:price|value|size|number|cost|length|weight))?(?:\s(?:by|about|around|nearly|almost|roughly|some|a|an|another|further|additional|just|only|more|than|over"
    r"|at|least"
    r"|under|to|from|between|back|slightly|sharply|steadily|up|down|well|as|much|extra|approximately|its|the|daily"
    r"|limit"
    r"|of)){0,4}\s$"
)
WIDEST = 48  # characters before a number that are looked at


@cache
def _pattern() -> re.Pattern[str]:
    rows = "|".join(f"(?P<c{index}>{row.pattern})" for index, row in enumerate(VERBS))
    return re.compile(rf"(?<![\w-])(?:{rows}){BETWEEN}", re.IGNORECASE)


def change_before(text: str, start: int, least: int) -> Change | None:
    """Which way went what a number measures, by the verb before it."""
    match = _pattern().search(text[max(least, start - WIDEST) : start])
    if match is None or re.match(r"up\sto\b|over\b", match.group(), re.IGNORECASE):
        return None
    return VERBS[int((match.lastgroup or "c0")[1:])].change


def changed_from(text: str, start: int, least: int) -> int:
    """Where the verb begins that says which way it went; `start` where there is none."""
    match = _pattern().search(text[max(least, start - WIDEST) : start])
    return start - len(match.group()) if match else start
