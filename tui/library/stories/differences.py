"""Tellings of one event become what they do not agree in: its day, a figure, a name."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from tui.analysis.model import Kind, Status
from tui.analysis.naming import fold_name
from tui.library.stories.joining import Teller, within
from tui.library.stories.telling import Counted
from tui.library.stories.words import stem

DAY, FIGURE, NAME = "day", "figure", "name"
_SPELT_ALIKE = 0.8  # of two names that may be one
_LENGTHS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})  # each of something else
_SHORT = 5  # letters: names that are too short to be misspelt


class Said(NamedTuple):
    """One of several ways in which something is told, and by whom: places among the tellers of a row."""

    words: str
    tellers: tuple[int, ...]


class Difference(NamedTuple):
    """What is told in several ways, as they appeared."""

    what: str  # "day", "figure" or "name"
    ways: tuple[Said, ...]


def differences(tellers: Sequence[Teller]) -> tuple[Difference, ...]:
    """All that the tellers of an event do not agree in. What is only less exact is no difference."""
    return (*_days(tellers), *_figures(tellers), *_names(tellers)) if len(tellers) > 1 else ()


def _days(tellers: Sequence[Teller]) -> Iterator[Difference]:
    dated = [number for number, one in enumerate(tellers) if one.telling.status is Status.DATED]
    intervals = {tellers[number].telling.interval for number in dated}
    apart = any(not within(one, other) and not within(other, one) for one in intervals for other in intervals)
    if apart:
        ways: dict[str, list[int]] = defaultdict(list)
        for number in dated:
            ways[tellers[number].telling.label].append(number)
        yield _difference(DAY, ways)


def _figures(tellers: Sequence[Teller]) -> Iterator[Difference]:
    counted: dict[tuple[str, str], dict[int, list[Counted]]] = defaultdict(lambda: defaultdict(list))
    for number, teller in enumerate(tellers):
        for figure in teller.telling.figures:
            if (figure.unit or figure.noun) and figure.unit not in _LENGTHS and figure.words in teller.telling.clause:
                counted[figure.unit, stem(figure.noun.rpartition(" ")[2])][number].append(figure)
    for by in counted.values():
        if len(by) < 2 or any(len(figures) > 1 for figures in by.values()):
            continue  # somebody counts two things of that kind: which is which nobody knows
        ways: dict[tuple[float, float], list[int]] = defaultdict(list)
        words: dict[tuple[float, float], str] = {}
        for number, (figure,) in by.items():
            value = next((one for one in ways if one[0] <= figure.high and figure.low <= one[1]), None)
            if value is None:
                value = figure.low, figure.high
                words[value] = figure.words
            ways[value].append(number)
        if len(ways) > 1:
            yield Difference(FIGURE, tuple(Said(words[value], tuple(who)) for value, who in ways.items()))


def _names(tellers: Sequence[Teller]) -> Iterator[Difference]:
    forms: dict[str, tuple[str, list[int]]] = {}
    for number, teller in enumerate(tellers):
        for name, kind in zip(teller.telling.who, teller.telling.kinds, strict=True):
            if kind is Kind.PERSON:
                forms.setdefault(fold_name(name), (name, []))[1].append(number)
    left = list(forms)
    while left:
        one = left.pop(0)
        alike = [other for other in left if _may_be_one(one, other) and not set(forms[one][1]) & set(forms[other][1])]
        if alike:
            yield Difference(NAME, tuple(Said(forms[form][0], tuple(forms[form][1])) for form in (one, *alike)))
            left = [other for other in left if other not in alike]


def _may_be_one(one: str, other: str) -> bool:
    """Whether two names may be spellings of one: neither is only the shorter form of the other."""
    if min(len(one), len(other)) < _SHORT or set(one.split()) <= set(other.split()):
        return False
    if set(other.split()) <= set(one.split()) or len(one.split()) != len(other.split()):
        return False
    return SequenceMatcher(None, one, other).ratio() >= _SPELT_ALIKE


def _difference(what: str, ways: dict[str, list[int]]) -> Difference:
    return Difference(what, tuple(Said(words, tuple(numbers)) for words, numbers in ways.items()))
