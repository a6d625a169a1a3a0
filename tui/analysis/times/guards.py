"""What looks like a time and is none: March the verb, May the name, 2000 people, room 1984."""

import re

from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.times.scene import Scene

OLDEST = 1400  # older years are spoken of as "in 1066" or with an era
COUNTED = (
    "people troops soldiers men women dead killed wounded miles km kilometers kilometres metres meters feet ft "
    "acres shares jobs workers employees points prisoners tons tonnes tanks guns aircraft civilians votes dollars "
    "euros pounds years days hours minutes homes houses copies pages words students members guests delegates "
    "officers units cars vehicles square cubic percent per vs bytes watts volts rpm yen lire rubles francs marks "
    "barrels inmates patients cases"
)
NOT_YEAR = LazyPattern(
    r"(?:[$£€¥#]|(?-i:\bNo\.?|Nos\.?|\b(?:US|HK|A|C|NT)\$)|flight|boeing|airbus|route|section|highway|page|article"
    r"|windows|office|resolution|model|room|level|line|number|chapter|psalm|channel|bus|some|nearly|almost|than|exactly"
    r"|roughly|another|over|under|those|these|lot|series|mark|up to)\s*$",
    re.IGNORECASE,
)
COUNT = LazyPattern(rf"[-\s]+(?:{'|'.join(COUNTED.split())})\b", re.IGNORECASE)
IN_YEAR = LazyPattern(
    r"\b(?:in|since|of|by|until|till|from|to|and|between|during|year|circa|c\.|ca\.|after|before)\s*$", re.IGNORECASE
)
NOT_MONTH = {  # names and verbs
    "may": LazyPattern(r"\s+(?:[A-Z]|(?:be|have|not|also|or|well|still|never|yet)\b|[a-z]+e\s+(?:a|the)\b)"),
    "march": LazyPattern(r"\s+(?:on|to|towards?|through\s+the|by\s+the|down|up|against|for|in\s+(?:the|protest))\b"),
    "august": LazyPattern(r"\s+[A-Z][a-z]"),
    "april": LazyPattern(r"\s+[A-Z][a-z]"),
    "june": LazyPattern(r"\s+[A-Z][a-z]"),
    "jan": LazyPattern(r"\s+[A-Z][a-z]"),
    "mar": LazyPattern(r"."),
    "dec": LazyPattern(r"\s+[A-Z]"),
}
BEFORE_MONTH = LazyPattern(
    r"\b(?:in|of|by|since|until|till|through|during|from|to|and|before|after|this|last|next|early|late|mid|for|every|each"
    r"|or|the|between|around|on|past|sometime|than|as)[\s-]+$|[-–,(/]\s?$",
    re.IGNORECASE,
)


def counts_things(match: re.Match[str], scene: Scene) -> bool:
    """Whether a number counts what follows it: "2000 people"."""
    return COUNT.match(scene.after(match)) is not None


def is_named(match: re.Match[str], scene: Scene) -> bool:
    """Whether the words before a number can only name a year: "in 1066"."""
    return IN_YEAR.search(scene.before(match, 24)) is not None


def is_year(match: re.Match[str], scene: Scene, year: int, named: bool) -> bool:
    """Whether a bare number is a year; `named` if its own words say so ("early 1998", "AD 79")."""
    before = scene.before(match, 24)
    if NOT_YEAR.search(before):
        return False
    if counts_things(match, scene) and not before.rstrip().lower().endswith((" the", "in")):
        return False
    told = scene.before(match, 5).rstrip().endswith(("AD", "A.D.")) or match[0].startswith(("AD", "A.D."))
    return year >= OLDEST or told or named or is_named(match, scene)


def is_month(match: re.Match[str], scene: Scene) -> bool:
    """Whether a bare "May", "March", "August" is the month, and "Jan" no person."""
    name = match["month"]
    word = name.lower().rstrip(".")
    guard = NOT_MONTH.get(word)
    if guard is not None and not (match["part"] or match["which"]):
        told = BEFORE_MONTH.search(scene.before(match)) and not guard.match(scene.after(match))
        if name.isupper() or not told:
            return False
    return name.endswith(".") or len(word) != 3 or word == "may"
