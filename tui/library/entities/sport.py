"""Where a country or a city plays: the team is meant, not the place."""

import re

from tui.analysis.model import Entity

PLAYED = (
    r"goals?|scor(?:ed|er|ers|ing)|striker|midfielder|defender|goalkeeper|winger|coach|bundesliga|qualifiers?|qualifying"
    r"|group stage|quarter-?finals?|semi-?finals?|kick-?off|penalt(?:y|ies)|free kick|half-?time|equali[sz]er"
    r"|relegat\w+|tournament|wicket|innings|quarterback|playoffs?|under-\d\d|league|squad|match(?:es)?"
    r"|world cup|champions league"
)
WORDS = re.compile(rf"\b(?:{PLAYED})\b", re.I)
LOOSE = re.compile(
    rf"\b(?:{PLAYED}|games?|teams?|sides?|cup|qualified|final|header|points?|victory|defeat(?:ed)?|beat|draw|drew|wins?|won"
    r"|lost|season|substitute|champions?|medal|table|visitors|hosts|play(?:ed|s|ing)?|players?|friendly)\b",
    re.I,
)
SIGNS = ("goal", "league", "League", "coach", "Bundesliga", "striker", "midfield", "tournament", "qualif", "match")
PLACED = re.compile(
    r"\b(?:in|at|from|near|to|around|across|outside|throughout|into|of|between|within)\s+(?:the\s+)?(?:\w+\s)?$", re.I
)
SCORE = re.compile(r"(?<![\d-])\d\d?[-–]\d\d?(?![\d-])")
SHARE = 0.7
FEWEST = 4  # words of matches in an article about them
DENSE = 0.012  # and their share of all its words


def about_sport(text: str) -> bool:
    """Whether an article is about matches."""
    words = text.count(" ") + 1
    if not any(sign in text for sign in SIGNS):
        return False
    found = len(WORDS.findall(text)) + len(SCORE.findall(text))
    return found >= FEWEST and found >= DENSE * words


def plays(entity: Entity, text: str) -> bool:
    """Whether most mentions of a place are of those who play for it."""
    played = 0
    for mention in entity.mentions:
        if PLACED.search(text, max(0, mention.span.start - 24), mention.span.start):
            continue
        around = text[max(0, mention.span.start - 120) : mention.span.end + 120]
        played += bool(LOOSE.search(around) or SCORE.search(around))
    return played > 0 and played >= SHARE * len(entity.mentions)
