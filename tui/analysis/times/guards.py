"""What looks like a time and is none: March the verb, May the name, 2000 people, room 1984."""

import re

from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.times.numbers import LONGEST, UNIT_BEHIND, guard_of
from tui.analysis.times.scene import Scene

OLDEST = 1400  # older years are spoken of as "in 1066" or with an era
COUNT = LazyPattern(UNIT_BEHIND, re.IGNORECASE)
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
IN_MONTH = LazyPattern(r"\b(?:in|since|until|till|late|early|mid)[\s-]+$", re.IGNORECASE)  # no verb stands there
NAME_ON = LazyPattern(r"\s+[A-Z][\w-]++(?:['’]s?\b|(?!\s+[a-z]))")  # "in August Wilson's plays"
AN_OWN = LazyPattern(r"\b(?:an?|its|their)\s+$", re.IGNORECASE)
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
    if match.start() in scene.stamps:
        return False
    if not match["era"] and guard_of(scene.before(match, LONGEST), scene.after(match)) is not None:
        return False
    told = scene.before(match, 5).rstrip().endswith(("AD", "A.D.")) or match[0].startswith(("AD", "A.D."))
    return year >= OLDEST or told or named or is_named(match, scene)


NAMED_AFTER_DAY = LazyPattern(  # papers, clubs, programmes and works that are called after a day
    r"\s+(?-i:Mercury|Times|Post|Mail|Mirror|Express|Telegraph|Herald|Sun|Star|World|People|Club|School|Magazine|Review"
    r"|Tribune|Independent|Nation|Citizen|Observer|Gazette|Journal|Business\s+Post|Sport|Night\s+(?:Live|Football|Fever"
    r"|Lights|Mass)|Bloody\s+Sunday|Supplement|Roast|Islands?|Harbou?r)\b"
)
NAMED_BEFORE_DAY = LazyPattern(r"\b(?:T\.?G\.?I\.?|Man|Ruby|Girl)\s+$")
FAMILY = LazyPattern(r"\s+(?:sisters|brothers|siblings|twins|family|couple|household|cousins)\b")
TOLD_THAT = LazyPattern(
    r"\b(?:said|says?|saying|knew|known|know|told|believed?|thought|claimed|insisted|announced|reported|added|warned"
    r"|feared|hoped|argued|agreed|heard|learned|learnt|found|confirmed|denied)\b(?:\s+(?:on\s+)?\w+day)?\s+$",
    re.IGNORECASE,
)


def is_weekday(match: re.Match[str], scene: Scene) -> bool:
    """Whether a weekday is a day, and not part of the Sunday Mercury or the Monday Club."""
    return NAMED_AFTER_DAY.match(scene.after(match)) is None and NAMED_BEFORE_DAY.search(scene.before(match, 8)) is None


SOMEBODY = LazyPattern(  # Ed Winter, the Prague Spring
    r"\b(?!The|In|By|Since|This|That|Last|Next|Late|Early|Mid|Of|On|For|And|But|Every|Each|When|After|Before|Until|During)[A-Z][a-z]+\s+$"
)


def is_season(match: re.Match[str], scene: Scene) -> bool:
    """Whether a season is one, and not Spring Street, Summer Walker nor Ed Winter."""
    if not match["season"][0].isupper() or match["season"].isupper():
        return True
    if match["lead"] is None and SOMEBODY.search(scene.before(match, 20)):
        return False
    return re.match(r"\s+[A-Z][a-z]", scene.after(match)) is None


def is_month(match: re.Match[str], scene: Scene) -> bool:
    """Whether a bare "May", "March", "August" is the month, and "Jan" no person."""
    name = match["month"]
    if FAMILY.match(scene.after(match)):
        return False
    that = (match["which"] or "").lower() == "that" and re.match(r"\s+[A-Z]", scene.after(match))
    if that and TOLD_THAT.search(scene.before(match)):
        return False  # "she said that May Lindqvist would stand"
    word = name.lower().rstrip(".")
    guard = NOT_MONTH.get(word)
    if guard is not None and not (match["part"] or match["which"]):
        before, after = scene.before(match), scene.after(match)
        told = BEFORE_MONTH.search(before) and not guard.match(after)
        if IN_MONTH.search(before) and word in ("march", "april", "june", "august"):
            told = word == "march" or NAME_ON.match(after) is None
        elif AN_OWN.search(before) and re.match(r"\s+[a-z]{3,}", after):
            told = True  # "a June agreement"
        elif word == "march" and before.endswith("the ") and re.match(r"[.;:!?]|,\s", after):
            told = False  # they walked along the March
        if name.isupper() or not told:
            return False
    return name.endswith(".") or len(word) != 3 or word == "may"
