"""The publication date where nothing states it: bounded by the latest day that the text itself names as past."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tui.text.article import Article, Furniture, Known, Published

MONTHS = "January February March April May June July August September October November December"
NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS.split(), 1)}
MONTH = rf"(?P<month>{'|'.join(MONTHS.split())}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?)"
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
DATES = (
    rf"\b{MONTH}\s+{DAY},?\s+{YEAR}\b",
    rf"\b{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}\b",
    r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b",
    rf"\b{MONTH},?\s+(?:of\s+)?{YEAR}\b",
    rf"\b(?:[Ii]n|[Ss]ince|[Dd]uring|of)\s+(?:early\s+|late\s+|mid-)?{YEAR}\b(?!\s*(?:people|[A-Z]))",
)
AHEAD = (  # what follows these words need not be past when the text was written
    r"\b(?:will|would|shall|by|until|till|before|due|next|expected|expects?|scheduled|plans?|planned|planning|forecasts?|"
    r"projected|targets?|aims?|goals?|deadline|through|could|may|might|should|likely|predicted|estimated?)\b"
)
THIS_PAST = rf"\bthis past {MONTH}"
AHEAD_REACH = 60  # characters before a date in which a word like "will" counts
SENTENCE_END = re.compile(r"[.!?]\s|\n")
# Captions and credits are of the article's own day.
NOT_ITS_OWN = frozenset({Furniture.TEASER, Furniture.INTERFACE, Furniture.POST, Furniture.FRONT_MATTER, Furniture.PAGE})


@dataclass(frozen=True, slots=True)
class _Named:
    day: date
    words: str


def date_of(article: Article) -> Published:
    """The article's publication date, or for an unknown one the earliest day it can have."""
    if article.published.known is not Known.UNKNOWN and article.published.day is not None:
        return article.published
    named = max(_past_days(article), key=lambda found: found.day, default=None)
    if named is None:
        return article.published
    for block in article.blocks:
        for match in (
            _compiled(THIS_PAST).finditer(article.text, *block.span) if block.furniture not in NOT_ITS_OWN else ()
        ):
            if NUMBERS[match["month"][:3].lower()] == named.day.month:
                named = _Named(_month_after(named.day), f"{named.words}; {match.group()}")
                break
    return Published(named.day, Known.BOUNDED, named.words)


def _past_days(article: Article) -> Iterator[_Named]:
    """First days of the dates with a year that the article names as past."""
    for block in article.blocks:
        if block.furniture in NOT_ITS_OWN:
            continue
        for pattern in DATES:
            for match in _compiled(pattern).finditer(article.text, *block.span):
                before = article.text[max(block.span.start, match.start() - AHEAD_REACH) : match.start()]
                if not _compiled(AHEAD).search(SENTENCE_END.split(before)[-1]) and (day := _first_day(match)):
                    yield _Named(day, " ".join(match.group().split()))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when it is needed: most articles state their date."""
    return re.compile(pattern, re.IGNORECASE if pattern in (AHEAD, THIS_PAST) else 0)


def _first_day(match: re.Match[str]) -> date | None:
    fields = match.groupdict()
    month = fields.get("month") or "1"
    number = int(month) if month.isdigit() else NUMBERS[month[:3].lower()]
    try:
        return date(int(fields["year"]), number, int(fields.get("day") or 1))
    except ValueError:  # February 30
        return None


def _month_after(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
