"""What a date can be in its sentence, and the row of a table that says so."""

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a date says about the clause it stands in."""

    HAPPENED = "happened"
    ALLEGED = "alleged"  # "accused of taking bribes in 2015": somebody says that it happened then
    SINCE = "since"  # what the clause tells began then, and lasts
    LIMIT = "limit"  # until, by, after: the end of a stretch, not the time of an event
    COMPARED = "compared"  # "from $5 million a year earlier": the other side of a comparison
    NAMED = "named"  # "the 1967 borders": part of a name
    PERIOD = "period"  # "the quarter ended June 30": belongs to another expression
    DATELINE = "dateline"  # "NAIROBI, August 21 (Xinhua) --", "Updated July 30, 2019"
    REPEATED = "repeated"  # "every year between August and October"
    ASKED = "asked"  # "Did he resign on Friday?"
    DENIED = "denied"  # "he denied taking bribes in 2015"


class RoleRule(NamedTuple):
    """Applies where `before` ends at the date, `date` is the date's text and `after` begins behind it."""

    name: str
    role: Role
    example: str  # the date in [brackets]
    before: str = r""
    date: str = r".*"
    after: str = r""


AMOUNT = (
    r"(?:[$£€#]|\bC\$)?\d[\d.,]*(?:\s?(?:%|per\s?cent|cents?|pence|million|billion|trillion|francs|yen|marks|guilders))*"
    r"(?:\s+(?:a|per)\s+(?:share|unit))?"
)
HAPPENINGS = (  # a year before one of these nouns dates it: "the 1990 invasion", not "the 2017 Fusion"
    r"(?:(?!constitution|convention|edition|version|generation|population|question|section|option|nation|government"
    r"|document|instrument|equipment|building|painting|recording|drawing|clothing)"
    r"[a-z]+(?:tion|sion|ment|ing|ings)|(?i:National\s+Convention|Election|\w*(?:war|coup|raid|attack|strike|crash|clash|protest"
    r"|riot|trial|vote|poll|quake|flood|storm|fire|blast|massacre|murder|killing|death|birth|siege|summit|visit|trip|race|cup"
    r"|games|fight|battle|defeat|victory|win|loss|sale|purchase|merger|bid|launch|debut|release|show|tour|uprising|revolt"
    r"|genocide|ruling|verdict|accident|disaster|famine|outbreak|crisis|revolution|olympics|sinking|speech|march|campaign"
    r"|festival|conference|congress|derby|final|marathon|hurricane|drought|pandemic|epidemic|recession|takeover|referendum"
    r"|season|deal|agreement|debate|study|survey|interview|meeting|convention\s+in)(?:s|es)?))\b"
)
SMALL_WORDS = (
    r"(?:in|on|at|to|and|or|when|but|that|the|for|by|with|after|as|was|were|is|has|had|he|she|it|they|which|who)"
)
