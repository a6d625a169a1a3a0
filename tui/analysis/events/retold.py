"""What an article tells of the same days becomes groups: the same event told again is found by its words."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from tui.analysis.events.clause_words import words
from tui.analysis.model import Interval

WORD = re.compile(r"[^\W\d_]{3,}")
ENDING = re.compile(r"(?:ing|ed|es|s|e)$")
SHARE = 0.5  # of the words of the shorter telling that stand in the other as well
SHARED = 3  # words at least, one of them no name: to be named together is not to do the same
LOOKED_AT = 40  # tellings of the same days that one is compared with, so that the work grows no faster than the text


def first_tellings(told: Iterable[tuple[Interval, str]]) -> Iterator[int]:
    """For each of some tellings, days and words without the date, the number of the first that tells of the event."""
    heard: dict[Interval, list[tuple[int, _Words]]] = {}
    for number, (interval, text) in enumerate(told):
        said = _said(text)
        before = heard.setdefault(interval, [])
        same = next((first for first, other in before[-LOOKED_AT:] if _is_same(other, said)), None)
        if same is None:
            before.append((number, said))
        yield number if same is None else same


class _Words(NamedTuple):
    """The words that tell what happened, without their endings; `plain` are those that are not only names."""

    every: frozenset[str]
    plain: frozenset[str]
    whole: str = ""  # the words as they stand, where they are enough to know a sentence by


def _said(text: str) -> _Words:
    every, plain = set(), set()
    for match in WORD.finditer(text):
        word = match[0].lower()
        if word not in _small():
            stem = ENDING.sub("", word)
            every.add(stem)
            if match[0][0].islower():
                plain.add(stem)
    whole = text.split()
    return _Words(frozenset(every), frozenset(plain), " ".join(whole) if len(whole) >= SHARED else "")


def _is_same(one: _Words, other: _Words) -> bool:
    if one.whole and one.whole == other.whole:  # a sentence that is printed again beside the text
        return True
    shared = one.every & other.every
    if len(shared) < SHARED or len(shared) < SHARE * min(len(one.every), len(other.every)):
        return False
    return not shared.isdisjoint(one.plain | other.plain)


@cache
def _small() -> frozenset[str]:
    """Words that tell nothing of an event; read when the first rows are made."""
    classes = ("saying", "auxiliary", "past auxiliary", "modal", "pronoun", "determiner", "preposition", "relative")
    small = "also not only then there here now again more most very just first last other early late after before when"
    return frozenset(small.split()).union(*map(words, classes), words("subordinate"), words("coordinate"))
