"""Sentences of a day become the ones that tell it best: about the story, soon after it, readable by themselves."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from tui.analysis.model import Status
from tui.analysis.times.days.calendar import of_date, ordinal
from tui.library.stories.days import Usage
from tui.library.stories.joining import Teller
from tui.library.stories.telling import Telling

_LONG, _SHORT = 45, 8  # words
_NEWS = 2  # days for which something is news
_OLD = 0.8
_SAME = 0.7  # of the words of the shorter of two sentences: one says what the other does
_LEANS = re.compile(
    r"(?:And|But|Or|So|He|She|It|They|We|I|You|This|That|These|Those|His|Her|Their|Its|There|Then|Also|However|"
    r"Meanwhile|Both|Such|Here|One|Another|Others|According to (?:him|her|them))\b|[\"“‘'«(]"
)
_TEASER = re.compile(r"(?i)(?:read more|click|watch|see also|follow us|share (?:this|on)|advertisement|©|copyright)")


def best_of(tellers: Sequence[Teller], usage: Usage, words: Mapping[str, frozenset[str]]) -> tuple[int, float]:
    """The place of the one that tells it best, of those that tell the days most tell, and how well it does."""
    values = [_value(teller, usage, words) for teller in tellers]
    dated = [one.telling.interval for one in tellers if one.telling.status is Status.DATED]
    usual = Counter(dated or [one.telling.interval for one in tellers])
    days = max(usual, key=lambda days: (usual[days], -(ordinal(days.last) - ordinal(days.first)), days))
    fit = [
        number
        for number, one in enumerate(tellers)
        if one.telling.interval == days and (one.telling.status is Status.DATED or not dated)
    ]
    best = max(fit, key=lambda number: (values[number], -number))
    return best, values[best]


def ranked(
    tellers: Sequence[Teller], usage: Usage, words: Mapping[str, frozenset[str]], most: int
) -> tuple[Teller, ...]:
    """So many of them, the best first; none says again what one before it said."""
    values = [_value(teller, usage, words) for teller in tellers]
    chosen: list[Teller] = []
    told: list[frozenset[str]] = []
    for number in sorted(range(len(tellers)), key=lambda number: (-values[number], number)):
        some = words[tellers[number].telling.text]
        if len(chosen) < most and not any(_says_again(some, before) for before in told):
            chosen.append(tellers[number])
            told.append(some)
    return tuple(chosen)


def _value(teller: Teller, usage: Usage, words: Mapping[str, frozenset[str]]) -> float:
    telling, published = teller.telling, usage.articles[teller.article].published
    about = usage.about(words[telling.text]) * usage.share[teller.article]
    return about * _readable(telling) * (1.0 if published is None or _is_news(telling, published) else _OLD)


def _is_news(telling: Telling, published: date) -> bool:
    return 0 <= ordinal(of_date(published)) - ordinal(telling.interval.last) <= _NEWS


def _readable(telling: Telling) -> float:
    """How well a sentence can be read by itself, 0 to 1."""
    text, length = telling.text, telling.text.count(" ") + 1
    value = 1.0
    if _LEANS.match(text):
        value *= 0.7
    if length > _LONG or length < _SHORT:
        value *= 0.6
    if telling.quoted or text.endswith("?"):
        value *= 0.7
    if _TEASER.match(text):
        value *= 0.3
    if telling.status is not Status.DATED or telling.uncertain:
        value *= 0.8
    if telling.background:
        value *= 0.9
    return value


def _says_again(words: frozenset[str], before: frozenset[str]) -> bool:
    return len(words & before) > _SAME * min(len(words), len(before))
