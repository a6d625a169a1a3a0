"""Rows of many articles become one timeline: what several tell of the same days in like words is one row."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from tui.library.dossiers.dossier import Happened, Source
from tui.library.entities.told import Dated
from tui.text.folding import fold

ALIKE = 0.5  # share of the shorter text's words that the other has too
MOST_LIKE = 60  # rows of the same days that one is held against: of a year there may be thousands
SHORTEST = 4  # letters of a word that says something
_WORD = re.compile(r"\w+")


class Row(NamedTuple):
    """A dated row of one article."""

    event: Dated
    place: Source


def joined(rows: Iterable[Row]) -> tuple[Happened, ...]:
    """By time; of rows that are told again the first text stays."""
    by_days: dict[tuple[object, object], list[tuple[frozenset[str], Happened]]] = {}
    for event, place in rows:
        words = frozenset(word for word in _WORD.findall(fold(event.text)) if len(word) >= SHORTEST)
        there = by_days.setdefault((event.first, event.last), [])
        first = max(0, len(there) - MOST_LIKE)
        for number, (others, told) in enumerate(there[first:], first):
            if _alike(words, others):
                if place.article not in {teller.article for teller in told.tellers}:
                    there[number] = others, told._replace(tellers=(*told.tellers, place))
                break
        else:
            row = Happened(event.first, event.last, event.value, event.text, event.uncertain, (place,))
            there.append((words, row))
    found = (row for there in by_days.values() for _, row in there)
    return tuple(sorted(found, key=lambda row: (row.first, row.last)))


def _alike(words: frozenset[str], others: frozenset[str]) -> bool:
    shorter = min(len(words), len(others))
    return shorter > 0 and len(words & others) >= ALIKE * shorter
