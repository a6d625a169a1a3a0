"""The part a date plays in its sentence: when something happened, or only a limit, a comparison, a name."""

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple


class Role(StrEnum):
    """What a date says about the clause it stands in."""

    HAPPENED = "happened"
    SINCE = "since"  # what the clause tells began then, and lasts
    LIMIT = "limit"  # until, by: the end of a stretch, not the time of an event
    COMPARED = "compared"  # "from $5 million a year earlier": the other side of a comparison
    NAMED = "named"  # "the 1967 borders": part of a name
    PERIOD = "period"  # "the quarter ended June 30": belongs to another expression
    DATELINE = "dateline"  # "NAIROBI, August 21 (Xinhua) --"


class RoleRule(NamedTuple):
    """Applies where `before` ends at the date, `date` is the date's text and `after` begins behind it."""

    name: str
    role: Role
    example: str  # the date in [brackets]
    before: str = r""
    date: str = r".*"
    after: str = r""


AMOUNT = (
    r"(?:[$£€#]|\bC\$)?\d[\d.,]*(?:\s?(?:%|percent|cents?|pence|million|billion|trillion|francs|yen|marks|guilders))*"
    r"(?:\s+(?:a|per)\s+(?:share|unit))?"
)
YEAR_AGO = (
    r"(?:an?\s+)?(?:year|month|quarter)[ -](?:earlier|ago|before)\b.*"
    r"|the\s+(?:year-|prior|previous|same|corresponding|comparable).*"
)
PERIODS = r"(?:years?|months|quarter|period|weeks?|half)"
HAPPENINGS = (  # a year before one of these nouns dates it: "the 1990 invasion"
    r"(?:\w+(?:tion|sion|ment|ing|ings)|\w*(?:war|coup|raid|attack|strike|crash|clash|protest|riot|trial|vote|poll|quake|"
    r"flood|storm|fire|blast|massacre|murder|killing|death|birth|siege|summit|visit|trip|race|cup|games|fight|battle|"
    r"defeat|victory|win|loss|sale|purchase|merger|bid|launch|debut|release|show|tour|uprising|revolt|genocide|ruling|"
    r"verdict|accident|disaster|famine|outbreak|crisis|revolution|olympics|sinking|speech|march)(?:s|es)?)\b"
)
SMALL_WORDS = (
    r"(?:in|on|at|to|and|or|when|but|that|the|for|by|with|after|as|was|were|is|has|had|he|she|it|they|which|who)"
)

ROLES: tuple[RoleRule, ...] = (
    RoleRule("when", Role.HAPPENED, "It has not moved since [August], when it was hit.", after=r",?\s+when\b"),
    RoleRule(
        "not until", Role.HAPPENED, "It was not until [Tuesday] that he spoke.", before=r"\b(?:not|only)\s+until\s+"
    ),
    RoleRule("alone", Role.DATELINE, "[July 30, 2019]", before=r"^(?:\W|[Uu]pdated|[Pp]ublished)*", after=r"\W*$"),
    RoleRule(
        "dateline",
        Role.DATELINE,
        "NAIROBI, [August 21] (Xinhua) -- The toll rose.",
        before=r"^\W*[A-Z][A-Z .'/-]{2,40}(?:,\s+[\w. ]{2,30})?,?\s*",
        after=r"\s*(?:\([^)]{1,40}\)\s*)?(?:--?|_|—|–|$)",
    ),
    RoleRule(
        "agency",
        Role.DATELINE,
        "Cape Town, [May 5] (Xinhua) -- Exports rose.",
        before=r"^[^.;]{0,60}",
        date=r".*\d",
        after=r"\s*\([A-Z]\w{1,20}\)\s*(?:--?|_|—|–|$)",
    ),
    RoleRule(
        "the most since",
        Role.COMPARED,
        "The index fell to its lowest level since [October 1997].",
        before=(
            r"\b(?:lowest|highest|first|worst|best|biggest|largest|smallest|most|fewest|least|strongest|weakest|longest|hottest"
            r"|coldest|wettest|driest|deadliest|steepest|sharpest|slowest|fastest|only|second-\w+|\w{3,}iest)\b[^;:]{0,80}"
            r"\b[Ss]ince(?: at least| about| the)?\s+"
        ),
    ),
    RoleRule(
        "since",
        Role.SINCE,
        "It has been independent since [1901].",
        before=r"\b[Ss]ince(?: at least| about| the)?\s+",
        after=rf"(?!(?:\s+[\w-]+){{0,2}}\s+{HAPPENINGS}(?<=[a-z]))",
    ),
    RoleRule(
        "until",
        Role.LIMIT,
        "The offer runs until [Friday].",
        before=r"\b(?:[Uu]ntil|[Tt]ill|[Tt]hrough|no later than)(?: at least| the)?\s+",
    ),
    RoleRule(
        "by",
        Role.LIMIT,
        "It must leave by [January].",
        before=r"\b[Bb]y(?: about| early| mid| late| the)?[\s-]+",
        date=r"(?!today).*",
        after=r"(?!['’]s|\s+(?!in\b|of\b|and\b|to\b|when\b|at\b|for\b|the\b)[a-z])",
    ),
    RoleRule(
        "before", Role.LIMIT, "It will not open before [2027].", before=r"\b[Bb]efore(?: the)?\s+", after=r"(?!['’]s)"
    ),
    RoleRule(
        "due",
        Role.LIMIT,
        "Notes due [Nov. 1, 2009] were sold.",
        before=r"\b(?:due|maturing|expiring)\s+(?:on\s+|in\s+)?",
    ),
    RoleRule("from", Role.LIMIT, "Flights leave from [March 30].", before=r"\b[Ff]rom(?: the)?\s+"),
    RoleRule("deadline", Role.NAMED, "They missed the [Jan. 14] deadline.", after=r"\s+(?:deadline|cutoff|expiry)\b"),
    RoleRule("of record", Role.NAMED, "Payable to stock of record [Nov. 17].", before=r"\bof\s+record\s+(?:on\s+)?"),
    RoleRule(
        "period ended",
        Role.PERIOD,
        "Profit fell in the quarter ended [June 30].",
        before=rf"\b{PERIODS}\s+(?:that\s+)?(?:ended|ending|to)(?:\s+on)?\s+",
    ),
    RoleRule(
        "a year earlier",
        Role.COMPARED,
        "Net rose to $5 million from $4 million [a year earlier].",
        before=AMOUNT + r",?\s+",
        date=YEAR_AGO,
        after=r"(?!,?\s+when)",
    ),
    RoleRule(
        "compared with",
        Role.COMPARED,
        "Visitors rose to 300,000 from 100,000 in [1980].",
        before=(
            r"\b(?:compared\s+(?:with|to)|versus|vs\.?|against|(?<!ore )(?<!ess )(?<!ther )than|from)\s+"
            rf"(?:[^,;:]{{0,25}}{AMOUNT}[^,;:]{{0,20}}\s)?(?:in\s+|for\s+|the\s+)?"
        ),
        date=rf"{YEAR_AGO}|last\s+year|\d{{4}}",
        after=r"(?!['’]s)",
    ),
    RoleRule(
        "act of", Role.NAMED, "Under the Reform Act of [1989] it may not.", before=r"\b[A-Z]\w+\s+of\s+", date=r"\d{4}"
    ),
    RoleRule(
        "named year",
        Role.NAMED,
        "A return to the [1967] borders was refused.",
        before=r"\b(?:the|that|this|its|his|her|their|a|an|old|new|[A-Z][\w.]+['’]s)\s+(?:post-|pre-)?",
        date=r"(?:post-|pre-)?\d{4}",
        after=rf"[\s-]+(?!{SMALL_WORDS}\b)(?!(?:[\w-]+\s+){{0,3}}{HAPPENINGS})[A-Za-z]\w+",
    ),
    RoleRule(
        "games",
        Role.NAMED,
        "She won gold at London [2012].",
        before=r"\b(?!In|On|By|For|At|Since|From|During|Until|After|Before|And|But|The|About|Of|As)[A-Z][a-z]+\s+",
        date=r"\d{4}",
    ),
)

_REACH = 120  # characters of context on either side


@cache
def _compiled() -> tuple[tuple[RoleRule, re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    """Compiled when the first date asks for it: an article without dates does not pay."""
    dates = re.IGNORECASE | re.DOTALL
    return tuple(
        (rule, re.compile(f"(?:{rule.before})$"), re.compile(rule.date, dates), re.compile(rule.after))
        for rule in ROLES
    )


def role_of(sentence: str, start: int, end: int) -> tuple[Role, str]:
    """The role of the date at `sentence[start:end]`, and the name of the rule that says so ("" for none)."""
    before, date, after = sentence[max(0, start - _REACH) : start], sentence[start:end], sentence[end : end + _REACH]
    for rule, left, middle, right in _compiled():
        if middle.fullmatch(date) and right.match(after) and left.search(before):
            return rule.role, rule.name
    return Role.HAPPENED, ""
