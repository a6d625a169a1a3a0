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
SHARE_OF_MATCH = 0.03  # of all words, from which it tells of hardly anything else
KINDS_OF_MATCH = 8
BEFORE = (  # "against Freiburg"
    r"against|beat|beating|beaten by|defeated|defeating|over|versus|vs\.?|hosts?|visitors|visiting|champions|leaders"
    r"|rivals|faced?|facing|play|played|playing|hosted|hosting|visit|overcame|thrashed|edged|leapfrogged|sides?|striker"
    r"|coach|goalkeeper|keeper|captain|midfielder|defender|joined|signed (?:by|for|with)|loan (?:to|from)"
    r"|opponents|(?:match|game|draw|tie) with|lost? to|losing to|victory at|draw at|win at|points? (?:to|from)|giants"
    r"|tak(?:e|es|ing) on|took on|promoted|relegated|newcomers|club football for|played for|plays for"
    r"|goals? for|gave|lifted?|handed"
)
BEHIND = (  # "Freiburg's goalkeeper", "Freiburg drew"
    r"beats?|won|wins?|lost|loses?|drew|draw|plays?|played|faced?|faces|hosts?|hosted|scored|striker|midfielder"
    r"|defender|goalkeeper|keeper|coach|captain|fans|players?|forward|winger|side|boss|manager|defense|defence|attack"
    r"|goal|net|bench|squad|team|vs\.?|versus|went ahead|took the lead|equali[sz]ed|needed|remain|remained|sit|stay"
    r"|slipped|climbed|moved|were|are|aren['’]t|have|haven['’]t|go|lose|find themselves|end(?:ed)? up|reverted|went"
    r"|relegat\w+|promot\w+|goals?|worries|need|win|striker|duo|\d+[-–:,]\s?\d+"
)
AS_TEAM_BEFORE = re.compile(rf"(?:\b(?:{BEFORE})|\d[-–:]\d)\s+(?:the\s+)?$")
AS_TEAM_BEHIND = re.compile(rf"(?:['’]s?)?\s+(?:{BEHIND})\b")
AS_PLAYER_BEHIND = re.compile(  # in any article: "the Barcelona forward"
    r"['’]?s?\s(?:[Ff]orward|[Ss]triker|[Mm]idfielder|[Gg]oalkeeper|[Dd]efender|[Ww]inger|quarterback|right-back|left-back)\b"
)
OWNER_OF_PLAYER = re.compile(r"['’]s\s(?:[a-z-]+\s){0,2}[A-Z]\w+\s[A-Z]\w+")  # "Nigeria's Ahmed Musa"
DATELINE = re.compile(r"(?:, [A-Z][\w. ]{1,20})?(?: \([A-Z]\w+\))? ?(?:—|–|--| - )")  # "OSTRA, Norland (AP) —"
AS_PLACE_BEFORE = re.compile(r"\b(?:in|from|near|outside|across|around|downtown|city of|born in)\s+(?:the\s+)?$")


def is_sport(text: str) -> bool:
    """Whether an article is about a match or a season."""
    return _sport(text, KINDS_OF_WORDS, SHARE_OF_SPORT)


def is_match(text: str) -> bool:
    """Whether an article tells of hardly anything but a match or a season."""
    return _sport(text, KINDS_OF_MATCH, SHARE_OF_MATCH)


def _sport(text: str, kinds: int, share: float) -> bool:
    words = Counter(re.findall(r"[a-z-]+", text.lower()))
    found = [words[word] for word in SPORT if word in words]
    return len(found) >= kinds and sum(found) > share * max(FEWEST_WORDS, sum(words.values()))


def plays(text: str, spans: Sequence[Span], match: bool = False) -> bool:
    """Whether a place name, at `spans`, is more often spoken of as a team than as a place.

    In an article about a `match` a side needs no more than not to be spoken of as a place."""
    team = place = 0
    for start, end in spans:
        before = text[max(0, start - 24) : start]
        if AS_PLACE_BEFORE.search(before) or (not before.rsplit("\n", 1)[-1].strip() and DATELINE.match(text, end)):
            place += 1
        else:
            owns = match and OWNER_OF_PLAYER.match(text, end)
            team += bool(owns or AS_TEAM_BEFORE.search(before) or AS_TEAM_BEHIND.match(text, end))
    return team > place or (match and not place and len(spans) > 1)


def has_player(text: str, spans: Sequence[Span]) -> bool:
    """Whether a place name is mostly met before a player's part in a team."""
    return 2 * sum(AS_PLAYER_BEHIND.match(text, end) is not None for _, end in spans) >= len(spans)
