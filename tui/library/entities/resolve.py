"""Sightings of all articles become entities: which of them mean the same one, and which are in doubt."""

from collections.abc import Mapping
from math import log1p
from typing import NamedTuple, Protocol

from tui.analysis.model import Kind
from tui.library.entities.forms import Grade, as_person

SURE = 3  # times as many articles as all others: a surname without a first name is the one they mean
ENOUGH = 2  # articles
ALONE = 3  # times as many articles with the short name alone: it is not short for that
ALIKE = 2.0  # how much more company one of several must share with an article than the next
MAJOR = 4  # times as many articles: the kind that a name has


class Facts(Protocol):
    """What is known of keys over all articles."""

    def fulls(self, short: str) -> Mapping[str, int]:
        """The fuller keys that stand for it in some article, and in how many they do."""

    def articles(self, key: str) -> int:
        """How many articles bear a key."""

    def company(self, key: str) -> Mapping[str, int]:
        """The keys that stand beside it, and in how many of its articles."""


class Sought(NamedTuple):
    """The key of somebody in an article, and how much it says."""

    key: str
    grade: Grade
    kind: Kind


class Resolved(NamedTuple):
    """The entity that a sighting is of: the same id in every article."""

    id: str
    why: str
    doubts: tuple[str, ...] = ()  # ids of those that it could be


def resolve(sought: Sought, article: str, beside: frozenset[str], facts: Facts) -> Resolved:
    """Which entity it is; one of its own where nothing says so."""
    key = sought.key
    if sought.grade is Grade.FULL:
        return Resolved(fullest(key, facts), "name")
    own = f"{key}@{article}"
    fulls = {full: count for full, count in facts.fulls(key).items() if not _goes_on(key, full)}
    if sought.grade is Grade.COMMON and sought.kind is not Kind.PERSON:
        return Resolved(own, "common name")
    if not fulls:
        if sought.grade is Grade.COMMON:
            return Resolved(own, "common name")
        other = key.replace("P:", "N:", 1)
        if sought.kind is Kind.PERSON and facts.articles(other) >= MAJOR * facts.articles(key):
            return Resolved(fullest(other, facts), "other kind")
        return Resolved(key, "name")
    ids = sorted(fulls, key=lambda full: (-fulls[full], full))
    if len(ids) == 1:
        near = beside & facts.company(ids[0]).keys()
        alone = facts.articles(key) - fulls[ids[0]]
        if alone > ALONE * fulls[ids[0]] and not near:  # so many would not leave out what everybody is told
            return Resolved(key if sought.grade is Grade.SHORT else own, "name", (ids[0],))
        if sought.grade is Grade.SHORT and (fulls[ids[0]] >= ENOUGH or near):
            return Resolved(fullest(ids[0], facts), "short form")
        if sought.grade is Grade.COMMON and fulls[ids[0]] >= ENOUGH and near:
            return Resolved(fullest(ids[0], facts), "short form, in the same company")
        return Resolved(own, "doubt", (ids[0],))
    scores = {full: _shared(beside, facts.company(full), facts) * log1p(fulls[full]) for full in ids}
    first, second = sorted(ids, key=lambda full: -scores[full])[:2]
    if scores[first] > 0 and scores[first] >= ALIKE * scores[second]:
        return Resolved(fullest(first, facts), "company")
    most = fulls[ids[0]]
    if sought.grade is Grade.SHORT and most > ENOUGH and most >= SURE * (sum(fulls.values()) - most):
        return Resolved(fullest(ids[0], facts), "most often")
    return Resolved(own, "doubt", tuple(ids))


def fullest(key: str, facts: Facts) -> str:
    """The key that stands for all that are borne by the same one."""
    if key[:2] == "P:":
        return key
    person = as_person(key)
    if person and facts.articles(person) >= MAJOR * facts.articles(key):
        return person
    fulls = facts.fulls(key)
    total = facts.articles(key)
    best = max(fulls, key=lambda full: (fulls[full], full), default="")
    if best and 2 * fulls[best] > total and (facts.articles(best), best) > (total, key):
        return best
    return key


def _shared(beside: frozenset[str], company: Mapping[str, int], facts: Facts) -> float:
    """How much company they share; who stands everywhere says little."""
    return sum(1 / facts.articles(key) for key in beside & company.keys())


def _goes_on(short: str, full: str) -> bool:
    """Whether letters only stand in a longer name, and are not short for it: "NHS" in "NHS 24"."""
    return short[:2] == "N:" and short[2:] in full[2:].split()
