"""In a report on a match the name of a city or a country is its team's."""

import re
from collections import Counter
from collections.abc import Sequence

from tui.text.span import Span

SPORT_WORDS = (
    "match matches goal goals game games season coach striker midfielder defender goalkeeper league cup club team "
    "teams fans halftime half-time penalty champions relegation scored scoring win winning beat defeat victory draw "
    "playoff playoffs quarterback inning innings"
)
SPORT = frozenset(SPORT_WORDS.split())
SHARE_OF_SPORT = 0.015  # of all words, from which an article is about a match or a season
FEWEST_WORDS = 40
KINDS_OF_WORDS = 4  # different ones: "goal" alone is politics
BEFORE = (  # "against Freiburg"
    r"against|beat|beating|beaten by|defeated|defeating|over|versus|vs\.?|hosts?|visitors|visiting|champions|leaders"
    r"|rivals|faced?|facing|play|played|playing|hosted|hosting|visit|overcame|thrashed|edged|leapfrogged|sides?|striker"
    r"|coach|goalkeeper|keeper|captain|midfielder|defender|joined|signed (?:by|for|with)|loan (?:to|from)"
)
BEHIND = (  # "Freiburg's goalkeeper", "Freiburg drew"
    r"beats?|won|wins?|lost|loses?|drew|draw|plays?|played|faced?|faces|hosts?|hosted|scored|striker|midfielder"
    r"|defender|goalkeeper|keeper|coach|captain|fans|players?|forward|winger|side|boss|manager|defense|defence|attack"
    r"|goal|net|bench|squad|team|vs\.?|versus|went ahead|took the lead|equali[sz]ed|needed|remain|remained|sit|stay"
    r"|slipped|climbed|moved|\d+[-–:,]\s?\d+"
)
AS_TEAM_BEFORE = re.compile(rf"(?:\b(?:{BEFORE})|\d[-–:]\d)\s+(?:the\s+)?$")
AS_TEAM_BEHIND = re.compile(rf"(?:['’]s?)?\s+(?:{BEHIND})\b")
AS_PLACE_BEFORE = re.compile(r"\b(?:in|from|near|outside|across|around|downtown|city of|born in)\s+(?:the\s+)?$")


def is_sport(text: str) -> bool:
    """Whether an article is about a match or a season."""
    words = Counter(re.findall(r"[a-z-]+", text.lower()))
    found = [words[word] for word in SPORT if word in words]
    return len(found) >= KINDS_OF_WORDS and sum(found) > SHARE_OF_SPORT * max(FEWEST_WORDS, sum(words.values()))


def plays(text: str, spans: Sequence[Span]) -> bool:
    """Whether a place name, at `spans`, is more often spoken of as a team than as a place."""
    team = place = 0
    for start, end in spans:
        before = text[max(0, start - 24) : start]
        if AS_PLACE_BEFORE.search(before):
            place += 1
        elif AS_TEAM_BEFORE.search(before) or AS_TEAM_BEHIND.match(text, end):
            team += 1
    return team > place
