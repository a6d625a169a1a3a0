"""In which order an article writes day and month in figures: as its other dates show, else as its country does."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from tui.analysis.lazy_pattern import LazyPattern
from tui.text.article import Article

FIGURES = LazyPattern(r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(?:19|20)?\d\d(?![\d/])")
# Where the month comes first; everywhere else the day does (CLDR, short date formats).
MONTH_FIRST = frozenset({"us", "gov", "mil", "ph", "pr", "en-us", "en-ph", "en-pr"})
NOWHERE = frozenset({"com", "org", "net", "info", "edu", "int", "news", "io", "co", "tv", "me", "eu", "blog", "press"})
BRITISH = LazyPattern(
    r"\b(?:\w*(?:colour|labour|favour|honour|behaviour|neighbour|harbour)\w*|centres?|theatres?|metres?|kilometres?"
    r"|litres?|programmes?|defence|offence|\w{3,}(?:isation|ised|ising)|per cent|tonnes?|councillors?|whilst|pounds?"
    r"|£\d)",
)
AMERICAN = LazyPattern(
    r"\b(?:(?:color|labor|favor|honor|behavior|neighbor|harbor)\w*|centers?|theaters?|meters?|kilometers?|liters?"
    r"|programs?|defense|offense|\w{3,}(?:ization|ized|izing)|percent|councilm[ae]n|sheriff|Sen\.|Rep\.|Gov\.)",
)
TELLING = 2  # words of one spelling more than of the other


class NumericOrder(NamedTuple):
    """Whether the day comes first, how sure that is (0 to 1; below a half is a guess), and why, in words."""

    day_first: bool
    confidence: float
    why: str


GUESS = NumericOrder(False, 0.45, "month first: nothing in the article tells the order")


def numeric_order(article: Article) -> NumericOrder:
    """The order of the whole article: one 13/08 turns all."""
    text = article.text
    days = months = 0
    for match in FIGURES.finditer(text):
        days += int(match[1]) > 12 >= int(match[3])
        months += int(match[3]) > 12 >= int(match[1]) and match[2] == "/"
    if days != months:
        first = "day" if days > months else "month"
        return NumericOrder(days > months, 0.9, f"{first} first, as other dates of the article have it")
    for place in _places(article):
        if place not in NOWHERE:
            return NumericOrder(place not in MONTH_FIRST, 0.7, f"in the order of “{place}”")
    british, american = len(BRITISH.findall(text)), len(AMERICAN.findall(text))
    if abs(british - american) >= TELLING:
        kind = "British" if british > american else "American"
        return NumericOrder(british > american, 0.6, f"{kind} spelling")
    return GUESS


def _places(article: Article) -> Iterator[str]:
    """What tells the country: the last part of the publisher's domain, then the language tag."""
    try:
        host = urlsplit(article.url).hostname or ""
    except ValueError:
        host = ""
    if "." in host:
        yield host.rsplit(".", 1)[1].lower()
    language = article.language.lower().replace("_", "-")
    if "-" in language or (language and language != "en"):
        yield language
