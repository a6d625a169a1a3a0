"""What is typed becomes the entity that is meant; where nothing is typed, those come first that look most like it."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from tui.analysis.model import Entity, Kind
from tui.text.folding import fold
from tui.text.span import Span
from tui.ui.keys.completion import MOST, Offer
from tui.ui.page.kinds import KIND_WORD

SHORTEST = 3  # letters of a word that tells something
JOINING = frozenset({"and", "der", "for", "the", "van", "von"})
NO_MATCH = 9


def others(entities: Sequence[Entity], own: int, typed: str) -> list[int]:
    """Indices of the entities that `typed` may mean, the likeliest first; `own` is not among them."""
    rest = [index for index in range(len(entities)) if index != own]
    wanted = " ".join(fold(typed).split())
    if not wanted:
        mine = _forms(entities[own])
        return sorted(rest, key=lambda index: -_likeness(mine, _forms(entities[index])))
    ranks = {index: min((_rank(form, wanted) for form in _forms(entities[index])), default=NO_MATCH) for index in rest}
    return sorted((index for index in rest if ranks[index] < NO_MATCH), key=ranks.__getitem__)


def offer_others(entities: Sequence[Entity], own: int, typed: str) -> Offer | None:
    """Their names, and of what kind they are and how often they are named."""
    return _offer(entities[index] for index in islice(others(entities, own, typed), MOST))


def nearest(entities: Sequence[Entity], place: Span, typed: str) -> list[int]:
    """Indices of the entities that `typed` may mean, the likeliest first; of those alike, whoever is named nearest."""
    wanted = " ".join(fold(typed).split())
    ranks = [min((_rank(form, wanted) for form in _forms(entity)), default=NO_MATCH) for entity in entities]
    if not wanted:  # people speak more often than places
        ranks = [int(entity.kind is not Kind.PERSON) for entity in entities]

    def far(entity: Entity) -> int:
        return min(abs(mention.span.start - place.start) for mention in entity.mentions)

    found = [index for index in range(len(entities)) if ranks[index] < NO_MATCH]
    return sorted(found, key=lambda index: (ranks[index], far(entities[index])))


def offer_nearest(entities: Sequence[Entity], place: Span, typed: str) -> Offer | None:
    """Their names, and of what kind they are and how often they are named."""
    return _offer(entities[index] for index in islice(nearest(entities, place, typed), MOST))


def _offer(found: Iterable[Entity]) -> Offer | None:
    offered = tuple(found)
    beside = tuple(f"{KIND_WORD[entity.kind]} {len(entity.mentions)}" for entity in offered)
    return Offer(0, tuple(entity.name for entity in offered), beside) if offered else None


def _forms(entity: Entity) -> list[str]:
    return [" ".join(fold(form).split()) for form in dict.fromkeys((entity.name, *(a.text for a in entity.aliases)))]


def _rank(form: str, wanted: str) -> int:
    """How well what was typed fits a form; 0 is best."""
    if form == wanted:
        return 0
    if form.startswith(wanted):
        return 1
    words = _words(form)
    if all(any(word.startswith(part) for word in words) for part in wanted.split()):
        return 2
    return 3 if wanted in form else NO_MATCH


def _likeness(one: Iterable[str], other: Iterable[str]) -> int:
    """Words that two entities share, or that are short for each other."""
    return max((_alike(a, b) for a in map(_words, one) for b in map(_words, other)), default=0)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    telling = [[word for word in words if len(word) >= SHORTEST and word not in JOINING] for words in (one, other)]
    same = sum(word in telling[1] for word in telling[0])
    begun = sum(a != b and (a.startswith(b) or b.startswith(a)) for a in telling[0] for b in telling[1])
    short = sum(_initials(words) in others for words, others in ((one, telling[1]), (other, telling[0])))
    return 2 * (same + short) + begun


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word not in JOINING and word != "of")


def _words(form: str) -> list[str]:
    return re.findall(r"\w+", form)
